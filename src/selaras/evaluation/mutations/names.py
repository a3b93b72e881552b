"""
Names made wrong: replaced, nearly replaced, dropped, or in each other's place.

A name is what stands in the Indonesian and the English text with the same letters and
with capitals; in other scripts it is where the target sounds most like it. Those of the
lexicon are found by their forms.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from random import Random

from selaras.evaluation.mutations.known_names import known_places
from selaras.evaluation.mutations.making import Mutation, Sample, put
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES, Tag
from selaras.terms import Entry, lexicon, likeness, skeleton_of_text
from selaras.terms.everyday import is_everyday
from selaras.terms.name_words import NO_NAMES, TITLES
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """
    A name, and where it stands in a target.
    """

    name: str
    span: Span


def name_replaced(sample: Sample, chance: Random) -> Pair | None:
    """
    A name is another name of the same kind.
    """
    places = places_of(sample)
    if not places:
        return None
    place = chance.choice(places)
    pool = PEOPLE if " " in place.name else SHORT_NAMES
    other = chance.choice([row for row in pool if row["en"] not in place.name])
    form = other.get(sample.pair.language, other["en"])
    return put(sample.pair, place.span.start, place.span.end, form)


def name_nearly_replaced(sample: Sample, chance: Random) -> Pair | None:
    """
    One letter of a name is another, so that it may be the name of somebody else.
    """
    places = places_of(sample)
    if not places:
        return None
    place = chance.choice(places)
    letters = NEARLY[LANGUAGES[sample.pair.language].script]
    target = sample.pair.target
    inside = [
        spot
        for spot in range(place.span.start, place.span.end)
        if target[spot] in letters and not target[spot].isupper()
    ]
    if not inside:
        return None
    spot = chance.choice(inside)
    new = chance.choice([letter for letter in letters if letter != target[spot]])
    return put(sample.pair, spot, spot + 1, new)


def name_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    A name is not there.
    """
    places = places_of(sample)
    if not places:
        return None
    place = chance.choice(places)
    return put(sample.pair, place.span.start, place.span.end, "")


def names_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Two names have changed places, unless they are only listed: "A and B" is "B and A".
    """
    places = sorted(places_of(sample), key=lambda place: place.span)
    pairs = [
        (one, other)
        for one, other in pairwise(places)
        if one.span.end < other.span.start
        and one.name != other.name
        and not are_listed(one.name, other.name, sample.versions["id"])
    ]
    if not pairs:
        return None
    one, other = (place.span for place in chance.choice(pairs))
    target = sample.pair.target
    swapped = other.of(target) + target[one.end : other.start] + one.of(target)
    return put(sample.pair, one.start, other.end, swapped)


def are_listed(one: str, other: str, source: str) -> bool:
    """
    Whether a text names two only as members of one list, be it with others between.

    >>> are_listed("Ende", "Alor", "Petani Ende, Sikka, dan Alor sepakat")
    True
    """
    return any(
        re.search(
            rf"(?<!\w){re.escape(first)}{MEMBERS}{re.escape(second)}(?!\w)", source
        )
        for first, second in ((one, other), (other, one))
    )


def known_name_replaced(sample: Sample, chance: Random) -> Pair | None:
    """
    A place or an institution of the lexicon is another one of the same kind.
    """
    found = known_places(sample)
    if not found:
        return None
    span, entry = chance.choice(found)
    language = sample.pair.language
    others = [
        other
        for other in entries_of_kind(entry.kind)
        if other.preferred(language) and not share_words(entry, other, language)
    ]
    if not others:
        return None
    form = chance.choice(others).preferred(language)
    return put(sample.pair, span.start, span.end, form)


def known_name_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    A place or an institution of the lexicon is not there.
    """
    found = known_places(sample)
    if not found:
        return None
    span, _ = chance.choice(found)
    return put(sample.pair, span.start, span.end, "")


def places_of(sample: Sample) -> list[Place]:
    """
    The names of a sample that the lexicon does not have, each once in its target.
    """
    source, english = sample.versions["id"], sample.versions["en"]
    names = (
        match[0]
        for match in NAME.finditer(english, 1)
        if stands_in(match[0], source) and not is_word(match[0])
    )
    found = []
    for name in dict.fromkeys(names):
        span = place_of(name, sample.pair)
        if span and not lexicon().of(name) and not within_lexicon(name, source):
            found.append(Place(name, span))
    return found


def stands_in(name: str, text: str) -> bool:
    """
    Whether a name stands in a text as itself: not *Hijri* in *Hijriah*.
    """
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def is_word(name: str) -> bool:
    """
    Whether a single word is a month, a unit, or the same word in both languages.
    """
    return " " not in name and (name in NO_NAMES or name in TITLES or is_everyday(name))


def within_lexicon(name: str, source: str) -> bool:
    """
    Whether a name is a part of what the lexicon knows: it may be translated.
    """
    return any(
        name in one.span.of(source) or one.span.of(source) in name
        for one in lexicon().find(source)
    )


def place_of(name: str, pair: Pair) -> Span | None:
    """
    Where a name stands in a target, if it does so once and plainly.
    """
    if LANGUAGES[pair.language].script == "Latin":
        found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", pair.target))
        return Span(*found[0].span()) if len(found) == 1 else None
    if name in pair.target:
        return None
    best = likeness(name, skeleton_of_text(pair.target, pair.language), pair.language)
    rest = pair.target[: best.span.start] + "\n" * 9 + pair.target[best.span.end :]
    again = likeness(name, skeleton_of_text(rest, pair.language), pair.language)
    span = whole(best.span, pair.target)
    short = span.end - span.start <= TINY
    sure = best.score >= (QUITE_PLAINLY if short else PLAINLY)
    return span if sure and again.score < PLAINLY else None


def whole(span: Span, text: str) -> Span:
    """
    A stretch with the small kana and long vowels that belong to its first and last.

    >>> whole(Span(1, 3), "キーウォ").of("キーウォ")
    'キーウォ'
    """
    start, end = span.start, span.end
    while start > 0 and text[start] in HANGING:
        start -= 1
    while end < len(text) and text[end] in HANGING:
        end += 1
    return Span(start, end)


@lru_cache(maxsize=64)
def entries_of_kind(kind: str) -> tuple[Entry, ...]:
    """
    All entries of one kind.
    """
    return tuple(entry for entry in lexicon().entries if entry.kind == kind)


def share_words(one: Entry, other: Entry, language: Tag) -> bool:
    """
    Whether a form of one entry is in a form of another: then it is no other name.
    """
    return any(
        mine in yours or yours in mine
        for mine in one.admitted(language)
        for yours in other.admitted(language)
    )


def rows(table: str) -> Iterator[Mapping[Tag, str]]:
    """
    The lines of a table of names as one mapping each.
    """
    for line in table.strip().splitlines():
        yield dict(zip(("en", "zh", "ja", "ar"), line.split(" | "), strict=True))


MEMBERS = (
    r"(?:(?:,? (?:dan|serta|atau) |, |/)[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}){0,8}?"
    r"(?:,? (?:dan|serta|atau) |, |/)"
)
"""
What stands between two members of a list.
"""

PLAINLY = 75
QUITE_PLAINLY = 85
TINY = 2
"""
How alike a name must sound, and one of so few signs: two are soon a common word.
"""

HANGING = frozenset("ァィゥェォッャュョヮー")

NAME = re.compile(
    r"(?<![\w'’.-])[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})*(?![\w-])"
    r"(?! [A-Z]?[a-z]*[^\W\d_a-zA-Z])"
)
"""
A name in English without diacritics; *Puerto* of *Puerto Jiménez* is a part of one.
"""

NEARLY: Mapping[str, str] = {
    "Latin": "abdegiklmnoprstu",
    "Han": "阿巴达德迪尔菲戈哈卡克拉兰里洛马米纳尼诺帕普萨塞斯苏塔瓦维亚",
    "Japanese": "アイウカキクコサシスタトナニノハバパマミムラリルロワ",
    "Arabic": "بتدرزسشغفكلمنهوي",
}

PEOPLE = tuple(
    rows(
        """
Agus Prihatin | 阿古斯·普里哈廷 | アグス・プリハティン | أغوس بريهاتين
Ratna Kusumawati | 拉特纳·库苏马瓦蒂 | ラトナ・クスマワティ | راتنا كوسوماواتي
Bonifasius Tukan | 博尼法修斯·图坎 | ボニファシウス・トゥカン | بونيفاسيوس توكان
Fitriani Lubis | 菲特里亚尼·卢比斯 | フィトリアニ・ルビス | فيتريانی لوبيس
Michael Garrett | 迈克尔·加勒特 | マイケル・ギャレット | مايكل غاريت
Slamet Widjojo | 斯拉梅特·维佐约 | スラメット・ウィジョヨ | سلامت ويدجويو
Nadia Permatasari | 娜迪亚·佩尔马塔萨里 | ナディア・プルマタサリ | ناديا برماتاساري
Ketut Ardana | 克图特·阿尔达纳 | クトゥット・アルダナ | كيتوت أردانا
Oktavianus Mofu | 奥克塔维亚努斯·莫富 | オクタフィアヌス・モフ | أوكتافيانوس موفو
Zainal Mustofa | 扎伊纳尔·穆斯托法 | ザイナル・ムストファ | زينال مصطفى
Laura Benedetti | 劳拉·贝内代蒂 | ラウラ・ベネデッティ | لاورا بينيديتي
Hasanah Daulay | 哈萨娜·道莱 | ハサナ・ダウライ | حسنة داولاي
"""
    )
)

SHORT_NAMES = tuple(
    rows(
        """
Supriyadi | 苏普里亚迪 | スプリヤディ | سوبريادي
Kartini | 卡尔蒂尼 | カルティニ | كارتيني
Bambang | 班邦 | バンバン | بامبانغ
Yulianti | 尤莉安蒂 | ユリアンティ | يوليانتي
Gerung | 格伦 | グルン | غيرونغ
Marunda | 马伦达 | マルンダ | ماروندا
Sidareja | 西达雷加 | シダレジャ | سيداريجا
Kefas | 克法斯 | クファス | كيفاس
Delfina | 德尔菲娜 | デルフィナ | دلفينا
Tumpang | 通邦 | トゥンパン | تومبانغ
"""
    )
)

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="name replaced", check="same-names", mutate=name_replaced),
    Mutation(
        name="name nearly replaced", check="same-names", mutate=name_nearly_replaced
    ),
    Mutation(name="name dropped", check="same-names", mutate=name_dropped),
    Mutation(name="names swapped", check="same-names", mutate=names_swapped),
    Mutation(
        name="known name replaced", check="same-names", mutate=known_name_replaced
    ),
    Mutation(name="known name dropped", check="same-names", mutate=known_name_dropped),
)
"""
The ways names are made wrong.
"""
