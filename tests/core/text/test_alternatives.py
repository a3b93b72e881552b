"""
Patterns that were put together find what they find side by side.
"""

import re

import pytest

from selaras.text.alternatives import alternatives
from selaras.text.cues import TABLES as CUES
from selaras.text.dates import TABLES as DATES
from selaras.text.dates import reader as dates
from selaras.text.quantities import TABLES as QUANTITIES
from selaras.text.quantities import reader as quantities

TEXTS = (
    "Polisi tidak hanya menahan 27 orang, Selasa lalu, tetapi lebih dari 3 ton beras.",
    "Pekan depan harga naik menjadi Rp12.000 per kg; bukan kemarin malam atau lusa.",
    "He was not arrested until last Monday; more than US$5 million rose by 2 per cent.",
    "Il n'a pas été condamné mardi dernier, mais plus de 3 km de route sont fermés.",
    "警方昨天没有逮捕嫌疑人，不仅损失超过5亿美元，而且下降了3公里。",
    "警察は昨日、容疑者を逮捕しなかった。（月）損失は5億ドル以上、3キロ増えた。",
    "لم تعتقل الشرطة المشتبه به أمس، وارتفع السعر أكثر من 5 ملايين دولار.",
)

CASES = (
    ("beside each other", ["naik", "na(?:mbah|ik lagi)", "turun"], "namba naik lagi"),
    ("the first that fits", ["per", "persen", "per hari"], "persen per hari"),
    ("an optional beginning", ["(?:the )?day", "n?aik", "t?"], "the day aik t"),
    ("a class", ["[Bb]aru", r"[%％]", "[a-c]x", "[^x]y"], "baru Baru ％ bx zy"),
    ("a barrier in between", ["ab", r"\w{2}", "ac"], "ab ac ad"),
    (
        "conditions",
        ["(?<!x)ba", "(?=[kK])(?i:ka)i", r"\bs", "(?!d)da"],
        "xba kali soso",
    ),
    ("letters of any case", ["(?i:kelvin|si)", "İ"], "\N{KELVIN SIGN}elvin ſi İ SI"),
    ("escaped signs", [r"\$", r"rp\.", r"a\|b", r"\(x\)"], "$ rp. a|b (x)"),
)


@pytest.mark.parametrize(
    ("patterns", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_finds_the_same(patterns: list[str], text: str) -> None:
    assert found(alternatives(patterns), text) == found("|".join(patterns), text)


@pytest.mark.parametrize("language", DATES)
def test_finds_the_same_by_the_table_of_dates(language: str) -> None:
    agree([word for word, _ in dates(language).vocabulary()])


@pytest.mark.parametrize("subject", ["negation", "opposites", "status"])
@pytest.mark.parametrize("language", CUES)
def test_finds_the_same_by_the_tables_of_cues(language: str, subject: str) -> None:
    table = CUES[language]
    agree([word.translate(table.folding) for _, word in getattr(table, subject)])


@pytest.mark.parametrize("name", ["before", "after", "directions", "units", "orders"])
@pytest.mark.parametrize("language", QUANTITIES)
def test_finds_the_same_by_the_tables_of_quantities(language: str, name: str) -> None:
    lexicon = getattr(quantities(language), name)
    agree([word for word, _ in lexicon.alternatives])


def agree(patterns: list[str]) -> None:
    """
    Both ways find the same in texts of all languages, and in the patterns themselves.
    """
    plain, quick = "|".join(patterns), alternatives(patterns)
    for text in (*TEXTS, *map(str.lower, TEXTS), " ".join(patterns)):
        assert found(quick, text) == found(plain, text)


def found(pattern: str, text: str) -> list[tuple[int, int]]:
    """
    Where a pattern finds something.
    """
    return [match.span() for match in re.finditer(pattern, text)]
