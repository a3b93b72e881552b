"""
Deciding what came back from translators: all of a file, or none of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from selaras.exchange import Returned
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.articles.models import Article
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import Decision
from selaras_site.translations.returning import Change, Fate, changes_of
from selaras_site.translations.sending import address_in

SENT = "selaras.exchange.sent"
TAKEN = "selaras.exchange.taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """
    What became of a file: the decisions that were made, and what was left.
    """

    decisions: Sequence[Decision]
    changes: Sequence[Change]


@transaction.atomic
def returned_take(
    *,
    units: Iterable[Returned],
    ticked: Iterable[str],
    by: User,
    file: str,
    translator: str = "",
    accept: bool = False,
) -> Outcome:
    """
    Make a decision, in the name of who brings the file, of each change in it.

    ``ticked`` are the keys of the doubtful changes that are taken all the same.
    ``file`` and ``translator`` are kept in the log of each article. May be done twice.
    Raises ``NotAllowed`` where somebody else has one of the sentences open: then
    nothing was decided.
    """
    units, ticked = list(units), frozenset(ticked)
    lock_articles(units)
    changes = changes_of(units, allowed=languages_of(by), accept=accept)
    chosen = [change for change in changes if change.is_chosen(ticked)]
    decisions = [decided(change, by) for change in chosen]
    for article, made in of_articles(decisions).items():
        log(
            instance=article,
            action=TAKEN,
            user=by,
            data={
                "file": file[:200],
                "translator": translator[:200],
                "decisions": [decision.pk for decision in made],
                "languages": sorted({decision.language for decision in made}),
            },
        )
    return Outcome(decisions=decisions, changes=changes)


def lock_articles(units: Iterable[Returned]) -> None:
    """
    Let nobody else change the articles of a file before this transaction is done.

    What a colleague decided until now is then seen, and doubted, by the comparison;
    and since everybody takes them in this order, no two files wait for each other.
    """
    addresses = (address_in(unit.id) for unit in units)
    articles = {address.article for address in addresses if address is not None}
    locked = Article.objects.select_for_update().filter(pk__in=articles)
    list(locked.only("pk").order_by("pk"))


def decided(change: Change, by: User) -> Decision:
    """
    The decision about one sentence.
    """
    assert change.found is not None
    if change.fate is Fate.APPROVED:
        return segment_decide(
            segment=change.found.row, kind=Decision.Kind.ACCEPTED, by=by
        )
    return segment_decide(
        segment=change.found.row,
        kind=Decision.Kind.EDITED,
        by=by,
        text=change.text,
        marks=change.marks,
    )


def of_articles(decisions: Iterable[Decision]) -> Mapping[Article, list[Decision]]:
    """
    Decisions by their article.
    """
    made: dict[Article, list[Decision]] = {}
    for decision in decisions:
        made.setdefault(decision.article, []).append(decision)
    return made


def translator_of(decision: Decision) -> str:
    """
    Who translated a sentence outside of the newsroom; nothing if nobody did.

    The name that came with the file, else the file's.
    """
    entries = ModelLogEntry.objects.for_instance(decision.article).filter(action=TAKEN)
    for entry in entries:
        if decision.pk in entry.data.get("decisions", ()):
            return str(entry.data.get("translator") or entry.data.get("file", ""))
    return ""
