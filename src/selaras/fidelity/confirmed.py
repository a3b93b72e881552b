"""
What the author of an article said that a doubtful item means.

"1,127" is 1.127 to an Indonesian and 1127 to whoever writes numbers as Americans do.
Once its author has said which, the other reading is out: for the ledger, for checks and
for repair.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from selaras.text.numbers import Number

Confirmed = Sequence[tuple[str, str]]
"""
The text of an item and the reading that its author confirmed.
"""


def plainly(value: Decimal) -> str:
    """
    A value as a reading is written everywhere: no group marks, no needless noughts.

    >>> plainly(Decimal("1.1270")), plainly(Decimal("12E+11"))
    ('1.127', '1200000000000')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def chosen(
    text: str, readings: Iterable[str], confirmed: Confirmed
) -> tuple[str, ...] | None:
    """
    The one reading of an item that its author confirmed, or nothing.

    A word that is no reading of the item, because the item's reader has changed since,
    confirms nothing.

    >>> chosen("1,127", ("1.127", "1127"), [("1,127", "1127")])
    ('1127',)
    >>> chosen("1,127", ("1.127", "1127"), [("1,127", "11.27")]) is None
    True
    """
    for item, reading in confirmed:
        if item == text and reading in readings:
            return (reading,)
    return None


def settled(
    numbers: tuple[Number, ...], text: str, confirmed: Confirmed
) -> tuple[Number, ...]:
    """
    The numbers of a text with the readings alone that its author left open.
    """
    if not confirmed:
        return numbers
    return tuple(as_confirmed(number, text, confirmed) for number in numbers)


def as_confirmed(number: Number, text: str, confirmed: Confirmed) -> Number:
    """
    A number with its confirmed reading, if it has one.
    """
    by_reading = {plainly(reading): reading for reading in number.readings}
    found = chosen(number.span.of(text), by_reading.keys(), confirmed)
    return replace(number, readings=(by_reading[found[0]],)) if found else number
