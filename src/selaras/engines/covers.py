"""
The signs by which a model of ours knows that something stands for something else.

Text with numbers and names covered was part of its training, so that it carries a sign
over and lets the grammar round it be (``selaras_train.covering``).
"""

import re
from collections.abc import Mapping, Sequence

from selaras.engines.protocol import Cover

SIGNS: Mapping[str, str] = {"number": "N", "name": "E"}
"""
The letter of the signs for each kind of thing; ten of each are known.
"""

MOST = 10

SIGN = re.compile(r"<[NE]\d>")
COMMAND = re.compile(r"<(?=(?:[NE]\d|s\d|bt|news|sep)>)")
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
        sign = f"<{SIGNS[cover.kind]}{number}>"
        hidden[sign] = text[cover.start : cover.end]
        written += text[end : cover.start] + sign
        end = cover.end
    return written + text[end:], hidden


def unsigned(text: str, hidden: Mapping[str, str]) -> str:
    """
    A translation with what its signs hide.

    >>> unsigned("<N0> rupiah for <E1>", {"<N0>": "37", "<E1>": "46"})
    '37 rupiah for 46'
    """
    return SIGN.sub(lambda sign: hidden.get(sign[0], sign[0]), text)
