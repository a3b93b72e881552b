"""
What follows from a decision, outside of the request that made it.

A person's sentence enters the newsroom's memory, so that the next article that says the
same gets it. All of this may be done twice.
"""

from pathlib import Path

from django.conf import settings

from selaras.memory import Entry, Memory
from selaras_site.translations.decisions import counting
from selaras_site.translations.models import Decision


def follow(decision_id: int) -> None:
    """
    Let the newsroom learn from a decision.
    """
    decision = Decision.objects.select_related("made_by").filter(pk=decision_id).first()
    if decision is not None:
        remember(decision)


def remember(decision: Decision) -> None:
    """
    Keep in the memory what counts now for the sentence of a decision.

    What was rejected or taken back is forgotten there, unless another article has said
    it: then that stays.
    """
    same = Decision.objects.filter(
        article=decision.article_id,
        language=decision.language,
        source_key=decision.source_key,
    )
    counts = counting(same.select_related("made_by").order_by("pk"))
    standing = counts.get((decision.language, decision.source_key))
    path = Path(settings.SELARAS_MEMORY)
    path.parent.mkdir(parents=True, exist_ok=True)
    with Memory(path) as memory:
        if standing is not None and standing.kind in KEPT:
            memory.remember(entry_of(standing))
        else:
            forget(memory, decision)


KEPT = (Decision.Kind.ACCEPTED, Decision.Kind.EDITED)


def forget(memory: Memory, decision: Decision) -> None:
    """
    Take out of the memory what this article's decisions put there.
    """
    known = memory.exact(decision.source, target=decision.language)
    if known is not None and known.article == str(decision.article_id):
        memory.forget(decision.source, target=decision.language, level="human")


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
        author=decision.made_by.get_full_name() or decision.made_by.get_username(),
        article=str(decision.article_id),
    )
