"""
What follows from a decision, outside of the request that made it.

A person's sentence enters the newsroom's memory, so that the next article that says the
same gets it. Readers who said that it was wrong are answered. The same sentence
elsewhere is renewed, where that is the policy. What people change or overrule again and
again is put before them as a candidate.

Each step looks at what counts now and not at what happened, so that all of it may be
done twice, in any order, and from the beginning again after it was stopped anywhere.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from selaras.memory import Entry, Memory
from selaras_site.accounts.models import User
from selaras_site.translations import (
    candidates,
    overruling,
    sampling,
    spreading,
    ticketing,
)
from selaras_site.translations.exchange import translator_of
from selaras_site.translations.histories import KEPT, histories, history_of
from selaras_site.translations.models import Decision, Segment


def follow(decision_id: int) -> None:
    """
    Let the newsroom learn from a decision.

    A step that fails stops no other; what failed is raised when all had their turn.
    """
    rows = Decision.objects.select_related("made_by", "article")
    decision = rows.filter(pk=decision_id).first()
    if decision is None:
        return
    failures = [error for step in STEPS if (error := failure(step, decision))]
    if failures:
        raise ExceptionGroup(
            f"Not all was learnt from decision {decision_id}", failures
        )


def failure(step: "Step", decision: Decision) -> Exception | None:
    """
    Do one step; what went wrong, if anything did.
    """
    try:
        step(decision)
    except Exception as error:
        return error
    return None


def remember(decision: Decision) -> None:
    """
    Keep in the memory what counts now for the sentence of a decision.

    What was rejected or taken back is forgotten there, unless another article has said
    it: then that stays.
    """
    standing = history_of(decision).counts
    path = Path(settings.SELARAS_MEMORY)
    path.parent.mkdir(parents=True, exist_ok=True)
    with Memory(path) as memory:
        if standing is None or standing.kind not in KEPT:
            forget(memory, decision)
        elif not is_said_already(memory, standing):
            memory.remember(entry_of(standing))


def is_said_already(memory: Memory, decision: Decision) -> bool:
    """
    Whether a text that was taken over is there, with who wrote it first.
    """
    known = memory.exact(decision.source, target=decision.language)
    return (
        decision.taken_from_id is not None
        and known is not None
        and known.translation == decision.text
    )


def forget(memory: Memory, decision: Decision) -> None:
    """
    Take out of the memory what this article's decisions put there.
    """
    known = memory.exact(decision.source, target=decision.language)
    if known is None or known.article != str(decision.article_id):
        return
    other = said_elsewhere(decision)
    if other is None:
        memory.forget(decision.source, target=decision.language, level="human")
    else:
        memory.remember(entry_of(other))


def said_elsewhere(decision: Decision) -> Decision | None:
    """
    What counts for the same sentence in another article; the newest, if several do.
    """
    articles = Segment.objects.filter(
        source_key=decision.source_key, version__language=decision.language
    )
    rows = Decision.objects.filter(
        article__in=articles.values("version__article"),
        language=decision.language,
        source_key=decision.source_key,
    ).exclude(article=decision.article_id)
    found = histories(rows.select_related("made_by").order_by("pk")).values()
    said = [one.counts for one in found if one.counts and one.counts.kind in KEPT]
    return max(said, key=lambda one: one.pk, default=None)


def name_of(user: User) -> str:
    """
    What somebody is called.
    """
    return user.get_full_name() or user.get_username()


def entry_of(decision: Decision) -> Entry:
    """
    A decision as an entry of the memory, with where it comes from.
    """
    machine = decision.was.get("provenance", {})
    return Entry(
        text=decision.source,
        translation=decision.text,
        target=decision.language,
        level="human",
        engine=machine.get("engine", ""),
        model=machine.get("model", ""),
        via=tuple(machine.get("via", ())),
        author=translator_of(decision) or name_of(decision.made_by),
        article=str(decision.article_id),
    )


Step = Callable[[Decision], object]

STEPS: tuple[Step, ...] = (
    remember,
    ticketing.reports_answer,
    spreading.unrenew,
    spreading.renew,
    candidates.recount,
    overruling.recount,
    sampling.look,
)
"""
What is done, in this order. Each may be done again, and needs none of the others.
"""
