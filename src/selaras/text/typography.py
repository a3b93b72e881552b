"""
Punctuation as each language sets it, put on the plain punctuation of a machine.

A model trained on folded text writes ``,`` and ``"`` in every language. These rules put
the language's own marks back. They touch marks only, never a letter or a digit, and
doing it twice changes nothing. Each language is a row of ``RULES``.
"""

import re
from collections.abc import Mapping

from selaras.languages import LANGUAGES, Tag
from selaras.text.tracked import Rule, Tracked, rewrite

NBSP = "\N{NO-BREAK SPACE}"
NARROW_NBSP = "\N{NARROW NO-BREAK SPACE}"

CJK = (
    "\N{IDEOGRAPHIC ITERATION MARK}"
    "\N{HIRAGANA LETTER SMALL A}-\N{KATAKANA LETTER VO}"
    "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
    "\N{CJK UNIFIED IDEOGRAPH-3400}-\N{CJK UNIFIED IDEOGRAPH-9FFF}"
)
OPENING = "(「『“‘《（【"
CLOSING = "」』”’》）】)"
ARABIC = "\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}"

PAIRED = re.compile(r'(?<![A-Za-z\d])"([^"]*)"')
NOT_PAIRED = re.compile(r'\A[^"]*"(?:[^"]*"[^"]*")*[^"]*\Z')


def localise(text: str, language: Tag) -> str:
    r"""
    Set the punctuation of a text as its language does.

    >>> localise('总统说, "没有问题".', "zh")
    '总统说，“没有问题”。'
    >>> localise('L’eau monte : "Partez !"', "fr").replace(NBSP, "_")
    'L’eau monte_: «_Partez\u202f!_»'
    >>> localise("ماذا حدث, في 7,5 كم?", "ar")
    'ماذا حدث، في 7,5 كم؟'
    >>> localise('He said "27, not 72" of a 27" screen.', "en")
    'He said "27, not 72" of a 27" screen.'
    >>> localise('He said "27, not 72".', "en")
    'He said “27, not 72”.'
    """
    return rewrite(text, _rules(text, language))


def localise_tracked(text: str, language: Tag) -> Tracked:
    """
    Do what ``localise`` does, and remember where each character was.
    """
    return Tracked.of(text).rewrite(_rules(text, language))


def _rules(text: str, language: Tag) -> tuple[Rule, ...]:
    # An inch mark or a lost quotation mark: guessing which one opens would be worse.
    quotes = () if NOT_PAIRED.match(text) else QUOTES.get(language, ())
    return quotes + RULES.get(language, ())


def _quoted_as(language: Tag) -> tuple[Rule, ...]:
    opening, closing = (mark.strip(NBSP) for mark in LANGUAGES[language].quotes)
    return ((PAIRED, lambda match: f"{opening}{match[1]}{closing}"),)


def _full_width(comma: str) -> tuple[Rule, ...]:
    marks = str.maketrans(
        {",": comma, "!": "！", "?": "？", ":": "：", ";": "；", " ": None}
    )
    stops = "，。、！？：；"
    after = rf"(?<=[{CJK}{CLOSING}])"

    def full(match: re.Match[str]) -> str:
        return match[0].translate(marks)

    return (
        (re.compile(rf"{after} *(?:[!?]+|[,:;]) *"), full),
        (re.compile(rf"(?<=[\d%A-Za-z]) *[,!?;] *(?=[{CJK}])"), full),
        (re.compile(rf"{after} *\.(?![\w.]) *"), "。"),
        (
            re.compile(rf"\A((?=.*[{CJK}]).*[\d%A-Za-z])\.([{CLOSING}]*)\Z", re.DOTALL),
            lambda match: f"{match[1]}。{match[2]}",
        ),
        # Pieces of a machine's text are joined with spaces that CJK does not have.
        (re.compile(rf"(?<=[{CJK}{stops}{CLOSING}]) +(?=[{CJK}{OPENING}])"), ""),
        (
            re.compile(rf"(?<=[{CJK}{stops}])\(([^()]+)\)|\(([^()]*[{CJK}][^()]*)\)"),
            lambda match: f"（{match[1] or match[2]}）",
        ),
    )


QUOTES: Mapping[Tag, tuple[Rule, ...]] = {
    tag: _quoted_as(tag) for tag in ("en", "zh", "ja", "ar", "fr")
}

RULES: Mapping[Tag, tuple[Rule, ...]] = {
    "zh": _full_width("，"),
    "ja": _full_width("、"),
    "ar": (
        (re.compile(rf"(?<=[{ARABIC}»)]) *,(?!\d)"), "،"),
        (re.compile(rf"(?<=[\w%»)]) *,(?= *[{ARABIC}«])"), "،"),
        (re.compile(rf"(?<=[{ARABIC}\d%»)]) *;"), "؛"),
        (re.compile(rf"(?<=[{ARABIC}\d%»)]) *\?"), "؟"),
    ),
    # Imprimerie nationale: a narrow space before ; ! ? and a full one by : and « ».
    "fr": (
        (
            re.compile(
                rf"(?<=[^\s«(:;!?])[ {NBSP}{NARROW_NBSP}]*([:;!?]+)"
                r"(?=[\s»]|\Z|(?<=[;!?])\))"
            ),
            lambda match: f"{NBSP if match[1][0] == ':' else NARROW_NBSP}{match[1]}",
        ),
        (re.compile(rf"«[ {NBSP}]*(?=\S)"), f"«{NBSP}"),
        (re.compile(rf"(?<=[^\s{NBSP}«])[ {NBSP}]*»"), f"{NBSP}»"),
    ),
}
