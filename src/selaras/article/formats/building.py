"""
What readers of formats share: events go in, blocks come out.

A reader says "a list opens, an item opens, this text, a mark opens, ..."; the builder
knows which block may stand in which, and what becomes of a block that may not: it is
put behind the one that cannot hold it. Text that stands anywhere becomes a paragraph.
No event loses text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from selaras.article.formats.cleaning import clean, safe_address
from selaras.article.inline import (
    PLAIN,
    Piece,
    Style,
    join_lines,
    slice_inline,
    weave,
)
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
    MarkKind,
    Paragraph,
    Quote,
    Table,
)
from selaras.errors import ArticleTooLarge

MAX_DEPTH = 50
"""
How deep quotations, lists, boxes and tables may stand in each other.
"""

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


class Styles:
    """
    The marks that are open now.
    """

    def __init__(self) -> None:
        self.kinds: Counter[MarkKind] = Counter()
        self.links: list[str] = []
        self.now: Style = PLAIN

    def open(self, kind: MarkKind, href: str = "") -> None:
        """
        A mark begins. A link to an address that is not safe has none.
        """
        if kind == "link":
            self.links.append(safe_address(href))
        else:
            self.kinds[kind] += 1
        self.update()

    def close(self, kind: MarkKind) -> None:
        """
        The mark of this kind that opened last ends; one that never opened does not.
        """
        if kind == "link":
            del self.links[-1:]
        elif self.kinds[kind]:
            self.kinds[kind] -= 1
        self.update()

    def update(self) -> None:
        """
        Make one style of what is open.
        """
        style = {(kind, "") for kind, count in self.kinds.items() if count}
        if self.links and self.links[-1]:
            style.add(("link", self.links[-1]))
        self.now = frozenset(style)


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


class ArticleBuilder:
    """
    Takes the events of a reader and makes an article of them.
    """

    def __init__(self) -> None:
        self.styles = Styles()
        self.frames = [Frame("body")]
        self.headline = NO_TEXT
        self.summary = NO_TEXT

    @property
    def top(self) -> Frame:
        """
        The innermost open container.
        """
        return self.frames[-1]

    def finish(self) -> Article:
        """
        Close what is open, and give the article.
        """
        while len(self.frames) > 1:
            self.close()
        self.end_text()
        return Article(
            headline=self.headline,
            summary=self.summary,
            blocks=tuple(self.top.blocks),
        )

    def text(self, text: str) -> None:
        """
        Text in the style of the marks that are open. A newline in it is a space.
        """
        frame = self.top
        frame.pieces.append((clean(text).replace("\n", " "), self.styles.now))
        frame.has_words = frame.has_words or bool(text.strip())

    def line_break(self) -> None:
        """
        A line ends on the page; an empty line ends a paragraph.
        """
        pieces = self.top.pieces
        while pieces and not pieces[-1][0].strip(" "):
            pieces.pop()
        if pieces and pieces[-1][0] == "\n" and self.top.role == "paragraph":
            self.end_text()
        else:
            pieces.append(("\n", self.styles.now))

    def begin_text(self, role: Role, *, level: int = 2) -> None:
        """
        What comes now is a text of its own, with a role.
        """
        self.end_text()
        self.top.role = role
        self.top.level = level

    def end_text(self) -> None:
        """
        Put the text that was read where its role says, and what it held behind it.
        """
        frame = self.top
        inline = weave(frame.pieces)
        role, frame.role = frame.role, "paragraph"
        frame.pieces.clear()
        frame.has_words = False
        if inline:
            self.put_text(inline, role)
        held, frame.held = frame.held, []
        for block in held:
            add(frame, block)

    def put_text(self, inline: Inline, role: Role) -> None:
        """
        Give a text to the field of its role, or make a block of it.
        """
        frame = self.top
        if role == "headline" and not self.headline:
            self.headline = inline
        elif role == "summary" and not self.summary:
            self.summary = inline
        elif frame.kind in CONTAINERS_OF.get(role, ()):
            words = without_dash(inline) if role == "speaker" else inline
            frame.texts[role].append(words)
        elif role in ("heading", "headline"):
            add(frame, Heading(text=inline, level=min(max(frame.level, 2), 6)))
        else:
            add(frame, Paragraph(text=inline))

    def block(self, block: Block) -> None:
        """
        A whole block, which waits for the end of the text in which it stands.
        """
        if self.top.has_words:
            self.top.held.append(block)
        else:
            add(self.top, block)

    def open(self, kind: Container) -> Frame:
        """
        A container begins; the frame takes what else the format says of it.
        """
        self.end_text()
        if len(self.frames) > MAX_DEPTH:
            raise ArticleTooLarge(
                f"Lists, quotations, boxes and tables may stand {MAX_DEPTH} deep in "
                "each other; in this article they stand deeper."
            )
        self.frames.append(Frame(kind))
        return self.top

    def close(self) -> None:
        """
        The innermost container ends and becomes what it holds.
        """
        self.end_text()
        frame = self.frames.pop()
        CLOSE[frame.kind](frame, self.top)
        for block in frame.after:
            add(self.top, block)


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
