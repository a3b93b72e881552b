"""
A word that decides what a sentence asserts, and the tables that name such words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from selaras.text.spans import Span

Rows = tuple[tuple[str, str], ...]
"""
What a word may mean, and the pattern that finds it; the first row that fits wins.

A meaning of several words is one that the text leaves open: متهم is ``accused`` or
``defendant``. A question mark before it says that the word explains what another
language says, and asks for nothing itself. An empty meaning is an idiom, to be passed
over: "not only" negates nothing.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """
    One word or phrase of a text, with everything that it may mean.

    What is ``firm`` must have its counterpart in a translation; what is not may have.
    """

    span: Span
    meanings: frozenset[str]
    firm: bool = True

    @property
    def meaning(self) -> str:
        """
        The meaning, where there is one; the first by the alphabet where there are more.
        """
        return min(self.meanings)

    def agrees_with(self, other: "Cue") -> bool:
        """
        Whether two cues may mean the same.
        """
        return not self.meanings.isdisjoint(other.meanings)


@dataclass(frozen=True, slots=True, kw_only=True)
class CueTable:
    """
    The cues of one language.

    ``before`` and ``after`` stand round every pattern, so that it finds whole words;
    ``clitics`` may be written onto any word for an opposite or a status; and
    ``folding`` writes several characters as one, or leaves them out, before looking.
    """

    negation: Rows
    opposites: Rows
    status: Rows
    before: str = r"(?<![^\W_])"
    clitics: str = ""
    after: str = r"(?![^\W_])"
    folding: Mapping[int, str] = field(default_factory=dict)
