"""
How French writes numbers.

A French *billion* is a million millions; a thousand millions are a *milliard*.
"""

from decimal import Decimal

from selaras.text.numbers.number import NumberTable, part_of

SPACE = r"[ \u00A0\u202F\u2009]?"

UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
    "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17,
    "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "quatre-vingt": 80, "quatre-vingts": 80,
    "septante": 70, "huitante": 80, "nonante": 90,
}  # fmt: skip

MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "août": 8, "septembre": 9, "octobre": 10, "novembre": 11,
    "décembre": 12, "Janvier": 1, "Février": 2, "Avril": 4, "Juin": 6, "Juillet": 7,
    "Août": 8, "Septembre": 9, "Octobre": 10, "Novembre": 11, "Décembre": 12,
}  # fmt: skip

ORDINALS = {
    "premier": 1, "première": 1, "premiers": 1, "premières": 1, "deuxième": 2,
    "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
    "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14,
    "quinzième": 15, "seizième": 16, "dix-septième": 17, "dix-huitième": 18,
    "dix-neuvième": 19, "vingtième": 20, "trentième": 30,
    "triplement": 3, "quadrupler": 4, "quadruplé": 4, "quadruple": 4,
    "quintuplé": 5, "décuplé": 10, "double": 2, "doublé": 2, "doubler": 2, "triplé": 3,
    "triple": 3, "tripler": 3, "duo": 2, "paire": 2, "doublement": 2, "doublent": 2,
    "doubles": 2, "doublée": 2, "doublés": 2, "jumeaux": 2, "jumelles": 2,
}  # fmt: skip

PARTS = {
    f"un {part}": (part_of(whole), whole)
    for part, whole in (
        ("septième", 7), ("neuvième", 9), ("onzième", 11), ("douzième", 12),
        ("treizième", 13), ("quatorzième", 14), ("quinzième", 15), ("seizième", 16),
        ("dix-septième", 17), ("dix-huitième", 18), ("dix-neuvième", 19),
        ("vingtième", 20), ("trentième", 30), ("quarantième", 40),
        ("cinquantième", 50), ("soixantième", 60), ("centième", 100),
        ("millième", 1000),
    )
}  # fmt: skip
"""
Smaller parts, any of which may also be one more: "un douzième homme".
"""

TABLE = NumberTable(
    decimal=",",
    group=".",
    lenient=True,
    group_space=True,
    units=UNITS,
    articles=frozenset({"un", "une"}),
    times={"cent": 100, "cents": 100},
    magnitudes={
        "Md": 10**9, "Mds": 10**9, "mille": 10**3, "millier": 10**3, "milliers": 10**3,
        "le million": 10**6, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12,
        "billions": 10**12,
    },
    alone=frozenset({"cent", "mille", "millier", "le million"}),
    short={"M": 10**6},
    ordinals=ORDINALS,
    fractions={
        **PARTS,
        "tiers": Decimal("0.333333"), "quart": Decimal("0.25"),
        "quarts": Decimal("0.25"), "moitié": Decimal("0.5"),
        **{
            f"un {part} {of}": Decimal(1) / whole
            for part, whole in (("cinquième", 5), ("sixième", 6), ("dixième", 10))
            for of in ("de", "des", "du")
        },
        "un cinquième": (Decimal("0.2"), 5), "cinquièmes": Decimal("0.2"),
        "un sixième": (Decimal("0.166666"), 6), "un huitième": (Decimal("0.125"), 8),
        "un dixième": (Decimal("0.1"), 10), "dixièmes": Decimal("0.1"),
        "divisé par deux": Decimal("0.5"), "divisés par deux": Decimal("0.5"),
        "divisée par deux": Decimal("0.5"), "divisées par deux": Decimal("0.5"),
    },
    halves=frozenset({"demi", "demie"}),
    half_joiner=r"[ \u00A0]et[ \u00A0]",
    half_gap=r"[ \u00A0][^\W\d]+[ \u00A0]et[ \u00A0]"
    r"|(?:(?<=heures[ \u00A0])|(?<=h[ \u00A0]))et[ \u00A0]",
    half_hour=r"[^.,;]{1,12}[ \u00A0](?:h|heures?)[ \u00A0]et[ \u00A0]demie",
    thousands=frozenset({"mille"}),
    hours_last=True,
    months=MONTHS,
    periods={
        "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20,
        "trentaine": 30, "quarantaine": 40, "soixantaine": 60,
        "cinquantaine": 50, "centaine": 100, "décennie": 10, "décennies": 10,
        "siècle": 100, "midi": 12, "minuit": (24, 0),
    },
    joiner=r"[ \u00A0\u202F-]|-et-"
    r"|[ \u00A0](?:et|de)[ \u00A0](?:une? )?|[ \u00A0]d['’]",
    ranges=r"\s?[-–—]\s?|\s(?:à|et|ou)\s",
    currency=r"Rp|IDR|USD|EUR|[$€£¥]",
    percent=r"%|\bpour cent\b|\bp\. 100\b",
    decade=r"(?<=années[ \u00A0\u202F])(?P<decade>\d0)\b",
    clock=rf"(?P<hour>\d{{1,2}})(?::(?=\d\d)|{SPACE}(?:h(?![a-z])|heures?\b))"
    rf"{SPACE}(?P<minute>\d\d)?(?![\d\u202F\u00A0]\d|{SPACE}min|['’′]\d)",
    hour_of_evening=r"[ \u00A0]heures?[ \u00A0](?:du soir|de l['’]après-midi)\b",
    evening=r" (?:du soir|de l['’]après-midi)\b",
    ordinal_after=r"(?:ers?|res?|e|es|è|ème|èmes|nd)\b",
    adds=frozenset({60, 80}),
)  # fmt: skip
