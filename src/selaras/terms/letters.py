"""
Whether a word of a name stands in a translation in its own letters.

English and French give it endings, and have a spelling of their own for what other
scripts write: *Zaporizhzhia* is *Zaporijjia*, and *Virginia* is *Virginie*.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from selaras.terms.capitals import is_headline, starts_sentence
from selaras.terms.skeleton import fold
from selaras.terms.translation import TOKEN, Translation


def has_word(word: str, translation: Translation, *, initials: bool = False) -> bool:
    """
    Whether a word of a name stands in a text in its own letters.

    Short capitals must be capitals there: *AS* is not the English *as*, and the
    initials of a person are no word at all.
    """
    if translation.is_latin and word.isupper() and len(word) <= LONG:
        if len(word) == 1 or word in translation.acronyms:
            return True
        return not initials and has_small_acronym(word, translation)
    return all(
        part in translation.tokens or has_derived(part, translation)
        for part in TOKEN.findall(fold(word))
    )


def has_small_acronym(word: str, translation: Translation) -> bool:
    """
    Whether a text has an acronym that is read as a word, written like one: *Ikea*.

    Of three letters, what begins a sentence may be a word: *Who* and *Pas*.

    >>> has_small_acronym("IKEA", Translation("Ikea a ouvert un magasin.", "fr"))
    True
    >>> has_small_acronym("ONU", Translation("Le rapport de l'Onu a paru.", "fr"))
    True
    >>> has_small_acronym("WHO", Translation("Who sent the vaccines?", "en"))
    False
    """
    text, written = translation.text, word.title()
    if len(word) < READ_AS_WORDS or written not in text:
        return False
    return any(
        len(word) > READ_AS_WORDS
        or not (is_headline(text) or starts_sentence(text, found.start()))
        for found in re.finditer(rf"\b{re.escape(written)}\b", text)
    )


READ_AS_WORDS = 3


def has_derived(word: str, translation: Translation) -> bool:
    """
    Whether a text has a name with an ending, *Bataks*, or as another language has it.
    """
    if len(word) < LONG or not translation.is_latin:
        return False
    if any(
        word + ending in translation.tokens
        for ending in ENDINGS + ENDINGS_OF_ADJECTIVES
    ):
        return True
    french = translation.language == "fr"
    return any(
        as_heard(token) == as_heard(word)
        or (french and FRENCH.search(token) and bare(token) == bare(word))
        for token in translation.tokens
        if token != word
        and token[0] in FIRST.get(word[0], word[0])
        and abs(len(token) - len(word)) <= LONG
    )


FIRST: Mapping[str, str] = {
    letter: letters
    for letters in ("ckq", "uo", "sc", "fp", "yji", "zs", "aoe")
    for letter in letters
}
"""
What a name may begin with in French or English that has another first letter.
"""


@lru_cache(maxsize=65536)
def as_heard(word: str) -> str:
    """
    A foreign name without what languages spell differently.

    >>> as_heard("zaporizhzhia") == as_heard("zaporijjia")
    True
    >>> as_heard("polinesia") == as_heard("polynesia")
    True
    """
    for spelling, sound in HEARD:
        word = word.replace(spelling, sound)
    return TWICE.sub(r"\1", word)


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """
    The same without its ending, which French has in a way of its own.

    >>> bare("virginia") == bare("virginie"), bare("homer") == bare("homere")
    (True, True)
    >>> bare("enceladus") == bare("encelade"), bare("ida")
    (True, 'ida')
    """
    heard = as_heard(word)
    stem = ENDING.sub("", ER.sub("r", heard).replace("gn", "ni"), count=1)
    return stem if len(stem) >= LONG else heard


HEARD = (
    ("chtch", "$"),
    ("shch", "$"),
    ("zhzh", "j"),
    ("zh", "j"),
    ("tch", "$"),
    ("sch", "$"),
    ("ch", "$"),
    ("sh", "$"),
    ("ph", "f"),
    ("qu", "k"),
    ("q", "k"),
    ("c", "k"),
    ("dj", "j"),
    ("ou", "u"),
    ("ae", "e"),
    ("y", "i"),
    ("z", "s"),
    ("th", "t"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
)

TWICE = re.compile(r"(.)\1+")

ER = re.compile(r"(?:er|re|ere)$")

ENDING = re.compile(
    r"(?:i?(?:an|en|ene|ane|un|on)s?|aine?s?|kus|(?<=i)k|i?kes?|i[ck]es?|iu[ms]|ia|ie|[aou]s|um|is|e[is]|[aeio]s?|s)$"
)

FRENCH = re.compile(r"(?:[^aeiou]|e|es|eux)$")
"""
How French ends such names.
"""

LONG = 4
ENDINGS = ("s", "n", "an", "ans", "es", "ese", "ais", "aise")
ENDINGS_OF_ADJECTIVES = ("ien", "iens", "ienne", "iennes")
