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
