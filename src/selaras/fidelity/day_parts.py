"""
Mornings and nights that stand beside their days, compared day by day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selaras.fidelity.finding import Pair
from selaras.languages import Tag
from selaras.text.dates import Moment, agree
from selaras.text.dates.moment import Kind, Reading
from selaras.text.dates.pairing import MANY, unserved

Moments = Sequence[Moment]


def parts_exchanged(
    source: Moments, target: Moments, pair: Pair
) -> Iterator[tuple[Moment, Moment]]:
    """
    Parts of days that are others than in the source, day by day.

    Only where both texts name the same days with a part in the same order, and where
    each part, for itself, has one to stand for it: the night for the night of another.
    """
    if len(of_kind(source, "part")) < 2 or len(of_kind(target, "part")) < 2:
        return
    wanted = parts_of_days(source, pair.source)
    offered = parts_of_days(target, pair.target)
    if len(wanted) < 2 or len(wanted) != len(offered):
        return
    if not all(
        agree(one, other) for (one, _), (other, _) in zip(wanted, offered, strict=True)
    ):
        return
    parts = [part for _, part in wanted], [part for _, part in offered]
    if unserved(*parts):
        return
    for one, there in zip(*parts, strict=True):
        if not agree(one, there):
            yield one, there
            return


def parts_of_days(moments: Moments, text: str) -> list[tuple[Moment, Moment]]:
    """
    The weekdays that have a part of the day beside them, and that part.
    """
    days = of_kind(moments, "weekday")
    return [
        (day, part)
        for day in days[:MANY]
        for part in of_kind(moments, "part")[:MANY]
        if BESIDE.fullmatch(text, day.span.end, part.span.start)
        or BESIDE.fullmatch(text, part.span.end, day.span.start)
    ]


def with_named_eves(source: Moments, pair: Pair) -> Moments:
    """
    The moments of a source, of which eves may go by their day, as ليلة الاثنين does.

    "Malam Senin" is Sunday night everywhere else.
    """
    if pair.language not in NAMES_EVES or NIGHT_OF.search(pair.target) is None:
        return source
    return [
        replace(one, readings=(*one.readings, *map(next_day, one.readings)))
        if one.kind == "weekday" and EVE.match(pair.source, one.span.start)
        else one
        for one in source
    ]


def with_nights_told(target: Moments, source: str) -> Moments:
    """
    The moments of a target, with each night of two days named as the source names it.

    "Senin malam" is "la nuit de lundi à mardi", and "Senin dini hari" the one before.
    """
    late, early = LATE.search(source), EARLY.search(source)
    if (late is None) == (early is None):
        return target
    told = slice(0, 1) if late else slice(1, 2)
    return [
        replace(one, readings=one.readings[told]) if is_between_days(one) else one
        for one in target
    ]


def is_between_days(moment: Moment) -> bool:
    """
    Whether a moment is a night that may be named by either of its days.
    """
    return moment.kind == "weekday" and len(moment.readings) > 1


def next_day(reading: Reading) -> Reading:
    """
    The weekday after another.
    """
    return replace(reading, weekday=((reading.weekday or 0) + 1) % DAYS)


def of_kind(moments: Moments, kind: Kind) -> list[Moment]:
    """
    The moments of one kind.
    """
    return [moment for moment in moments if moment.kind == kind]


WEEKDAY = r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)\b"
DATED = rf"{WEEKDAY}(?: ?\([^()]{{1,20}}\))?"
LATE = re.compile(rf"{DATED} malam\b")
EARLY = re.compile(rf"{DATED} (?:dini hari|subuh)\b|\b(?:dini hari|subuh) {WEEKDAY}")
"""
What a source says of the night of a day, and of the small hours of one.
"""

DAYS = 7
EVE = re.compile(r"[Mm]alam [A-Z]")
NAMES_EVES: frozenset[Tag] = frozenset({"ar"})
NIGHT_OF = re.compile(r"\bليل[ةه] ال")
"""
Where a night is named by the day that it leads to.
"""

BESIDE = re.compile(r"[ \u00a0]?(?:の|يوم |on |du )?")
"""
What stands between a weekday and its part: صباح يوم الجمعة.
"""
