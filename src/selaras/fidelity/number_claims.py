"""
Numbers of a translation that stand for a word of the source which is no number.

A duo is two and a second wife is a second. Where the source says so in a word of its
own ("ganda", "istri muda"), none of them is there for a "dua" beside it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selaras.fidelity.finding import Pair
from selaras.fidelity.number_explained import DOUBLED
from selaras.fidelity.number_idioms import PAIRS, SIDES
from selaras.languages import Tag
from selaras.text.numbers import Number

Answers = Mapping[Tag, re.Pattern[str]]


class Claim(NamedTuple):
    """
    What speaks for a number in a source, and the numbers that each language says.

    Those of a claim that is not sure may also stand for the number beside it. What
    stands ``after`` an answer tells it from others: 三轮车, and not 三辆.
    """

    words: re.Pattern[str]
    answers: Answers
    sure: bool = True
    after: re.Pattern[str] = re.compile("")


def without_claimed(offered: Sequence[Number], pair: Pair) -> list[Number]:
    """
    The numbers of a translation that no such word of the source speaks for.

    Each word has one of them, the first. Where they are no more than the words, one may
    stand for the "dua" beside its word: "dua orang itu pasangan" are one pair.
    """
    spoken = [
        (place, said(one, pair), one.span.end)
        for place, one in enumerate(offered)
        if one.form in {"words", "period", "digits"}
    ]
    gone: set[int] = set()
    for claim in CLAIMS if spoken else ():
        answer = claim.answers.get(pair.language)
        places = [
            place
            for place, word, end in spoken
            if answer and answer.fullmatch(word) and claim.after.match(pair.target, end)
        ]
        if places:
            gone.update(places[: claims_in(pair.source, claim, len(places))])
    return [one for place, one in enumerate(offered) if place not in gone]


def claims_in(source: str, claim: Claim, answers: int) -> int:
    """
    How many of some numbers the words of a source have for themselves.

    Of the last that could stand for a two, what is said first has it.
    """
    claims = sum(1 for _ in claim.words.finditer(source))
    if claim.sure or answers > claims:
        return claims
    two = TWO.search(source)
    end = two.start() if two else len(source)
    return sum(1 for _ in claim.words.finditer(source, 0, end))


def said(number: Number, pair: Pair) -> str:
    """
    How a translation says a number, in small letters.
    """
    return number.span.of(pair.target).lower()


ONE_THERE: Answers = {"ja": re.compile("[1１一]"), "zh": re.compile("[1一]")}

CLAIMS: Sequence[Claim] = (
    Claim(
        re.compile(r"\bseorang\b", re.IGNORECASE),
        ONE_THERE,
        after=re.compile("[人名位]"),
    ),
    Claim(
        re.compile(r"\bseekor\b", re.IGNORECASE),
        ONE_THERE,
        after=re.compile("[匹頭羽只头]"),
    ),
    Claim(SIDES, {"zh": re.compile("双")}, after=re.compile("方")),
    Claim(
        re.compile(r"\bse(?:pekan|minggu)\b", re.IGNORECASE),
        ONE_THERE,
        after=re.compile("週間|个?(?:星期|礼拜)|周(?!年)"),
    ),
    Claim(
        re.compile(r"\bsebulan\b", re.IGNORECASE),
        ONE_THERE,
        after=re.compile("[カか]月|个月"),
    ),
    Claim(
        re.compile(r"(?<!dua )\b(?:bekas|seken|loak)\b", re.IGNORECASE),
        {"zh": re.compile("二")},
        after=re.compile("手"),
    ),
    Claim(
        re.compile(
            r"(?<!dua )(?<!telapak )(?<!pergelangan )(?<!belah )(?<!ujung )"
            r"\b(?:kaki|tungkai|tangan|mata|lengan|telinga|bahu|lutut)(?:nya)?\b",
            re.IGNORECASE,
        ),
        {"zh": re.compile("双")},
        after=re.compile("[腿脚手眼目臂耳肩膝]"),
    ),
    Claim(
        re.compile(rf"\b(?:{DOUBLED}|doubles?)\b", re.IGNORECASE),
        {
            "en": re.compile("doubles?|doubled|doubling"),
            "fr": re.compile("doubles?"),
            "zh": re.compile("双"),
        },
    ),
    Claim(
        PAIRS,
        {"en": re.compile("twins?|duo|pair"), "fr": re.compile("duo|paire")},
        sure=False,
    ),
    Claim(
        re.compile(r"\b(?:sama-sama|baik(?= .{1,60} maupun\b))\b", re.IGNORECASE),
        {"en": re.compile("both")},
        sure=False,
    ),
    Claim(
        re.compile(r"\b(?:pesaing terdekat|istri muda\w*|runner-up)\b", re.IGNORECASE),
        {
            "en": re.compile("second"),
            "fr": re.compile("seconde?|deuxième"),
            "zh": re.compile("第?二"),
            "ar": re.compile("(?:ال)?ثاني(?:ة)?"),
        },
    ),
    Claim(
        re.compile(r"\b(?:sekaligus|serentak|bersamaan|seketika)\b", re.IGNORECASE),
        {"en": re.compile("once")},
    ),
    Claim(
        re.compile(r"\b(?:se)?(?:orang|satu) pun\b", re.IGNORECASE),
        {"en": re.compile("neither")},
    ),
    Claim(
        re.compile(r"\b(?:becak|bemo|bajaj|bentor|betor)\w*", re.IGNORECASE),
        {"zh": re.compile("三"), "ja": re.compile("三")},
        after=re.compile("輪|轮"),
    ),
    Claim(re.compile(r"\bdetik\b", re.IGNORECASE), {"ar": re.compile("(?:ال)?ثانية")}),
    Claim(re.compile(r"\bSenin\b"), {"ar": re.compile("[وبل]?(?:ال)?[اإ]ثنين")}),
    Claim(
        re.compile(r"\b(?:Minggu|Ahad)\b"), {"ar": re.compile("[وبل]?(?:ال)?[اأ]حد")}
    ),
)
"""
By word of the source, the number that each language says for it. The Arabic names of
the first days of the week are numbers with an article, and a second of time is one.
"""

TWO = re.compile(r"\b(?:(?:ke)?dua(?:nya)?|2)\b", re.IGNORECASE)
