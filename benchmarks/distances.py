"""
How far what the model in the box makes of a six-way file is from its references.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sacrebleu.metrics.chrf import CHRF

from benchmarks.regression import Example, Features
from selaras.article import Article, Inline, Segment
from selaras.engines import Hypothesis, Request
from selaras.evaluation.fidelity import by_language
from selaras.evaluation.mutations import Sample
from selaras.fidelity import Pair, Severity, check_pair, find_verbatim
from selaras.fidelity.same_numbers import SameNumbers
from selaras.languages import Tag
from selaras.pipeline import Draft, DraftSegment
from selaras.pipeline.composing import composed
from selaras.pipeline.risk import features_of
from selaras.pipeline.witnesses import dissents

AT_ONCE = 128

GOOD_ENOUGH: Mapping[Tag, float] = {"en": 50, "fr": 50, "ar": 40, "zh": 25, "ja": 25}
"""
The chrF of a sentence from which it is near its reference: some 70% of what strong
systems reach.
"""


def compared(path: Path) -> list[Example]:
    """
    The sentences of a six-way file as the model translates them, far or near.
    """
    samples = by_language(path)
    drafts = [
        draft_of(tag, some, translated([s.pair.source for s in some], tag))
        for tag, some in samples.items()
    ]
    return [
        Example(
            language=draft.language,
            features=features_in(segment, draft, dissent),
            bad=is_far(segment.text, sample.pair),
        )
        for draft, row in zip(drafts, dissents(drafts), strict=True)
        for segment, sample, dissent in zip(
            draft.segments, samples[draft.language], row, strict=True
        )
    ]


def translated(sources: Sequence[str], language: Tag) -> list[Hypothesis]:
    """
    The best hypotheses of the model in the box.
    """
    made: list[Hypothesis] = []
    with composed("local", memory=None) as engine:
        for start in range(0, len(sources), AT_ONCE):
            portion = sources[start : start + AT_ONCE]
            answers = engine.translate(
                [Request(text=text, target=language) for text in portion]
            )
            made += [answer[0] for answer in answers]
    return made


def draft_of(
    language: Tag, samples: Sequence[Sample], made: Sequence[Hypothesis]
) -> Draft:
    """
    A file's sentences as one draft, checked.
    """
    segments = []
    for place, (sample, best) in enumerate(zip(samples, made, strict=True)):
        source = sample.pair.source
        verbatim = tuple(item.text for item in find_verbatim(source))
        pair = Pair(
            source=source, target=best.text, language=language, verbatim=verbatim
        )
        segments.append(
            DraftSegment(
                source=Segment(path=f"blocks.{place}.text#0", text=source),
                hypotheses=(best,),
                text=best.text,
                findings=check_pair(pair),
            )
        )
    article = Article(headline=Inline(text=""))
    return Draft(article=article, language=language, segments=tuple(segments))


def features_in(
    segment: DraftSegment, draft: Draft, dissent: Sequence[Any]
) -> Features:
    """
    The features of a segment.
    """
    pair = Pair(
        source=segment.source.text, target=segment.text, language=draft.language
    )
    return dict(features_of(segment, pair, dissent))


def is_far(text: str, reference: Pair) -> bool:
    """
    Whether a translation is far from the reference, or has other numbers than it.
    """
    chrf = CHRF().sentence_score(text, [reference.target]).score
    if chrf < GOOD_ENOUGH[reference.language]:
        return True
    beside = Pair(
        source=reference.target,
        target=text,
        language=reference.language,
        source_language=reference.language,
    )
    return any(f.severity is Severity.BLOCKING for f in SameNumbers()(beside))
