"""
The sentences on which engines are compared: people's decisions, with a machine's text.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from selaras.engines import Request
from selaras.evaluation.asking import Sample
from selaras.languages import Tag
from selaras.pipeline.telling import with_terms
from selaras.text.scripts import has_letter
from selaras_site.translations.histories import KEPT, History, histories_at
from selaras_site.translations.models import Decision, Trial
from selaras_site.translations.term_reading import checks_now

LOOKED_AT = 4
"""
How many decisions are looked at for each that is wanted: some were taken back, or are
about a text that no machine wrote.
"""


def samples_of(
    language: Tag, most: int, *, since: datetime | None = None
) -> list[dict[str, str]]:
    """
    The newest sentences that people decided about, with what a machine had written.

    Each once, and only what counts now. What was taken over from elsewhere, or came
    from a person by way of the memory, is nobody's judgement of a machine.
    """
    rows = Decision.objects.filter(
        language=language, kind__in=KEPT, taken_from__isnull=True
    )
    if since is not None:
        rows = rows.filter(made_at__gte=since)
    places = list(
        rows.order_by("-pk").values_list("article", "language", "source_key", "pk")[
            : most * LOOKED_AT
        ]
    )
    found = histories_at(place[:3] for place in places)
    samples: dict[str, dict[str, str]] = {}
    for article, tag, key, pk in places:
        history = found.get((article, tag, key))
        if history is None or history.counts is None or history.counts.pk != pk:
            continue
        if key not in samples and (sample := sample_of(history)):
            samples[key] = sample
    return list(samples.values())[:most]


def sample_of(history: History) -> dict[str, str] | None:
    """
    A sentence with a machine's text and a person's; nothing where either is missing.
    """
    first, last = history.standing[0], history.standing[-1]
    machine = first.was.get("provenance", {})
    is_machines = machine.get("engine") != "person" and not any(
        step.endswith(":human") for step in machine.get("steps", ())
    )
    text = history.first[last.pk]
    if not (is_machines and text.strip() and has_letter(last.source)):
        return None
    return {
        "source": last.source,
        "final": last.text,
        "machine": text,
        "engine": machine.get("engine", ""),
        "model": machine.get("model", ""),
    }


def told_terms(
    samples: Sequence[Mapping[str, str]], language: Tag
) -> list[dict[str, Any]]:
    """
    Samples with the terms that engines are told with them.

    They are the same for all, whatever changes before the last engine has answered.
    """
    asked = [Request(text=one["source"], target=language) for one in samples]
    told = with_terms(asked, checks_now())
    return [
        {**one, "terms": request.terms}
        for one, request in zip(samples, told, strict=True)
    ]


def core_samples(trial: Trial) -> list[Sample]:
    """
    The sentences of a trial as the core takes them.
    """
    return [
        Sample(
            source=one["source"],
            final=one["final"],
            language=trial.language,
            incumbent=one["machine"],
            terms=tuple((term, said) for term, said in one.get("terms", ())),
        )
        for one in trial.result["samples"]
    ]
