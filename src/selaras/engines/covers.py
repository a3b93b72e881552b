"""
The signs by which a model of ours knows that something stands for something else.

Text with numbers and names covered was part of its training, so that it carries a sign
over and lets the grammar round it be (``selaras_train.covering``).
"""

import re
from collections.abc import Collection, Mapping, Sequence

from selaras.engines.protocol import Cover

LETTERS: Mapping[str, str] = {"number": "N", "name": "E"}
"""
The letter of the signs for each kind of thing.
"""

MOST = 10
"""
Signs that there are of each kind.
"""

SIGNS = tuple(
    f"<{letter}{number}>" for letter in LETTERS.values() for number in range(MOST)
)

SIGN = re.compile(r"<[NE]\d>")
COMMAND = re.compile(r"<(?=(?:[NE]\d|s\d|2[a-z]{2}|bt|news|sep)>)")
"""
What an author's text may not say to the model: its pieces with a meaning.
"""


def guarded(text: str) -> str:
    """
    A text in which nothing looks like a sign; every character keeps its place.

    >>> guarded("Kode <N1> hilang")
    'Kode (N1> hilang'
    """
    return COMMAND.sub("(", text)


def signed(text: str, covers: Sequence[Cover]) -> tuple[str, dict[str, str]]:
    """
    The text with signs for what stands for something else, and what each sign hides.

    >>> signed("Rp37 untuk 46", [Cover(2, 4), Cover(11, 13, "name")])
    ('Rp<N0> untuk <E1>', {'<N0>': '37', '<E1>': '46'})
    """
    hidden: dict[str, str] = {}
    written, end = "", 0
    for number, cover in enumerate(sorted(covers)[:MOST]):
        sign = f"<{LETTERS[cover.kind]}{number}>"
        hidden[sign] = text[cover.start : cover.end]
        written += text[end : cover.start] + sign
        end = cover.end
    return written + text[end:], hidden


def unsigned(text: str, hidden: Mapping[str, str]) -> str:
    """
    A translation with what its signs hide.

    One that hides nothing is a slip of the model, and goes: whatever it stands in the
    place of is missed by the checks then.

    >>> unsigned("<N0> rupiah for <E1> <N7>", {"<N0>": "37", "<E1>": "46"})
    '37 rupiah for 46 '
    """
    return SIGN.sub(lambda sign: hidden.get(sign[0], ""), text)


def unused(pieces: Collection[str]) -> list[str]:
    """
    The signs that are not among some pieces, and need not come out.
    """
    return [sign for sign in SIGNS if sign not in pieces]
