"""
Numbers of a translation that stand for a word of the source which is no number.

A duo is two and a second wife is a second. Where the source says so in a word of its
own ("ganda", "istri muda"), none of them is there for a "dua" beside it.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from selaras.fidelity.finding import Pair
from selaras.languages import Tag
from selaras.text.numbers import Number

Answers = Mapping[Tag, re.Pattern[str]]


def without_claimed(offered: Sequence[Number], pair: Pair) -> list[Number]:
    """
    The numbers of a translation that no such word of the source speaks for.

    Each word has one of them, the first.
    """
    spoken = [
        (place, said(one, pair))
        for place, one in enumerate(offered)
        if one.form == "words"
    ]
    gone: set[int] = set()
    for words, answers in CLAIMS if spoken else ():
        answer = answers.get(pair.language)
        places = [place for place, word in spoken if answer and answer.fullmatch(word)]
        if places:
            claims = sum(1 for _ in words.finditer(pair.source))
            gone.update(islice(places, claims))
    return [one for place, one in enumerate(offered) if place not in gone]


def said(number: Number, pair: Pair) -> str:
    """
    How a translation says a number, in small letters.
    """
    return number.span.of(pair.target).lower()


CLAIMS: Sequence[tuple[re.Pattern[str], Answers]] = (
    (
        re.compile(
            r"\b(?:\w*ganda\w*|duo|duet|doubles?|\w*pasang|\w*pasangan\w*|kembar\w*)\b",
            re.IGNORECASE,
        ),
        {
            "en": re.compile("twins?|duo|pair|doubles?|doubled|doubling"),
            "fr": re.compile("duo|paire|doubles?"),
        },
    ),
    (
        re.compile(r"\b(?:pesaing terdekat|istri muda\w*|runner-up)\b", re.IGNORECASE),
        {
            "en": re.compile("second"),
            "fr": re.compile("seconde?|deuxième"),
            "zh": re.compile("第?二"),
            "ar": re.compile("(?:ال)?ثاني(?:ة)?"),
        },
    ),
    (
        re.compile(r"\b(?:sekaligus|serentak|bersamaan|seketika)\b", re.IGNORECASE),
        {"en": re.compile("once")},
    ),
    (
        re.compile(r"\b(?:se)?(?:orang|satu) pun\b", re.IGNORECASE),
        {"en": re.compile("neither")},
    ),
    (re.compile(r"\bdetik\b", re.IGNORECASE), {"ar": re.compile("(?:ال)?ثانية")}),
    (re.compile(r"\bSenin\b"), {"ar": re.compile("[وبل]?(?:ال)?[اإ]ثنين")}),
    (re.compile(r"\b(?:Minggu|Ahad)\b"), {"ar": re.compile("[وبل]?(?:ال)?[اأ]حد")}),
)
"""
By word of the source, the number that each language says for it. The Arabic names of
the first days of the week are numbers with an article, and a second of time is one.
"""
