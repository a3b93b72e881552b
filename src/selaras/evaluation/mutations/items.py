"""
What is never translated, made wrong: addresses, phone numbers, marks, links.
"""

from dataclasses import replace
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample
from selaras.fidelity import Pair, Tagged


def item_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    An address, a phone number, a plate or the like has one character changed.
    """
    item = chance.choice(ITEMS)
    places = [place for place, sign in enumerate(item) if sign.isalnum()]
    place = chance.choice(places)
    choices = "2345679" if item[place].isdigit() else "abdeghkmnrst"
    new = chance.choice([sign for sign in choices if sign != item[place].lower()])
    if item[place].isupper():
        new = new.upper()
    changed = item[:place] + new + item[place + 1 :]
    return replace(
        sample.pair,
        source=f"{sample.pair.source} ({item})",
        target=f"{sample.pair.target} ({changed})",
    )


def item_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    An address, a phone number, a plate or the like is not there.
    """
    item = chance.choice(ITEMS)
    return replace(sample.pair, source=f"{sample.pair.source} ({item})")


def mark_lost(sample: Sample, chance: Random) -> Pair | None:
    """
    A link, an emphasis or a verbatim name did not come through.
    """
    mark = chance.choice(MARKS)
    kept = [other for other in MARKS if other != mark]
    return replace(
        sample.pair,
        source_marks=MARKS,
        target_marks=tuple(kept),
    )


def link_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    A link leads somewhere else.
    """
    link, *others = MARKS
    moved = replace(link, href=link.href[: -chance.randint(1, 5)])
    return replace(
        sample.pair,
        source_marks=MARKS,
        target_marks=(moved, *others),
    )


ITEMS = (
    "https://bpbd.cianjurkab.go.id/info/2026-03",
    "www.bmkg.go.id",
    "kemenkes.go.id/dbd",
    "humas@kemenkes.go.id",
    "redaksi.jabar@contoh.co.id",
    "@infoBMKG",
    "@BPBD_Cianjur",
    "#CianjurBangkit",
    "#SaveKomodo",
    "+62 812-3456-7890",
    "0812-3456-7890",
    "(021) 5550123",
    "B 1234 XYZ",
    "DK 8102 AB",
    "LP/B/123/IV/2026/SPKT",
    "127/Pid.B/2026/PN",
    "GA-204",
    "JT610",
)

MARKS = (
    Tagged(kind="link", covers="BMKG", href="https://www.bmkg.go.id/gempabumi/"),
    Tagged(kind="bold", covers="Cianjur"),
    Tagged(kind="italic", covers="update"),
    Tagged(kind="verbatim", covers="PT Selaras Nirkabel"),
)

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="item changed", check="kept-verbatim", mutate=item_changed),
    Mutation(name="item dropped", check="kept-verbatim", mutate=item_dropped),
    Mutation(name="mark lost", check="same-marks", mutate=mark_lost),
    Mutation(name="link changed", check="same-marks", mutate=link_changed),
)
