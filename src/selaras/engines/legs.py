"""
What travels between the engine and a loaded model: texts on their way, and raw answers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from selaras.article.model import Link
from selaras.engines.alignment import identity, shifted
from selaras.engines.part import Pair
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text.rewriting import rewrite_numbers
from selaras.text.scripts import has_letter

FULL_STOPS = ".\N{IDEOGRAPHIC FULL STOP}"
CLOSED = ".!?:;…\N{IDEOGRAPHIC FULL STOP}！？"


@dataclass(frozen=True, slots=True)
class Leg:
    """
    One text to bring from one language into the next.
    """

    text: str
    source: Tag
    target: Tag

    @property
    def pair(self) -> Pair:
        """
        The languages alone.
        """
        return (self.source, self.target)


@dataclass(frozen=True, slots=True)
class Want:
    """
    What is wanted besides the best translation.
    """

    alternatives: int = 1
    align: bool = False

    def __or__(self, other: "Want") -> "Want":
        return Want(
            max(self.alternatives, other.alternatives), self.align or other.align
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """
    A hypothesis in plain punctuation, with links into the text that was given.
    """

    text: str
    score: float | None = None
    links: tuple[Link, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A stretch of cleaned text as the model reads it, and where the stretch begins.
    """

    text: str
    start: int
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """
    One clause on one leg: what the model answers at a time.
    """

    clause: Clause
    leg: Leg
    want: Want


def carried_over(text: str, pair: Pair) -> Raw:
    """
    The answer for a text that has nothing to translate.

    Indonesian numbers without words are written as the target language writes them.
    """
    source, target = pair
    carried = text
    if source == SOURCE and not has_letter(text):
        carried = rewrite_numbers(text, target)
    return Raw(text=carried, links=identity(text), steps=("copied",))


def joined(jobs: Sequence[Job], best: Sequence[Raw]) -> Raw:
    """
    The translations of a sentence's clauses, as the translation of the sentence.

    A model ends whatever it reads with a full stop; inside the sentence that is wrong.
    """
    space = " " if LANGUAGES[jobs[0].leg.target].spaced else ""
    text = ""
    links: list[Link] = []
    for index, (job, raw) in enumerate(zip(jobs, best, strict=True)):
        ended = index == len(jobs) - 1 or job.clause.text.endswith(tuple(CLOSED))
        piece = raw.text if ended else raw.text.rstrip(FULL_STOPS)
        lead = space if text and piece else ""
        kept = within(raw.links, len(piece))
        links += shifted(kept, job.clause.start, len(text + lead))
        text += lead + piece
    scores = [raw.score for raw in best if raw.score is not None]
    hit = {step for raw in best for step in raw.steps if step != "copied"}
    return Raw(
        text=text,
        score=sum(scores) / len(scores) if scores else None,
        links=tuple(links),
        steps=(f"split:{len(jobs)}", *sorted(hit)),
    )


def within(links: Sequence[Link], end: int) -> tuple[Link, ...]:
    """
    The links that still have a target, when text was taken from the target's end.
    """
    return tuple(link for link in links if link.target[1] <= end)


def on_source(
    links: Sequence[Link], place: Callable[[int, int], tuple[int, int]]
) -> tuple[Link, ...]:
    """
    The same links, told in another form of the source.
    """
    return tuple(replace(link, source=place(*link.source)) for link in links)


def on_target(
    links: Sequence[Link], place: Callable[[int, int], tuple[int, int]]
) -> tuple[Link, ...]:
    """
    The same links, told in another form of the target; what is gone there is left out.
    """
    placed = (replace(link, target=place(*link.target)) for link in links)
    return tuple(link for link in placed if link.target[0] < link.target[1])
