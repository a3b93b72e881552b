"""
How French writes dates and times.
"""

from selaras.text.dates.moment import LOCAL
from selaras.text.dates.table import (
    ABBREVIATED_ZONES,
    KEPT_ZONE,
    DateTable,
    counted,
    hours,
)

OF_INDONESIA = r"(?:de\sl['’]|du\s|d['’])?[Ii]ndonés\w+"
LAST = "(?:dernière|passée|écoulée)"


def zone(side: str) -> str:
    """
    The hour of a side of Indonesia, in either order.
    """
    return rf"[Hh]eure\s(?:{side}\s{OF_INDONESIA}|{OF_INDONESIA}\s{side})"


WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

EVES = {
    f"(?:(?<=nuit de )|(?<=nuit du )){WEEK[day - 1]} (?:à|au) {name}": day
    for day, name in enumerate(WEEK)
}
"""
"La nuit de lundi à mardi" is late on Monday or the small hours of Tuesday.
"""

NO_EVE = (
    r"(?!(?:(?<=dans la nuit de )|(?<=dans la nuit du ))\w+ (?:à|au) "
    f"|{'|'.join(EVES)})"
)
"""
Neither day of such a night, nor the first one of an impossible night, is named by
itself; both are in "fermé la nuit du lundi au vendredi".
"""

TABLE = DateTable(
    counted=r"\d|siècle|heure",
    months={
        "[Jj]anvier": 1, "[Ff]évrier": 2, "[Mm]ars": 3, "[Aa]vril": 4, "[Mm]ai": 5,
        "[Jj]uin": 6, "[Jj]uillet": 7, "[Aa]o[uû]t": 8, "[Ss]eptembre": 9,
        "[Oo]ctobre": 10, "[Nn]ovembre": 11, "[Dd]écembre": 12, r"janv\.": 1,
        r"févr?\.": 2, r"avr\.": 4, r"juil\.": 7, r"sept\.": 9, r"oct\.": 10,
        r"nov\.": 11, r"déc\.": 12,
    },
    hijri={
        "[Mm]ouharr?am": 1, "[Ss]afar": 2, "[Rr]ajab": 7, "[Cc]haa?bane?": 8,
        "[Rr]amadan": 9, "[Cc]haww?al": 10, "[Dd]hou al-[Qq]i['’]?da": 11,
        "[Dd]hou al-[Hh]ijja": 12,
    },
    eves=EVES,
    weekdays={
        f"{NO_EVE}[Ll]undis?": 0, f"{NO_EVE}[Mm]ardis?": 1,
        f"{NO_EVE}[Mm]ercredis?(?! des [Cc]endres)": 2,
        f"{NO_EVE}[Jj]eudis?(?! saint)": 3, f"{NO_EVE}[Vv]endredis?(?! saint)": 4,
        f"{NO_EVE}[Ss]amedis?": 5, f"{NO_EVE}[Dd]imanches?": 6,
    },
    dates=(r"<days>\s<month>(?:\s<year>)?", r"<month>\s<year>", r"\b<month>\b"),
    joiner=r"\s?[-–—]\s?|\s(?:et|au|ou|à)\s(?:le\s)?|,\s(?:le\s)?",
    clocks=(
        r"(?<![\d.,:])<hour>\s?(?:h|heures?|:)\s?<minute>(?!\d|\smin)(?:\s<part>)?",
        r"(?<![\d.,:])<hour>\s?(?:h\b|heures?\b)\s<part>",
        rf"(?<![\d.,:])<hour>\.<minute>{KEPT_ZONE}",
        r"(?<![\d.,:])<hour>\s?h\b",
        r"(?<![\d.,:])<hour>\s?(?:heures?|h)\set\s(?P<minute>demie|quart)(?:\s<part>)?",
        r"\b(?:à|dès|vers|avant|après|jusqu['’]à|entre|et|de)\s<hour>\sheures?\b(?!\set\s(?:demie|quart)|\smoins)",
    ),
    parts={
        "du matin": hours(0, 11), "de l['’]après-midi": hours(12, 19),
        "du soir": hours(16, 23),
    },
    late="never",
    numerals={
        "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
        "demie": 30, "quart": 15,
    },
    ordinal="(?:er)?",
    day_parts={
        "[Aa]ube": hours(0, 8), "[Mm]atin(?:ée|s)?": hours(3, 11),
        "[Aa]près-midi": hours(12, 19), "[Ss]oir(?:ée|s)?": hours(15, 23),
        "[Nn]uits?": hours(17, 3),
    },
    instants={r"(?<=à )midi|(?<=\d )midi": 12 * 60, "minuit": 0},
    zones={
        **ABBREVIATED_ZONES,
        zone("(?:de\\sl['’][Oo]uest|occidentale)"): 7 * 60,
        r"[Hh]eure\sde\sJakarta": 7 * 60,
        zone("(?:du\\s[Cc]entre|centrale)"): 8 * 60,
        zone("(?:de\\sl['’][Ee]st|orientale)"): 9 * 60,
        r"[Hh]eure\sde\sl['’][Oo]uest(?:\sdu\spays)?": 7 * 60,
        r"[Hh]eure\sdu\s[Cc]entre(?:\sdu\spays)?": 8 * 60,
        r"[Hh]eure\sde\sl['’][Ee]st(?:\sdu\spays)?": 9 * 60,
        r"[Hh]eure\s(?:de\s(?:Singapour|Pékin|Hong\s?Kong))": 8 * 60,
        r"[Hh]eure\s(?:du\sJapon|de\sTokyo|japonaise)": 9 * 60,
        r"[Hh]eure\sde\sGreenwich|[Tt]emps\suniversel": 0,
        r"[Hh]eures?\slocales?": LOCAL,
    },
    relatives={
        "[Aa]vant-hier": counted("day", -2),
        "[Aa]près-demain": counted("day", 2),
        f"[Ss]emaine {LAST}": counted("week", -1),
        "[Ss]emaine prochaine": counted("week", 1),
        "[Cc]ette semaine": counted("week", 0),
        "[Mm]ois (?:dernier|passé)(?! les)": counted("month", -1),
        "[Mm]ois prochain": counted("month", 1),
        "[Cc]e mois-ci": counted("month", 0),
        f"[Aa]nnée {LAST}|[Aa]n (?:dernier|passé)": counted("year", -1),
        "[Aa]nnée prochaine|[Aa]n prochain": counted("year", 1),
        "[Cc]ette année": counted("year", 0),
        "(?:(?<=di )|(?<=dimanche ))(?:dernier|passé)": counted("weekday", -1),
        "(?<=di )prochain|(?<=dimanche )prochain": counted("weekday", 1),
        "[Nn]uit dernière|[Hh]ier soir": counted("day", -1, 0),
        "[Hh]ier": counted("day", -1),
        "[Aa]ujourd['’]hui|[Cc]e (?:matin|soir)|[Cc]et après-midi": counted("day", 0),
        "(?<!le lende)[Dd]emain": counted("day", 1),
    },
    nearby={
        "[Vv]eille": counted("day", -1), "[Ll]endemain": counted("day", 1),
        "[Ss]emaine précédente": counted("week", -1),
        "[Ss]emaine suivante": counted("week", 1),
        "[Mm]ois précédent": counted("month", -1),
        "[Mm]ois suivant": counted("month", 1),
        "(?:[Aa]nnée|[Aa]n) (?:précédente?|auparavant)": counted("year", -1),
        "[Aa]nnée suivante": counted("year", 1),
    },
    weekend="[Ww]eek-?ends?",
    decades=(r"\b(?:années)\s<decade>\b",),
    centuries=(r"\b<number>(?:e|er|ème|ᵉ)?\s(?:siècle)\b",),
)  # fmt: skip
