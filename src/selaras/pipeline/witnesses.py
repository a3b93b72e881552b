"""
Five languages are five witnesses: one that disagrees with the others about a number.

Each version was made of the same sentence, so that what four of them say and the fifth
does not is likely to be the fifth's fault. A number that the source says too speaks for
the one that has it. This sees what the reader of Indonesian numbers did not, and cannot
see what all five say wrongly.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from selaras.fidelity import Finding, Severity
from selaras.fidelity.same_numbers import numbers_of
from selaras.languages import LANGUAGES, Tag
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.text.numbers import Number

NAME = "same-in-all-languages"
"""
What these findings go by, beside the names of checks.
"""

FEWEST = 4
"""
Versions that are needed before the odd one out is the one to doubt.
"""

SMALL = Decimal(12)
"""
Numbers up to here may be words, months or parts of idioms in any language.
"""

Texts = Mapping[Tag, str]


def with_witnesses(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """
    Add what the languages of each article say against each other: a step.

    The drafts of an article stand beside each other, as the pipeline has them.
    """
    answers: list[Draft] = []
    for _, group in groupby(drafts, key=lambda draft: id(draft.article)):
        answers += heard(tuple(group))
    return tuple(answers)


def heard(drafts: Sequence[Draft]) -> list[Draft]:
    """
    The drafts of one article with their findings against each other.
    """
    found = dissents(drafts)
    return [
        replace(
            draft,
            segments=tuple(
                replace(segment, findings=(*segment.findings, *more))
                if more
                else segment
                for segment, more in zip(draft.segments, rows, strict=True)
            ),
        )
        for draft, rows in zip(drafts, found, strict=True)
    ]


def dissents(
    drafts: Sequence[Draft],
) -> tuple[tuple[tuple[Finding, ...], ...], ...]:
    """
    For each draft of one article and each of its segments, what the others contradict.
    """
    rows = []
    for together in zip(*(draft.segments for draft in drafts), strict=True):
        texts = {
            draft.language: segment.text
            for draft, segment in zip(drafts, together, strict=True)
            if may_witness(segment)
        }
        original = together[0].source.text
        source = numbers_of(original, drafts[0].article.language)
        found = dict(disagreements(texts, source)) if len(texts) >= FEWEST else {}
        rows.append([found.get(draft.language, ()) for draft in drafts])
    return tuple(zip(*rows, strict=True)) if rows else tuple(() for _ in drafts)


def may_witness(segment: DraftSegment) -> bool:
    """
    Whether a segment was translated at all.
    """
    return bool(segment.text.strip())


def disagreements(
    texts: Texts, source: Sequence[Number] = ()
) -> Iterator[tuple[Tag, tuple[Finding, ...]]]:
    """
    The languages that stand alone about a number, and what about.
    """
    numbers = {tag: numbers_of(text, tag) for tag, text in texts.items()}
    if not any(numbers.values()):
        return
    for tag in texts:
        others = [numbers[other] for other in texts if other != tag]
        missing = alone_without(numbers[tag], others)
        added = alone_with(numbers[tag], [*others, source])
        if missing is not None or added is not None:
            yield tag, (finding(texts[tag], tag, missing, added),)


def alone_without(
    own: Sequence[Number], others: Sequence[Sequence[Number]]
) -> Decimal | None:
    """
    A number that every other language has in digits, and this one has in no form.
    """
    if len(others) < FEWEST - 1:
        return None
    for number in filter(is_plain, others[0]):
        reading = next(
            (r for r in number.readings if all(says(r, more) for more in others)), None
        )
        if reading is not None and not any(shares(number, ours) for ours in own):
            return reading
    return None


def alone_with(
    own: Sequence[Number], others: Sequence[Sequence[Number]]
) -> Number | None:
    """
    A number in digits that no other language has in any form, nor the source.
    """
    for number in filter(is_plain, own):
        if not any(shares(number, theirs) for more in others for theirs in more):
            return number
    return None


def is_plain(number: Number) -> bool:
    """
    Whether a number is one that every language writes in digits.
    """
    return number.form == "digits" and min(number.readings) > SMALL


def says(value: Decimal, numbers: Sequence[Number]) -> bool:
    """
    Whether a value is among numbers in digits.
    """
    return any(value in number.readings for number in numbers if is_plain(number))


def shares(one: Number, other: Number) -> bool:
    """
    Whether two numbers have a value in common.
    """
    return not set(one.readings).isdisjoint(other.readings)


def finding(
    text: str, language: Tag, missing: Decimal | None, added: Number | None
) -> Finding:
    """
    What to say of a language that stands alone.
    """
    expected = f"{missing.normalize():,f}" if missing is not None else ""
    found = added.span.of(text) if added else ""
    return Finding(
        check=NAME,
        severity=Severity.REVIEW,
        message=said(ENGLISH, LANGUAGES[language].english_name, expected, found),
        indonesian=said(
            INDONESIAN, INDONESIAN_NAMES[language], expected.translate(SWAPPED), found
        ),
        expected=expected,
        found=found,
        target_span=(added.span.start, added.span.end) if added else None,
    )


Sentences = Mapping[tuple[bool, bool], str]


def said(sentences: Sentences, language: str, expected: str, found: str) -> str:
    """
    The sentence for what is missing, what was added, or both.
    """
    sentence = sentences[bool(expected), bool(found)]
    return sentence.format(language=language, expected=expected, found=found)


ENGLISH: Sentences = {
    (True, True): "The other languages say {expected}; {language} alone says {found}.",
    (True, False): "The other languages say {expected}; {language} alone does not.",
    (False, True): "{language} alone says {found}; no other language does.",
}

INDONESIAN: Sentences = {
    (True, True): "Bahasa lain menyebut {expected}; hanya bahasa {language} yang "
    "menyebut {found}.",
    (
        True,
        False,
    ): "Bahasa lain menyebut {expected}; hanya bahasa {language} yang tidak.",
    (False, True): "Hanya bahasa {language} yang menyebut {found}; bahasa lain tidak.",
}

SWAPPED = str.maketrans(",.", ".,")
"""
Indonesian groups digits with full stops and writes decimals behind a comma.
"""

INDONESIAN_NAMES: dict[Tag, str] = {
    "en": "Inggris",
    "zh": "Mandarin",
    "ja": "Jepang",
    "ar": "Arab",
    "fr": "Prancis",
}
