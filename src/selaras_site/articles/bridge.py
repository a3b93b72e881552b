"""
The one place that knows both rows of the newsroom and articles of the core.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from selaras.article import (
    Article as CoreArticle,
)
from selaras.article import (
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Quote,
    Table,
    read_article,
)
from selaras.article.formats.html import inline_html
from selaras.errors import ArticleEmpty
from selaras.text.characters import without_controls
from selaras_site.articles.models import Article, Correction, NewsImage

PICTURE = "picture:"
"""
How the address of a picture of ours begins in an article of the core.
"""

Blocks = Iterator[Block]
Value = Any
"""
The value of a Wagtail block, which has no type of its own.
"""


def core_article(
    article: Article, corrections: Iterable[Correction] | None = None
) -> CoreArticle:
    """
    An article of the newsroom as the core sees it.

    ``corrections`` are its own, for callers who have them at hand.

    The main picture stands first, and the corrections, oldest first, as paragraphs
    behind everything else: so they are translated, checked and renewed like all text.
    """
    noted = article.corrections.all() if corrections is None else corrections
    return CoreArticle(
        id=str(article.pk),
        headline=plain(article.headline),
        summary=plain(article.summary),
        blocks=(
            *lead(article),
            *body_blocks(article.body),
            *(Paragraph(text=plain(c.text)) for c in noted),
        ),
    )


def plain(text: str) -> Inline:
    """
    A text without marks.
    """
    return Inline(text=" ".join(without_controls(text).split()))


def lead(article: Article) -> Blocks:
    """
    The main picture, if there is one.
    """
    if article.lead_image:
        yield picture(article.lead_image, article.lead_caption)


def picture(image: NewsImage, caption: str) -> Image:
    """
    A picture with its words. A credit is a name: it is not translated.
    """
    return Image(
        src=f"{PICTURE}{image.pk}", alt=plain(image.alt), caption=plain(caption)
    )


def body_blocks(body: Iterable[Any]) -> Blocks:
    """
    The blocks of a body, in order; one that says nothing is left out.
    """
    for child in body:
        yield from READERS[child.block_type](child.value)


def rich_blocks(value: Value) -> Blocks:
    """
    Rich text as blocks.
    """
    source = str(getattr(value, "source", value))
    try:
        yield from read_article(f"<div>{source}</div>", format="html").blocks
    except ArticleEmpty:
        return


def heading(value: Value) -> Blocks:
    """
    A heading.
    """
    yield Heading(text=plain(value["text"]), level=int(value["level"]))


def quote(value: Value) -> Blocks:
    """
    A quotation, a paragraph for each line that has text.
    """
    lines = [plain(line) for line in value["text"].splitlines() if line.strip()]
    if lines:
        yield Quote(paragraphs=tuple(lines), speaker=plain(value["speaker"] or ""))


def picture_block(value: Value) -> Blocks:
    """
    A picture in the body; one that was deleted is gone.
    """
    if value["image"]:
        yield picture(value["image"], value["caption"] or "")


def table(value: Value) -> Blocks:
    """
    A table with its headings as the first row.
    """
    headings = tuple(plain(column["heading"] or "") for column in value.columns)
    rows = tuple(
        tuple(plain(str(cell.value or "")) for cell in row) for row in value.rows
    )
    has_headings = any(headings)
    yield Table(
        rows=((headings, *rows) if has_headings else rows),
        header_rows=int(has_headings),
        caption=plain(value.caption or ""),
    )


def embed(value: Value) -> Blocks:
    """
    An address with a caption.
    """
    yield Embed(
        kind="url", content=value["address"], caption=plain(value["caption"] or "")
    )


def fact_box(value: Value) -> Blocks:
    """
    A box: its paragraphs and lists, whatever else stands in it left out.
    """
    inside = tuple(
        block
        for block in rich_blocks(value["body"])
        if isinstance(block, Paragraph | List)
    )
    yield FactBox(title=plain(value["title"]), blocks=inside)


READERS: dict[str, Callable[[Value], Blocks]] = {
    "paragraph": rich_blocks,
    "heading": heading,
    "list": rich_blocks,
    "quote": quote,
    "picture": picture_block,
    "table": table,
    "embed": embed,
    "fact_box": fact_box,
}


def stream_data(
    blocks: Iterable[Block], pictures: Mapping[str, int] | None = None
) -> list[dict[str, Any]]:
    """
    Blocks of the core as the value of a body: the way in, for what comes from outside.

    ``pictures`` gives for the address of a picture the id of ours; without one the
    picture is left out and its caption stays.
    """
    return [
        {"type": kind, "value": value}
        for block in blocks
        for kind, value in stream_block(block, pictures or {})
    ]


def stream_block(
    block: Block, pictures: Mapping[str, int]
) -> Iterator[tuple[str, Any]]:
    """
    One block of the core as a block of the editor.
    """
    match block:
        case Paragraph(text=text):
            yield "paragraph", f"<p>{inline_html(text)}</p>"
        case Heading(text=text, level=level):
            yield "heading", {"text": text.text, "level": str(min(level, 3))}
        case List():
            yield "list", list_html(block)
        case Quote(paragraphs=paragraphs, speaker=speaker):
            said = "\n".join(part.text for part in paragraphs)
            yield "quote", {"text": said, "speaker": speaker.text}
        case Image(src=src, caption=caption) if src in pictures:
            yield "picture", {"image": pictures[src], "caption": caption.text[:500]}
        case Image(caption=caption):
            if caption:
                yield "paragraph", f"<p>{inline_html(caption)}</p>"
        case Table():
            yield "table", table_data(block)
        case Embed(kind="url", content=content, caption=caption):
            yield "embed", {"address": content, "caption": caption.text[:300]}
        case Embed(kind="code", content=content):
            yield "paragraph", f"<p><code>{escape(content)}</code></p>"
        case FactBox(title=title, blocks=inside):
            body = "".join(rich_html(part) for part in inside)
            yield "fact_box", {"title": title.text, "body": body}


def rich_html(block: Paragraph | List) -> str:
    """
    A paragraph or a list as rich text.
    """
    if isinstance(block, List):
        return list_html(block)
    return f"<p>{inline_html(block.text)}</p>"


def list_html(block: List) -> str:
    """
    A list as rich text; the editor knows one depth.
    """
    ordered = bool(block.items) and block.items[0].number is not None
    name = "ol" if ordered else "ul"
    items = "".join(f"<li>{inline_html(item.text)}</li>" for item in block.items)
    return f"<{name}>{items}</{name}>"


def table_data(block: Table) -> dict[str, Any]:
    """
    A table as the editor's block keeps it.
    """
    width = max((len(row) for row in block.rows), default=0)
    padded = [
        [*(cell.text for cell in row), *[""] * (width - len(row))] for row in block.rows
    ]
    headings = padded[0] if block.header_rows else [""] * width
    return {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": row} for row in padded[block.header_rows :]],
        "caption": block.caption.text,
    }
