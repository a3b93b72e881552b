"""
What the gate held of the examples is shown all the same, and it is said that it was.

The gate of the demonstration is the careful one that every newsroom begins with. With
the small model in the box it holds many versions, rightly. Whoever tries Selaras out
wants to see all six languages, so the versions of the examples are released as an
editor would release them, with an entry in the history of each article. What a visitor
writes is not: there the gate has the last word, and *Release* is theirs to press.
"""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.operations.demo.content import SOURCE
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Standing, State, Version
from selaras_site.translations.services import version_release

ACTION = "selaras.version.release"
REASON = "Dirilis untuk demonstrasi. Gerbang menahannya:"


@dataclass(frozen=True, slots=True)
class Told:
    """
    Of the examples' versions: those that the gate let live, and those that it held.
    """

    live: int
    held: int


def show_what_is_held(*, by: User) -> int:
    """
    Release the versions of the examples that the gate has held; how many.

    Only of examples that nobody has changed since, and none that a person holds.
    """
    return sum(released(version, by) for version in held_by_the_gate())


def held_by_the_gate() -> QuerySet[Version]:
    """
    Finished versions of unchanged examples that wait for nobody but the gate.
    """
    untouched = (
        Article.objects.filter(source_name=SOURCE, live=True)
        .annotate(published=Count("snapshots"))
        .filter(published=1)
    )
    by_person = Standing.objects.filter(article__in=untouched)
    taken = Q()
    for article, language in by_person.values_list("article", "language"):
        taken |= Q(article=article, language=language)
    rows = Version.objects.filter(
        article__in=untouched, state=State.HELD, made_at__isnull=False
    )
    return rows.exclude(taken) if taken else rows


def released(version: Version, by: User) -> bool:
    """
    Release one version and say why; whether it could be.
    """
    reason = version.reason
    try:
        version_release(version=version)
    except SiteError:
        return False
    log(
        instance=version.article,
        action=ACTION,
        user=by,
        data={"language": version.language, "reason": f"{REASON} {reason}"},
    )
    return True


def told_of_the_gate() -> Told:
    """
    What the gate did with the examples.
    """
    ours = Article.objects.filter(source_name=SOURCE)
    live = Version.objects.filter(article__in=ours, live_at__isnull=False)
    held = ModelLogEntry.objects.filter(
        action=ACTION,
        object_id__in=[str(pk) for pk in ours.values_list("pk", flat=True)],
        data__reason__startswith=REASON,
    ).count()
    of_first = live.values("article", "language").distinct().count()
    return Told(live=max(0, of_first - held), held=held)
