"""
Pairs with some of their numbers and names covered on both sides.

A model that learnt from them carries a cover over, whatever it stands for, so that any
value can be taken out of a sentence before it is translated and put in after.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from selaras.engines.covers import LETTERS
from selaras.engines.covers import MOST as SIGNS_EACH
from selaras.fidelity.same_numbers import numbers_of
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.terms import Name, NameKind, Translation, place_of, read_names
from selaras.text.numbers import Number
from selaras.text.spans import Span
from selaras_train.corpora import Pair
from selaras_train.recipe import Direction

MOST = 3
"""
Items of one pair that are covered at most.
"""

Couple = tuple[Span, Span]


def covered(pair: Pair, direction: Direction, chooser: Random) -> Pair | None:
    """
    The pair with up to three items covered; None if nothing can be.

    Which cover stands for which item is drawn, so that all of them are learnt.
    """
    numbers, names = number_couples(pair, direction), name_couples(pair, direction)
    couples = [(LETTERS["number"], couple) for couple in numbers]
    couples += [(LETTERS["name"], couple) for couple in names]
    couples = apart(couples)
    if not couples:
        return None
    count = min(len(couples), chooser.randint(1, MOST))
    chosen = sorted(chooser.sample(couples, count), key=lambda item: item[1])
    marks = chooser.sample(range(SIGNS_EACH), count)
    covers = [f"<{sort}{mark}>" for (sort, _), mark in zip(chosen, marks, strict=True)]
    sources = [couple[0] for _, couple in chosen]
    targets = [couple[1] for _, couple in chosen]
    return replace(
        pair,
        source=put(pair.source, sources, covers),
        target=put(pair.target, targets, covers),
    )


def number_couples(pair: Pair, direction: Direction) -> Iterator[Couple]:
    """
    Where the same number stands, once on each side and in digits.
    """
    ours = by_value(numbers_of(pair.source, direction[0]), pair.source)
    theirs = by_value(numbers_of(pair.target, direction[1]), pair.target)
    for value, span in ours.items():
        if span and (there := theirs.get(value)):
            yield span, there


def by_value(numbers: Sequence[Number], text: str) -> dict[Decimal, Span | None]:
    """
    Where each value stands; None where it stands twice or should not be covered.

    Not a number with two readings, nor a part of a date, a clock, a score or a law:
    these are written by other rules than a count.
    """
    found: dict[Decimal, Span | None] = {}
    for number in numbers:
        span = bare(number.span, text)
        plain = (
            number.form == "digits"
            and len(number.readings) == 1
            and not number.ordinal
            and not PART.search(text[: span.start])
            and not GOES_ON.match(text, span.end)
            and not PADDED.match(span.of(text))
        )
        for value in number.readings:
            found[value] = span if plain and value not in found else None
    return found


def bare(span: Span, text: str) -> Span:
    """
    A number's stretch without the sign or word that makes it a share.

    >>> bare(Span(0, 10), "2,1 persen")
    Span(start=0, end=3)
    """
    share = SHARE.search(span.of(text))
    return Span(span.start, span.start + share.start()) if share else span


def name_couples(pair: Pair, direction: Direction) -> Iterator[Couple]:
    """
    Where the same name stands, once on each side.
    """
    source, target = direction
    translation = Translation(pair.target, target)
    for name in names_of(pair.source, source):
        if pair.source.count(name.text) != 1:
            continue
        place = place_of(name, translation)
        if place and is_whole(place, pair.target):
            yield name.span, place


def is_whole(place: Span, text: str) -> bool:
    """
    Whether a stretch stands once, and no word or katakana goes on at its ends.

    >>> is_whole(Span(0, 9), "Indonesian rice")
    False
    >>> is_whole(Span(0, 9), "Indonesia's rice")
    True
    """
    once = text.count(place.of(text)) == 1
    ends = (text[max(0, at - 1) : at + 1] for at in (place.start, place.end))
    return once and not any(INSIDE.fullmatch(end) for end in ends)


def names_of(text: str, language: Tag) -> Iterator[Name]:
    """
    The names that are surely names: several words with a capital, in any language.
    """
    if language == SOURCE:
        yield from (name for name in read_names(text) if name.certain)
    elif LANGUAGES[language].script == "Latin":
        for run in RUN.finditer(text):
            if TITLE.search(run[0]):
                continue
            yield Name(
                text=run[0],
                span=Span(*run.span()),
                kind=NameKind.OTHER,
                words=tuple(run[0].split()),
                certain=False,
            )


def apart(couples: Sequence[tuple[str, Couple]]) -> list[tuple[str, Couple]]:
    """
    The couples that share no character with one before them, on either side.
    """
    kept: list[tuple[str, Couple]] = []
    for sort, couple in couples:
        if not any(overlap(couple, other) for _, other in kept):
            kept.append((sort, couple))
    return kept


def overlap(one: Couple, other: Couple) -> bool:
    """
    Whether two couples have a character in common.
    """
    return any(
        a.start < b.end and b.start < a.end for a, b in zip(one, other, strict=True)
    )


def put(text: str, spans: Sequence[Span], covers: Sequence[str]) -> str:
    """
    A text with its stretches covered.

    >>> put("Rp5 juta di Kupang", [Span(2, 8), Span(12, 18)], ["<N4>", "<E0>"])
    'Rp<N4> di <E0>'
    """
    places = sorted(zip(spans, covers, strict=True), reverse=True)
    for span, cover in places:
        text = text[: span.start] + cover + text[span.end :]
    return text


SHARE = re.compile(r"\s*(?:persen|per ?cent|pour cent|%|％)$")
PADDED = re.compile(r"0\d")
PART = re.compile(
    r"(?:\d\s?[:/.–-]\s?|[#№]|\b(?:pukul|jam|at|à|nomor|No|pasal|tahun|in)\.? |第"
    r"|百分之|الساعة |في المئة )$",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\s?(?:[:/–-]\s?\d|[年月日号號時时点分]|h\b|WIB|WITA|WIT|[ap]\.?m\b"
    r"|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November"
    r"|Desember|January|February|March|May|June|July|August|October|December"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر"
    r"|ديسمبر)"
)
INSIDE = re.compile(r"[^\W\d_\u3040-\u9fff]{2}|[\u30a0-\u30ff]{2}")
TITLE = re.compile(
    r"\b(?:Ministers?|Presidents?|Prime|Governors?|Mayors?|Generals?|Secretary|Chair\w*"
    r"|Directors?|Chiefs?|Head|Police|Court|Council|Commission|Ministry|Agency|Office"
    r"|Ministres?|Président\w*)\b"
)
RUN = re.compile(
    r"(?<=[a-z,] )[A-Z][\w'’-]+(?: (?:(?:al|bin|de|van) )?[A-Z][\w'’-]+){1,3}"
)
