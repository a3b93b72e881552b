"""
What came back from translators, and what would become of it. Nothing is written here.

A file decides nothing by itself. Changes that a check blocks, or that meet something
newer, are taken only if somebody ticks them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from selaras.article import Mark, marks_data, marks_of_data
from selaras.article import Segment as CoreSegment
from selaras.errors import TagsWrong
from selaras.exchange import Returned, Stage, marks_from, ours, wording
from selaras.exchange.xliff import spans_of
from selaras.fidelity import Finding, Severity, check_pair
from selaras.languages import Tag
from selaras.memory import normalised
from selaras.pipeline import Draft, DraftSegment
from selaras.pipeline.steps import pair_of, verbatim_of
from selaras.text.characters import without_controls
from selaras_site.translations.decisions import Place, counting
from selaras_site.translations.drafts import parts_of
from selaras_site.translations.models import Decision, Segment, Version
from selaras_site.translations.queueing import STANDING
from selaras_site.translations.sending import (
    Address,
    address_in,
    source_in,
    sources_of,
)

LONGEST = 5000
"""
Characters of a sentence.
"""


class Fate(StrEnum):
    """
    What becomes of a sentence that came back.

    ``CHANGED``: it is taken; ``APPROVED``: nobody changed it, and it is accepted since
    the file says that it is approved; ``SAME``: it is so already; ``UNTOUCHED``: nobody
    changed it; ``STALE``: the Indonesian sentence is another by now; ``GONE``: there is
    no version to change; ``FOREIGN``: none of ours; ``EMPTY``: not translated;
    ``WRONG``: its marks or its length cannot be; ``TWICE``: the file has it a second
    time; ``FORBIDDEN``: of a language that the person is not to change.
    """

    CHANGED = "changed"
    APPROVED = "approved"
    SAME = "same"
    UNTOUCHED = "untouched"
    STALE = "stale"
    GONE = "gone"
    FOREIGN = "foreign"
    EMPTY = "empty"
    WRONG = "wrong"
    TWICE = "twice"
    FORBIDDEN = "forbidden"


class Doubt(StrEnum):
    """
    Why a change is taken only if somebody ticks it.

    ``BLOCKED``: by a check; ``NEWER``: it was changed here since it was sent;
    ``UNFINISHED``: the file says so; ``LOST``: links or emphasis are missing.
    """

    BLOCKED = "blocked"
    NEWER = "newer"
    UNFINISHED = "unfinished"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Found:
    """
    Where a sentence stands now, and the decision that counts for it.
    """

    version: Version
    row: Segment
    source: CoreSegment
    decision: Decision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    A sentence that came back, and what becomes of it.

    ``key`` is what a tick for it is called: it names the sentence as it is now, so that
    a tick never holds for something that nobody saw.
    """

    returned: Returned
    fate: Fate
    found: Found | None = None
    text: str = ""
    marks: tuple[Mark, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    findings: tuple[Finding, ...] = ()
    fault: TagsWrong | None = None
    key: str = ""

    @property
    def decides(self) -> bool:
        """
        Whether it becomes a decision, if it may.
        """
        return self.fate in {Fate.CHANGED, Fate.APPROVED}

    def is_chosen(self, ticked: Iterable[str]) -> bool:
        """
        Whether it becomes a decision, if these were ticked.
        """
        return self.decides and (not self.doubts or self.key in ticked)


def changes_of(
    units: Iterable[Returned], *, allowed: Iterable[Tag], accept: bool = False
) -> list[Change]:
    """
    What becomes of each sentence of a file, in its order.

    ``allowed`` are the languages that the person may change; ``accept`` says that what
    nobody changed and the file calls approved is to be accepted.
    """
    units = list(units)
    addresses = {unit.id: address_in(unit.id) for unit in units}
    there = Standing(one for one in addresses.values() if one is not None)
    changes: list[Change] = []
    seen: set[str] = set()
    said: dict[tuple[int, str, str], str] = {}
    for unit in units:
        address = addresses[unit.id]
        fate = None
        if address is None:
            fate = Fate.FOREIGN
        elif unit.id in seen:
            fate = Fate.TWICE
        elif address.language not in set(allowed):
            fate = Fate.FORBIDDEN
        seen.add(unit.id)
        if fate or address is None:
            changes.append(Change(returned=unit, fate=fate or Fate.FOREIGN))
        else:
            change = change_of(unit, address, there, accept=accept)
            changes.append(once(change, address, said))
    return changes


def once(
    change: Change, address: Address, said: dict[tuple[int, str, str], str]
) -> Change:
    """
    A change of a sentence that stands twice in an article counts the first time.
    """
    place = (address.article, address.language, address.key)
    if not change.decides or said.setdefault(place, change.returned.id) == (
        change.returned.id
    ):
        return change
    return replace(change, fate=Fate.TWICE)


class Standing:
    """
    The sentences of the articles of a file as they stand now, read in four queries.
    """

    def __init__(self, addresses: Iterable[Address]) -> None:
        addresses = list(addresses)
        articles = {one.article for one in addresses}
        versions = {
            version.pk: version
            for version in Version.objects.filter(
                article__in=articles,
                language__in={one.language for one in addresses},
                state__in=STANDING,
            )
            .select_related("snapshot", "article")
            .defer("search_text", "article__body")
        }
        self.versions = {(one.article_id, one.language) for one in versions.values()}
        self.decided = decided_in(articles)
        self.sources = {pk: sources_of(one.snapshot) for pk, one in versions.items()}
        # The newest version comes last, and what it says counts; within it, where a
        # sentence stands first. By the row's own field: versions' order is another.
        self.rows: dict[tuple[int, Tag, str], tuple[Version, Segment]] = {
            (version.article_id, version.language, row.source_key[:16]): (version, row)
            for row in Segment.objects.filter(version__in=versions).order_by(
                "version_id", "-position"
            )
            for version in [versions[row.version_id]]
        }

    def has_version(self, address: Address) -> bool:
        """
        Whether there is a version that somebody may change.
        """
        return (address.article, address.language) in self.versions

    def found(self, address: Address) -> Found | None:
        """
        The sentence of an address, if it stands anywhere still.
        """
        at = self.rows.get((address.article, address.language, address.key))
        if at is None:
            return None
        version, row = at
        place = (version.language, row.source_key)
        decision = self.decided.get(address.article, {}).get(place)
        return Found(version, row, source_in(self.sources[version.pk], row), decision)


def decided_in(articles: Iterable[int]) -> dict[int, Mapping[Place, Decision]]:
    """
    The decisions that count, by article.
    """
    made: dict[int, list[Decision]] = {}
    for decision in Decision.objects.filter(article__in=articles).order_by("pk"):
        made.setdefault(decision.article_id, []).append(decision)
    return {article: counting(decisions) for article, decisions in made.items()}


def change_of(
    unit: Returned, address: Address, there: Standing, *, accept: bool
) -> Change:
    """
    What becomes of a sentence whose id is one of ours.
    """
    found = there.found(address)
    if found is None:
        fate = Fate.STALE if there.has_version(address) else Fate.GONE
        return Change(returned=unit, fate=fate)
    language = ours(unit.language)
    other_source = unit.source and normalised(unit.source) != normalised(
        found.row.source
    )
    if other_source or (language is not None and language != address.language):
        return Change(returned=unit, fate=Fate.FOREIGN, found=found)
    return words_of(unit, address, found, accept=accept)


def words_of(unit: Returned, address: Address, found: Found, *, accept: bool) -> Change:
    """
    What becomes of a sentence that still stands.
    """
    row, source = found.row, found.source.marks
    now = wording(row.text, spans_of(marks_of_data(row.marks), source))
    plain = Change(returned=unit, fate=Fate.UNTOUCHED, found=found)
    plain = replace(plain, key=f"{address}.{now}")
    text = without_controls(unit.text).strip()
    if not text:
        return replace(plain, fate=Fate.EMPTY)
    try:
        marks = marks_from(unit, source)
    except TagsWrong as error:
        return replace(plain, fate=Fate.WRONG, fault=error)
    if len(text) > LONGEST or text != unit.text:
        return replace(plain, fate=Fate.WRONG)
    plain = replace(plain, text=text, marks=marks)
    came = wording(text, unit.spans)
    if came == now:
        return untouched(plain, accept=accept)
    if came == address.sent:
        return plain
    return with_doubts(replace(plain, fate=Fate.CHANGED), is_newer=now != address.sent)


def untouched(plain: Change, *, accept: bool) -> Change:
    """
    What becomes of a sentence that is here as it came back.
    """
    assert plain.found is not None
    decision = plain.found.decision
    if decision is not None and decision.kind != Decision.Kind.REJECTED:
        return replace(plain, fate=Fate.SAME)
    if accept and plain.returned.stage is Stage.APPROVED:
        return with_doubts(replace(plain, fate=Fate.APPROVED), is_newer=False)
    return plain


def with_doubts(change: Change, *, is_newer: bool) -> Change:
    """
    A change with what the checks say, and why somebody should tick it.
    """
    found = change.found
    assert found is not None
    findings = tuple(checked(found, change.text, change.marks))
    are_doubtful = {
        Doubt.BLOCKED: any(one.severity is Severity.BLOCKING for one in findings),
        Doubt.NEWER: is_newer,
        Doubt.UNFINISHED: change.returned.stage is Stage.UNFINISHED,
        Doubt.LOST: len(change.marks) < len(found.source.marks)
        and marks_data(change.marks) != found.row.marks,
    }
    doubts = tuple(doubt for doubt, holds in are_doubtful.items() if holds)
    return replace(change, findings=findings, doubts=doubts)


def checked(found: Found, text: str, marks: tuple[Mark, ...]) -> list[Finding]:
    """
    What all checks say about a text, as if the engine had written it.
    """
    article, _places = parts_of(found.version.snapshot)
    draft = Draft(article=replace(article, blocks=()), language=found.version.language)
    piece = DraftSegment(
        source=found.source, text=text, marks=marks, verbatim=verbatim_of(found.source)
    )
    return list(check_pair(pair_of(piece, draft)))
