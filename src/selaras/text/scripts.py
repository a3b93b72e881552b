"""
Which scripts a text is written in.
"""

from collections.abc import Mapping

import regex  # type: ignore[import-untyped, unused-ignore]

LETTER = regex.compile(r"\p{L}")
SCRIPTS: Mapping[str, regex.Pattern[str]] = {
    # Letters only: circled kana and Roman numerals have a script and are none.
    "Latin": regex.compile(r"[\p{L}&&\p{Script=Latin}]", regex.V1),
    "Han": regex.compile(r"[\p{L}&&\p{Script=Han}]", regex.V1),
    "Kana": regex.compile(
        r"[\p{L}&&[\p{Script=Hiragana}\p{Script=Katakana}ー]]", regex.V1
    ),
    "Arabic": regex.compile(r"[\p{L}&&\p{Script=Arabic}]", regex.V1),
}
OTHER = "Other"


def has_letter(text: str) -> bool:
    """
    Whether there is a letter of any script, and so anything to translate.

    >>> has_letter("3-1 (2-0)"), has_letter("رقم"), has_letter("第5")
    (False, True, True)
    """
    return LETTER.search(text) is not None


def script_shares(text: str) -> dict[str, float]:
    """
    The share of each script among the letters of a text, the greatest first.

    A text without letters has no shares.

    >>> script_shares("BMKG地震")
    {'Latin': 0.6666666666666666, 'Han': 0.3333333333333333}
    >>> script_shares("3-1")
    {}
    """
    total = sum(1 for _ in LETTER.finditer(text))
    counts = {
        name: sum(1 for _ in pattern.finditer(text))
        for name, pattern in SCRIPTS.items()
    }
    counts[OTHER] = total - sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    return {name: count / total for name, count in ranked if count > 0}
