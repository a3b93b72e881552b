"""
Everything that somebody needs before them to correct one sentence.

It is read anew each time that the sentence is opened: a fixed number of queries, and
one look into the memory.
"""

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from selaras.article import Mark, marks_of_data, missing_tags, with_tags
from selaras.article import Segment as CoreSegment
from selaras.fidelity import Finding as CoreFinding
from selaras.fidelity import Severity, check_pair
from selaras.fidelity.ledger import ledger_of
from selaras.languages import LANGUAGES, Language, Tag
from selaras.pipeline import Draft, DraftSegment
from selaras.pipeline.steps import pair_of, verbatim_of
from selaras.terms import read_names
from selaras.terms.own import is_there
from selaras.terms.rendering import rendering
from selaras_site.accounts.models import User
from selaras_site.desk.differences import Piece, difference, marked
from selaras_site.desk.facts import KINDS
from selaras_site.desk.matches import Remembered, matches_of
from selaras_site.desk.models import Unsaved
from selaras_site.desk.readings import reading_said
from selaras_site.desk.wording import CHECKS
from selaras_site.translations.decisions import counting
from selaras_site.translations.drafts import parts_of
from selaras_site.translations.gating import speaks_indonesian
from selaras_site.translations.models import Decision, Segment, Version
from selaras_site.translations.term_reading import checks_now, terms_in

AROUND = 2
"""
Sentences that are shown before and behind the one that is corrected.
"""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """
    A finding in the newsroom's words; ``title`` says it in few, ``said`` exactly.
    """

    check: str
    severity: str
    title: str
    said: str


@dataclass(frozen=True, slots=True)
class Checked:
    """
    What the checks say about a text, and where: source and target in pieces.
    """

    findings: Sequence[ShownFinding]
    source: Sequence[Piece]
    target: Sequence[Piece]
    missing: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """
    A fact of the source: its kind, its words, and what they mean if they do not say.
    """

    kind: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    A name or term of the source, and how it is said in the language.
    """

    source: str
    target: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """
    The sentence that stood at this place before the original changed.
    """

    source: Sequence[Piece]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """
    One sentence with all that belongs to it.
    """

    segment: Segment
    version: Version
    language: Language
    original: Language
    source_tagged: str
    tagged: str
    typed: str
    is_restored: bool
    seen: str
    tags: Sequence[tuple[int, str]]
    before: Sequence[Segment]
    behind: Sequence[Segment]
    checked: Checked
    facts: Sequence[Fact]
    suggestions: Sequence[Suggestion]
    matches: Sequence[Remembered]
    others: Sequence[str]
    earlier: Earlier | None
    history: Sequence[Decision]
    decision: Decision | None


def bench_of(segment: Segment, user: User) -> Bench:
    """
    What somebody sees of a sentence that they are to correct.
    """
    version = segment.version
    source = source_of(segment)
    own = marks_of_data(segment.marks)
    tagged = with_tags(segment.text, own, source.marks)
    seen = seen_of(segment)
    unsaved = Unsaved.objects.filter(segment=segment, by=user, seen=seen).first()
    typed = unsaved.text if unsaved else tagged
    near = neighbours(segment)
    history = decisions_about(segment)
    place = (version.language, segment.source_key)
    return Bench(
        segment=segment,
        version=version,
        language=LANGUAGES[version.language],
        original=LANGUAGES["id"],
        source_tagged=with_tags(source.text, source.marks, source.marks),
        tagged=tagged,
        typed=typed,
        is_restored=typed != tagged,
        seen=seen,
        tags=[
            (number, source.text[mark.start : mark.end])
            for number, mark in enumerate(source.marks, start=1)
        ],
        before=[row for row in near if row.position < segment.position],
        behind=[row for row in near if row.position > segment.position],
        checked=checked(segment, segment.text, own, source),
        facts=facts_of(segment, source),
        suggestions=suggestions(segment),
        matches=matches_of(segment),
        others=[one["text"] for one in segment.others if one["text"] != segment.text],
        earlier=earlier_of(segment),
        history=history,
        decision=counting(reversed(history)).get(place),
    )


def seen_of(segment: Segment) -> str:
    """
    A name for the sentence as it is now: who saves must have seen this one.
    """
    state = [segment.text, segment.marks, segment.shown, segment.provenance]
    content = json.dumps(state, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()


def source_of(segment: Segment) -> CoreSegment:
    """
    The Indonesian sentence with its marks.
    """
    _article, places = parts_of(segment.version.snapshot)
    for place in places:
        if (place.path, place.text) == (segment.path, segment.source):
            return place
    return CoreSegment(path=segment.path, text=segment.source)


def checked(
    segment: Segment, text: str, marks: Sequence[Mark], source: CoreSegment
) -> Checked:
    """
    What all checks say about a text for a sentence, as if the engine had written it.
    """
    article, _places = parts_of(segment.version.snapshot)
    language: Tag = segment.version.language
    draft = Draft(article=replace(article, blocks=()), language=language)
    piece = DraftSegment(
        source=source, text=text, marks=tuple(marks), verbatim=verbatim_of(source)
    )
    found = check_pair(pair_of(piece, draft), checks_now())
    return Checked(
        findings=[shown_finding(one) for one in found],
        source=marked(
            segment.source, spans_of((f.source_span, f.severity) for f in found)
        ),
        target=marked(text, spans_of((f.target_span, f.severity) for f in found)),
        missing=missing_tags(with_tags(text, marks, source.marks), source.marks),
    )


def blocked_by(
    segment: Segment,
    text: str,
    marks: tuple[Mark, ...],
    passed_over: Container[str] = (),
) -> str:
    """
    What a check says that blocks a text for a sentence; nothing if none does.
    """
    found = checked(segment, text, marks, source_of(segment)).findings if text else ()
    return next(
        (
            one.said
            for one in found
            if one.severity == Severity.BLOCKING and one.check not in passed_over
        ),
        "",
    )


def spans_of(
    places: Iterable[tuple[Any, Severity]],
) -> Iterator[tuple[int, int, str]]:
    """
    The spans that findings point to, with how grave they are.
    """
    for span, severity in places:
        if span is not None:
            start, end = span
            yield start, end, severity.value


def shown_finding(found: CoreFinding) -> ShownFinding:
    """
    A finding in the words of the newsroom.
    """
    said = found.indonesian if speaks_indonesian() else ""
    title = str(CHECKS.get(found.check, ""))
    return ShownFinding(found.check, found.severity.value, title, said or found.message)


def facts_of(segment: Segment, source: CoreSegment) -> list[Fact]:
    """
    The facts of the Indonesian sentence, as its author confirmed them.
    """
    article, _places = parts_of(segment.version.snapshot)
    ledger = ledger_of(source.text, confirmed=tuple(article.confirmed.items()))
    return [
        Fact(
            kind=str(KINDS.get(fact.kind, fact.kind)),
            text=fact.text,
            value=""
            if fact.readings[0] == fact.text
            else reading_said(fact.readings[0]),
        )
        for fact in ledger.facts
    ]


def suggestions(segment: Segment) -> list[Suggestion]:
    """
    The newsroom's terms of the sentence, and its other names, as its language has them.
    """
    language: Tag = segment.version.language
    own = terms_in(segment.source, language)
    told = {hint.source for hint in own}
    names = dict.fromkeys(name.text for name in read_names(segment.source))
    said = {
        name: rendering(name, language, first=False)
        for name in names
        if name not in told
    }
    return [
        *(
            Suggestion(
                hint.source,
                hint.target,
                any(
                    is_there(text, segment.text, language)
                    for text in (hint.target, *hint.others)
                ),
            )
            for hint in own
        ),
        *(
            Suggestion(name, form, form in segment.text)
            for name, form in said.items()
            if form
        ),
    ]


def earlier_of(segment: Segment) -> Earlier | None:
    """
    What the original said at this place the last time, if that was something else.
    """
    version = segment.version
    last = (
        Segment.objects.filter(
            version__article=version.article_id,
            version__language=version.language,
            version__snapshot__lt=version.snapshot_id,
            path=segment.path,
        )
        .order_by("-version")
        .first()
    )
    if last is None or last.source == segment.source:
        return None
    return Earlier(difference(last.source, segment.source, "id"), last.text)


def neighbours(segment: Segment) -> list[Segment]:
    """
    The sentences around one, in the order of the text.
    """
    return list(
        segment.version.segments.filter(
            position__gte=segment.position - AROUND,
            position__lte=segment.position + AROUND,
        ).exclude(pk=segment.pk)
    )


def decisions_about(segment: Segment) -> list[Decision]:
    """
    What people did to the sentence, newest first.
    """
    return list(
        Decision.objects.filter(
            article=segment.version.article_id,
            language=segment.version.language,
            source_key=segment.source_key,
        )
        .select_related("made_by")
        .order_by("-pk")
    )


def opened(pk: int) -> Segment:
    """
    A sentence with all that the bench asks of it. Raises ``Segment.DoesNotExist``.
    """
    return (
        Segment.objects.select_related("version__article", "version__snapshot")
        .defer("version__search_text", "version__article__body")
        .get(pk=pk)
    )
