"""
The ways in which a translation is not in its script: one function for each.

Every function takes a pair and returns the first place where it finds its fault.
"""

import re
from collections.abc import Sequence

from selaras.fidelity.asides import outside_brackets
from selaras.fidelity.finding import Pair
from selaras.fidelity.identify import LANGUAGE_OF
from selaras.fidelity.language_faults import LONG_NAME, NAMES, Fault
from selaras.fidelity.latin_words import LATIN_WORD
from selaras.fidelity.scripts import KANA, foreign_letters, own_letters
from selaras.fidelity.traditional import CHARACTERS_OF_OTHERS
from selaras.languages import LANGUAGES, SOURCE
from selaras.text.spans import Span


def other_letters(pair: Pair) -> Fault | None:
    """
    Letters of another script that the source does not have either.
    """
    language = LANGUAGES[pair.language]
    span = foreign_letters(pair.target, language.script, known=pair.source)
    if span is None:
        return None
    strange = span.of(pair.target)
    return Fault(
        message=f"{language.english_name} is not written with “{strange}”.",
        indonesian=f"“{strange}” tidak dipakai dalam tulisan {NAMES[pair.language]}.",
        span=span,
    )


def too_little_of_its_own(pair: Pair) -> Fault | None:
    """
    More Latin letters than its own, names and acronyms of the source not counted.
    """
    language = LANGUAGES[pair.language]
    own = own_letters(pair.target, language.script)
    text = outside_brackets(pair.target) if own else pair.target
    strange = [
        word
        for word in LATIN_WORD.finditer(text)
        if not own or word[0].islower() or word[0] not in pair.source
    ]
    if sum(len(word[0]) for word in strange) <= own:
        return None
    may_be_a_name = own or len(strange) <= LONG_NAME
    named = may_be_a_name and not any(map(is_no_name, strange))
    if named and (own or not is_copied_sentence(strange, pair)):
        return None
    return Fault(
        message=f"Most of the translation is not in {language.english_name}.",
        indonesian=f"Sebagian besar terjemahan bukan bahasa {NAMES[pair.language]}.",
        span=Span(strange[0].start(), strange[-1].end()),
    )


def is_copied_sentence(words: Sequence[re.Match[str]], pair: Pair) -> bool:
    """
    Whether the source's words, which end as a sentence does, are no name: Itu Benar.
    """
    return pair.target.rstrip().endswith(SENTENCE_ENDS) and any(
        LANGUAGE_OF.get(word[0].lower()) == SOURCE for word in words
    )


def is_no_name(word: re.Match[str]) -> bool:
    """
    Whether a word has small letters alone, or is one of grammar: "Is", "Above".
    """
    return word[0].islower() or LANGUAGE_OF.get(word[0].lower(), SOURCE) != SOURCE


def traditional_characters(pair: Pair) -> Fault | None:
    """
    Traditional or Japanese characters in Simplified Chinese, Chinese ones in Japanese.
    """
    strange = set(pair.target) & CHARACTERS_OF_OTHERS[pair.language]()
    strange -= set(pair.source)
    if not strange:
        return None
    place = min(map(pair.target.index, strange))
    name = LANGUAGES[pair.language].english_name
    return Fault(
        message=f"{name} does not use the character {pair.target[place]}.",
        indonesian=f"Bahasa {NAMES[pair.language]} tidak memakai aksara "
        f"{pair.target[place]}.",
        span=Span(place, place + 1),
    )


def japanese_without_kana(pair: Pair) -> Fault | None:
    """
    So many Chinese characters without a particle among them are Chinese.

    A headline may have none, but a sentence with its full stop has.
    """
    sentence = CHINESE.search(pair.target) is not None
    expected = KANA_IN_SENTENCE if sentence else KANA_EXPECTED
    if KANA.search(pair.target) or own_letters(pair.target, "Japanese") < expected:
        return None
    return Fault(
        message="The translation has no kana: it is not Japanese.",
        indonesian="Terjemahan tidak memuat kana: ini bukan bahasa Jepang.",
        span=Span(0, len(pair.target)),
    )


SENTENCE_ENDS = (".", "!", "?")

CHINESE = re.compile("[，。你您她]")
"""
What stands in Chinese sentences, and in no Japanese headline without kana.
"""

KANA_EXPECTED = 20
KANA_IN_SENTENCE = 6
