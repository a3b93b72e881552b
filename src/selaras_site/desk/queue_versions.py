"""
The queue by version: how many sentences of each wait, and what is held for no sentence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from selaras.languages import LANGUAGES, Language
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.queue import Place, asked_well, number_in, query_of, waiting
from selaras_site.desk.queue_rows import AT_ONCE, section_names
from selaras_site.translations.models import QueueEntry, State, Version
from selaras_site.translations.queueing import STANDING
from selaras_site.translations.readership import views_of_many

MOST_READY = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """
    A version with its sentences that wait; ``query`` asks for these alone.
    """

    version: Version
    language: Language
    section: str
    readers: int
    many: int
    causes: Sequence[tuple[str, int]]
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage:
    """
    Some versions, the one with the most urgent sentence first.

    ``held`` are versions that are held although no sentence of theirs waits: somebody
    only has to say yes or no. There may be more of them than are here.
    """

    rows: Sequence[VersionRow]
    behind: str
    held: Sequence[VersionRow]
    held_many: int


def versions_page_of(asked: Mapping[str, str], user: User) -> VersionsPage:
    """
    The page of versions that an address asks for.
    """
    found = grouped(asked, user, Place.read(asked.get("behind", "")))
    here = found[:AT_ONCE]
    is_more = len(found) > AT_ONCE
    held = held_for_nothing(asked, user)
    return VersionsPage(
        rows=shown(here),
        behind=str(Place(here[-1]["top"], here[-1]["version"])) if is_more else "",
        held=shown([{"version": pk} for pk in held[:MOST_READY]]),
        held_many=len(held),
    )


Counted = Mapping[str, Any]


def grouped(asked: Mapping[str, str], user: User, place: Place | None) -> list[Counted]:
    """
    What waits of each version, the most urgent first, behind a place if asked.
    """
    rows = (
        waiting(asked, user, gone_too=True)
        .order_by()
        .values("version")
        .annotate(many=Count("pk"), top=Max("urgency"))
        .order_by("-top", "version")
    )
    if place:
        rows = rows.filter(
            Q(top__lt=place.urgency) | Q(top=place.urgency, version__gt=place.number)
        )
    return list(rows[: AT_ONCE + 1])


MOST_HELD = 1000


def held_for_nothing(asked: Mapping[str, str], user: User) -> list[int]:
    """
    Versions that are held and of which no sentence waits, those most likely bad first.

    Only in languages that whoever asks may work in.
    """
    well = asked_well(asked)
    if well.get("state", State.HELD) != State.HELD or {"cause", "seat"} & well.keys():
        return []
    own = languages_of(user)
    rows = Version.objects.filter(state=State.HELD, language__in=own)
    rows = rows.exclude(Exists(QueueEntry.objects.filter(version=OuterRef("pk"))))
    if "language" in well:
        rows = rows.filter(language=well["language"])
    if "section" in well:
        rows = rows.filter(article__section=number_in(well["section"]))
    if "article" in well:
        rows = rows.filter(article=number_in(well["article"]))
    rows = rows.order_by("-expected_bad", "pk")
    return list(rows.values_list("pk", flat=True)[:MOST_HELD])


def shown(counted: Sequence[Counted]) -> list[VersionRow]:
    """
    Versions as they are shown, in the order that they come in.
    """
    if not counted:
        return []
    versions = {v.pk: v for v in known(row["version"] for row in counted)}
    readers = views_of_many(version.article_id for version in versions.values())
    sections, causes = section_names(), causes_of(versions)
    return [
        VersionRow(
            version=version,
            language=LANGUAGES[version.language],
            section=sections.get(version.article.section_id, ""),
            readers=readers.get((version.article_id, version.language), 0),
            many=row.get("many", 0),
            causes=causes.get(version.pk, []),
            query=query_of(
                {"article": str(version.article_id), "language": version.language}
            ),
        )
        for row in counted
        if (version := versions.get(row["version"]))
    ]


def causes_of(numbers: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    """
    How many sentences of versions wait for each reason, the gravest first.
    """
    rows = (
        QueueEntry.objects.filter(version__in=list(numbers))
        .order_by()
        .values_list("version", "cause")
        .annotate(Count("pk"))
    )
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    counted = {(version, cause): many for version, cause, many in rows}
    for version in {version for version, _cause in counted}:
        for cause in QueueEntry.Cause:
            if many := counted.get((version, cause.value)):
                found[version].append((str(cause.label), many))
    return found


def known(numbers: Any) -> QuerySet[Version]:
    """
    Versions with what is shown of them.
    """
    return (
        Version.objects.filter(pk__in=list(numbers), state__in=STANDING)
        .select_related("article")
        .only(
            *("language", "state", "reason", "sentences", "made_at"),
            *("article__headline", "article__section"),
        )
    )
