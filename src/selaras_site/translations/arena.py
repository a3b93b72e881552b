"""
Trials: engines compared on what people of the newsroom made of machines' sentences.

A trial is ordered by a person and run by workers, a batch of sentences at a time, so
that an article that is published never waits for it. What an engine said is kept with
the trial: a worker that is killed loses one batch, and nothing is paid for twice.
``selaras.evaluation.arena`` measures.
"""

import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, time, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from selaras.engines.choosing import DEEPL_KEY, LIBRETRANSLATE_URL
from selaras.errors import SelarasError
from selaras.evaluation.arena import Result, judged
from selaras.evaluation.asking import Answer, Sample, asked_next
from selaras.languages import TARGETS, Tag
from selaras.weights import list_models
from selaras_site.accounts.models import User
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import Trial
from selaras_site.translations.routing import serving_since_a_move
from selaras_site.translations.trial_samples import (
    core_samples,
    samples_of,
    told_terms,
)

log = structlog.get_logger(__name__)

FEWEST = 30
"""
Sentences without which a comparison says nothing.
"""

USUAL = 200
MOST = 300
MOST_ENGINES = 6
BATCH = 16
ATTEMPTS = 5
LEASE = timedelta(minutes=10)


def engines_offered() -> list[str]:
    """
    The names of engines that this newsroom can compose, its own first.

    Services are offered where their key or address is set; a model of a service only
    where the settings name it.
    """
    named = [*settings.SELARAS_ENGINE.split(","), *more_engines()]
    local = (
        "local" if model.embedded else f"local:{model.manifest.name}"
        for model in list_models()
    )
    services = (name for name, variable in SERVICES.items() if os.environ.get(variable))
    found = (name.strip() for name in (*named, *local, *services))
    return list(dict.fromkeys(name for name in found if name))


SERVICES = {"deepl": DEEPL_KEY, "libretranslate": LIBRETRANSLATE_URL}


def more_engines() -> Sequence[str]:
    """
    What the settings name besides, for trials alone.
    """
    return tuple(getattr(settings, "SELARAS_TRIAL_ENGINES", ()))


@transaction.atomic
def trial_order(
    *,
    language: Tag,
    engines: Sequence[str],
    by: User,
    most: int = USUAL,
    since: datetime | None = None,
) -> Trial:
    """
    Have engines compared on the newest decisions of a language.

    Raises ``NotAllowed``: for too few decisions, engines that cannot be had here, and
    while another trial of the language runs.
    """
    refuse_strangers(language, engines)
    refuse_second(language)
    # A language that was moved is compared with what serves it now, too.
    serving = serving_since_a_move(language)
    engines = [*engines, *filter(None, [serving])]
    samples = samples_of(language, max(FEWEST, min(most, MOST)), since=since)
    if len(samples) < FEWEST:
        raise NotAllowed(
            _(
                "Expected at least %(fewest)s sentences that people accepted or "
                "changed in this language, and found %(many)s. Let people review more "
                "first."
            )
            % {"fewest": FEWEST, "many": len(samples)}
        )
    trial = Trial(
        language=language,
        engines=list(dict.fromkeys(engines)),
        result={
            "samples": told_terms(samples, language),
            "serving": serving,
            "answers": {},
            "attempts": 0,
        },
        ordered_by=by,
    )
    trial.full_clean(exclude=["result"], validate_constraints=False)
    try:
        with transaction.atomic():
            trial.save()
    except IntegrityError:
        # Two people pressed at once: the database let the first one through.
        refuse_second(language)
        raise
    trial_step.enqueue(trial.pk)
    return trial


def refuse_second(language: Tag) -> None:
    """
    Refuse another comparison of a language while one is under way.
    """
    if Trial.objects.filter(language=language, done_at=None).exists():
        raise NotAllowed(
            _("A comparison for this language is under way. Wait for its end.")
        )


def refuse_strangers(language: Tag, engines: Sequence[str]) -> None:
    """
    Refuse what the form does not offer.
    """
    if language not in TARGETS:
        raise NotAllowed(_("There is no such language."))
    wrong = sorted(set(engines) - set(engines_offered()))
    if wrong or not engines:
        raise NotAllowed(
            _("Choose engines that this newsroom has. Not among them: %(wrong)s")
            % {"wrong": ", ".join(wrong)[:200] or "—"}
        )
    if len(set(engines)) > MOST_ENGINES:
        raise NotAllowed(
            _("Compare at most %(most)s engines at once.") % {"most": MOST_ENGINES}
        )


@task(priority=-20)
def trial_step(trial_id: int) -> bool:
    """
    Do the next part of a trial, and order the one after it; whether anything was done.
    """
    trial = trial_claim(trial_id)
    if trial is None:
        return False
    try:
        done = step(trial)
    except Exception:
        trial_give_back(trial)
        raise
    if not done:
        trial_step.enqueue(trial_id)
    return True


@transaction.atomic
def trial_claim(trial_id: int) -> Trial | None:
    """
    Take a trial, unless it is done or somebody works on it.

    One that took several workers with it has failed.
    """
    trial = Trial.objects.select_for_update().filter(pk=trial_id).first()
    now = timezone.now()
    if trial is None or trial.done_at or leased_until(trial) > now:
        return None
    if trial.result.get("attempts", 0) >= ATTEMPTS:
        trial.failure = _("%(count)d workers began this and none came back.") % {
            "count": ATTEMPTS
        }
        trial.done_at = now
        trial.save(update_fields=["failure", "done_at"])
        return None
    trial.result |= {
        "claim": str(uuid.uuid4()),
        "until": (now + LEASE).isoformat(),
        "attempts": trial.result.get("attempts", 0) + 1,
    }
    trial.save(update_fields=["result"])
    return trial


def leased_until(trial: Trial) -> datetime:
    """
    Until when a worker has a trial.
    """
    until = trial.result.get("until")
    return datetime.fromisoformat(until) if until else trial.ordered_at


def step(trial: Trial) -> bool:
    """
    Ask the next batch of the next engine, or judge when all was asked; whether all is.
    """
    samples = core_samples(trial)
    for name in trial.engines:
        said = answers_of(trial, name)
        if len(said) < len(samples):
            said += next_answers(name, samples, said)
            trial_keep(trial, {name: [asdict(answer) for answer in said]})
            return False
    answers = {name: answers_of(trial, name) for name in trial.engines}
    serving = trial.result.get("serving", "")
    trial_finish(trial, judged(answers, samples, seed=trial.pk, serving=serving))
    return True


def answers_of(trial: Trial, name: str) -> list[Answer]:
    """
    What an engine has said so far.
    """
    return [Answer(**one) for one in trial.result["answers"].get(name, ())]


def next_answers(
    name: str, samples: Sequence[Sample], said: Sequence[Answer]
) -> list[Answer]:
    """
    What an engine says next, without the newsroom's memory, which knows the answers.
    """
    from selaras_site.translations.engine import engine_for

    try:
        engine = engine_for(name, None)
    except SelarasError as error:
        return [Answer(text="", failure=str(error))] * (len(samples) - len(said))
    return asked_next(engine, samples, said, batch=BATCH)


@transaction.atomic
def trial_keep(trial: Trial, answers: Mapping[str, Any]) -> None:
    """
    Keep what was said, and let the next worker go on from there.

    A worker that was too slow has lost its claim, and keeps nothing.
    """
    row = ours(trial)
    if row is None:
        return
    row.result["answers"] |= answers
    row.result |= {"until": None, "claim": "", "attempts": 0, "waits": told_now()}
    row.save(update_fields=["result"])


@transaction.atomic
def trial_give_back(trial: Trial) -> None:
    """
    Let another worker try at once; how often it was tried stays.
    """
    row = ours(trial)
    if row is not None:
        row.result |= {"until": None, "claim": "", "waits": told_now()}
        row.save(update_fields=["result"])


@transaction.atomic
def trial_finish(trial: Trial, found: Result) -> None:
    """
    Write down what was found.
    """
    row = ours(trial)
    if row is None:
        return
    row.result |= {
        "contestants": [asdict(one) for one in found.contestants],
        "alarms": found.alarms,
        "votes": [],
        "until": None,
        "claim": "",
    }
    row.signature, row.winner = found.signature, found.winner
    row.is_significant, row.done_at = found.is_significant, timezone.now()
    row.save()
    log.info("trial done", trial=row.pk, winner=row.winner, signature=row.signature)


def ours(trial: Trial) -> Trial | None:
    """
    The row as it is now, if we still have it.
    """
    row = Trial.objects.select_for_update().get(pk=trial.pk)
    is_ours = not row.done_at and row.result.get("claim") == trial.result["claim"]
    if not is_ours:
        log.info("trial overtaken", trial=trial.pk)
    return row if is_ours else None


def trials_sweep() -> int:
    """
    Order again what stands still: its worker is gone, or its task; how many.

    A task too many does no harm: it finds that somebody has the trial.
    """
    return sum(order_again(pk) for pk in open_trials())


def open_trials() -> list[int]:
    """
    The trials that are not done.
    """
    return list(Trial.objects.filter(done_at=None).values_list("pk", flat=True))


@transaction.atomic
def order_again(trial_id: int) -> bool:
    """
    Order a trial's next part again if it waits too long; whether it did.
    """
    trial = Trial.objects.select_for_update().get(pk=trial_id)
    if trial.done_at or waits_since(trial) > timezone.now() - PATIENCE:
        return False
    trial.result |= {"again": told_now()}
    trial.save(update_fields=["result"])
    log.info("trial ordered again", trial=trial_id)
    trial_step.enqueue(trial_id)
    return True


def waits_since(trial: Trial) -> datetime:
    """
    Since when nobody works on a trial and nothing was ordered for it.
    """
    # Of a part that somebody has, the end of the lease counts, and not its order.
    names = ("again",) if trial.result.get("claim") else ("again", "waits")
    told = (trial.result.get(name) for name in names)
    return max([leased_until(trial), *map(datetime.fromisoformat, filter(None, told))])


PATIENCE = timedelta(seconds=60)
"""
How long a part of a trial may wait for a worker before it is ordered again.
"""


def told_now() -> str:
    """
    Now, as a trial keeps it.
    """
    return timezone.now().isoformat()


def progress(trial: Trial) -> tuple[int, int]:
    """
    How many sentences were asked of all engines together, and of how many.
    """
    done = sum(map(len, trial.result.get("answers", {}).values()))
    return done, len(trial.result.get("samples", ())) * len(trial.engines)


def examples(trial: Trial, most: int = 20) -> Iterator[dict[str, Any]]:
    """
    Sentences side by side: what people wanted, what the machine had, what others said.
    """
    for number, one in enumerate(trial.result.get("samples", ())[:most]):
        said = {
            name: trial.result["answers"].get(name, [])[number : number + 1]
            for name in trial.engines
        }
        yield one | {"said": [(name, *found) for name, found in said.items() if found]}


def day_begins(day: Any) -> datetime:
    """
    The first moment of a day where the newsroom is.
    """
    return timezone.make_aware(datetime.combine(day, time.min))
