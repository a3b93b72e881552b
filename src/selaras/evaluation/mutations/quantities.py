"""
What stands beside a number made wrong: comparators, directions, currencies, units.

The words are few and common on purpose, and are not those that the checks read by: a
mutant must be wrong to any reader.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put
from selaras.evaluation.mutations.quantity_rows import (
    CURRENCIES,
    SHARES,
    UNITS,
    Row,
    Side,
    Words,
)
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES


def comparator_flipped(sample: Sample, chance: Random) -> Pair | None:
    """
    More than became less than, at least became at most, almost became more than.
    """
    return exchanged(sample, chance, COMPARATORS)


def comparator_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    More than 27 became 27; "about 27" may.
    """
    if not BOUNDED.search(sample.pair.source):
        return None
    return exchanged(sample, chance, COMPARATORS, drop=True)


def direction_flipped(sample: Sample, chance: Random) -> Pair | None:
    """
    What rises by a number falls by it, where the source says that something does.
    """
    if not MOVES.search(sample.pair.source):
        return None
    return exchanged(sample, chance, DIRECTIONS)


def currency_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Rupiah became dollars, or one of the other currencies.
    """
    return exchanged(sample, chance, CURRENCIES)


def unit_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Kilograms became tons, metres became feet, hours became minutes.

    A source that names no unit ("antara satu dan 48") is contradicted by none.
    """
    if not MEASURES.search(sample.pair.source):
        return None
    return exchanged(sample, chance, UNITS)


def percent_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Percent became percentage points, or percentage points percent.
    """
    return exchanged(sample, chance, SHARES)


def exchanged(
    sample: Sample, chance: Random, words: Words, *, drop: bool = False
) -> Pair | None:
    """
    One word of the target, beside a number in digits, is another of its row, or gone.
    """
    places = list(beside_digits(sample.pair, words[sample.pair.language]))
    if not places:
        return None
    start, end, row = chance.choice(places)
    word = sample.pair.target[start:end].lower()
    others = [other for other in row if other.lower() != word]
    return put(sample.pair, start, end, "" if drop else chance.choice(others))


def beside_digits(
    pair: Pair, sides: Mapping[Side, Sequence[Row]]
) -> Iterator[tuple[int, int, Row]]:
    """
    Where a word of some rows stands beside a number, and its row.
    """
    spaced = LANGUAGES[pair.language].spaced
    for side, rows in sides.items():
        for row in rows:
            for found in pattern(row, side, spaced=spaced).finditer(pair.target):
                yield *found.span("word"), row


@cache
def pattern(row: Row, side: Side, *, spaced: bool) -> re.Pattern[str]:
    """
    The words of a row on one side of a number, the longest first.

    Under a negation ("no more than", 不超过) another word is no error but nonsense; 近
    is a part of 接近 and 附近, and 周 and 克 of 周年 and 克朗.
    """
    words = "|".join(map(re.escape, sorted(row, key=len, reverse=True)))
    word = rf"(?P<word>{words})"
    word = rf"(?<!\w){NOT_NEGATED}{word}(?![^\W\d])" if spaced else APART + word + ENDED
    beside = word + BEFORE_DIGITS if side == "before" else AFTER_DIGITS + word
    return re.compile(beside, re.IGNORECASE)


NOT_NEGATED = r"(?<!\bno )(?<!\bnot )(?<!\bpas )"

APART = r"(?<![不得会能附接最靠临])"

ENDED = r"(?![年朗])"

BEFORE_DIGITS = (
    r"(?!\s?(?:\d{4}年|\d{1,2}月))"
    r"(?=\s?(?:d['’]|de |بنسبة |by |to )?(?:Rp|US\$|S\$|[$€£])?\s?\d)"
)

AFTER_DIGITS = (
    r"\d(?:[万亿億兆]+|\s(?:ribu|juta|miliar|triliun|[mbtr]+illion|thousand|mille"
    r"|millions?|milliards?|مليون|مليار|تريليون|ألف))?[\s-]?(?:de |d['’])?"
)

BOUNDED = re.compile(
    r"\b(?:lebih|kurang|sedikitnya|setidaknya|minimal|maksimal|paling|hampir|nyaris"
    r"|melebihi|melampaui|tidak sampai|ke atas|ke bawah|di atas|di bawah|mencapai)\b",
    re.IGNORECASE,
)

MEASURES = re.compile(
    r"(?:kilo|gram|\bton\b|meter|km|kg|cm|mil|kaki|inci|yard|pon|ons|hektar|liter|ekar|galon"
    r"|barel|persegi|detik|menit|jam|hari|minggu|pekan|bulan|tahun|dekade|abad|usia|umur"
    r"|minutes|days|\d\))",
    re.IGNORECASE,
)
"""
How a source says that it bounds a number, and that it measures something.
"""

MOVES = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|menguat|melemah|tumbuh|kenaikan|penurunan"
    r"|melonjak|anjlok|merosot|bertambah|berkurang|peningkatan|pertumbuhan|menyusut)\b"
)

COMPARATORS: Words = {
    "id": {"before": (("lebih dari", "kurang dari"), ("sedikitnya", "paling banyak"))},
    "en": {
        "before": (
            ("more than", "less than"),
            ("at least", "at most"),
            ("nearly", "more than"),
            ("almost", "more than"),
            ("above", "below"),
        ),
    },
    "fr": {
        "before": (
            ("plus de", "moins de"),
            ("au moins", "au plus"),
            ("près de", "plus de"),
        ),
    },
    "zh": {
        "before": (
            ("至少", "至多"),
            ("不少于", "不超过"),
            ("近", "超过"),
            ("逾", "不到"),
        ),
        "after": (("%以上", "%以下"), ("人以上", "人以下"), ("岁以上", "岁以下")),
    },
    "ja": {
        "before": (("少なくとも", "多くても"),),
        "after": (
            ("人以上", "人以下"),
            ("％以上", "％以下"),
            ("%以上", "%以下"),
            ("件以上", "件以下"),
            ("人を超える", "人に満たない"),
            ("人超", "人未満"),
            ("歳以上", "歳未満"),
            ("人近く", "人超"),
            ("年以上", "年未満"),
            ("カ月以上", "カ月未満"),
            ("メートル以上", "メートル以下"),
            ("ルピア以上", "ルピア以下"),
            ("キロ以上", "キロ以下"),
            ("棟以上", "棟以下"),
        ),
    },
    "ar": {
        "before": (
            ("أكثر من", "أقل من"),
            ("ما لا يقل عن", "ما لا يزيد على"),
            ("ما يقرب من", "أكثر من"),
            ("لا تقل عن", "لا تزيد على"),
        ),
    },
}

DIRECTIONS: Words = {
    "id": {"before": (("naik", "turun"), ("meningkat", "menurun"))},
    "en": {
        "before": (
            ("rose", "fell"),
            ("risen", "fallen"),
            ("rise of", "fall of"),
            ("up", "down"),
            ("increased", "decreased"),
            ("grew", "shrank"),
            ("increase of", "decrease of"),
            ("jumped", "dropped"),
            ("rising", "falling"),
            ("gained", "lost"),
            ("growth of", "decline of"),
        ),
    },
    "fr": {
        "before": (
            ("hausse", "baisse"),
            ("augmenté", "diminué"),
            ("bondi", "chuté"),
            ("augmentation", "diminution"),
            ("progressé", "reculé"),
            ("progression", "recul"),
            ("gagné", "perdu"),
            ("croissance", "baisse"),
        ),
    },
    "zh": {
        "before": (
            ("上升", "下降"),
            ("上涨", "下跌"),
            ("增长", "下降"),
            ("增加", "减少"),
            ("升至", "降至"),
            ("增至", "减至"),
            ("提高", "降低"),
            ("激增", "骤降"),
            ("涨幅", "跌幅"),
        ),
    },
    "ja": {
        "after": (
            ("%増", "%減"),
            ("％増", "％減"),
            ("%上昇", "%下落"),
            ("％上昇", "％低下"),
            ("%増加", "%減少"),
            ("％増加", "％減少"),
            ("ポイント上昇", "ポイント低下"),
            ("ポイント高", "ポイント安"),
            ("%増え", "%減っ"),
            ("％増え", "％減っ"),
            ("に上昇", "に低下"),
            ("に増加", "に減少"),
            ("人増え", "人減っ"),
            ("%に引き上げ", "%に引き下げ"),
            ("％に上昇", "％に低下"),
            ("件に増え", "件に減り"),
        ),
    },
    "ar": {
        "before": (
            ("ارتفع", "انخفض"),
            ("ارتفعت", "انخفضت"),
            ("بزيادة", "بتراجع"),
            ("نما", "تراجع"),
            ("بارتفاع", "بانخفاض"),
            ("زيادة", "تراجع"),
            ("ارتفاعا", "انخفاضا"),
            ("ارتفاع", "انخفاض"),
        ),
    },
}

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(
        name="comparator flipped", check="same-comparators", mutate=comparator_flipped
    ),
    Mutation(
        name="comparator dropped", check="same-comparators", mutate=comparator_dropped
    ),
    Mutation(
        name="direction flipped", check="same-comparators", mutate=direction_flipped
    ),
    Mutation(name="currency swapped", check="same-currencies", mutate=currency_swapped),
    Mutation(name="unit swapped", check="same-units", mutate=unit_swapped),
    Mutation(name="percent swapped", check="same-units", mutate=percent_swapped),
)
