"""
The ways in which a translation is not in its language: one function for each.

Every function takes a pair and returns the first place where it finds its fault.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.fidelity.asides import (
    is_glossed,
    outside_asides,
    outside_brackets,
    outside_names,
)
from selaras.fidelity.finding import Pair
from selaras.fidelity.identify import closer_language, likely_language
from selaras.fidelity.latin_words import (
    ANY_WORD,
    SMALL_WORD,
    small_words_of,
    source_words,
    words_by,
)
from selaras.fidelity.left_over import is_foreign_to, is_plainly_of, is_unheard_of
from selaras.fidelity.scripts import LATIN
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.terms.capitals import is_headline
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    What is wrong, as a sentence in English and in Indonesian, and where in the target.

    A fault is ``doubtful`` where a good translation may have it too.
    """

    message: str
    indonesian: str
    span: Span
    doubtful: bool = False


def untranslated(words: str, span: Span, *, doubtful: bool = False) -> Fault:
    """
    The fault of words that were left as they are.
    """
    return Fault(
        doubtful=doubtful,
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
        # In a headline the capital of the word before says nothing.
        inside_a_name = any(word[:1].isupper() for word in before) and not (
            is_headline(pair.source)
        )
        if match[0] in pair.source and not inside_a_name:
            return untranslated(match[0], Span(*match.span()))
    return None


def left_over_words(pair: Pair) -> Fault | None:
    """
    A word of the source that is plainly of its language, copied and not inside a name.
    """
    source = set(source_words(pair.source))
    words = words_by(ANY_WORD, outside_asides(pair))
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

    A source that was in the target's language to begin with may be copied. A term that
    both sides go on to explain may be kept: it is doubtful.
    """
    if pair.source_language != SOURCE or pair.language == SOURCE:
        return None
    source = small_words_of(pair.source)
    if not source:
        return None
    text = outside_names(pair)
    explained: Fault | None = None
    for word in SMALL_WORD.finditer(text):
        copied = word[0] in source and (
            is_foreign_to(word[0], pair.language)
            or is_unheard_of(word[0], pair.language)
        )
        if copied and not (is_glossed(word, pair) or is_sport(word, pair)):
            if likely_language(pair.source) == pair.language:
                return None
            doubtful = goes_on_to_explain(word, pair)
            fault = untranslated(word[0], Span(*word.span()), doubtful=doubtful)
            if not doubtful:
                return fault
            explained = explained or fault
    return explained


def goes_on_to_explain(word: re.Match[str], pair: Pair) -> bool:
    """
    Whether commas behind a word say what it is here and in the source: "jalur, a boat".

    Translated the word would need no such words.
    """
    here = EXPLAINED.match(pair.target, word.end())
    there = re.search(rf"(?<!\w){word[0]}, [a-z]+ [^,.;:]+, ", pair.source)
    return here is not None and there is not None


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


def is_sport(word: re.Match[str], pair: Pair) -> bool:
    """
    Whether "para" is no plural but begins a discipline: "para swimming".
    """
    return word[0] == "para" and PARA_SPORT.match(pair.target, word.end()) is not None


def in_a_name(words: Sequence[re.Match[str]], place: int, language: Tag) -> bool:
    """
    Whether a word stands between two with capitals: "Kelautan dan Perikanan".

    No name has marks inside or the "ke" of a place that somebody goes to, and the "dan"
    of an office has a word beside it that others translate, unlike the one between two
    persons.
    """
    if words[place][0] == "ke":
        return False
    three = words[max(place - 1, 0) : place + 2]
    gaps = [after.start() - before.end() for before, after in pairwise(three)]
    beside = [word[0] for word in three if word is not words[place]]
    if gaps != [1, 1] or not all(word[0].isupper() for word in beside):
        return False
    return words[place][0] != "dan" or any(is_foreign_to(w, language) for w in beside)


BROKEN = re.compile(
    r"\N{REPLACEMENT CHARACTER}|\N{DOUBLE QUESTION MARK}|<unk>|<[NE]\d>"
)
PLACE = re.compile(rf"(?<![{LATIN}'’.-])(?:di|ke) [A-Z][{LATIN}'’-]+")

EXPLAINED = re.compile(rf"['\"’”»]?, [{LATIN}0-9][^,.;:()]{{5,120}}, ")
"""
What stands between two commas behind a word.
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
