"""
What a container of an article may hold, and what becomes of it when it ends.

A block that a container cannot hold is put behind it, so that nothing is lost.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from selaras.article.inline import Piece, join_lines, slice_inline
from selaras.article.model import (
    NO_TEXT,
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

MAX_SPAN = 100
"""
The most columns that one cell may take.
"""


Container = Literal[
    "body", "list", "item", "quote", "fact box", "figure", "table", "row", "cell"
]


Role = Literal[
    "paragraph",
    "headline",
    "summary",
    "heading",
    "speaker",
    "title",
    "caption",
    "credit",
]
"""
What a stretch of text is for the container in which it stands.
"""


CONTAINERS_OF: dict[Role, frozenset[Container]] = {
    "speaker": frozenset({"quote"}),
    "title": frozenset({"fact box"}),
    "caption": frozenset({"figure", "table"}),
    "credit": frozenset({"figure"}),
}
"""
The containers that have a place for a text of this role; elsewhere it is a paragraph.
"""


DASH_BEFORE_SPEAKER = re.compile(r"(?:[—–―]|--)\s*")


@dataclass(slots=True)
class Frame:
    """
    A container that is open: its blocks so far, and the text that is being read.

    ``held`` are blocks met in the middle of a text, which follow it; ``after`` those
    that the container cannot hold, which follow the container.
    """

    kind: Container
    blocks: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    held: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    has_words: bool = False
    role: Role = "paragraph"
    level: int = 2
    texts: defaultdict[Role, list[Inline]] = field(
        default_factory=lambda: defaultdict(list)
    )
    items: list[ListItem] = field(default_factory=list)
    rows: list[tuple[tuple[Inline, ...], bool]] = field(default_factory=list)
    cells: list[Inline] = field(default_factory=list)
    number: int | None = None
    is_header: bool = False
    columns: int = 1

    def text_of(self, role: Role) -> Inline:
        """
        The text of a role, in lines where there are several.
        """
        return join_lines(self.texts[role]) if self.texts[role] else NO_TEXT


def add(frame: Frame, block: Block) -> None:
    """
    Put a block into a container; a list takes what is no item as items.
    """
    if frame.kind != "list":
        frame.blocks.append(block)
    elif isinstance(block, List):
        frame.items += deeper(block.items)
    elif (texts := texts_of(block)) is not None:
        frame.items += [ListItem(text=text) for text in texts]
    else:
        frame.after.append(block)


def texts_of(block: Block) -> list[Inline] | None:
    """
    The texts of a block that is nothing but text; None for the others.
    """
    match block:
        case Paragraph() | Heading():
            return [block.text]
        case List():
            return [item.text for item in block.items]
        case Quote():
            return [text for text in (*block.paragraphs, block.speaker) if text]
        case FactBox():
            inner = [text for part in block.blocks for text in texts_of(part) or ()]
            return [block.title, *inner] if block.title else inner
        case _:
            return None


def take_texts(frame: Frame) -> list[Inline]:
    """
    All texts in a container; blocks that are more than text go behind it.
    """
    texts: list[Inline] = []
    for block in frame.blocks:
        found = texts_of(block)
        if found is None:
            frame.after.append(block)
        else:
            texts += found
    return texts


def deeper(items: Iterable[ListItem]) -> list[ListItem]:
    """
    Items of a list inside a list.
    """
    return [replace(item, depth=item.depth + 1) for item in items]


def without_dash(inline: Inline) -> Inline:
    """
    A speaker's name without the dash that stands before it on the page.
    """
    dash = DASH_BEFORE_SPEAKER.match(inline.text)
    return slice_inline(inline, dash.end(), len(inline.text)) if dash else inline


def close_list(frame: Frame, parent: Frame) -> None:
    """
    A list ends. Depths that its items skip are taken out.
    """
    items: list[ListItem] = []
    for item in frame.items:
        deepest = items[-1].depth + 1 if items else 0
        items.append(replace(item, depth=min(item.depth, deepest)))
    if items:
        add(parent, List(items=tuple(items)))


def close_item(frame: Frame, parent: Frame) -> None:
    """
    An item ends: its text, then the items of the lists in it, in their order.
    """
    texts: list[Inline] = []
    items: list[ListItem] = []

    def end_item() -> None:
        if texts:
            number = frame.number if not items else None
            items.append(ListItem(text=join_lines(texts), number=number))
            texts.clear()

    for block in frame.blocks:
        found = texts_of(block)
        if isinstance(block, List):
            end_item()
            items += deeper(block.items)
        elif found is None:
            frame.after.append(block)
        else:
            texts += found
    end_item()
    if parent.kind == "list":
        parent.items += items
        parent.after += frame.after
        frame.after = []
    elif items:
        add(parent, List(items=tuple(items)))


def close_quote(frame: Frame, parent: Frame) -> None:
    """
    A quotation ends.
    """
    paragraphs = take_texts(frame)
    speaker = frame.text_of("speaker")
    if paragraphs or speaker:
        add(parent, Quote(paragraphs=tuple(paragraphs), speaker=speaker))


def close_fact_box(frame: Frame, parent: Frame) -> None:
    """
    A fact box ends. Only paragraphs and lists stand in it.
    """
    parts: list[Paragraph | List] = []
    for block in frame.blocks:
        if isinstance(block, Paragraph | List):
            parts.append(block)
        elif (texts := texts_of(block)) is not None:
            parts += [Paragraph(text=text) for text in texts]
        else:
            frame.after.append(block)
    title = frame.text_of("title")
    if title or parts:
        add(parent, FactBox(title=title, blocks=tuple(parts)))


def close_figure(frame: Frame, parent: Frame) -> None:
    """
    A figure ends: its caption and credit go to the first block that can have them.
    """
    caption = frame.text_of("caption")
    credit = frame.text_of("credit")
    for block in frame.blocks:
        if caption or credit:
            captioned, caption, credit = give_caption(block, caption, credit)
            add(parent, captioned)
        else:
            add(parent, block)
    for text in (caption, credit):
        if text:
            add(parent, Paragraph(text=text))


def give_caption(
    block: Block, caption: Inline, credit: Inline
) -> tuple[Block, Inline, Inline]:
    """
    The block with what it can take of a caption and a credit, and what is left.
    """
    match block:
        case Image() if not block.caption and not block.credit:
            return replace(block, caption=caption, credit=credit), NO_TEXT, NO_TEXT
        case Table() | Embed() if not block.caption:
            return replace(block, caption=caption), NO_TEXT, credit
        case Quote() if not block.speaker:
            return replace(block, speaker=without_dash(caption)), NO_TEXT, credit
        case _:
            return block, caption, credit


def close_table(frame: Frame, parent: Frame) -> None:
    """
    A table ends. Text in it that is in no cell stands behind it.
    """
    frame.after = [*frame.blocks, *frame.after]
    rows = tuple(cells for cells, _ in frame.rows)
    headers = [is_header for _, is_header in frame.rows]
    header_rows = headers.index(False) if False in headers else len(headers)
    caption = frame.text_of("caption")
    if caption or any(cell for row in rows for cell in row):
        add(parent, Table(rows=rows, header_rows=header_rows, caption=caption))


def close_row(frame: Frame, parent: Frame) -> None:
    """
    A row ends.
    """
    parent.after += [*frame.blocks, *frame.after]
    frame.after = []
    if frame.is_header and not any(frame.cells):
        return  # Markdown writes a table without a head with an empty one.
    if frame.cells:
        parent.rows.append((tuple(frame.cells), frame.is_header))


def close_cell(frame: Frame, parent: Frame) -> None:
    """
    A cell ends; one that takes several columns is followed by empty ones.
    """
    text = join_lines(take_texts(frame))
    empty = [NO_TEXT] * (min(frame.columns, MAX_SPAN) - 1)
    if parent.kind == "row":
        parent.cells += [text, *empty]
        parent.is_header = parent.is_header and frame.is_header
        parent.after += frame.after
        frame.after = []
    elif text:
        add(parent, Paragraph(text=text))


CLOSE: dict[Container, Callable[[Frame, Frame], None]] = {
    "list": close_list,
    "item": close_item,
    "quote": close_quote,
    "fact box": close_fact_box,
    "figure": close_figure,
    "table": close_table,
    "row": close_row,
    "cell": close_cell,
}
