"""
Taking in a harvest. Each article is one transaction, and nothing is done twice.

What a person changed is theirs: from then on what the source sends is kept as a
revision beside it, for an editor to look at. Only a withdrawal acts on everything.
"""

from collections.abc import Callable

from selaras_site.articles.models import Section
from selaras_site.ingest.fetching import Fetcher
from selaras_site.ingest.fitting import newest_of_each
from selaras_site.ingest.incoming import Harvest
from selaras_site.ingest.intake import Intake
from selaras_site.ingest.models import Rule
from selaras_site.ingest.pictures import MAX_PICTURE, Album
from selaras_site.ingest.reporting import Kind, Outcome, Report

Tell = Callable[[Report], object]
"""
Told after each article, and before each picture, how far it is.
"""


def harvest_take(
    *,
    name: str,
    section: Section,
    rule: str,
    harvest: Harvest,
    byline: str = "",
    fetcher: Fetcher | None = None,
    report: Report | None = None,
    is_dry: bool = False,
    tell: Tell = lambda _report: None,
) -> Report:
    """
    Take in what one source gave; ``name`` is the source that articles are known by.

    Can be stopped anywhere and run again. ``fetcher`` is for pictures, and stays open.
    What was done is in ``report`` even where an error is raised midway.
    Where ``is_dry``, nothing is fetched or written: the report says what would be done.
    """
    report = Report() if report is None else report
    for refused in harvest.refused:
        report.add(
            Outcome(
                kind=Kind.REFUSED,
                external_id=refused.external_id,
                title=refused.title,
                where=refused.where,
                reason=refused.reason,
            )
        )
    with Fetcher(max_bytes=MAX_PICTURE) as own:
        intake = Intake(
            name=name,
            section=section,
            rule=Rule(rule),
            byline=byline,
            album=Album(name, fetcher or own, tell=lambda: tell(report)),
            is_dry=is_dry,
        )
        for incoming in newest_of_each(harvest.articles):
            for outcome in intake.outcomes(incoming):
                report.add(outcome)
            tell(report)
    return report
