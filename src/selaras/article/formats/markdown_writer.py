"""
Articles as Markdown, which reads back as the same article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from selaras.article.formats.cleaning import clean, safe_source
from selaras.article.formats.front_matter import write_front_matter
from selaras.article.formats.markdown_inline import (
    CELL,
    LINE,
    address_markdown,
    inline_markdown,
)
from selaras.article.formats.markdown_reader import ADDRESS, SUMMARY
from selaras.article.formats.presenting import presentable
from selaras.article.model import (
    NO_TEXT,
    Article,
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from selaras.languages import SOURCE

BULLETS = ("-", "*")
COUNTERS = (".", ")")

LAST_HASHES = re.compile(r"#(?=#*$)")
BACKTICKS = re.compile("`{3,}")
DASH_FIRST = re.compile(r"^[—–―]", re.MULTILINE)
QUOTE_IN_TITLE = re.compile(r'[\\"]|&(?=[#a-zA-Z])')


def write(article: Article) -> str:
    """
    Write an article as Markdown.

    >>> from selaras.article.model import Inline
    >>> print(write(Article(headline=Inline(text="Banjir surut"), id="a1")))
    ---
    id: a1
    ---
    <BLANKLINE>
    # Banjir surut
    <BLANKLINE>
    """
    parts: list[str] = []
    if article.headline:
        parts.append(f"# {heading_text(article.headline)}")
    parts += blocks_markdown(article.blocks)
    front = "\n".join(write_front_matter(about(article)))
    return "\n\n".join(filter(None, [front, *parts])) + "\n"


def about(article: Article) -> dict[str, str]:
    """
    The entries of the front matter.
    """
    entries = {"id": article.id} if article.id else {}
    if article.language != SOURCE:
        entries["language"] = article.language
    if article.summary:
        entries["summary"] = inline_markdown(article.summary, LINE)
    elif article.blocks and is_like_summary(article.blocks[0]):
        entries["summary"] = ""
    extra = {clean(key): clean(value) for key, value in article.extra.items()}
    return {**extra, **entries} if "id" in extra else {**entries, **extra}


def is_like_summary(block: Block) -> bool:
    """
    Whether a reader would take this first paragraph for the summary.
    """
    return isinstance(block, Paragraph) and bool(
        SUMMARY.match(inline_markdown(block.text))
    )


def blocks_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """
    Every block that has something to write, two lists in a row told apart.
    """
    style = 0
    before: Block | None = None
    for block in blocks:
        if isinstance(block, List):
            style = 1 - style if isinstance(before, List) else 0
            written = list_markdown(block, style)
        else:
            written = block_markdown(block)
        if written:
            yield written
            before = block


def block_markdown(block: Block) -> str:
    """
    One block.
    """
    match block:
        case Paragraph():
            return paragraph_markdown(block.text)
        case Heading():
            text = heading_text(block.text)
            return f"{'#' * min(max(block.level, 2), 6)} {text}" if text else ""
        case List():
            return list_markdown(block, 0)
        case Quote():
            return quote_markdown(block)
        case Image():
            return image_markdown(block)
        case Table():
            return table_markdown(block)
        case Embed():
            return embed_markdown(block)
        case FactBox():
            return fact_box_markdown(block)


def paragraph_markdown(text: Inline) -> str:
    """
    A paragraph, which is not taken for an address that stands alone.
    """
    written = inline_markdown(text)
    return written.replace(":", "\\:", 1) if ADDRESS.fullmatch(written) else written


def heading_text(text: Inline) -> str:
    """
    The text of a heading, which does not end in what closes one.
    """
    return LAST_HASHES.sub(r"\\#", inline_markdown(text, LINE))


def list_markdown(block: List, style: int) -> str:
    """
    A list, its depths indented by the width of the markers above.
    """
    lines: list[str] = []
    indents = [""]
    for before, item in pairwise([None, *block.items]):
        assert item is not None
        text = inline_markdown(item.text)
        if not text:
            continue
        depth = min(item.depth, len(indents) - 1)
        indent = indents[depth]
        marker = BULLETS[style]
        if item.number is not None:
            marker = f"{max(item.number, 0)}{COUNTERS[style]}"
        if before and begins_numbers(before, item):
            lines.append("")
        inner = indent + " " * (len(marker) + 1)
        first, *others = text.split("\n")
        lines.append(f"{indent}{marker} {first}")
        lines += [inner + line for line in others]
        indents[depth + 1 :] = [inner]
    return "\n".join(lines)


def begins_numbers(before: ListItem, item: ListItem) -> bool:
    """
    Whether a numbered list begins here, which needs an empty line: only 1 does not.
    """
    begins = item.depth > before.depth or before.number is None
    return begins and item.number not in (None, 1)


def quote_markdown(block: Quote) -> str:
    """
    A quotation, the speaker on its last line.
    """
    parts = [
        DASH_FIRST.sub(lambda found: f"&#{ord(found[0])};", paragraph_markdown(text))
        for text in block.paragraphs
    ]
    if block.speaker:
        parts.append(f"— {inline_markdown(block.speaker, LINE)}")
    return behind_marks("\n\n".join(filter(None, parts)))


def behind_marks(text: str) -> str:
    """
    Lines as those of a quotation.
    """
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if text else ""


def image_markdown(block: Image) -> str:
    """
    A picture, a caption without marks as its title, anything else below.
    """
    caption = presentable(block.caption)
    title = ""
    if caption and not caption.marks and "\n" not in caption.text:
        escaped = QUOTE_IN_TITLE.sub(r"\\\g<0>", caption.text)
        title, caption = f' "{escaped}"', NO_TEXT
    alt = inline_markdown(block.alt, LINE)
    source = address_markdown(safe_source(block.src))
    parts = [f"![{alt}]({source}{title})", caption_markdown(caption)]
    if block.credit:
        parts.append(f":: {inline_markdown(block.credit, LINE)}")
    return "\n\n".join(filter(None, parts))


def caption_markdown(caption: Inline) -> str:
    """
    A caption as a paragraph of its own.
    """
    return f": {inline_markdown(caption, LINE)}" if caption else ""


def table_markdown(block: Table) -> str:
    """
    A table with its caption below. Only its first row can be its head.
    """
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return caption_markdown(block.caption)
    rows = [row_markdown(row, columns) for row in block.rows]
    if not block.header_rows:
        rows.insert(0, row_markdown((), columns))
    rows.insert(1, "| " + " | ".join(["---"] * columns) + " |")
    caption = caption_markdown(block.caption)
    return "\n".join(rows) + (f"\n\n{caption}" if caption else "")


def row_markdown(row: Sequence[Inline], columns: int) -> str:
    """
    A row, filled up with empty cells.
    """
    cells = [inline_markdown(cell, CELL) for cell in row]
    return "| " + " | ".join([*cells, *[""] * (columns - len(cells))]) + " |"


def embed_markdown(block: Embed) -> str:
    """
    A rule, a block of code, or an address on a line of its own.
    """
    content = clean(block.content)
    if block.kind == "rule":
        written = "***"
    elif block.kind == "code":
        written = fenced(content)
    elif ADDRESS.fullmatch(content) and safe_source(content) == content:
        written = content
    else:
        written = inline_markdown(Inline(text=content))
    caption = caption_markdown(block.caption)
    return "\n\n".join(filter(None, [written, caption]))


def fenced(content: str) -> str:
    """
    Code between fences that are longer than any in it.
    """
    longest = max((len(run) for run in BACKTICKS.findall(content)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{content}\n{fence}"


def fact_box_markdown(block: FactBox) -> str:
    """
    A box, written as a quotation that begins with ``[!INFO]`` and the title.
    """
    title = f"[!INFO] {inline_markdown(block.title, LINE)}".rstrip()
    return behind_marks("\n\n".join([title, *blocks_markdown(block.blocks)]))
