"""
Votes on the two best texts of a trial, by people who do not know whose they are.

What people left of the incumbent's text counts as right in a trial, so that it is
favoured. Who votes blind is not: the votes say how large that favour is.
"""

import random
from dataclasses import dataclass
from math import comb
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.evaluation.arena import INCUMBENT
from selaras_site.accounts.models import User
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import Trial

FIRST, SECOND, SAME = CHOICES = ("first", "second", "same")
OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """
    A sentence with two translations; ``number`` is the sentence's in its trial.
    """

    number: int
    source: str
    first: str
    second: str
    cast: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """
    How people voted; ``p`` is how likely so clear a vote is if both were as good.
    """

    challenger: str
    incumbent: int
    other: int
    same: int
    voters: int

    @property
    def many(self) -> int:
        """
        All votes.
        """
        return self.incumbent + self.other + self.same

    @property
    def p(self) -> float:
        """
        The two-sided sign test; votes for neither do not count.
        """
        return sign_test(self.other, self.incumbent)


def sign_test(one: int, other: int) -> float:
    """
    How likely a split as uneven as this is when a coin is thrown.

    >>> sign_test(5, 5), round(sign_test(9, 1), 3)
    (1.0, 0.021)
    """
    many, least = one + other, min(one, other)
    below = sum(comb(many, k) for k in range(least + 1))
    return float(min(1.0, 2 * below / 2**many))


def challenger(trial: Trial) -> str:
    """
    The engine whose texts are voted on against the incumbent's: the best one.
    """
    others = trial.result.get("contestants", ())[1:]
    return next((one["name"] for one in others), "")


def votable(trial: Trial) -> list[int]:
    """
    The sentences to which the two say something different.
    """
    if not challenger(trial):
        return []
    answers = trial.result["answers"].get(challenger(trial), [])
    rows = zip(trial.result["samples"], answers, strict=True)
    return [
        number
        for number, (sample, answer) in enumerate(rows)
        if answer["text"] and answer["text"].strip() != sample["machine"].strip()
    ]


def is_incumbent_first(trial: Trial, number: int, by: User) -> bool:
    """
    In which order somebody sees two texts: by chance, but the same each time.
    """
    return chance(f"{trial.pk}:{number}:{by.pk}").random() < 0.5


def chance(seed: str) -> random.Random:
    """
    Chance that comes out the same for the same words.
    """
    return random.Random(seed)  # noqa: S311


def ballot_for(trial: Trial, by: User) -> Ballot | None:
    """
    The next sentence for somebody, in an order of their own; nothing when all are done.
    """
    if not trial.done_at or not challenger(trial):
        return None
    numbers = votable(trial)
    mine = {vote["sample"] for vote in votes_of(trial) if vote["by"] == by.pk}
    chance(f"{trial.pk}:{by.pk}").shuffle(numbers)
    number = next((one for one in numbers if one not in mine), None)
    if number is None:
        return None
    sample = trial.result["samples"][number]
    texts = [
        sample["machine"],
        trial.result["answers"][challenger(trial)][number]["text"],
    ]
    if not is_incumbent_first(trial, number, by):
        texts.reverse()
    return Ballot(
        number=number,
        source=sample["source"],
        first=texts[0],
        second=texts[1],
        cast=len(mine),
        of=len(numbers),
    )


def votes_of(trial: Trial) -> list[dict[str, Any]]:
    """
    All votes of a trial.
    """
    return list(trial.result.get("votes", ()))


@transaction.atomic
def vote_cast(*, trial: Trial, by: User, number: int, choice: str) -> None:
    """
    Keep which of two texts somebody likes better. A second vote changes nothing.

    Raises ``NotAllowed`` for a sentence that is not voted on.
    """
    row = Trial.objects.select_for_update().get(pk=trial.pk)
    if choice not in CHOICES or not row.done_at or number not in votable(row):
        raise NotAllowed(_("This sentence is not voted on."))
    votes = votes_of(row)
    if any(vote["sample"] == number and vote["by"] == by.pk for vote in votes):
        return
    liked = SAME
    if choice != SAME:
        is_first = choice == FIRST
        is_incumbent = is_first == is_incumbent_first(row, number, by)
        liked = INCUMBENT if is_incumbent else OTHER
    vote = {
        "sample": number,
        "by": by.pk,
        "choice": liked,
        "at": timezone.now().isoformat(),
    }
    row.result["votes"] = [*votes, vote]
    row.save(update_fields=["result"])


def tally(trial: Trial) -> Tally:
    """
    How people voted so far.
    """
    votes = votes_of(trial)
    liked = [vote["choice"] for vote in votes]
    return Tally(
        challenger=challenger(trial),
        incumbent=liked.count(INCUMBENT),
        other=liked.count(OTHER),
        same=liked.count(SAME),
        voters=len({vote["by"] for vote in votes}),
    )
