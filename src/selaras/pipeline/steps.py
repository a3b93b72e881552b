"""
The steps that turn articles into drafts, each ``Drafts -> Drafts``.

A step takes all drafts at once, because an engine is fastest when every segment of
every language of every article is in one stream; ``each`` lifts a step for one draft.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from selaras.article import UNTRANSLATED_MARKS, Article, Link, Mark, Segment, cut
from selaras.engines import (
    Context,
    Engine,
    Hypotheses,
    Hypothesis,
    Provenance,
    Request,
)
from selaras.fidelity import ALL_CHECKS, Check, Pair, Tagged, check_pair, find_verbatim
from selaras.languages import Tag
from selaras.pipeline.draft import Draft, DraftSegment, Shown
from selaras.pipeline.marks import put_back
from selaras.pipeline.mending import mended
from selaras.pipeline.telling import with_terms
from selaras.text.characters import without_controls
from selaras.text.rewriting import rewrite_numbers
from selaras.text.scripts import has_letter

Drafts = tuple[Draft, ...]
Step = Callable[[Drafts], Drafts]
Progress = Callable[[int, int], None]
"""
Called with the number of segments done and the number in all.
"""

ALTERNATIVES = 4
"""
Hypotheses asked for of a sentence, so that there are others where a check blocks the
first. A beam of this width has them anyway; an engine that has one answers with one.
"""

AT_ONCE = 128
"""
Segments given to an engine in one call: enough to fill its batches, few enough that
progress is seen and a cancelled run loses little.
"""

READS_SENTENCES_ALONE = frozenset({"local"})
"""
Engines, by name, that give a sentence the same translation whatever stands around it.

They are asked in an order of their own liking; every other one reads an article's
sentences together, and is asked in the article's order.
"""


def run(drafts: Drafts, steps: Sequence[Step]) -> Drafts:
    """
    Take the drafts through the steps, in order.
    """
    for step in steps:
        drafts = step(drafts)
    return drafts


def each(change: Callable[[Draft], Draft]) -> Step:
    """
    Make a step of a function for one draft.
    """
    return lambda drafts: tuple(change(draft) for draft in drafts)


def begin(article: Article, language: Tag) -> Draft:
    """
    Cut an article into a draft that nothing has been done to yet.
    """
    return Draft(
        article=article,
        language=language,
        segments=tuple(
            DraftSegment(source=segment, verbatim=verbatim_of(segment))
            for segment in cut(article)
        ),
    )


def verbatim_of(segment: Segment) -> tuple[str, ...]:
    """
    The strings of a segment that must stand in every translation as they are.
    """
    marked = (
        segment.text[mark.start : mark.end]
        for mark in segment.marks
        if mark.kind in UNTRANSLATED_MARKS
    )
    found = (item.text for item in find_verbatim(segment.text))
    return tuple(dict.fromkeys((*marked, *found)))


def carry_over(draft: Draft) -> Draft:
    """
    Answer segments without a letter here: no engine is asked to translate "1.250,5".
    """
    return replace(
        draft,
        segments=tuple(
            segment
            if segment.hypotheses or has_letter(segment.source.text)
            else with_hypotheses(segment, carried_over(segment, draft.language))
            for segment in draft.segments
        ),
    )


def carried_over(segment: DraftSegment, language: Tag) -> Hypotheses:
    """
    The segment's text with its numbers in the form of the language.

    A text with anything in it that must be kept letter by letter stays as it is.
    """
    text = segment.source.text
    if not segment.verbatim:
        text = rewrite_numbers(text, language)
    made_by = Provenance(engine="selaras", steps=("copied",))
    return (Hypothesis(text=text, provenance=made_by),)


def translate_with(
    engine: Engine,
    *,
    progress: Progress | None = None,
    checks: Sequence[Check] = (),
) -> Step:
    """
    Make the step that asks an engine for every segment that has no hypothesis yet.

    It is told the terms that a check among ``checks`` will look for. Raises whatever
    ``EngineError`` the engine raises: no draft is half translated.
    """

    def step(drafts: Drafts) -> Drafts:
        requests = [request for draft in drafts for request in requests_of(draft)]
        answers = iter(ask(engine, with_terms(requests, checks), progress))
        return tuple(answered(draft, answers) for draft in drafts)

    return step


def requests_of(draft: Draft) -> Iterator[Request]:
    """
    One request for each segment that waits for one, with its neighbours as context.
    """
    texts = [segment.source.text for segment in draft.segments]
    for index, segment in enumerate(draft.segments):
        if segment.hypotheses:
            continue
        yield Request(
            text=segment.source.text,
            source=draft.article.language,
            target=draft.language,
            context=Context(
                headline=draft.article.headline.text,
                before=texts[index - 1] if index else "",
                after=texts[index + 1] if index + 1 < len(texts) else "",
            ),
            align=bool(segment.source.marks or segment.verbatim),
            alternatives=ALTERNATIVES,
        )


def ask(
    engine: Engine, requests: Sequence[Request], progress: Progress | None
) -> list[Hypotheses]:
    """
    The engine's answers, asked for in portions so that progress can be seen.

    An engine with a memory remembers each portion when it is finished.
    """
    answers: dict[int, Hypotheses] = {}
    if progress:
        progress(0, len(requests))
    for portion in portions(requests, alone=engine.name in READS_SENTENCES_ALONE):
        found = engine.translate([requests[n] for n in portion])
        answers.update(zip(portion, found, strict=True))
        if progress:
            progress(len(answers), len(requests))
    return [answers[n] for n in range(len(requests))]


def portions(requests: Sequence[Request], *, alone: bool) -> Iterator[list[int]]:
    """
    The numbers of all requests, about ``AT_ONCE`` at a time.

    Sentences that are read alone come by their length, since a batch is as slow as its
    longest one, and the same sentence of several languages in one portion, since what
    they pass through on their way is made once in a call.
    """
    numbers = list(range(len(requests)))
    if alone:
        numbers.sort(key=lambda n: (len(requests[n].text), requests[n].text))
    portion: list[int] = []
    for _, same in groupby(numbers, key=lambda n: requests[n].text):
        portion += same
        if len(portion) >= AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def answered(draft: Draft, answers: Iterator[Hypotheses]) -> Draft:
    """
    The draft with the next answers in the segments that wait for one.
    """
    segments = tuple(
        segment if segment.hypotheses else with_hypotheses(segment, next(answers))
        for segment in draft.segments
    )
    return replace(draft, segments=segments)


def with_hypotheses(segment: DraftSegment, hypotheses: Hypotheses) -> DraftSegment:
    """
    The segment with hypotheses, the best one as its text.
    """
    hypotheses = tuple(purified(hypothesis) for hypothesis in hypotheses)
    return replace(segment, hypotheses=hypotheses, text=hypotheses[0].text)


def purified(hypothesis: Hypothesis) -> Hypothesis:
    """
    A hypothesis without control characters: what an engine says is not trusted.

    Where any had to go, its links no longer fit and go too.
    """
    text = without_controls(hypothesis.text)
    if text == hypothesis.text:
        return hypothesis
    return replace(hypothesis, text=text, links=())


def put_marks_back(draft: Draft) -> Draft:
    """
    Put every verbatim string and every inline mark on its words in the translation.
    """
    return replace(draft, segments=tuple(put_back(s) for s in draft.segments))


def check_with(checks: Sequence[Check] = ALL_CHECKS) -> Step:
    """
    Make the step that looks at every segment of every draft.

    What was mended before is still said of a sentence that is checked again.
    """

    def checked(draft: Draft) -> Draft:
        return replace(
            draft,
            segments=tuple(
                replace(
                    segment,
                    findings=(
                        *check_pair(pair_of(segment, draft), checks),
                        *mended(segment),
                    ),
                )
                for segment in draft.segments
            ),
        )

    return each(checked)


def pair_of(segment: DraftSegment, draft: Draft) -> Pair:
    """
    A segment as checks see it.
    """
    return Pair(
        source=segment.source.text,
        target=segment.text,
        language=draft.language,
        source_language=draft.article.language,
        source_marks=tagged(segment.source.text, segment.source.marks),
        target_marks=tagged(segment.text, segment.marks),
        verbatim=segment.verbatim,
        links=links_of(segment),
        confirmed=tuple(draft.article.confirmed.items()),
    )


def links_of(segment: DraftSegment) -> tuple[Link, ...]:
    """
    The engine's links, while they are those of the text as it is now.
    """
    best = segment.hypotheses[0] if segment.hypotheses else None
    return best.links if best and best.text == segment.text else ()


def tagged(text: str, marks: Sequence[Mark]) -> tuple[Tagged, ...]:
    """
    Marks with the words that they cover.
    """
    return tuple(
        Tagged(kind=mark.kind, covers=text[mark.start : mark.end], href=mark.href)
        for mark in marks
    )


def fail_closed(draft: Draft) -> Draft:
    """
    Show the Indonesian sentence wherever a check blocks its translation.

    This is the gate in its first form; a policy per section, language and risk takes
    its place here.
    """
    return replace(
        draft,
        segments=tuple(
            replace(segment, shown=Shown.ORIGINAL) if segment.is_blocked else segment
            for segment in draft.segments
        ),
    )
