"""
Names that were translated: as words, or by a form that the dictionary has learnt.

*Pasar Malam* may be a film or a night market, and *Rangers* a club or those who range:
such names keep their letters in one newspaper and are translated in the next.
"""

import re
from collections.abc import Container
from functools import cache, lru_cache

from rapidfuzz import fuzz

from selaras.fidelity.dictionary import dictionary_of, root, words_of
from selaras.languages import LANGUAGES, Tag
from selaras.terms import Name, Translation
from selaras.terms.capitals import is_headline
from selaras.terms.everyday import is_everyday, is_listed
from selaras.terms.skeleton import fold
from selaras.terms.translation import TOKEN


def is_translated(
    words: tuple[str, ...], translation: Translation, source: str = ""
) -> bool:
    """
    Whether a translation has, for each of some words, what translators write for it.

    What they write for other words of the ``source`` proves nothing: the dictionary has
    learnt *Whoosh* beside trains.
    """
    language = translation.language
    stems = stems_of(translation.text, language)
    if len(words) == 1 and not is_everyday(words[0]):
        stems -= stems_for_others(source, words, language)
    return bool(words) and all(is_rendered(word, stems, language) for word in words)


@lru_cache(maxsize=4096)
def stems_for_others(
    source: str, words: tuple[str, ...], language: Tag
) -> frozenset[str]:
    """
    What translators write for the words of a source that are no names, but for some.
    """
    dictionary = dictionary_of(language)
    own = set(map(fold, words))
    others = {
        fold(word)
        for word in TOKEN.findall(source)
        if word.islower() or is_everyday(word)
    }
    return frozenset(
        stem for word in others - own for stem in dictionary.likely(root(word))
    )


def mostly_translated(words: tuple[str, ...], translation: Translation) -> bool:
    """
    Whether a translation has what translators write for most of some words.
    """
    stems = stems_of(translation.text, translation.language)
    found = [is_rendered(word, stems, translation.language) for word in words]
    return 2 * sum(found) > len(found)


def any_translated(
    words: tuple[str, ...],
    translation: Translation,
    source: str = "",
    *,
    loosely: bool = False,
) -> bool:
    """
    Whether a translation has what translators write for one of some words.

    ``loosely`` lets single characters count, which stand for words in titles: 夜市. Of
    what is no everyday word, nothing is counted that stands for others of the
    ``source``.
    """
    language = translation.language
    stems = stems_of(translation.text, language)
    fewer = FEWER if loosely else 0
    plain = stems - stems_for_others(source, words, language) if source else stems
    return any(
        is_rendered(word, stems if is_everyday(word) else plain, language, fewer)
        for word in words
    )


FEWER = 1


def has_exonym(words: tuple[str, ...], translation: Translation) -> bool:
    """
    Whether a translation has, for each of some words, a learnt form that is like it.
    """
    language = translation.language
    stems = stems_of(translation.text, language)
    for word in map(fold, words):
        entry = dictionary_of(language).counterparts(root(word))
        likely = entry.likely if entry else frozenset()
        there = stems & likely
        if not any(fuzz.ratio(stem, word) >= ALIKE for stem in there):
            return False
    return bool(words)


ALIKE = 60


def is_rendered(
    word: str, stems: frozenset[str], language: Tag, fewer: int = 0
) -> bool:
    """
    Whether a counterpart of a word is there, if it is long enough to prove something.
    """
    entry = dictionary_of(language).counterparts(root(fold(word)))
    shortest = SHORTEST[LANGUAGES[language].spaced] - fewer
    return entry is not None and any(
        len(stem) >= shortest and stem in stems
        for stem in entry.likely - COURTESY_STEMS
    )


COURTESY_STEMS = frozenset(("さん",))
"""
What stands behind all names, and has been learnt as if it were a translation.
"""


SHORTEST = {True: 4, False: 2}


def stems_of(text: str, language: Tag) -> frozenset[str]:
    """
    What a translation has of what the dictionary looks up.
    """
    return frozenset(word.stem for word in words_of(text, language))


def is_for_another_word(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether a name's words stand in small letters only, for other words of the source.

    In "park permits", *park* is for *taman*, and no *Park Service* is named.

    >>> from selaras.terms import read_names
    >>> source = "Menurut Park Service, izin masuk taman berlaku sebulan."
    >>> name = read_names(source)[0]
    >>> text = Translation("The Wildlife Unit says park permits last a month.", "en")
    >>> is_for_another_word(name, source, text)
    True
    """
    plain = name.certain and not name.entries and all(map(str.isalpha, name.words))
    if not plain or not translation.is_latin or is_headline(translation.text):
        return False
    if any(word in translation.text for word in name.words):
        return False
    own = {fold(word) for word in name.words}
    others = [word for word in TOKEN.findall(fold(source)) if word not in own]
    language = translation.language
    return all(
        any(stem in dictionary_of(language).likely(root(other)) for other in others)
        for word in name.words
        for stem in [next((one.stem for one in words_of(word, language)), "")]
    )


def is_put_in_words(name: Name, translation: Translation) -> bool:
    """
    Whether one of a name's English words is there in translation.

    Clubs, films and papers are so translated: *Sunday Times*, 星期日泰晤士报.
    """
    words = [word for word in name.text.split() if len(word) > FEW]
    known = [word for word in words if stem_of(word) in english_words()]
    language = translation.language
    stems = stems_of(translation.text, language)
    fewer = FEWER if len(words) > 1 else 0
    return any(
        is_rendered(origin, stems, language, fewer)
        for word in known
        for origin in origins().get(stem_of(word), ())
    )


def is_english(name: Name) -> bool:
    """
    Whether a name is made of English words, as those of clubs and papers are.
    """
    words = [word for word in name.text.split() if len(word) > FEW]
    known = [word for word in words if stem_of(word) in english_words()]
    return len(known) * 2 > len(words)


@lru_cache(maxsize=4096)
def is_english_word(word: str) -> bool:
    """
    Whether a word is an English one, by the dictionary or by its make.

    >>> is_english_word("Highway"), is_english_word("Subcommittee")
    (True, True)
    >>> is_english_word("Herlambang")
    False
    """
    stem = stem_of(word)
    own = dictionary_of("en").counterparts(root(fold(word)))
    if own is not None and own.likely and stem not in own.likely:
        return False
    return stem in english_words() or MADE.search(word) is not None


def is_ordinary(word: str, language: Tag) -> bool:
    """
    Whether a word is one that everyday Indonesian words become in a language.
    """
    return all(found.stem in vocabulary(language) for found in words_of(word, language))


@cache
def vocabulary(language: Tag) -> frozenset[str]:
    """
    The stems that everyday Indonesian words become in a language.
    """
    dictionary = dictionary_of(language)
    listed = filter(is_listed, dictionary.lines)
    return frozenset(stem for word in listed for stem in dictionary.likely(word))


MADE = re.compile(r"(?<=\w{3})(?:ship|hood|ment|tion|ness|able|less|committee|ery)s?$")
"""
Endings of English words that hardly any name has.
"""


@cache
def origins() -> dict[str, tuple[str, ...]]:
    """
    The Indonesian words that an English stem stands for.
    """
    dictionary = dictionary_of("en")
    found: dict[str, tuple[str, ...]] = {}
    for word in filter(is_listed, dictionary.lines):
        for stem in dictionary.likely(word):
            if stem != word:
                found[stem] = (*found.get(stem, ()), word)
    return {s: words for s, words in found.items() if not is_name(s, words)}


def is_name(stem: str, words: tuple[str, ...]) -> bool:
    """
    Whether an English stem is more likely a name that the dictionary's text had.

    Such a one stands unchanged in Indonesian text too, is no everyday word there, and
    stands for few words.
    """
    kept = stem in dictionary_of("en").likely(stem)
    return kept and len(words) <= FEW and not is_listed(stem)


FEW = 2
MOSTLY = 0.8


@lru_cache(maxsize=4096)
def is_word(word: str) -> bool:
    """
    Whether a word is an Indonesian one that English has another word for.

    >>> is_word("Bantahan"), is_word("Hartono")
    (True, False)

    What only looks as if it had affixes is none: *Menes* is no *tes*.

    >>> is_word("Menes")
    False
    """
    base = root(fold(word))
    if not (is_everyday(word) or is_plain_root(base, word)):
        return False
    entry = dictionary_of("en").counterparts(base)
    likely = entry.likely if entry else frozenset()
    if any(fuzz.ratio(stem, fold(word)) >= ALIKE for stem in likely):
        return False
    # Learnt from text, a word's counterparts have a stray name among them.
    known = [stem for stem in likely if stem in english_words()]
    return bool(likely) and len(known) >= MOSTLY * len(likely)


def is_plain_root(base: str, word: str) -> bool:
    """
    Whether a word is its root, or has affixes round one that is plainly seen.

    >>> is_plain_root("tolak", "Penolak"), is_plain_root("karno", "Sukarno")
    (True, False)
    >>> is_plain_root("adu", "Teradu"), is_plain_root("tes", "Menes")
    (True, False)
    """
    plain = fold(word)
    seen = base in plain or len(base) > SHORT_ROOT
    return base == plain or (is_listed(base) and seen)


SHORT_ROOT = 3


def stem_of(word: str) -> str:
    """
    The stem of an English word.
    """
    return next((found.stem for found in words_of(word, "en")), "")


def english_words() -> Container[str]:
    """
    The stems of English words: what everyday Indonesian words become.
    """
    return origins().keys()
