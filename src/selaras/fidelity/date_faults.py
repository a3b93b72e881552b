"""
What may be wrong with a moment, as sentences for the desk.
"""

from dataclasses import dataclass

from selaras.text.dates.moment import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    What is wrong with a moment, as a sentence in two languages.
    """

    message: str
    indonesian: str


def other(english: str, indonesian: str) -> Fault:
    """
    A moment that has become another one.
    """
    return Fault(
        message=f"The source says {{expected}}; the translation says {{found}}: "
        f"{english}.",
        indonesian=f"Teks sumber menulis {{expected}}; terjemahan menulis {{found}}: "
        f"{indonesian}.",
    )


def missing(english: str, indonesian: str) -> Fault:
    """
    A moment that is not there.
    """
    return Fault(
        message=f"The source says {{expected}}; the translation does not {english}.",
        indonesian=f"Teks sumber menulis {{expected}}; terjemahan tidak {indonesian}.",
    )


OTHER_ZONE = other("the time zone is another", "zona waktunya berbeda")
SWAPPED = other("day and month have changed places", "tanggal dan bulannya tertukar")
HALF_A_DAY = other("morning and evening are exchanged", "pagi dan malamnya tertukar")
NO_WEEKDAY = missing("name the weekday", "menyebut harinya")
COPIED = Fault(
    message="The source says {expected}; the translation copies it, and it reads as "
    "another date in its language.",
    indonesian="Teks sumber menulis {expected}; terjemahan menyalinnya, padahal dalam "
    "bahasa itu terbaca sebagai tanggal lain.",
)
INVENTED = Fault(
    message="The translation says {found}; the source names no time.",
    indonesian="Terjemahan menulis {found}; teks sumber tidak menyebut waktu.",
)
NO_HOUR = Fault(
    message="The translation says {found}: no clock shows such an hour.",
    indonesian="Terjemahan menulis {found}: tidak ada jam seperti itu.",
)
TWO_DIALS = Fault(
    message="The translation says {found}: a clock of twenty-four hours names no half "
    "of the day.",
    indonesian="Terjemahan menulis {found}: jam 24 jam tidak memakai pagi atau malam.",
)
NO_NIGHT = Fault(
    message="The translation says {found}: no night lies between these days.",
    indonesian="Terjemahan menulis {found}: tidak ada malam di antara kedua hari itu.",
)
MORE_DAYS = Fault(
    message="The translation says {found}; the source does not name this weekday.",
    indonesian="Terjemahan menulis {found}; teks sumber tidak menyebut hari itu.",
)
NO_ZONE = missing("name the time zone", "menyebut zona waktunya")

OTHER: dict[Kind, Fault] = {
    "weekday": other("it is another weekday", "harinya berbeda"),
    "date": other("it is another date", "tanggalnya berbeda"),
    "clock": other("it is another time of day", "jamnya berbeda"),
    "part": other("it is another part of the day", "bagian harinya berbeda"),
    "zone": OTHER_ZONE,
    "relative": other(
        "counted from now, it is another day",
        "dihitung dari sekarang, waktunya berbeda",
    ),
    "period": other(
        "it is another decade or century", "dasawarsa atau abadnya berbeda"
    ),
}
