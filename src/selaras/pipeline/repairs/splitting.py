"""
The rung that translates a sentence clause by clause.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selaras.article import Link
from selaras.engines import Hypotheses, Hypothesis, Request
from selaras.engines.alignment import shifted
from selaras.engines.legs import on_target
from selaras.fidelity import Check
from selaras.fidelity.function_words import FUNCTION_WORDS
from selaras.languages import LANGUAGES, Tag
from selaras.pipeline.repairs.case import Case
from selaras.text.clauses import split_clauses
from selaras.text.scripts import has_letter
from selaras.text.spans import Span
from selaras.text.typography import localise_tracked
from selaras.text.words import words

LONG_ENOUGH = 60
"""
Characters below which a sentence has no clauses worth parting.
"""

SHARE = 0.6
"""
A clause is at most so much of the sentence.
"""

FULL_STOPS = ".\N{IDEOGRAPHIC FULL STOP}"
CLOSED = tuple(".!?:;…。！？")


class Split:
    """
    The translations of a sentence's clauses, one behind the other.
    """

    name = "split"
    asks = True

    def requests(self, case: Case) -> Sequence[Request]:
        """
        Every clause, if the sentence has more than one.
        """
        text = case.base.text
        return tuple(case.request(clause(span, text)) for span in clauses(case))

    def attempts(
        self, case: Case, answers: Sequence[Hypotheses], _checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        All clauses together.
        """
        if answers:
            yield together(case, clauses(case), [found[0] for found in answers])


def clauses(case: Case) -> tuple[Span, ...]:
    """
    Where the clauses of a sentence stand; none if there is but one.
    """
    text = case.base.text
    if len(text) < LONG_ENOUGH:
        return ()
    spans = split_clauses(text, int(len(text) * SHARE), language=case.base.language)
    parted = len(spans) > 1 and all(has_letter(span.of(text)) for span in spans)
    return spans if parted else ()


def clause(span: Span, text: str) -> str:
    """
    A clause as it is asked for.
    """
    return span.of(text).rstrip()


def together(
    case: Case, spans: Sequence[Span], parts: Sequence[Hypothesis]
) -> Hypothesis:
    """
    The clauses' translations as one, their links moved along.

    An engine reads every clause as a sentence: the full stop that it puts behind it and
    the capital that it begins it with go. A quotation may begin in one clause and end
    in another, so punctuation is set once more when both stand in one text.
    """
    language = case.draft.language
    space = " " if LANGUAGES[language].spaced else ""
    text = ""
    links: list[Link] = []
    for span, part in zip(spans, parts, strict=True):
        ours = clause(span, case.base.text)
        ended = span is spans[-1] or ours.endswith(CLOSED)
        piece = part.text if ended else part.text.rstrip(FULL_STOPS)
        piece = going_on(piece, language) if ours[:1].islower() and text else piece
        text += space if text and piece else ""
        kept = [link for link in part.links if link.target[1] <= len(piece)]
        links += shifted(kept, span.start, len(text))
        text += piece
    tracked = localise_tracked(text, language)
    return replace(
        parts[0],
        text=tracked.text,
        links=on_target(links, tracked.current),
        score=None,
    )


def going_on(piece: str, language: Tag) -> str:
    """
    A clause that does not begin a sentence, if its first word may be a small one.

    >>> going_on("The cost rose.", "en"), going_on("Jakarta fell.", "en")
    ('the cost rose.', 'Jakarta fell.')
    """
    first = FIRST_WORD.match(piece)
    if first and first[0].lower() in SMALL_WORDS.get(language, ()):
        return piece[0].lower() + piece[1:]
    return piece


FIRST_WORD = re.compile(r"[^\W\d_]+")

SMALL_WORDS: dict[Tag, frozenset[str]] = {
    "en": FUNCTION_WORDS["en"] | words("a an as but he in on or the to"),
    "fr": FUNCTION_WORDS["fr"] | words("c d l n s"),
}
"""
Words that begin with a capital for no other reason than to begin a sentence.
"""
