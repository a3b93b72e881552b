"""
A place where a sentence may end, and what stands round it.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from selaras.text.sentences.rules import SentenceRules

NEIGHBOURHOOD = 60
"""
How many characters either side a rule may look at: what keeps long text linear.
"""

OPENERS = "\"'“‘«‹„([{「『（【《〈*_"
CLOSERS = "\"'”’»›)]}」』）】》〉"

BLANK_LINE = re.compile(
    r"\s*+\Z|[^\S\n]*+\n[^\S\n]*+\n|[^\S\n]*+\N{PARAGRAPH SEPARATOR}"
)
DASHES = re.compile("[\N{EN DASH}\N{EM DASH}]")
NEXT_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, kw_only=True)
class Stop:
    """
    A run of stops with the quotation marks and brackets that it closes.

    ``begin`` is where the sentence began that may end here, ``start`` the first stop,
    ``end`` what follows the last closing mark, ``next`` the next thing that is seen.
    """

    text: str
    rules: SentenceRules
    begin: int
    start: int
    closers: int
    end: int
    next: int

    @cached_property
    def run(self) -> str:
        """
        The stops alone: ``.`` or ``?!`` or ``...``.
        """
        return self.text[self.start : self.closers]

    @property
    def closing(self) -> str:
        """
        The quotation marks and brackets that follow the stops.
        """
        return self.text[self.closers : self.end]

    @property
    def quotes(self) -> int:
        """
        How many straight quotation marks stand in the sentence so far.
        """
        left = max(self.begin, self.start - 10 * NEIGHBOURHOOD)
        return self.text.count('"', left, self.start)

    @cached_property
    def before(self) -> list[str]:
        """
        The last words before the stop, in order, the last one touching it.
        """
        left = max(self.begin, self.start - NEIGHBOURHOOD)
        return self.text[left : self.start].split()

    @cached_property
    def word(self) -> str:
        """
        The word that touches the stop, without the marks that open before it.
        """
        touching = self.start > self.begin and not self.text[self.start - 1].isspace()
        word = self.before[-1] if touching and self.before else ""
        return DASHES.split(word)[-1].lstrip(OPENERS)

    @cached_property
    def after(self) -> str:
        """
        What follows, from the first character that is seen.
        """
        return self.text[self.next : self.next + NEIGHBOURHOOD]

    @cached_property
    def opened(self) -> str:
        """
        What follows, without the marks that open before it.
        """
        return self.after.lstrip(OPENERS)

    @cached_property
    def next_word(self) -> str:
        """
        The word that follows, or nothing.
        """
        found = NEXT_WORD.match(self.opened)
        return found[0] if found else ""

    @property
    def glued(self) -> bool:
        """
        Whether the next sentence follows without white space.
        """
        return self.next == self.end
