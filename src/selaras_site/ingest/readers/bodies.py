"""
HTML from elsewhere, as an article: through an allow-list, then through the core.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

import nh3

from selaras.article import NO_TEXT, Article, Image, Inline, map_texts, read_article
from selaras.article.formats.html_tree import refuse_bombs
from selaras.text.words import words
from selaras_site.ingest.errors import ItemRefused
from selaras_site.ingest.incoming import IncomingImage

MAX_BODY = 1_000_000
"""
Bytes of the longest body of one article.
"""

MAX_PLAIN = 20_000
"""
Characters of the longest HTML of which only the words are wanted.
"""

INLINE = words("a b strong i em cite code kbd samp q sub sup bdi time")
BLOCKS = words(
    "p div section article header footer address h1 h2 h3 h4 h5 h6 ul ol li dl dt dd",
    "blockquote aside figure figcaption table caption thead tbody tfoot tr th td pre",
    "hr br img iframe video audio source details summary small span",
)
"""
Elements that are kept. Of all others the words stay.
"""

DROPPED = words(
    "script style template noscript svg math select textarea button object embed",
    "canvas map form title",
)
"""
Elements that go with everything in them. Pictures in ``noscript`` are second copies.
"""

ADDRESSES = frozenset({"href", "src", "data-src"})
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "data-src", "alt", "width", "height"},
    "iframe": {"src"},
    "video": {"src"},
    "audio": {"src"},
    "source": {"src"},
    "ol": {"start"},
    "li": {"value"},
    "td": {"colspan"},
    "th": {"colspan"},
    "figure": {"class"},
    "p": {"class"},
    "span": {"class"},
    "*": {"translate"},
}

CLASSES = {
    "embed": "embed",
    "wp-block-embed": "embed",
    "summary": "summary",
    "credit": "credit",
    "wp-element-caption": "",
}
"""
From the classes that sources use to those that the core knows.
"""

PIXEL = re.compile(r'<img\b(?=[^>]*\s(?:width|height)="[01]")[^>]*>')
"""
A picture that nobody sees, which tells the source who reads.
"""

FOOTER = re.compile(
    r"<p>\s*The post <a\b[^>]*>[^<]*</a> (?:appeared first|first appeared) on "
    r"<a\b[^>]*>[^<]*</a>\.?\s*</p>\s*\Z"
)
"""
What WordPress puts below every article of a feed.
"""

BREAKS = re.compile(r"</?(?:p|div|li|br|h[1-6]|tr|td)\b[^<>]*>", re.IGNORECASE)
FORMATTING = re.compile(
    r"<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^>]*(?:>|\Z)",
    re.IGNORECASE,
)
UNTRANSLATED = re.compile(r"\stranslate\s*=\s*[\"']?no\b", re.IGNORECASE)

CUT_OFF = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*\Z")
EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def read_body(*, headline: str, summary: str, body: str, base: str) -> Article:
    """
    An article out of three pieces of HTML; addresses are taken from ``base`` on.

    A summary that is only the beginning of the body, cut off, is left out.
    """
    size = len(body.encode()) + len(summary.encode()) + len(headline.encode())
    if size > MAX_BODY:
        raise ItemRefused(
            f"An article may have {MAX_BODY:,} bytes; this one has {size:,}."
        )
    page = (
        f"<h1>{clean_line(headline)}</h1>"
        f'<p class="summary">{clean_line(summary)}</p>'
        f"{clean_body(body, base)}"
    )
    article = read_article(page, format="html")
    return without_excerpt(article) if article.summary else article


def clean_body(body: str, base: str = "") -> str:
    """
    HTML with only what the allow-list knows.

    >>> clean_body('<p onclick="x()">Air <b>surut</b>.<script>x()</script></p>')
    '<p>Air <b>surut</b>.</p>'
    >>> clean_body('<a href="/berita/1">Baca</a>', "https://contoh.id/rss")
    '<a href="https://contoh.id/berita/1">Baca</a>'
    """

    def kept(_element: str, attribute: str, value: str) -> str | None:
        if attribute in ADDRESSES:
            return absolute(value, base)
        return known_class(value) if attribute == "class" else value

    refuse_bombs(body)
    cleaned = nh3.clean(
        FORMATTING.sub(bare, body),
        tags=INLINE | BLOCKS,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        attribute_filter=kept,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return FOOTER.sub("", PIXEL.sub("", cleaned))


def clean_line(line: str) -> str:
    """
    HTML of one line of text: marks stay, blocks become spaces.

    >>> clean_line("<p>Air <i>rob</i> surut.</p><p>Warga pulang.</p>")
    'Air <i>rob</i> surut.  Warga pulang.'
    """
    refuse_bombs(line)
    spaced = BREAKS.sub(" ", FORMATTING.sub(bare, line))
    return nh3.clean(
        spaced,
        tags=set(INLINE),
        clean_content_tags=DROPPED,
        attributes={"*": {"translate"}},
        link_rel=None,
    ).strip()


def bare(tag: re.Match[str]) -> str:
    """
    A tag like ``<b>`` without the attributes that it has.

    A parser opens such elements again in every paragraph until they are closed, all of
    them if their attributes differ: 20 kB of HTML would become 20 MB (HTML 13.2.4.3).
    """
    kept = ' translate="no"' if UNTRANSLATED.search(tag[0]) else ""
    return f"<{tag[1]}{kept}>"


def absolute(address: str, base: str) -> str | None:
    """
    An address taken from another on, or None for what is none.

    >>> absolute("/foto.jpg", "https://contoh.id/1"), absolute(" ", "https://contoh.id/1")
    ('https://contoh.id/foto.jpg', None)
    """
    if not address.strip():
        return None
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return None


def known_class(value: str) -> str | None:
    """
    The classes of an element that mean something to the core.
    """
    known = {CLASSES[name] for name in value.split() if name in CLASSES} - {""}
    return " ".join(sorted(known)) or None


def html_of(text: str) -> str:
    r"""
    Plain text as HTML, empty lines between paragraphs.

    >>> html_of("Air < 1 meter.\n\nWarga pulang.")
    '<p>Air &lt; 1 meter.</p><p>Warga pulang.</p>'
    """
    parts = EMPTY_LINES.split(text.replace("\r\n", "\n").strip())
    escaped = (html.escape(part, quote=False) for part in parts)
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in escaped)


def plain(text: str) -> str:
    """
    HTML of one line as text without marks.

    >>> plain("Kementerian &amp; <b>DPR</b>")
    'Kementerian & DPR'
    """
    words_alone = nh3.clean(FORMATTING.sub(bare, text[:MAX_PLAIN]), tags=set())
    return " ".join(html.unescape(words_alone).split())


def without_excerpt(article: Article) -> Article:
    """
    The article without a summary that only repeats how the body begins.
    """
    summary = squeezed(article.summary.text)
    cut = CUT_OFF.search(summary)
    if cut and squeezed(body_text(article)).startswith(summary[: cut.start()]):
        return replace(article, summary=NO_TEXT)
    return article


def body_text(article: Article) -> str:
    """
    The words of the blocks.
    """
    texts: list[str] = []

    def collect(_path: str, text: Inline) -> Inline:
        texts.append(text.text)
        return text

    map_texts(replace(article, headline=NO_TEXT, summary=NO_TEXT), collect)
    return " ".join(texts)


def squeezed(text: str) -> str:
    """
    A text with single spaces.
    """
    return " ".join(text.split())


def images_of(article: Article) -> Iterator[IncomingImage]:
    """
    The pictures that stand in the body.
    """
    for block in article.blocks:
        if isinstance(block, Image) and block.src:
            yield IncomingImage(
                url=block.src,
                caption=squeezed(block.caption.text),
                alt=squeezed(block.alt.text),
                credit=squeezed(block.credit.text),
            )
