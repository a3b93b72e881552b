"""
What the check of numbers says, in English for logs and in Indonesian for the newsroom.
"""

from decimal import Decimal

from selaras.fidelity.quantity_pairs import agree
from selaras.text.numbers import Number


def described(
    wanted: Number | None,
    there: Number | None,
    expected: str,
    found: str,
    *,
    twice: bool,
) -> tuple[str, str]:
    """
    What is wrong with a number, in a sentence of each language.
    """
    if wanted is None:
        return (
            f"The translation says {found}; the source does not.",
            f"Terjemahan menyebut {found}; teks sumber tidak.",
        )
    if there is None:
        return lost(expected, twice=twice)
    english = f"The source says {expected}; the translation says {found}"
    indonesian = f"Teks sumber menyebut {expected}; terjemahannya {found}"
    if agree(wanted, there):
        return (
            f"{english}, which is no share in percent.",
            f"{indonesian}, yang bukan persentase.",
        )
    if ratio := times_more(wanted, there):
        return with_ratio(english, indonesian, ratio)
    return f"{english}.", f"{indonesian}."


def lost(expected: str, *, twice: bool) -> tuple[str, str]:
    """
    That a number is not there, or less often than in the source.
    """
    less, kurang = (
        ("says it less often", "lebih jarang") if twice else ("does not", "tidak")
    )
    return (
        f"The source says {expected}; the translation {less}.",
        f"Teks sumber menyebut {expected}; terjemahannya {kurang}.",
    )


def with_ratio(english: str, indonesian: str, ratio: Decimal) -> tuple[str, str]:
    """
    How far a magnitude is off.
    """
    if ratio > 1:
        times = f"{ratio:,f}"
        return (
            f"{english}, which is {times} times as much: the magnitude is wrong.",
            f"{indonesian}, {dotted(times)} kali lipatnya: besarannya salah.",
        )
    times = f"{1 / ratio:,f}"
    return (
        f"{english}, which is {times} times less: the magnitude is wrong.",
        f"{indonesian}, {dotted(times)} kali lebih kecil: besarannya salah.",
    )


def dotted(times: str) -> str:
    """
    A whole number as Indonesians group it.
    """
    return times.replace(",", ".")


def times_more(wanted: Number, there: Number) -> Decimal | None:
    """
    How many times as much one number is as another, where that is a power of ten.
    """
    for one in wanted.readings:
        for other in there.readings:
            if one and other and one != other:
                ratio = (other / one).normalize()
                if ratio.as_tuple().digits == (1,):
                    return ratio
    return None
