"""
Which letters a language is written in, and which have no place in it.
"""

import re
from dataclasses import dataclass

from selaras.languages import Script
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """
    The letters of a script: its own, and those that are neither its own nor Latin.

    Latin letters are at home in every script, in names and acronyms.
    """

    own: re.Pattern[str]
    foreign: re.Pattern[str]


def foreign_letters(text: str, script: Script, *, known: str) -> Span | None:
    """
    The first stretch of letters that has no place in a script and none in ``known``.

    A Greek letter alone is a sign, as in the name of a variant, and no word.

    >>> foreign_letters("Presiden 总统 tiba", "Latin", known="")
    Span(start=9, end=11)
    >>> foreign_letters("穿山甲 β 冠状病毒", "Han", known="")
    """
    for match in LETTERS[script].foreign.finditer(text):
        if SIGN.fullmatch(match[0]):
            continue
        if match[0].isalpha() and match[0] not in known:
            return Span(*match.span())
    return None


def own_letters(text: str, script: Script) -> int:
    """
    How many letters of the script itself a text has.

    >>> own_letters("KPK首次公布", "Han")
    4
    """
    return sum(map(len, LETTERS[script].own.findall(text)))


def letters(members: str) -> Letters:
    """
    The letters of a script from the members of a character class.
    """
    return Letters(
        own=re.compile(rf"[{members}]+"),
        foreign=re.compile(rf"(?:(?![{members}{LATIN}])[^\W\d_])+"),
    )


LATIN = "A-Za-zªºµÀ-ÖØ-öø-ɏḀ-ỿＡ-Ｚａ-ｚ"
HAN = "々〆㐀-䶿一-鿿豈-\ufaff\U00020000-\U000323af"
KANA_LETTERS = "ぁ-ゖゝゞァ-ヺーヽヾㇰ-ㇿｦ-ﾟ"
SIGN = re.compile("[Α-Ωα-ω]")
ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufefc"

LETTERS: dict[Script, Letters] = {
    "Latin": letters(LATIN),
    "Han": letters(HAN),
    "Japanese": letters(HAN + KANA_LETTERS),
    "Arabic": letters(ARABIC),
}

KANA = re.compile(f"[{KANA_LETTERS}]")
