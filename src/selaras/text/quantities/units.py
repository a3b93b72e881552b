"""
The units that newspapers measure with, by family, and how they convert.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

TOLERANCE = Decimal("0.03")
"""
How far a converted value may be off: "20 feet" are 6 metres in a newspaper.
"""

TEN = Decimal(10)
ROUND = Decimal("0.05")
"""
How far a round figure may be off: twelve miles per hour are 20 kilometres per hour.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """
    A unit: its family, and how many of the family's first it is, from ``zero``.
    """

    family: str
    factor: Decimal
    zero: Decimal = Decimal(0)

    def converted(self, value: Decimal, other: "Unit") -> Decimal:
        """
        A value of this unit in another of the same family.

        >>> UNITS["foot"].converted(Decimal(20), UNITS["metre"])
        Decimal('6.0960')
        """
        return (value - self.zero) * self.factor / other.factor + other.zero


def family(name: str, /, **factors: str) -> dict[str, Unit]:
    """
    The units of a family, named with spaces: square_metre is "square-metre".
    """
    return {
        unit.replace("_", "-"): Unit(family=name, factor=Decimal(factor))
        for unit, factor in factors.items()
    }


UNITS: Mapping[str, Unit] = {
    **family(
        "length", metre="1", kilometre="1000", centimetre="0.01", millimetre="0.001",
        foot="0.3048", inch="0.0254", yard="0.9144", mile="1609.344",
        nautical_mile="1852", li="500",
    ),
    **family(
        "area", square_metre="1", hectare="10000", are="100", mu="666.667",
        square_kilometre="1000000", acre="4046.86", square_foot="0.092903",
        square_mile="2589988", square_centimetre="0.0001",
        square_nautical_mile="3429904",
    ),
    **family(
        "mass", kilogram="1", gram="0.001", milligram="0.000001",
        microgram="0.000000001", tonne="1000", quintal="100", pound="0.453592",
        ounce="0.0283495", hectogram="0.1", jin="0.5",
    ),
    **family(
        "volume", litre="1", millilitre="0.001", cubic_metre="1000",
        kilolitre="1000", gallon="3.78541", cubic_foot="28.3168",
        cubic_kilometre="1000000000000", barrel="158.987",
    ),
    **family(
        "power", watt="1", kilowatt="1000", megawatt="1000000", gigawatt="1000000000",
    ),
    **family(
        "energy", watt_hour="0.001", kilowatt_hour="1", megawatt_hour="1000",
        gigawatt_hour="1000000",
    ),
    **family(
        "time", second="1", minute="60", hour="3600", day="86400", week="604800",
        month="2629800", year="31557600", decade="315576000", century="3155760000",
    ),
    **family("share", percent="1"),
    **family("percentage points", percentage_point="1", basis_point="0.01"),
    **family("points", point="1"),
    **family("tonnage", gross_ton="1"),
    **family("angle", degree="1"),
    **family("date", date="1"),
    "celsius": Unit(family="temperature", factor=Decimal(1)),
    "fahrenheit": Unit(
        family="temperature",
        factor=Decimal(5) / Decimal(9),
        zero=Decimal(32),
    ),
}  # fmt: skip
"""
Every unit by its name in tables. The "ons" of an Indonesian market is a hectogram.
"""


def may_be_converted(
    value: Decimal,
    units: frozenset[str],
    other: Decimal,
    others: frozenset[str],
    *,
    tolerance: Decimal = TOLERANCE,
) -> bool:
    """
    Whether two values are the same amount in different units, as newspapers round.

    Shares are never rounded: 25 basis points are 0.25 percent.

    >>> may_be_converted(
    ...     Decimal(20), frozenset({"foot"}), Decimal(6), frozenset({"metre"})
    ... )
    True
    """
    return any(
        UNITS[one].converted(value, UNITS[two]) == other
        if "basis-point" in (one, two)
        else nearly(UNITS[one].converted(value, UNITS[two]), other, tolerance)
        for one in units
        for two in others
        if one != two and are_alike(one, two)
    )


def are_alike(one: str, other: str) -> bool:
    """
    Whether two units measure the same: a rate is cut by basis points, or by percent.
    """
    same = UNITS[one].family == UNITS[other].family
    return same or {one, other} == {"basis-point", "percent"}


def nearly(value: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    """
    Whether a newspaper may write one value for the other: within a few percent.

    A round figure may be a little further off.

    >>> nearly(Decimal("19.3"), Decimal(20), Decimal("0.03"))
    True
    """
    if is_round(other):
        tolerance = max(tolerance, ROUND)
    return abs(value - other) <= tolerance * max(abs(value), abs(other))


def is_round(value: Decimal) -> bool:
    """
    Whether a value of ten or more is one digit and noughts.
    """
    return value >= TEN and len(value.normalize().as_tuple().digits) == 1
