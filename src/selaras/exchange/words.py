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

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    is_blank: bool = False
    opened: dict[int, int] = field(default_factory=dict)

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
            between = " " if self.is_blank and self.text else ""
            self.text += between + word
            self.is_blank = False

    def open(self, number: int) -> None:
        """
        A mark begins before what comes next.
        """
        if number in self.opened or any(number == done for done, *_ in self.spans):
            self.faults.append((number, "twice"))
            return
        self.opened[number] = len(self.text) + bool(self.is_blank and self.text)

    def close(self, number: int) -> None:
        """
        A mark ends; one that covers no words is none.
        """
        if number not in self.opened:
            if not any(number == fault for fault, _said in self.faults):
                self.faults.append((number, "not opened"))
            return
        start = self.opened.pop(number)
        if start < len(self.text):
            self.spans.append((number, start, len(self.text)))

    def finish(self) -> "Gathered":
        """
        Nothing comes any more.
        """
        self.faults += [(number, "not closed") for number in self.opened]
        self.opened.clear()
        self.spans.sort(key=lambda span: (span[1], -span[2], span[0]))
        return self
