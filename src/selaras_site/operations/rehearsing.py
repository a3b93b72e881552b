"""
What a policy of the gate would have done with the newsroom's last articles.

Everything is in the database already: sentences, findings, what people decided.
Nothing is translated, and nothing is changed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from django.db.models import Prefetch, QuerySet

from selaras.languages import TARGETS, Tag
from selaras.pipeline import Draft
from selaras.pipeline.gating import Outcome, Verdict, gate
from selaras.pipeline.risk import Risk, risks_of
from selaras.pipeline.rules import Policy
from selaras_site.articles.models import Article
from selaras_site.translations.drafts import judged_draft
from selaras_site.translations.models import PUBLIC, Segment, State, Version

WITHDRAWN = "withdrawn"

TODAY = (*(outcome.value for outcome in Outcome), WITHDRAWN)
"""
What versions are now, in the order of the table.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """
    A version as it is today, and what the policy says of it.
    """

    version: Version
    verdict: Verdict

    @property
    def today(self) -> str:
        """
        What it is now, whoever decided that.
        """
        if self.version.state in PUBLIC:
            is_part = self.version.failed_closed > 0
            return (Outcome.PARTLY if is_part else Outcome.LIVE).value
        return self.version.state

    @property
    def would_be(self) -> str:
        """
        What the policy would have made of it.
        """
        return self.verdict.outcome.value


def rehearse(policy: Policy, *, last: int) -> Iterator[Rehearsed]:
    """
    The newest version of each language of the last articles, before the policy.
    """
    for article in last_articles(last):
        newest = {v.language: v for v in article.versions.all()}
        yield from judged(article, list(newest.values()), policy)


def last_articles(last: int) -> QuerySet[Article]:
    """
    The articles that were published last, with their finished versions, oldest first.
    """
    finished = (
        Version.objects.filter(made_at__isnull=False)
        .exclude(state=State.REPLACED)
        .defer("search_text")
        .order_by("pk")
    )
    rows: QuerySet[Article] = (
        Article.objects.filter(first_published_at__isnull=False)
        .select_related("section")
        .defer("body")
        .prefetch_related(Prefetch("versions", queryset=finished))
        .order_by("-first_published_at", "-pk")[:last]
    )
    return rows


def judged(
    article: Article, versions: Sequence[Version], policy: Policy
) -> Iterator[Rehearsed]:
    """
    The versions of an article with what a policy says of each.
    """
    # Languages are compared only where they were made of the same text.
    ordered = sorted(versions, key=lambda version: version.snapshot_id)
    for _snapshot, group in groupby(ordered, key=lambda version: version.snapshot_id):
        together = list(group)
        drafts = [drafted(version) for version in together]
        for version, draft, risks in zip(
            together, drafts, risks_together(drafts), strict=True
        ):
            verdict = gate(draft, policy, article.section.slug, risks=risks)
            yield Rehearsed(version=version, verdict=verdict)


def drafted(version: Version) -> Draft:
    """
    The draft that a version was made of, with its findings.
    """
    rows = Segment.objects.filter(version=version).prefetch_related("findings")
    return judged_draft(version.language, rows.order_by("position"))


def risks_together(drafts: Sequence[Draft]) -> Sequence[Sequence[Risk]]:
    """
    The risks of drafts of one text; each alone where a program cut it otherwise.
    """
    if len({len(draft.segments) for draft in drafts}) == 1:
        return risks_of(drafts)
    return [risks_of([draft])[0] for draft in drafts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """
    How many versions of a language are what today, and what they would be.
    """

    language: Tag
    today: Counter[str]
    would_be: Counter[str]
    rules: Counter[str]


def tallies(rows: Iterable[Rehearsed]) -> list[Tally]:
    """
    The versions counted by language.
    """
    rows = list(rows)
    return [
        tally(tag, [row for row in rows if row.version.language == tag])
        for tag in TARGETS
    ]


def tally(language: Tag, rows: Sequence[Rehearsed]) -> Tally:
    """
    The versions of one language, counted.
    """
    return Tally(
        language=language,
        today=Counter(row.today for row in rows),
        would_be=Counter(row.would_be for row in rows),
        rules=Counter(
            reason.rule
            for row in rows
            if row.verdict.is_held
            for reason in row.verdict.reasons
        ),
    )


def record_of(rows: Sequence[Rehearsed]) -> dict[str, Any]:
    """
    Everything, for programs.
    """
    articles: dict[int, dict[str, Any]] = {}
    for row in rows:
        article = row.version.article
        known = articles.setdefault(
            article.pk,
            {
                "id": article.pk,
                "headline": article.headline,
                "section": article.section.slug,
                "versions": {},
            },
        )
        known["versions"][row.version.language] = version_record(row)
    return {
        "languages": {
            one.language: {
                "today": {name: one.today[name] for name in TODAY},
                "policy": {name.value: one.would_be[name.value] for name in Outcome},
                "rules": dict(one.rules),
            }
            for one in tallies(rows)
        },
        "articles": list(articles.values()),
    }


def version_record(row: Rehearsed) -> dict[str, Any]:
    """
    One version, for programs.
    """
    return {
        "today": row.today,
        "outcome": row.would_be,
        "sentences": row.version.sentences,
        "in_indonesian": row.version.failed_closed,
        "reasons": [asdict(reason) for reason in row.verdict.reasons],
    }
