"""
What every engine takes and gives.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from selaras.article.model import Link
from selaras.languages import SOURCE, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """
    What surrounds a segment, for engines that can use it: they must not translate it.
    """

    headline: str = ""
    before: str = ""
    after: str = ""


NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True, order=True)
class Cover:
    """
    A stretch of a text that stands for something else, to be put in after.
    """

    start: int
    end: int
    kind: Literal["number", "name"] = "number"


Term = tuple[str, str]
"""
Words of a text, as they stand there, and what the newsroom calls them in the target.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """
    One segment to translate into one language.

    ``align`` asks for the links between source and target, which cost time; an engine
    that cannot align answers without. ``alternatives`` is how many hypotheses are
    wanted at most. ``fresh`` asks the engine itself: a memory neither answers nor keeps
    what was asked only to mend a sentence.

    ``terms`` are for engines that can be told: the others leave them to the checks.
    They are about this text and this target, so that whoever goes through another
    language tells nobody on the way.

    ``covers``, which must not overlap, stand for something else: an engine that learnt
    signs for such things writes one in place of each and the stretch as it was where
    the sign comes out, without links. The others translate the text as it stands.
    """

    text: str
    target: Tag
    source: Tag = SOURCE
    context: Context = NO_CONTEXT
    align: bool = False
    alternatives: int = 1
    fresh: bool = False
    terms: tuple[Term, ...] = ()
    covers: tuple[Cover, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """
    Where a hypothesis comes from, as an editor may see it.

    ``via`` is the pivot, in the order travelled; ``steps`` what was done besides
    ("memory:exact", "split:3").
    """

    engine: str
    model: str = ""
    via: tuple[Tag, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """
    What an engine returned for a segment.

    ``score`` is the mean log-probability of its tokens where the engine tells it: fit
    for ranking hypotheses of one segment, unfit as a judge of their quality.
    """

    text: str
    provenance: Provenance
    score: float | None = None
    links: tuple[Link, ...] = ()


Hypotheses = tuple[Hypothesis, ...]
"""
Best first; never empty.
"""


class Engine(Protocol):
    """
    Something that translates.

    ``translate`` answers every request, in order, or raises ``EngineError``: there is
    no partial answer. What it returns is untrusted.
    """

    @property
    def name(self) -> str:
        """
        The engine's name in provenance.
        """

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        Whether it would translate this pair.
        """

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, in order.
        """
