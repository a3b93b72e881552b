"""
Words that no translation may say unless its source does: crimes, dismissals, war.

Each family names the words of the translation, language by language, and everything in
Indonesian that may have become one of them: a word, or what the word follows from. A
licence is wide on purpose, for what is asked is whether there is any cause at all; but
it is a word, or the root of one: *halaman* is not *aman*.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from selaras.fidelity.coverage import read_source
from selaras.fidelity.finding import Pair
from selaras.fidelity.loaded_families import FAMILIES
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text.cues.reader import lowered
from selaras.text.spans import Span


def unlicensed(pair: Pair) -> Iterator[tuple[Span, str]]:
    """
    The loaded words of a target that nothing in its source could have become.

    Each with the name of its family.
    """
    if pair.source_language != SOURCE or pair.language not in LANGUAGES_READ:
        return
    text = lowered(pair.target)
    anything, each = loaded(pair.language)
    for place in anything.finditer(text):
        match = each.match(text, place.start())
        name = match.lastgroup if match else None
        if (
            match
            and name
            and begins_a_word(text, place.start(), pair.language)
            and not is_licensed(pair.source, name)
        ):
            end = end_of_word(text, match.end(), pair.language)
            span = Span(match.start(), end)
            if not has_word(pair.source, span.of(pair.target)):
                yield span, name


@cache
def loaded(language: Tag) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """
    The words of all families in a language: in one pattern, and each family a group.

    Without groups the engine can look ahead, so that it is quick where nothing is.
    """
    words = [family.words[language] for family in FAMILIES.values()]
    groups = [
        f"(?P<{name}>{family.words[language]})" for name, family in FAMILIES.items()
    ]
    return re.compile("|".join(words)), re.compile("|".join(groups))


def begins_a_word(text: str, place: int, language: Tag) -> bool:
    """
    Whether a word begins at a place, what Arabic writes before it not counted.
    """
    if not LANGUAGES[language].spaced:
        return True
    start = place
    while start and place - start <= LONGEST_CLITIC and text[start - 1].isalnum():
        start -= 1
    return start == place or text[start:place] in CLITICS.get(language, ())


def end_of_word(text: str, place: int, language: Tag) -> int:
    """
    Where the word ends whose beginning ends at a place.
    """
    while LANGUAGES[language].spaced and text[place : place + 1].isalnum():
        place += 1
    return place


def has_word(source: str, word: str) -> bool:
    """
    Whether a word stands in a source as it is, and so was copied: "Star Wars".
    """
    found = rf"(?<!\w){re.escape(word)}(?!\w)"
    return word in source and re.search(found, source) is not None


@lru_cache(maxsize=512)
def is_licensed(source: str, name: str) -> bool:
    """
    Whether a source says anything of a family.
    """
    return licence(name).search(with_roots(source)) is not None


@lru_cache(maxsize=64)
def is_hinted(source: str, name: str) -> bool:
    """
    Whether a source that has no word of a family tells all the same of its matter.

    A trial of an official is one for corruption as often as not, and whoever was
    lured or forced is a victim: the sentences around it may say so.
    """
    return any(
        all(hint.search(source) for hint in hints) for hints in HINTS.get(name, ())
    )


@lru_cache(maxsize=256)
def with_roots(source: str) -> str:
    """
    A source with the roots of its words after it: "menahan" licenses what "tahan" does.
    """
    return " ".join((source, *(word.stem for word, _ in read_source(source))))


@cache
def licence(name: str) -> re.Pattern[str]:
    """
    What licenses a family, as a pattern: words and roots from their beginning.
    """
    stems = FAMILIES[name].licence
    return re.compile(rf"(?<!\w){AFFIXES}(?:{stems})", re.IGNORECASE)


AFFIXES = (
    "(?:anti-?)?(?:(?:me|pe)(?:ny|ng|[mn])?|di|ter?|be[rl]?|ke|se)?(?:per|ber|ke)?"
)
"""
What may stand before a stem that the dictionary has no root for.
"""


TRIED = re.compile(
    r"\b(?:di)?(?:vonis|dakwa|tuntut|sidang)|\b(?:ter(?:dakwa|sangka|pidana))"
    r"|\bjaksa\b|\bpenjara\b|\bhakim\b|\bpengadilan\b",
    re.IGNORECASE,
)
IN_OFFICE = re.compile(
    r"\bka(?:dis\w*|dinkes|des|ban)\b|\bkepala (?:dinas|desa|badan)"
    r"|\b(?:bupati|wali ?kota|gubernur|menteri|pejabat|camat|lurah|dirut|direktur"
    r"|bendahara|anggota (?:dpr|dprd|dewan)|sekda)\b"
    r"|\b(?:proyek|pengadaan|anggaran|apb[nd]|kerugian negara|uang negara|dana)\b",
    re.IGNORECASE,
)
PENAL = re.compile(r"\bpidana\b|\b(?:di|men)jerat\b|\bjeratan\b", re.IGNORECASE)
WRONGED = re.compile(
    r"\bdi(?:janjikan|iming|paksa|ancam|sekap|jebak|rayu|bujuk|intimidasi"
    r"|telantarkan|usir|bully|rundung|peralat|jual|setrum|hina|kuntit)\w*"
    r"|\bterduga\b|\btersangka\b|\bpelaku\b",
    re.IGNORECASE,
)

HINTS: Mapping[str, tuple[tuple[re.Pattern[str], ...], ...]] = {
    "corruption": ((TRIED, IN_OFFICE),),
    "victim": ((WRONGED,),),
    "indictment": ((PENAL,),),
}
"""
By family or meaning, what tells of its matter: any row, and of it every pattern.
"""


CLITICS: Mapping[Tag, frozenset[str]] = {
    "ar": frozenset(
        one + article
        for one in ("", "و", "ف", "ب", "ل", "ك")
        for article in ("", "ال", "لل", "ل")
    )
}

LONGEST_CLITIC = max(map(len, CLITICS["ar"]))

LANGUAGES_READ = frozenset({"en", "fr", "zh", "ja", "ar"})
