"""
What the desk shows of versions, as ready rows; a fixed number of queries for each.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from django.db.models import Count, Prefetch, Q, QuerySet

from selaras.fidelity import Severity
from selaras.languages import LANGUAGES, SOURCE, TARGETS, Language, Tag
from selaras_site.articles.models import Article
from selaras_site.translations.decisions import counting
from selaras_site.translations.drafts import PERSON
from selaras_site.translations.models import (
    COMING,
    PUBLIC,
    Decision,
    Finding,
    Segment,
    State,
    Version,
)
from selaras_site.translations.row_risks import risk_of_row

BUSY = (State.PENDING, State.TRANSLATING)
"""
The states that pass by themselves.
"""

LOOKS = {
    State.LIVE: "good",
    State.STALE: "old",
    State.HELD: "bad",
    State.PENDING: "busy",
    State.TRANSLATING: "busy",
    State.WITHDRAWN: "off",
}
"""
How a state looks; the words always stand beside it.
"""

STANDING = "standing_versions"
"""
Where an article keeps the versions that count, once they are fetched in bulk.
"""

Show = Literal["all", "original", "findings"]
Order = Literal["position", "risk"]


@dataclass(frozen=True, slots=True)
class Badge:
    """
    A version in one glance; ``version`` is None where there is none.
    """

    language: Language
    version: Version | None

    @property
    def look(self) -> str:
        """
        The class of its look.
        """
        return LOOKS[State(self.version.state)] if self.version else "none"


@dataclass(frozen=True, slots=True)
class Line:
    """
    A version with what its checks found.
    """

    version: Version
    findings: Mapping[str, int]

    @property
    def look(self) -> str:
        """
        The class of its look.
        """
        return LOOKS[State(self.version.state)]

    @property
    def is_busy(self) -> bool:
        """
        Whether it will change by itself.
        """
        return self.version.state in BUSY

    @property
    def delay(self) -> timedelta | None:
        """
        From publishing to readers, where it was the machine that took the time.
        """
        has_waited = self.version.live_at != self.version.made_at
        return None if self.version.afresh or has_waited else self.version.delay


@dataclass(frozen=True, slots=True)
class LanguageLines:
    """
    A language of an article: what readers see, what is coming; else what was last.
    """

    language: Language
    lines: Sequence[Line]


def standing(article_ids: Iterable[int] | None = None) -> QuerySet[Version]:
    """
    The versions that count, oldest first, without what is long.
    """
    rows = Version.objects.exclude(state=State.REPLACED)
    if article_ids is not None:
        rows = rows.filter(article__in=article_ids)
    return (
        rows.select_related("snapshot")
        .defer("search_text", "snapshot__content", "snapshot__corrections")
        .order_by("pk")
    )


def with_standing(articles: QuerySet[Article]) -> QuerySet[Article]:
    """
    Articles that know their versions, for ``badges``.
    """
    return articles.prefetch_related(
        Prefetch("versions", queryset=standing(), to_attr=STANDING)
    )


def badges(article: Article) -> list[Badge]:
    """
    A badge for each language of an article, the newest version that counts.
    """
    rows = getattr(article, STANDING, None)
    if rows is None:
        rows = standing([article.pk])
    shown = by_language(rows)
    return [
        Badge(LANGUAGES[tag], shown[tag][-1] if shown[tag] else None) for tag in TARGETS
    ]


def languages_of(article_id: int) -> list[LanguageLines]:
    """
    Everything that the edit view shows of an article's versions.
    """
    shown = by_language(standing([article_id]))
    found = findings_of(v.pk for versions in shown.values() for v in versions)
    return [
        LanguageLines(LANGUAGES[tag], [Line(v, found.get(v.pk, {})) for v in versions])
        for tag, versions in shown.items()
    ]


def by_language(versions: Iterable[Version]) -> dict[Tag, list[Version]]:
    """
    For each language the versions worth showing, the newest last.
    """
    found = defaultdict(list)
    for version in versions:
        found[version.language].append(version)
    return {tag: worth_showing(found[tag]) for tag in TARGETS}


def worth_showing(versions: Sequence[Version]) -> list[Version]:
    """
    What is public and what is coming; else the last that was withdrawn.
    """
    at_work = [v for v in versions if v.state in (*PUBLIC, *COMING)]
    return at_work or list(versions[-1:])


def findings_of(version_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """
    How many findings of each severity each version has, where no person decided yet.
    """
    ids = list(version_ids)
    rows = (
        Finding.objects.filter(segment__version__in=ids)
        .exclude(segment__in=decided_segments(ids))
        .values_list("segment__version", "severity")
        .annotate(many=Count("pk"))
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for version_id, severity, many in rows:
        found[version_id][severity] = many
    return found


def decided_segments(version_ids: Sequence[int]) -> QuerySet[Segment]:
    """
    The sentences that a person answers for.
    """
    return Segment.objects.filter(
        version__in=version_ids, provenance__engine=PERSON.engine
    )


def sentences(
    version: Version, show: Show = "all", order: Order = "position"
) -> list[Segment]:
    """
    The sentences of a version, with what was found and the decision that counts.

    They are in the order of the text, or the likeliest to be wrong before the others.
    """
    rows = version.segments.prefetch_related("findings")
    left = Q(shown=Segment.Shown.ORIGINAL)
    if show == "original":
        rows = rows.filter(left)
    elif show == "findings":
        worrying = Q(findings__severity__in=[Severity.BLOCKING, Severity.REVIEW])
        is_open = ~Q(pk__in=decided_segments([version.pk]))
        rows = rows.filter(left | (worrying & is_open)).distinct()
    counts = counting(reversed(decisions(version)))
    ready = list(rows)
    for row in ready:
        decision = counts.get((version.language, row.source_key))
        row.decision = decision  # type: ignore[attr-defined]
    if order == "risk":
        ready.sort(key=risk_of_row, reverse=True)
    return ready


def decisions(version: Version) -> list[Decision]:
    """
    What people did to the sentences of an article in a language, newest first.
    """
    return list(
        Decision.objects.filter(article=version.article_id, language=version.language)
        .select_related("made_by")
        .order_by("-pk")
    )


def short_link(version: Version) -> str:
    """
    The address of a version that never changes.
    """
    return f"/{version.language}/p/{version.article_id}"


def original_language() -> Language:
    """
    The language that newsrooms write in.
    """
    return LANGUAGES[SOURCE]
