"""
Articles as HTML pages.
"""

from collections.abc import Iterable, Iterator
from html import escape

from selaras.article.formats.cleaning import clean, safe_source
from selaras.article.formats.presenting import presentable
from selaras.article.inline import Marked, Run, nest
from selaras.article.model import (
    Article,
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    Mark,
    MarkKind,
    Paragraph,
    Quote,
    Table,
)
from selaras.languages import LANGUAGES

TAGS: dict[MarkKind, tuple[str, str]] = {
    "bold": ("<strong>", "</strong>"),
    "italic": ("<em>", "</em>"),
    "code": ("<code>", "</code>"),
    "verbatim": ('<span translate="no">', "</span>"),
    "indonesian": ('<span lang="id" dir="ltr">', "</span>"),
}


def write(article: Article) -> str:
    """
    Write an article as a whole page, which ``read`` reads back.

    >>> from selaras.article.model import Inline
    >>> print(write(Article(headline=Inline(text="Banjir & longsor"))))
    <!doctype html>
    <html lang="id" dir="ltr">
    <head>
    <meta charset="utf-8">
    <title>Banjir &amp; longsor</title>
    </head>
    <body>
    <article>
    <h1>Banjir &amp; longsor</h1>
    </article>
    </body>
    </html>
    <BLANKLINE>
    """
    language = LANGUAGES.get(article.language)
    tag = attribute(language.html if language else article.language)
    direction = language.direction if language else "auto"
    lines = [
        "<!doctype html>",
        f'<html lang="{tag}" dir="{direction}">',
        "<head>",
        '<meta charset="utf-8">',
        *head_lines(article),
        "</head>",
        "<body>",
        "<article>",
        write_fragment(article),
        "</article>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def head_lines(article: Article) -> Iterator[str]:
    """
    The title, and what is known about the article besides its text.
    """
    if article.headline:
        yield f"<title>{characters(article.headline.text)}</title>"
    about = {"id": article.id} if article.id else {}
    for name, content in {**about, **article.extra}.items():
        yield (
            f'<meta name="article:{attribute(name)}" content="{attribute(content)}">'
        )


def write_fragment(article: Article) -> str:
    """
    Write what stands in the ``<article>`` element of a page.
    """
    parts = []
    if article.headline:
        parts.append(f"<h1>{inline_html(article.headline)}</h1>")
    if article.summary:
        parts.append(f'<p class="summary">{inline_html(article.summary)}</p>')
    parts += map(block_html, article.blocks)
    return "\n".join(parts)


def block_html(block: Block) -> str:
    """
    One block as HTML.
    """
    match block:
        case Paragraph():
            return f"<p>{inline_html(block.text)}</p>"
        case Heading():
            return f"<h{block.level}>{inline_html(block.text)}</h{block.level}>"
        case List():
            return list_html(block)
        case Quote():
            return quote_html(block)
        case Image():
            return image_html(block)
        case Table():
            return table_html(block)
        case Embed():
            return embed_html(block)
        case FactBox():
            return fact_box_html(block)


def inline_html(inline: Inline) -> str:
    """
    A text with its marks as elements; a line break is ``<br>``.

    >>> inline_html(Inline(text="1 < 2", marks=(Mark(start=0, end=1, kind="bold"),)))
    '<strong>1</strong> &lt; 2'
    """
    text = presentable(inline)
    return branches_html(text.text, nest(0, len(text.text), text.marks))


def branches_html(text: str, branches: Iterable[Run | Marked]) -> str:
    """
    Stretches of a text.
    """
    parts = []
    for branch in branches:
        if isinstance(branch, Run):
            run = characters(text[branch.start : branch.end])
            parts.append(run.replace("\n", "<br>"))
        else:
            opening, closing = tags_of(branch.mark)
            parts.append(f"{opening}{branches_html(text, branch.parts)}{closing}")
    return "".join(parts)


def tags_of(mark: Mark) -> tuple[str, str]:
    """
    The tags round the words of a mark.
    """
    if mark.kind == "link":
        return f'<a href="{attribute(mark.href)}">', "</a>"
    return TAGS[mark.kind]


def list_html(block: List) -> str:
    """
    A list, its depths as lists in items.
    """
    parts: list[str] = []
    opened: list[str] = []
    for item in block.items:
        name = "ul" if item.number is None else "ol"
        depth = min(item.depth, len(opened))
        while len(opened) > depth + 1:
            parts.append(f"</li></{opened.pop()}>")
        if len(opened) == depth + 1 and opened[-1] != name:
            parts.append(f"</li></{opened.pop()}>")
        if len(opened) == depth + 1:
            parts.append("</li>\n")
        else:
            parts.append(f"<{name}>\n")
            opened.append(name)
        value = "" if item.number is None else f' value="{item.number}"'
        parts.append(f"<li{value}>{inline_html(item.text)}")
    parts += [f"</li></{name}>" for name in reversed(opened)]
    return "".join(parts)


def quote_html(block: Quote) -> str:
    """
    A quotation with its speaker below.
    """
    parts = paragraphs_html(block.paragraphs)
    if block.speaker:
        parts.append(f"<footer>— {inline_html(block.speaker)}</footer>")
    return "\n".join(["<blockquote>", *parts, "</blockquote>"])


def paragraphs_html(paragraphs: Iterable[Inline]) -> list[str]:
    """
    Several paragraphs.
    """
    return [f"<p>{inline_html(paragraph)}</p>" for paragraph in paragraphs]


def image_html(block: Image) -> str:
    """
    A picture with its caption and credit.
    """
    source = attribute(safe_source(block.src))
    alt = attribute(presentable(block.alt).text)
    caption = inline_html(block.caption)
    if block.credit:
        caption += f'<cite class="credit">{inline_html(block.credit)}</cite>'
    return figure(f'<img src="{source}" alt="{alt}">', caption)


def figure(content: str, caption: str, name: str = "") -> str:
    """
    Something with its caption, which is HTML.
    """
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    classes = f' class="{name}"' if name else ""
    return f"<figure{classes}>{content}{below}</figure>"


def table_html(block: Table) -> str:
    """
    A table with its caption and its head.
    """
    parts = ["<table>"]
    if block.caption:
        parts.append(f"<caption>{inline_html(block.caption)}</caption>")
    head, body = block.rows[: block.header_rows], block.rows[block.header_rows :]
    for name, cell, rows in (("thead", "th", head), ("tbody", "td", body)):
        if rows:
            inner = (row_html(row, cell) for row in rows)
            parts += [f"<{name}>", *inner, f"</{name}>"]
    return "\n".join([*parts, "</table>"])


def row_html(row: Iterable[Inline], name: str) -> str:
    """
    A row of a table.
    """
    cells = "".join(f"<{name}>{inline_html(cell)}</{name}>" for cell in row)
    return f"<tr>{cells}</tr>"


def embed_html(block: Embed) -> str:
    """
    A rule, a block of code, or a link to what stands elsewhere.

    Nothing is loaded from elsewhere: a reader decides by following the link.
    """
    caption = inline_html(block.caption)
    if block.kind == "rule":
        return figure("<hr>", caption) if caption else "<hr>"
    words = characters(block.content)
    if block.kind == "code":
        code = f"<pre><code>{words}</code></pre>"
        return figure(code, caption) if caption else code
    address = safe_source(block.content)
    if not address:
        return figure(f"<p>{words}</p>", caption)
    return figure(f'<a href="{attribute(address)}">{words}</a>', caption, "embed")


def fact_box_html(block: FactBox) -> str:
    """
    A box with its title.
    """
    title = [f"<h2>{inline_html(block.title)}</h2>"] if block.title else []
    parts = map(block_html, block.blocks)
    return "\n".join(['<aside class="fact-box">', *title, *parts, "</aside>"])


def characters(text: str) -> str:
    """
    Text between tags.
    """
    return escape(clean(text), quote=False).replace("\N{NO-BREAK SPACE}", "&nbsp;")


def attribute(text: str) -> str:
    """
    Text between the quotation marks of an attribute.
    """
    return escape(clean(text))
