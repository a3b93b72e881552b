"""
What readers of formats share: events go in, blocks come out.

A reader says "a list opens, an item opens, this text, a mark opens, ..."; the builder
knows which block may stand in which, and what becomes of a block that may not: it is
put behind the one that cannot hold it. Text that stands anywhere becomes a paragraph.
No event loses text.
"""

from collections import Counter

from selaras.article.formats.cleaning import clean, safe_address
from selaras.article.formats.containers import (
    CLOSE,
    CONTAINERS_OF,
    Container,
    Frame,
    Role,
    add,
    without_dash,
)
from selaras.article.inline import PLAIN, Style, weave
from selaras.article.model import (
    NO_TEXT,
    Article,
    Block,
    Heading,
    Inline,
    MarkKind,
    Paragraph,
)
from selaras.errors import ArticleTooLarge
from selaras.languages import LANGUAGES, SOURCE, Tag

MAX_DEPTH = 50
"""
How deep quotations, lists, boxes and tables may stand in each other.
"""


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


def unmarked(text: str) -> Inline:
    """
    A text without marks, its line breaks kept.
    """
    return weave([(clean(text), PLAIN)])


def language_named(tag: str) -> Tag:
    """
    A language as this project writes it, if it is one of ours: ``zh-Hans`` is ``zh``.

    >>> language_named("zh-Hans"), language_named("de-AT"), language_named("")
    ('zh', 'de-AT', 'id')
    """
    tag = clean(tag).strip()
    primary = tag.split("-")[0].lower()
    return primary if primary in LANGUAGES else tag or SOURCE
