"""
Which of the languages in Latin letters a text is written in.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from lingua import Language as Lingua
from lingua import LanguageDetector, LanguageDetectorBuilder

from selaras.fidelity.dictionary import dictionary_of, words_of
from selaras.fidelity.function_words import FUNCTION_WORDS
from selaras.languages import Tag


def likely_language(text: str) -> Tag | None:
    """
    English, French or Indonesian, or nothing where the text does not tell.

    Function words decide, and are counted quickly. Only a long text that has none is
    shown to lingua, without its names, which are Indonesian in every language.

    >>> likely_language("Gempa itu tidak menimbulkan kerusakan."), likely_language("OK")
    ('id', None)
    """
    known = map(LANGUAGE_OF.get, WORD.findall(text.lower()))
    counts = Counter(tag for tag in known if tag)
    if not counts:
        plain = NAME.sub("", text)
        return identified(plain) if len(plain) >= LONG_ENOUGH else None
    (first, most), (_, next_most) = (*counts.most_common(2), ("", 0))[:2]
    return first if most >= ENOUGH and most >= LEAD * next_most else None


def closer_language(text: str, wanted: Tag, *, known: str) -> Tag | None:
    """
    A language whose words a text has, where it has next to none of those asked for.

    What the dictionaries know tells it of headlines, which have few function words:
    with one of these, two words are enough. Those of ``known`` are names: they say
    nothing.

    >>> closer_language("Fishermen Stranded, Rescuers Searching", "fr", known="")
    'en'
    """
    small = {LANGUAGE_OF.get(word) for word in WORD.findall(text.lower())}
    if wanted in small:
        return None
    plain = WHOLE_WORD.sub(lambda word: "" if word[0] in known else word[0], text)
    for other in COMPARED.get(wanted, ()):
        mine, theirs = known_words(plain, wanted), known_words(plain, other)
        ours, strange = len(mine - theirs), len(theirs - mine)
        enough, lead = (ENOUGH, LEAD) if other in small else (STRANGE_WORDS, STRANGER)
        if strange >= enough and strange >= lead * ours:
            return other
    return None


def known_words(text: str, language: Tag) -> set[int]:
    """
    Where the words of a text stand that a dictionary has, or that are function words.
    """
    vocabulary = dictionary_of(language).vocabulary
    words = WORD.finditer(text.lower())
    small = {word.start(): LANGUAGE_OF.get(word[0]) for word in words}
    known = {word.start for word in words_of(text, language) if word.stem in vocabulary}
    # Translators leave some English in French: it is no French for that.
    strange = {start for start, tag in small.items() if tag not in (None, language)}
    return known - strange | {start for start, tag in small.items() if tag == language}


def identified(text: str) -> Tag | None:
    """
    What lingua says, where it is nearly certain.

    Half of a character, which a broken engine may write, is more than it can take.
    """
    whole = text.encode("utf-8", "replace").decode()
    best = detector().compute_language_confidence_values(whole)[0]
    return TAGS[best.language] if best.value >= NEARLY_CERTAIN else None


@cache
def detector() -> LanguageDetector:
    """
    The identifier, built when first needed: fast, small, good for whole sentences.
    """
    builder = LanguageDetectorBuilder.from_languages(*TAGS)
    return builder.with_low_accuracy_mode().build()


TAGS = {
    Lingua.INDONESIAN: "id",
    Lingua.ENGLISH: "en",
    Lingua.FRENCH: "fr",
}

COMPARED: Mapping[Tag, tuple[Tag, ...]] = {"en": ("fr",), "fr": ("en",)}
"""
Which languages one may be taken for: a dictionary of Indonesian there is not.
"""

LANGUAGE_OF: dict[str, Tag] = {
    word: tag for tag, words in FUNCTION_WORDS.items() for word in words
}

WORD = re.compile(r"[a-zà-ÿœ]+")
WHOLE_WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"\b[A-Z][\w'’-]*\s*")

ENOUGH = 2
LEAD = 2
LONG_ENOUGH = 60
NEARLY_CERTAIN = 0.9
STRANGE_WORDS = 2
STRANGER = 4
