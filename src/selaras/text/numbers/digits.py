"""
The values that a run of digits with its marks may have.
"""

import re
from decimal import Decimal

from selaras.text.numbers.number import Readings

LONGEST = 60
"""
Longer runs of digits are no number that a newspaper counts with.
"""

MARKS = re.compile(r"[^\d]")


def digit_readings(
    literal: str,
    *,
    decimal: str,
    group: str,
    lenient: bool = False,
    clock: bool = False,
) -> Readings:
    """
    Every admissible value, the likeliest first; none where the marks make no sense.

    Where ``lenient``, the style of the other half of the world is admitted too. A
    ``clock`` may show its minutes after the mark that groups.

    >>> digit_readings("1.250,5", decimal=",", group=".")
    (Decimal('1250.5'),)
    >>> digit_readings("1.250", decimal=",", group=".", lenient=True)
    (Decimal('1250'), Decimal('1.250'))
    >>> digit_readings("13.21", decimal=",", group=".", clock=True)
    (Decimal('13.21'),)
    >>> digit_readings("6,00", decimal=".", group=",")
    ()
    """
    if len(literal) > LONGEST:
        return ()
    marks = MARKS.findall(literal)
    if not marks:
        return (Decimal(literal),)
    styles = ((decimal, group), (group, decimal))
    readings = [
        value
        for point, comma in styles[: 1 + lenient]
        if (value := value_of(literal, point, comma)) is not None
    ]
    readings += fraction_of(literal, marks) if clock and not readings else ()
    return tuple(dict.fromkeys(readings))


def value_of(literal: str, point: str, comma: str) -> Decimal | None:
    """
    The value in one style, if the literal is well formed in it.
    """
    whole, found, rest = literal.partition(point)
    groups = re.split(f"[{re.escape(comma)}]", whole)
    grouped = all(len(part) == 3 for part in groups[1:]) and 1 <= len(groups[0]) <= 3
    if len(groups) > 1 and not (grouped and groups[0].strip("0")):
        return None
    digits = "".join(groups) + (f".{rest}" if found else "")
    well_formed = digits.replace(".", "", 1).isdigit()
    return Decimal(digits) if well_formed and not (found and not rest) else None


def fraction_of(literal: str, marks: list[str]) -> Readings:
    """
    The value of a single mark that cannot be a grouping one: "13.21", "5,6".
    """
    if len(marks) > 1:
        return ()
    return (Decimal(MARKS.sub(".", literal)),)
