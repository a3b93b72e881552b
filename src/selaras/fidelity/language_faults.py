"""
The ways in which a translation is not in its language: one function for each.

Every function takes a pair and returns the first place where it finds its fault.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from selaras.fidelity.finding import Pair
from selaras.fidelity.identify import LANGUAGE_OF, closer_language, likely_language
from selaras.fidelity.left_over import is_foreign_to, is_plainly_of, is_unheard_of
from selaras.fidelity.scripts import LATIN
from selaras.fidelity.verbatim import without_verbatim
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    What is wrong, as a sentence in English and in Indonesian, and where in the target.
    """

    message: str
    indonesian: str
    span: Span


def untranslated(words: str, span: Span) -> Fault:
    """
    The fault of words that were left as they are.
    """
    return Fault(
        message=f"“{words}” was left untranslated.",
        indonesian=f"“{words}” belum diterjemahkan.",
        span=span,
    )


def broken_characters(pair: Pair) -> Fault | None:
    """
    What a decoder writes for a character that it does not know, or for no text at all.
    """
    match = BROKEN.search(pair.target)
    if match is None or match[0] in pair.source:
        return None
    return Fault(
        message=f"The translation has “{match[0]}” where a character was lost.",
        indonesian=f"Terjemahan memuat “{match[0]}” di tempat huruf yang hilang.",
        span=Span(*match.span()),
    )


def left_over_place(pair: Pair) -> Fault | None:
    """
    An Indonesian "in" or "to" with its place, copied: "di Jakarta".
    """
    if pair.source_language != SOURCE or pair.language == SOURCE:
        return None
    text = outside_brackets(pair.target)
    for match in PLACE.finditer(text):
        before = text[: match.start()].split(" ")[-2:-1]
        inside_a_name = any(word[:1].isupper() for word in before)
        if match[0] in pair.source and not inside_a_name:
            return untranslated(match[0], Span(*match.span()))
    return None


def left_over_words(pair: Pair) -> Fault | None:
    """
    A word of the source that is plainly of its language, copied and not inside a name.
    """
    source = set(source_words(pair.source))
    words = words_by(ANY_WORD, outside_asides(pair.target, pair.source))
    for place, word in enumerate(words):
        copied = word[0] in source and is_plainly_of(
            word[0], pair.source_language, pair.language
        )
        if copied and not (
            in_a_name(words, place, pair.language)
            or is_glossed(word, pair)
            or is_sport(word, pair)
        ):
            return untranslated(word[0], Span(*word.span()))
    return None


def left_over_noun(pair: Pair) -> Fault | None:
    """
    A word of the source that the dictionary could translate, and the language lacks.

    A source that was in the target's language to begin with may be copied.
    """
    if pair.source_language != SOURCE or pair.language == SOURCE:
        return None
    source = small_words_of(pair.source)
    if not source:
        return None
    text = outside_names(pair.target, pair.source)
    for word in SMALL_WORD.finditer(text):
        copied = word[0] in source and (
            is_foreign_to(word[0], pair.language)
            or is_unheard_of(word[0], pair.language)
        )
        if copied and not (is_glossed(word, pair) or is_sport(word, pair)):
            if likely_language(pair.source) == pair.language:
                return None
            return untranslated(word[0], Span(*word.span()))
    return None


def other_latin_language(pair: Pair) -> Fault | None:
    """
    A sentence of English, French or Indonesian in place of the language asked for.
    """
    found = likely_language(pair.target)
    if found is None:
        found = closer_language(pair.target, pair.language, known=pair.source)
    if found in (None, pair.language):
        return None
    wanted = LANGUAGES[pair.language].english_name
    return Fault(
        message=f"The translation is {LANGUAGES[found].english_name}, not {wanted}.",
        indonesian=f"Terjemahan ini berbahasa {NAMES[found]}, bukan "
        f"{NAMES[pair.language]}.",
        span=Span(0, len(pair.target)),
    )


def is_glossed(word: re.Match[str], pair: Pair) -> bool:
    """
    Whether brackets behind a word say what it means: "sabu (methamphetamine)".

    An acronym, a number and what the source has in brackets too explain nothing.
    """
    gloss = GLOSS.match(pair.target, word.end())
    return gloss is not None and gloss["said"] not in pair.source


def is_sport(word: re.Match[str], pair: Pair) -> bool:
    """
    Whether "para" is no plural but begins a discipline: "para swimming".
    """
    return word[0] == "para" and PARA_SPORT.match(pair.target, word.end()) is not None


def in_a_name(words: Sequence[re.Match[str]], place: int, language: Tag) -> bool:
    """
    Whether a word stands between two with capitals: "Kelautan dan Perikanan".

    No name has the "ke" of a place that somebody goes to, and the "dan" of an office
    has a word beside it that others translate, unlike the one between two persons.
    """
    if words[place][0] == "ke":
        return False
    before, after = (
        words[max(place - 1, 0)][0],
        words[min(place + 1, len(words) - 1)][0],
    )
    if not (before[0].isupper() and after[0].isupper()):
        return False
    beside = (before, after)
    return words[place][0] != "dan" or any(is_foreign_to(w, language) for w in beside)


@lru_cache(maxsize=64)
def words_by(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """
    The words of a text as a pattern finds them; several faults ask for them.
    """
    return list(pattern.finditer(text))


@lru_cache(maxsize=64)
def source_words(text: str) -> tuple[str, ...]:
    """
    The words of a source, read once for all its languages.
    """
    return tuple(match[0] for match in ANY_WORD.finditer(text))


@lru_cache(maxsize=64)
def small_words_of(text: str) -> frozenset[str]:
    """
    The words in small letters of a source, read once for all its languages.
    """
    return frozenset(SMALL_WORD.findall(text))


@lru_cache(maxsize=64)
def outside_names(text: str, source: str) -> str:
    """
    A target without its addresses, asides and names such as "Ludwig van Beethoven".
    """
    return blank(NAME_WITH_PARTICLE, outside_asides(text, source))


@lru_cache(maxsize=64)
def outside_asides(text: str, source: str) -> str:
    """
    A target without its addresses, and without asides that keep or explain a word.

    >>> outside_asides("La « para » (sidang isbat) et", "para sidang isbat")
    'La « para »                et'
    """

    def kept(aside: re.Match[str]) -> str:
        return " " * len(aside[0]) if keeps_words(aside[0], source) else aside[0]

    return BRACKETED.sub(kept, with_directed_marks(without_verbatim(text)))


def keeps_words(aside: str, source: str) -> bool:
    """
    Whether all words of an aside are the source's, or none, or it explains one by them.

    A word that is the source's among others was left over there, and so was a small
    word of grammar that stands alone. A term may have had affixes in the source.

    >>> keeps_words("(gotong royong)", "Warga bergotong royong.")
    True
    >>> keeps_words("(the isbat session)", "Sidang isbat digelar.")
    False
    """
    words = ANY_WORD.findall(aside)
    known = source_words(source)
    copied = sum(
        word in known or (len(word) >= LONG_TERM and word in source) for word in words
    )
    if len(words) == copied == 1:
        return LANGUAGE_OF.get(words[0]) != SOURCE
    return copied in (0, len(words)) or EXPLAINS.search(aside) is not None


@lru_cache(maxsize=64)
def outside_brackets(text: str) -> str:
    """
    A text without its addresses, and without what stands in brackets or quoted.
    """
    return blank(BRACKETED, with_directed_marks(without_verbatim(text)))


def with_directed_marks(text: str) -> str:
    """
    A text whose straight quotation marks tell which of them begin.

    Else what stands between two quotations would be taken for a third.

    >>> with_directed_marks('"Siap," kata "Ani".')
    '“Siap,” kata “Ani”.'
    """
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text
    opened = (f"“{part}”" if place % 2 else part for place, part in enumerate(parts))
    return "".join(opened)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """
    A text with every match replaced by spaces, so that offsets stay.
    """
    return pattern.sub(lambda match: " " * len(match[0]), text)


BROKEN = re.compile(
    r"\N{REPLACEMENT CHARACTER}|\N{DOUBLE QUESTION MARK}|<unk>|<[NE]\d>"
)
ANY_WORD = re.compile(r"[^\W\d_]++(?:[-'’][^\W\d_]++)*+(?!\d)")
NAME_WORD = rf"[A-ZÀ-ÖØ-Þ][{LATIN}'’.-]{{0,40}}+"
NAME_WITH_PARTICLE = re.compile(
    rf"{NAME_WORD}(?:(?: [a-zß-öø-ÿ]{{1,3}}){{1,2}} {NAME_WORD})+"
)
PLACE = re.compile(rf"(?<![{LATIN}'’.-])(?:di|ke) [A-Z][{LATIN}'’-]+")
LATIN_WORD = re.compile(rf"[{LATIN}]+")
SMALL_WORD = re.compile(
    rf"(?<![{LATIN}0-9.-])[a-zß-öø-ÿ]{{3,}}(?![{LATIN}0-9-]|\.[{LATIN}])"
)
NOT_A_MARK = '[^()（）\\[\\]"“”„«»「」『』《》\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff]'
GLOSS = re.compile(r"[\"'”’]? ?[(（](?P<said>[^\W\d_A-ZÀ-ÖØ-Þ][^()（）]{1,60})[)）]")
EXPLAINS = re.compile(r"(?<=.)[,:;=/–—](?=.)")
INSIDE = f"{NOT_A_MARK}{{0,60}}"
QUOTED = f"{NOT_A_MARK}{{0,30}}"
BRACKETED = re.compile(
    rf"[(（\[]{INSIDE}[)）\]]|[\"“„]{QUOTED}[\"”]|「{INSIDE}」|『{INSIDE}』"
    rf"|«{QUOTED}»|《{INSIDE}》"
)
"""
What explains a word, or is a title: what somebody says is longer.
"""

PARA_SPORT = re.compile(
    "[ -](?:arch|athl|bad|cano|cycl|eques|game|judo|lawn|nata|power|shoot|ski|sport"
    "|swim|table|taek|tir|triath|volle)"
)
"""
What para stands before in English and French.
"""

NAMES: dict[Tag, str] = {
    "id": "Indonesia",
    "en": "Inggris",
    "fr": "Prancis",
    "zh": "Tionghoa",
    "ja": "Jepang",
    "ar": "Arab",
}
"""
The languages as messages name them in Indonesian.
"""

LONG_NAME = 5
LONG_TERM = 5
