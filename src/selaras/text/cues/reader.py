"""
What finds the cues of a text by the table of its language.
"""

import re
from collections.abc import Sequence

from selaras.text.alternatives import alternatives
from selaras.text.cues.cue import Cue, CueTable, Rows
from selaras.text.spans import Span


class CueReader:
    """
    The rows of one table, compiled into one pattern.

    ``anything`` is the same pattern without groups, and put together so that it is
    tried quickly: what finds a cue need not say which row it is of.
    """

    def __init__(self, table: CueTable, rows: Rows, clitics: str = "") -> None:
        self.folding = table.folding
        self.dropped = frozenset(
            chr(sign) for sign in table.folding if not table.folding[sign]
        )
        words = [pattern.translate(table.folding) for _, pattern in rows]
        each_row = "|".join(f"({word})" for word in words)
        before = f"{table.before}{clitics}"
        self.anything = re.compile(f"{before}(?:{alternatives(words)}){table.after}")
        self.pattern = re.compile(f"{before}(?:{each_row}){table.after}")
        self.rows = [None, *(meanings_of(meaning) for meaning, _ in rows)]

    def read(self, text: str) -> tuple[Cue, ...]:
        """
        Every cue of a text, in order; idioms are passed over.
        """
        folded = lowered(text).translate(self.folding)
        found = [
            (match.span(), self.rows[match.lastindex or 0])
            for place in self.anything.finditer(folded)
            if (match := self.pattern.match(folded, place.start()))
        ]
        if not found:
            return ()
        places = self.places(text, folded)
        return tuple(
            Cue(
                span=Span(places[start], places[end]),
                meanings=row[0],
                firm=row[1],
            )
            for (start, end), row in found
            if row
        )

    def places(self, text: str, folded: str) -> Sequence[int]:
        """
        Where each character of the folded text stands in the text itself, and its end.

        What is left out after a character, as a vowel mark, belongs to it.
        """
        if len(text) == len(folded):
            return range(len(text) + 1)
        dropped = self.dropped
        kept = [place for place, sign in enumerate(text) if sign not in dropped]
        return [*kept, len(text)]


def meanings_of(meaning: str) -> tuple[frozenset[str], bool] | None:
    """
    The meanings of a row and whether they are firm; nothing for an idiom.
    """
    names = frozenset(meaning.removeprefix("?").split())
    return (names, not meaning.startswith("?")) if names else None


def lowered(text: str) -> str:
    """
    The text in small letters, and as long as it was: "İ" has none of one character.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
