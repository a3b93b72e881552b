"""
Text between tags: written so that XML can hold it, read so that only words are left.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""
Characters that no XML may hold, https://www.w3.org/TR/xml/#charsets.
"""

BLANKS = re.compile("[ \t\r\n]+")
"""
What another tool may have broken lines with. A no-break space is not: French needs it.
"""

Span = tuple[int, int, int]
"""
A mark's number, its start and its end.
"""


def told(text: str) -> str:
    r"""
    Text as it stands between two tags.

    >>> told("Rp 5 < Rp 7\x00")
    'Rp 5 &lt; Rp 7'
    """
    return escape(NOT_XML.sub("", text))


def attributes(values: Iterable[tuple[str, object]]) -> str:
    """
    Attributes as they stand in a tag; what is empty is left out.

    >>> attributes([("id", 7), ("state", "")])
    ' id="7"'
    """
    return "".join(
        f" {name}={quoteattr(NOT_XML.sub('', str(value)))}"
        for name, value in values
        if value not in {"", None}
    )


@dataclass
class Gathered:
    r"""
    Words that come piece by piece, with the marks that open and close between them.

    White space becomes one space each, and none at the ends; marks never begin or end
    with any.

    >>> words = Gathered()
    >>> words.add("Menurut\n  ")
    >>> words.open(1); words.add(" BPS "); words.close(1); words.add("\n, naik.")
    >>> words.text, words.spans
    ('Menurut BPS , naik.', [(1, 8, 11)])
    """

    spans: list[Span] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    is_blank: bool = False
    opened: dict[int, int] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    covered: set[int] = field(default_factory=set)
    faulty: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """
        All words that came, joined only when asked for: a hostile text has many.
        """
        return "".join(self.parts)

    def add(self, piece: str | None) -> None:
        """
        Words come.
        """
        first, *others = BLANKS.split(piece or "")
        self.word(first)
        for word in others:
            self.is_blank = True
            self.word(word)

    def word(self, word: str) -> None:
        """
        Letters without white space come.
        """
        if word:
            part = f" {word}" if self.is_blank and self.length else word
            self.parts.append(part)
            self.length += len(part)
            self.is_blank = False

    def open(self, number: int) -> None:
        """
        A mark begins before what comes next.
        """
        if number in self.opened or number in self.covered:
            self.fault(number, "twice")
            return
        self.opened[number] = self.length + bool(self.is_blank and self.length)

    def close(self, number: int) -> None:
        """
        A mark ends; one that covers no words is none.
        """
        if number not in self.opened:
            if number not in self.faulty:
                self.fault(number, "not opened")
            return
        start = self.opened.pop(number)
        if start < self.length:
            self.spans.append((number, start, self.length))
            self.covered.add(number)

    def fault(self, number: int, said: str) -> None:
        """
        A mark is wrong.
        """
        self.faults.append((number, said))
        self.faulty.add(number)

    def finish(self) -> "Gathered":
        """
        Nothing comes any more.
        """
        self.faults += [(number, "not closed") for number in self.opened]
        self.opened.clear()
        self.spans.sort(key=lambda span: (span[1], -span[2], span[0]))
        return self
