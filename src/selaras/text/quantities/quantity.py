"""
A number with what stands beside it: more than, up, dollars, kilometres.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selaras.text.numbers import Number
from selaras.text.spans import Span


class Comparator(StrEnum):
    """
    What a text says a number is to the true value; ``NONE`` where it says nothing.
    """

    NONE = "exactly"
    MORE = "more than"
    AT_LEAST = "at least"
    LESS = "less than"
    AT_MOST = "at most"
    ALMOST = "almost"
    ABOUT = "about"


class Direction(StrEnum):
    """
    Whether something rises or falls.
    """

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """
    Words beside a number that say something about it, and all that they may say.

    "Over 5 years" is longer than five years, or during them. Where its clause is
    ``negated`` before it, it may say the opposite: nobody may accept more than five.
    """

    span: Span
    comparators: frozenset[Comparator]
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """
    A word that says that something rises or falls.
    """

    span: Span
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """
    A unit or a currency beside a number: where it stands, and all that it may be.
    """

    span: Span
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """
    A number of a text and what its neighbours say about it.
    """

    number: Number
    cue: Cue | None = None
    turn: Turn | None = None
    currency: Measure | None = None
    unit: Measure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """
    All quantities of a text, and the words of their kind that belong to none of them.
    """

    items: tuple[Quantity, ...]
    cues: tuple[Cue, ...]
    turns: tuple[Turn, ...]


Meanings = str
"""
What a cue may mean, as names of comparators with bars between: ``MORE|NONE``.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityTable:
    """
    How a language writes what stands beside a number. All values are patterns.

    * ``before`` and ``after`` give each meaning its words before and after a number;
      ``before_gap`` and ``after_gap`` may stand between.
    * ``negations`` turn "more than" into "at most" from some way off.
    * ``rises`` and ``falls`` are words of direction; ``turn_gap`` is how many
      characters away from its number one may stand.
    * ``currencies`` give names to codes: ``"USD"``, or several with spaces between;
      those of a subunit end in ``c``. Names that Babel knows need not be here.
    * ``units`` give each unit of ``selaras.text.quantities.units`` its words, and
      several units, with spaces between, words that may be any of them.
    * ``measure_gap`` may stand between a number and its unit or currency.
    * ``orders`` are words for an order of magnitude: tens, hundreds, thousands.
    * ``ones`` are units with a one written onto them: "setahun" is one year.
    * ``ranks`` follow a number that counts nothing: 5位, 7月; and what is ``placed``
      before an ordinal is its unit: "menit ke-72".
    * ``whole_words`` says that a word ends where no letter follows, and ``prefixes``
      what may be written onto its beginning.
    """

    before: Mapping[Meanings, Sequence[str]]
    after: Mapping[Meanings, Sequence[str]]
    before_gap: str
    after_gap: str
    negations: str
    rises: Sequence[str]
    falls: Sequence[str]
    turn_gap: int
    currencies: Mapping[str, str]
    units: Mapping[str, str]
    orders: Mapping[int, str]
    measure_gap: str = r"[\s-]?"
    ranks: str = r"(?!)"
    placed: str = r"(?!)"
    whole_words: bool = True
    ones: str = r"(?!)"
    prefixes: str = ""
