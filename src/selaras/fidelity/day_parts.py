"""
Mornings and nights that stand beside their days, compared day by day.
"""

import re
from collections.abc import Iterator, Sequence

from selaras.fidelity.finding import Pair
from selaras.text.dates import Moment, agree
from selaras.text.dates.moment import Kind
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


def of_kind(moments: Moments, kind: Kind) -> list[Moment]:
    """
    The moments of one kind.
    """
    return [moment for moment in moments if moment.kind == kind]


BESIDE = re.compile(r"[ \u00a0]?(?:の|يوم |on |du )?")
"""
What stands between a weekday and its part: صباح يوم الجمعة.
"""
