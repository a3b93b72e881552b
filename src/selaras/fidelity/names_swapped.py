"""
Two names that changed places: in "A beat B", "from A to B", "A (21) and B (34)".

All five languages keep these in order, unless they turn the sentence into a passive.
English, French and Arabic, whose verb stands where the Indonesian one does, keep two
people of one clause in order as well. Elsewhere the order of names says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selaras.fidelity.finding import Pair
from selaras.terms import Name, Translation, place_of
from selaras.text.spans import Span


def swapped(
    pair: Pair, names: Sequence[Name], translation: Translation
) -> Iterator[tuple[Name, Name]]:
    """
    The neighbouring names that are there, and seem to stand in each other's place.
    """
    for one, other in pairwise(names):
        related = is_ordered(pair.source, one, other) or (
            pair.language in IN_ORDER and is_clause(pair.source, one, other)
        )
        aged = ages_of(pair.source, one, other)
        if not (related or aged or pair.links):
            continue
        here, there = place_of(one, translation), place_of(other, translation)
        if here is None or there is None or overlap(here, there):
            continue
        if (related and there < here and not PASSIVE.search(pair.target)) or (
            (aged and ages_crossed(pair.target, here, there, aged))
            or links_crossed(pair, (one, other), (here, there))
        ):
            yield one, other


def is_ordered(source: str, one: Name, other: Name) -> bool:
    """
    Whether what stands between two names gives each its role.
    """
    between = source[one.span.end : other.span.start]
    if len(between) > FAR:
        return False
    if BEATING.search(between):
        return True
    before = source[: one.span.start]
    return TOWARDS.fullmatch(between) is not None and before.endswith("dari ")


def is_clause(source: str, one: Name, other: Name) -> bool:
    """
    Whether a clause relates two names that are not merely listed: "A told B".

    Those of the lexicon are often places and offices, which adjectives may stand for.
    """
    between = source[one.span.end : other.span.start]
    return (
        not (one.entries or other.entries)
        and one.certain
        and other.certain
        and LISTED.fullmatch(between) is None
        and TURNED.search(between) is None
    )


IN_ORDER = ("en", "fr", "ar")

LISTED = re.compile(r"(?:,|/|-|&| |\b(?:dan|serta|atau|maupun|bersama|juga)\b)*")

TURNED = re.compile(
    r"[.;:!?\"“”()]|\b(?:milik|oleh|kata|ujar|tutur|menurut|manajer|pelatih|dari|bos)\b"
)
"""
After these, other languages put the second name first: *merek Goop milik Paltrow*.
"""


def ages_of(source: str, one: Name, other: Name) -> tuple[str, str] | None:
    """
    The ages, or other numbers, that stand in brackets behind each of two names.
    """
    first = IN_BRACKETS.match(source, one.span.end)
    second = IN_BRACKETS.match(source, other.span.end)
    if first and second and first[1] != second[1]:
        return first[1], second[1]
    return None


def ages_crossed(target: str, here: Span, there: Span, ages: tuple[str, str]) -> bool:
    """
    Whether each of two names stands nearer to the other's number.
    """
    numbers = [number_at(target, age) for age in ages]
    if None in numbers:
        return False
    mine, others = (place for place in numbers if place is not None)
    return distance(here, mine) > distance(here, others) and distance(
        there, others
    ) > distance(there, mine)


def number_at(target: str, number: str) -> int | None:
    """
    Where a number stands in a text, if once.
    """
    found = [match.start() for match in re.finditer(rf"(?<!\d){number}(?!\d)", target)]
    return found[0] if len(found) == 1 else None


def distance(name: Span, place: int) -> int:
    """
    How far a place is from a name.
    """
    return max(name.start - place, place - name.end, 0)


def links_crossed(
    pair: Pair, names: tuple[Name, Name], places: tuple[Span, Span]
) -> bool:
    """
    Whether the engine's links lead from each name to where the other stands.
    """
    if not pair.links:
        return False
    one, other = (linked(pair, name.span) for name in names)
    here, there = places
    return (
        one is not None
        and other is not None
        and overlap(one, there)
        and overlap(other, here)
        and not overlap(one, here)
        and not overlap(other, there)
    )


def linked(pair: Pair, span: Span) -> Span | None:
    """
    What a stretch of the source became, after the links.
    """
    targets = [
        link.target
        for link in pair.links
        if link.source[0] < span.end and span.start < link.source[1]
    ]
    if not targets:
        return None
    return Span(min(start for start, _ in targets), max(end for _, end in targets))


def overlap(one: Span, other: Span) -> bool:
    """
    Whether two stretches have a character in common.
    """
    return one.start < other.end and other.start < one.end


FAR = 60

BEATING = re.compile(
    r" (?:menang|unggul|kalah|takluk|tumbang|mengalahkan|menaklukkan|menekuk"
    r"|menundukkan|menumbangkan|mengungguli|membantai|menyingkirkan|menghajar|membungkam|melumat"
    r"|menggantikan|menggugat|melaporkan|menuduh|menyerang|menangkap|memukul) "
)

TOWARDS = re.compile(r" (?:ke|menuju|hingga|sampai) (?:[a-z]+ ){0,2}")

IN_BRACKETS = re.compile(r" \((\d{1,3})(?: tahun)?\)")

PASSIVE = re.compile(
    r"\b(?:by|par|lost|fell|defeated|beaten|battu\w*|devant|replac\w+|succ\w+)\b"
    "|face à|被|败|負|敗れ|に代わ|取代|接替|れた|られ|أمام|على يد|من قبل|خسر|خلف"
)
"""
What may turn a sentence round.
"""
