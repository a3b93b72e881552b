"""
How good a language is, by what people did lately to sentences of it, and its halt.

Where people had to change too much, nothing more of the language goes live by itself
until a person says so. What is sampled is what people looked at. The desk's queue has
them look at the worst first, so that the figure is lower than that of all sentences: it
is for noticing that something broke, and the floor is low.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import structlog
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from rapidfuzz.distance import Levenshtein
from sacrebleu.metrics.chrf import CHRF
from wagtail.log_actions import log as keep_log

from selaras.languages import LANGUAGES, TARGETS, Tag
from selaras_site.accounts.models import User
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.histories import History, histories_at
from selaras_site.translations.models import Decision, Halt

log = structlog.get_logger(__name__)

MOST = 50
FEWEST = 20
RECENT = timedelta(days=14)
LITTLE = 0.10
"""
The share of characters below which a change counts as none: a comma, a capital.
"""

FLOOR = 0.3
"""
The share of good sentences below which a language halts, where no setting says.
"""

MALFORMED = "translations.E002"
HALTED = "selaras.halt.made"
"""
What the log calls it that a language halted by itself.
"""

LOOKED_AT = 4
"""
How many decisions are looked at for each that is wanted, as some were taken back.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """
    Of so many sentences, the share that people left alone or changed a little.

    ``chrf`` is that of what machines wrote, measured on what people made of it.
    """

    language: Tag
    sampled: int
    good: int
    chrf: float

    @property
    def share(self) -> float:
        """
        The figure that a floor is compared with.
        """
        return self.good / self.sampled if self.sampled else 1.0

    @property
    def is_enough(self) -> bool:
        """
        Whether it says anything.
        """
        return self.sampled >= FEWEST


def quality_of(language: Tag) -> Quality:
    """
    The quality of a language, over the last sentences that people decided about.

    What was before a halt that was lifted does not count again. Three queries.
    """
    pairs = sampled_pairs(language)
    good = sum(is_good(*pair) for pair in pairs)
    kept = [(machine, final) for machine, final in pairs if final is not None]
    return Quality(
        language=language,
        sampled=len(pairs),
        good=good,
        chrf=round(chrf(kept), 1) if kept else 0.0,
    )


Pair = tuple[str, str | None]
"""
What a machine wrote, and what a person made of it; nothing where they rejected it.
"""


def sampled_pairs(language: Tag) -> list[Pair]:
    """
    The newest sentences of a language that count, each with the machine's text.
    """
    rows = Decision.objects.filter(
        language=language, made_at__gte=begins(language), taken_from__isnull=True
    ).exclude(kind=Decision.Kind.REOPENED)
    places = list(
        rows.order_by("-pk").values_list("article", "language", "source_key", "pk")[
            : MOST * LOOKED_AT
        ]
    )
    found = histories_at(place[:3] for place in places)
    pairs: list[Pair] = []
    for article, tag, key, pk in places:
        history = found.get((article, tag, key))
        if history and history.counts and history.counts.pk == pk:
            pairs += [pair] if (pair := pair_of(history)) else []
    return pairs[:MOST]


def begins(language: Tag) -> datetime:
    """
    From when on decisions count.
    """
    recently = timezone.now() - RECENT
    lifted = Halt.objects.filter(language=language).aggregate(at=Max("lifted_at"))["at"]
    return max(recently, lifted) if lifted else recently


def pair_of(history: History) -> Pair | None:
    """
    A machine's sentence and a person's; nothing where it was no machine's.
    """
    first, last = history.standing[0], history.standing[-1]
    machine = first.was.get("provenance", {})
    is_persons = machine.get("engine") == "person" or any(
        step.endswith(":human") for step in machine.get("steps", ())
    )
    text = history.first[last.pk]
    if is_persons or not text.strip():
        return None
    return text, None if last.kind == Decision.Kind.REJECTED else last.text


def is_good(machine: str, final: str | None) -> bool:
    """
    Whether a person left a machine's sentence as it was, or nearly.

    >>> is_good("A quake shook Palu.", "A quake shook Palu!")
    True
    >>> is_good("A quake shook Palu.", "An earthquake hit Palu.")
    False
    """
    if final is None:
        return False
    return machine == final or Levenshtein.normalized_distance(machine, final) < LITTLE


def chrf(pairs: list[tuple[str, str]]) -> float:
    """
    The chrF of what machines wrote, from 0 to 100.
    """
    machine, final = zip(*pairs, strict=True)
    return float(CHRF().corpus_score(list(machine), [list(final)]).score)


def floor_of(language: Tag) -> float:
    """
    Below which share a language halts; 0 never does.
    """
    floors = floors_in(str(getattr(settings, "SELARAS_FLOOR", FLOOR)))
    return floors.get(language, floors[""])


@lru_cache(maxsize=4)
def floors_in(text: str) -> Mapping[str, float]:
    """
    Floors as a setting writes them: one for all, others behind their languages.

    What cannot be read is the usual floor: a halt too many is seen, one too few is not.

    >>> dict(floors_in("0.3, ja:0.2"))
    {'': 0.3, 'ja': 0.2}
    >>> dict(floors_in("a lot"))
    {'': 0.3}
    """
    floors = {"": FLOOR}
    for part in text.split(","):
        language, _colon, value = part.strip().rpartition(":")
        if is_share(value):
            floors[language.strip()] = float(value)
        elif value:
            log.warning("a floor cannot be read", setting="SELARAS_FLOOR", part=part)
    return floors


def is_share(text: str) -> bool:
    """
    Whether a text is a number from 0 to 1.
    """
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


def floor_check(**_rest: object) -> list[CheckMessage]:
    """
    Django's system check of the floors.
    """
    text = str(getattr(settings, "SELARAS_FLOOR", FLOOR))
    parts = [part.strip().rpartition(":") for part in text.split(",") if part.strip()]
    wrong = [
        part
        for part in parts
        if not is_share(part[2]) or part[0].strip() not in ("", *TARGETS)
    ]
    if not wrong:
        return []
    return [
        Error(
            f"SELARAS_FLOOR is {text!r}: expected shares from 0 to 1.",
            hint="For instance 0.3, or 0.3,ja:0.2. 0 switches a floor off.",
            id=MALFORMED,
        )
    ]


def look(decision: Decision) -> Halt | None:
    """
    Look at the language of a decision.
    """
    return halt_where_low(language=decision.language)


def look_at_all() -> int:
    """
    Look at every language; how many halted now.
    """
    return sum(halt_where_low(language=tag) is not None for tag in TARGETS)


def halt_where_low(*, language: Tag) -> Halt | None:
    """
    Halt a language whose quality is below its floor; the halt, if it is a new one.
    """
    floor = floor_of(language)
    if not floor or Halt.objects.filter(language=language, lifted_at=None).exists():
        return None
    quality = quality_of(language)
    if not quality.is_enough or quality.share >= floor:
        return None
    try:
        with transaction.atomic():
            halt = Halt.objects.create(
                language=language,
                reason=reason_of(quality, floor),
                quality=quality.share,
                floor=floor,
                sampled=quality.sampled,
            )
            data = {"language": language, "reason": halt.reason}
            keep_log(instance=halt, action=HALTED, data=data)
    except IntegrityError:
        return None  # Another worker halted it between our look and our write.
    log.warning(
        "language halted", language=language, quality=quality.share, floor=floor
    )
    return halt


def reason_of(quality: Quality, floor: float) -> str:
    """
    Why a language halts, as the desk reads it.
    """
    return _(
        "%(language)s has halted: of the last %(many)s sentences that people decided "
        "about, %(share)s%% were left as they were or nearly, and %(floor)s%% is the "
        "least (chrF %(chrf)s)."
    ) % {
        "language": LANGUAGES[quality.language].own_name,
        "many": quality.sampled,
        "share": round(quality.share * 100),
        "floor": round(floor * 100),
        "chrf": number_format(quality.chrf, 1),
    }


def halts() -> list[Halt]:
    """
    The languages that stand still now. One query.
    """
    return sorted(
        Halt.objects.filter(lifted_at=None),
        key=lambda halt: TARGETS.index(halt.language),
    )


@transaction.atomic
def halt_lift(*, halt: Halt, by: User) -> None:
    """
    Let a language go live by itself again, from the next version on.

    Raises ``NotAllowed`` where somebody has done so already.
    """
    lifted = Halt.objects.filter(pk=halt.pk, lifted_at=None).update(
        lifted_at=timezone.now(), lifted_by=by
    )
    if not lifted:
        raise NotAllowed(_("Somebody has lifted this halt already."))
    log.info("halt lifted", language=halt.language, by=by.pk)
