"""
What a language must tell about itself before its text can be cut into sentences.
"""

import re
from dataclasses import dataclass

FULL_STOPS = ".!?\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRules:
    """
    The stops of a language, and its words that carry a full stop of their own.

    Words are written without their last full stop, in the case in which they occur.

    * ``titles`` stand before a name: "Prof. Budi" goes on.
    * ``counters`` stand before a number: "No. 5" goes on, "bukan itu hal. Ia" does not.
    * ``counted`` may stand between the two: "No. Rek. 123".
    * ``inner`` never end a sentence: "s.d. Senin".
    * ``closing`` may end one: "PT Astra Tbk. Saham" is two, "Tbk. naik" is one.
    * ``labels`` stand before a letter that is no initial: "golongan A. Warga".
    * ``starters`` are never part of a name, so a sentence begins with them.
    * ``starter_ending`` makes a long word a starter: "Ketiganya".
    * ``nouns`` do that after an initial only: "berinisial A. Polisi".
    * ``offices`` name what a person is to a firm: "Direktur PT Astra Tbk. Budi Hadi".
    * ``attribution`` is how a sentence goes on after a quotation: "。”他说。" is one.
    * ``quotation`` is the pair of marks inside which no sentence ends: 「行く。」.
    """

    stops: str = FULL_STOPS
    spaced: bool = True
    titles: frozenset[str] = frozenset()
    counters: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    starter_ending: str = "\n"
    nouns: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    attribution: re.Pattern[str] | None = None
    quotation: str = ""
