"""
Articles of every kind, for the properties that must hold for all of them.
"""

import pytest
from hypothesis import strategies as st

from selaras.article import (
    Article,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Table,
)
from selaras.article.formats.cleaning import clean
from selaras.article.inline import normal

WORDS = st.sampled_from(
    [
        "Banjir surut. Warga pulang ke Jl. Merdeka No. 5.",
        "Rp1,2 triliun",
        '"Kami siap," kata dr. Budi.',
        "Ia berkata: 'Ya!' Lalu pergi.",
        "👩\N{ZERO WIDTH JOINER}🚒 datang! 🇮🇩",
        "洪水已退。居民回家了。",
        "انحسرت الفيضانات. عاد السكان؟",
        "Selesai…\nBaris kedua. ",
        " ",
        "  \n\n ",
        "e\N{COMBINING ACUTE ACCENT}\N{NO-BREAK SPACE}a.",
        "",
    ]
)

ANY_TEXT = st.lists(WORDS | st.text(max_size=12), max_size=4).map("".join)
KINDS = ["bold", "italic", "link", "code", "verbatim"]


@st.composite
def any_inline(draw, texts=ANY_TEXT):
    text = draw(texts)
    if not text:
        return Inline(text="")
    marks = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        kind = draw(st.sampled_from(KINDS))
        href = "https://contoh.id/a" if kind == "link" else ""
        ref = draw(st.integers(0, 3))
        marks.append(Mark(start=start, end=end, kind=kind, href=href, ref=ref))
    return Inline(text=text, marks=tuple(sorted(marks, key=lambda mark: mark.start)))


def any_blocks(inline):
    items = st.builds(
        ListItem,
        text=inline,
        depth=st.integers(0, 3),
        number=st.none() | st.integers(0, 99),
    )
    paragraph = st.builds(Paragraph, text=inline)
    listed = st.builds(List, items=st.lists(items, max_size=3).map(tuple))
    inner = st.lists(paragraph | listed, max_size=3).map(tuple)
    rows = st.lists(st.lists(inline, max_size=3).map(tuple), max_size=3).map(tuple)
    return st.one_of(
        paragraph,
        st.builds(Heading, text=inline, level=st.integers(2, 6)),
        listed,
        st.builds(
            Quote,
            paragraphs=st.lists(inline, max_size=3).map(tuple),
            speaker=inline,
        ),
        st.builds(
            Image, src=st.text(max_size=9), alt=inline, caption=inline, credit=inline
        ),
        st.builds(Table, rows=rows, header_rows=st.integers(0, 3), caption=inline),
        st.builds(
            Embed,
            kind=st.sampled_from(["url", "code", "rule"]),
            content=st.text(max_size=9),
            caption=inline,
        ),
        st.builds(FactBox, title=inline, blocks=inner),
    )


@pytest.fixture(scope="session")
def any_article():
    """
    A strategy for articles that no reader would make: any text, marks and nesting.
    """
    inline = any_inline()
    return st.builds(
        Article,
        headline=inline,
        summary=inline,
        blocks=st.lists(any_blocks(inline), max_size=4).map(tuple),
        id=st.text(max_size=5),
        language=st.sampled_from(["id", "en", "zh", "ja", "ar", "fr", "de"]),
        extra=st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=2),
    )


WRITTEN = st.lists(
    st.sampled_from(
        [
            "Banjir surut.",
            " ",
            "\n",
            "洪水已退。",
            "انحسرت",
            "👩\N{ZERO WIDTH JOINER}🚒",
            "*bintang*",
            "_garis_",
            "`kode`",
            "``",
            "[a](b)",
            "![x](y)",
            "<b>",
            "</span>",
            "&amp;",
            "&#8238;",
            "a | b",
            "|",
            "\\",
            "# judul #",
            "#",
            "- ",
            "+ ",
            "1. ",
            "12) ",
            "> ",
            ": ",
            ":: ",
            "---",
            "===",
            "~~~",
            "```",
            "— ",
            "–",
            "-- ",
            "!",
            "[!INFO] ",
            "**Ringkasan:** ",
            "https://contoh.id/a_b",
            "<https://a.id>",
            "{x}",
            "$5",
            '"',
            "'",
            "(c)",
            "Rp1.000",
            "\N{NO-BREAK SPACE}",
            "\N{IDEOGRAPHIC SPACE}",
        ]
    )
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=4),
    min_size=1,
    max_size=6,
).map("".join)

ADDRESSES = st.sampled_from(
    [
        "https://contoh.id/a_b?c=1&d=2#e",
        "http://contoh.id/(x)/*y*",
        "mailto:redaksi@contoh.id",
        "/berita/1",
        "foto banjir.jpg",
        "https://contoh.id/<a>\\b&amp;",
        "#atas",
    ]
)


@st.composite
def written_inline(draw):
    """
    A text as a reader gives it: clean, in normal form, and not empty.
    """
    text = clean(draw(WRITTEN))
    marks = []
    for _ in range(draw(st.integers(0, 4)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        kind = draw(st.sampled_from(KINDS))
        href = draw(ADDRESSES) if kind == "link" else ""
        marks.append(Mark(start=start, end=end, kind=kind, href=href))
    return normal(Inline(text=text, marks=tuple(marks)))


@st.composite
def written_list(draw, inline, *, counts_on):
    """
    A list as a reader gives it: depths without a leap, numbers that count on.

    At depth 0 its items are all numbered or none is: two kinds would be two lists.
    """
    items = []
    numbers = []
    ordered_top = draw(st.booleans())
    for _ in range(draw(st.integers(1, 5))):
        depth = draw(st.integers(0, items[-1].depth + 1)) if items else 0
        del numbers[depth + 1 :]
        ordered = ordered_top if depth == 0 else draw(st.booleans())
        number = draw(st.integers(0, 120)) if ordered else None
        if len(numbers) <= depth:
            numbers.append(number)
        elif counts_on:
            goes_on = numbers[depth] is not None
            number = numbers[depth] + 1 if goes_on else None
            numbers[depth] = number
        items.append(ListItem(text=draw(inline), depth=depth, number=number))
    return List(items=tuple(items))


def written_blocks(inline, *, markdown):
    maybe = st.just(Inline(text="")) | inline
    unmarked = inline.map(lambda text: Inline(text=text.text))
    paragraph = st.builds(Paragraph, text=inline)
    listed = written_list(inline, counts_on=markdown)
    source = st.sampled_from(["https://contoh.id/a.jpg", "foto (1).jpg", "/a_b*.png"])
    return st.one_of(
        paragraph,
        st.builds(Heading, text=inline, level=st.integers(2, 6)),
        listed,
        st.builds(
            Quote,
            paragraphs=st.lists(inline, min_size=1, max_size=3).map(tuple),
            speaker=maybe,
        ),
        st.builds(
            Image,
            src=source,
            alt=maybe if markdown else st.just(Inline(text="")) | unmarked,
            caption=maybe,
            credit=maybe,
        ),
        written_tables(inline, maybe, markdown=markdown),
        st.builds(
            Embed,
            kind=st.just("url"),
            content=st.sampled_from(["https://youtu.be/a_b", "http://a.id/*x*"]),
            caption=maybe,
        ),
        st.builds(
            Embed,
            kind=st.just("code"),
            content=st.sampled_from(
                ["x = 1", "", "\n\na\n", "```\n<b>\n````", "  a\tb", "</pre>&amp;"]
            ),
            caption=maybe,
        ),
        st.builds(Embed, kind=st.just("rule"), caption=maybe),
        st.builds(
            FactBox,
            title=inline if markdown else maybe,
            blocks=st.lists(paragraph | listed, min_size=1, max_size=4).map(tuple),
        ),
    )


@st.composite
def written_tables(draw, inline, maybe, *, markdown):
    columns = draw(st.integers(1, 3))
    count = draw(st.integers(1, 3))
    head = draw(st.integers(0, 1 if markdown else count))
    rows = []
    for number in range(count):
        cells = [draw(maybe) for _ in range(columns)]
        if number < head or number == 0:
            cells[0] = draw(inline)
        rows.append(tuple(cells))
    return Table(rows=tuple(rows), header_rows=head, caption=draw(maybe))


def written_articles(*, markdown):
    inline = written_inline().filter(bool)
    word = st.sampled_from(
        ["daerah", "a: b", '"q"', "2026-11-25", "", "'x'", "- y", "#"]
    )
    keys = st.sampled_from(["section", "tanggal terbit", "penulis", "x-1"])
    return st.builds(
        Article,
        headline=inline,
        summary=st.just(Inline(text="")) | inline,
        blocks=st.lists(written_blocks(inline, markdown=markdown), max_size=5).map(
            tuple
        ),
        id=st.sampled_from(["", "reg-022", "a b", '"']),
        language=st.sampled_from(["id", "en", "zh", "ar", "de"]),
        extra=st.dictionaries(keys, word, max_size=2),
    )


@pytest.fixture(scope="session")
def markdown_article():
    """
    A strategy for articles that Markdown can say.
    """
    return written_articles(markdown=True)


@pytest.fixture(scope="session")
def html_article():
    """
    A strategy for articles that HTML can say.
    """
    return written_articles(markdown=False)
