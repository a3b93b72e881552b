"""
Whether a name of the source stands in a translation, and where.
"""

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache

from selaras.languages import Tag
from selaras.terms.foreign import is_foreign
from selaras.terms.forms import Fit, fit_of
from selaras.terms.letters import has_word
from selaras.terms.name import Name, NameKind
from selaras.terms.namesakes import without_namesakes
from selaras.terms.parts_heard import has_other_part, is_told_by_sound
from selaras.terms.persons import has_person_form, person_forms
from selaras.terms.skeleton import (
    BREAK,
    alike,
    fold,
    likeness,
    skeleton_of_name,
    skeleton_of_pinyin,
    skeleton_of_text,
)
from selaras.terms.translation import Translation
from selaras.terms.within_words import within_word
from selaras.text.spans import Span


class Standing(IntEnum):
    """
    How well a name stands in a translation.

    ``LOOSELY`` is an institution of which only some words are there.
    """

    MISSING = 0
    PARTLY = 1
    LOOSELY = 2
    PRESENT = 3


def standing(name: Name, translation: Translation) -> Standing:
    """
    How well a name stands in a translation: its lexicon form, its letters, its sounds.
    """
    full = " " in name.text
    fits = (fit_of(entry, translation, full=full) for entry in name.entries)
    fit = max(fits, default=Fit.NONE)
    if fit is Fit.WHOLE:
        return Standing.PRESENT
    spelt = by_letters(name, without_namesakes(name.entries, translation))
    if spelt is Standing.PRESENT or name.kind is NameKind.INITIALS:
        return spelt
    if not translation.is_latin and may_be_heard(name, translation.language):
        spelt = max(spelt, by_sound(name, translation))
    return max(spelt, Standing.LOOSELY) if fit is Fit.LOOSE else spelt


def may_be_heard(name: Name, language: Tag) -> bool:
    """
    Whether a name is told by its sound: no acronym, and no short one with a form.

    *Aceh* is 亚齐, and what sounds like it in Chinese is chance.
    """
    if name.text.isupper():
        return False
    if any(entry.kind == "country" for entry in name.entries):
        return sounds_foreign(name, language)
    sounds = skeleton_of_name(" ".join(name.words), language)
    return not name.entries or len(sounds) > SHORT_SOUND[language]


SHORT_SOUND: Mapping[Tag, int] = {"zh": 8, "ja": 6, "ar": 6}


def by_letters(name: Name, translation: Translation) -> Standing:
    """
    How well a name stands in a text in its own letters.
    """
    initials = name.kind is NameKind.INITIALS
    found = [has_word(word, translation, initials=initials) for word in name.words]
    if all(found):
        return Standing.PRESENT if found else Standing.MISSING
    return Standing.PARTLY if any(found) else Standing.MISSING


def by_sound(name: Name, translation: Translation) -> Standing:
    """
    How well a name stands in a text of another script.
    """
    exactly = not sounds_foreign(name, translation.language)
    more = KNOWN if name.entries else 0.0
    words = " ".join(name.words)
    lost = lost_words(name, translation)
    if name.entries and not is_nearly_a_form(name, translation):
        return Standing.MISSING
    if not lost and sounds_like(words, translation, exactly=exactly, more=more):
        alone = beside_known(name, translation)
        if alone and not is_heard(alone, translation, more=ALONE):
            return Standing.PARTLY
        other = not name.entries and (
            has_other_part(name, translation) or lacks_a_word(name, translation)
        )
        return Standing.PARTLY if other else Standing.PRESENT
    if exactly or len(lost) == len(name.words):
        return Standing.MISSING
    heard = [
        word not in lost and is_heard(word, translation, more=more)
        for word in name.words
    ]
    if all(heard):
        return Standing.PRESENT
    return Standing.PARTLY if any(heard) else Standing.MISSING


def lacks_a_word(name: Name, translation: Translation) -> bool:
    """
    Whether a word of a name that is heard as a whole is nowhere to be heard itself.

    >>> from selaras.terms.names import read_names
    >>> name = read_names("Nakhoda kapal itu, Ruslan Marpaung, ditahan.")[0]
    >>> lacks_a_word(name, Translation("该船船长鲁斯兰被拘留。", "zh"))
    True
    >>> lacks_a_word(name, Translation("该船船长鲁斯兰·马尔邦被拘留。", "zh"))
    False
    """
    language, words = translation.language, name.words
    whole = " ".join(words)
    if len(words) == 1 or name.kind is NameKind.WORDS or is_foreign(fold(whole)):
        return False
    if language in HAN and skeleton_of_pinyin(whole):
        return False
    return any(
        len(word) >= TELLING
        and is_told_by_sound(word, language)
        and not is_heard(word, translation, more=FAINTLY)
        for word in words
    )


TELLING = 4
FAINTLY = -12.0
"""
How long a word must be, and how much less alike it may sound within a whole name.
"""


def is_nearly_a_form(name: Name, translation: Translation) -> bool:
    """
    Whether a text has something that sounds like a form of a name of the lexicon.

    What sounds a little like *Hamburg* and less like ハンブルク is another name; what
    is nearly the name itself is a spelling that the lexicon does not have.
    """
    language = translation.language
    forms = {form for one in name.entries for form in one.forms.get(language, ())}
    if not forms or translation.heard(" ".join(name.words)).score >= SURELY:
        return True
    return any(
        alike(sounds, translation.skeleton).score >= NEARLY_A_FORM
        for form in forms
        for sounds in sounds_of_form(form, language)
    )


SURELY = 90.0
NEARLY_A_FORM = 82.0


@lru_cache(maxsize=8192)
def sounds_of_form(form: str, language: Tag) -> tuple[str, ...]:
    """
    How a form of the lexicon sounds; Arabic writes a *g* with either of two letters.
    """
    ways = (form, form.replace("غ", "ج"))
    heard = (skeleton_of_text(way, language).sounds for way in dict.fromkeys(ways))
    return tuple(sounds.strip(BREAK) for sounds in heard)


def beside_known(name: Name, translation: Translation) -> str:
    """
    The one word of a name that stands beside others of which a usual form is there.

    In "Steven Lawless" a known *Steven* would carry whatever surname stands behind it.
    """
    if name.entries or len(name.words) == 1:
        return ""
    rest = [word for word in name.words if not has_person_form(word, translation)]
    return rest[0] if len(rest) == 1 else ""


ALONE = -10.0
"""
How much less alike such a word must sound: the name as a whole does already.
"""


def is_heard(word: str, translation: Translation, *, more: float = 0.0) -> bool:
    """
    Whether a word of a name is there: its letters, a usual form, or its sounds.
    """
    return (
        has_word(word, translation)
        or has_person_form(word, translation)
        or translation.heard(word).score
        >= threshold(word, translation.language) + within_word(word, translation) + more
    )


def lost_words(name: Name, translation: Translation) -> tuple[str, ...]:
    """
    The words of a name of which the usual forms are known, and none is there.

    What sounds very much like one of them may be a form that we do not know.
    """
    if name.entries or translation.is_latin:
        return ()
    return tuple(word for word in name.words if is_lost(word, translation))


def is_lost(word: str, translation: Translation) -> bool:
    """
    Whether a word of a person's name has usual forms, and none is there.

    A single Chinese character is too little to be looked for: of 李 nothing is said.
    """
    forms = person_forms(word, translation.language)
    return (
        bool(forms)
        and min(map(len, forms)) > 1
        and not has_word(word, translation)
        and not has_person_form(word, translation)
        and translation.heard(word).score < CLOSELY
    )


CLOSELY = 88.0


def missing_words(name: Name, translation: Translation) -> tuple[str, ...]:
    """
    The words of a name that are there neither in letters nor in sounds.
    """
    return tuple(
        word
        for word in name.words
        if not has_word(word, translation)
        and (translation.is_latin or not is_heard(word, translation))
    )


def sounds_like(
    name: str, translation: Translation, *, exactly: bool = False, more: float = 0.0
) -> bool:
    """
    Whether something in a text sounds enough like a name.
    """
    language = translation.language
    needed = CHINESE if exactly else threshold(name, language) + more
    if translation.heard(name).score >= needed + within_word(name, translation):
        return True
    # *India* and *Kenya* can be read as pinyin, and have forms of their own.
    pinyin = skeleton_of_pinyin(name) if language in HAN and not more else ""
    return bool(pinyin) and alike(pinyin, translation.whole_skeleton).score >= CHINESE


@lru_cache(maxsize=8192)
def threshold(name: str, language: Tag) -> float:
    """
    How alike a name must sound: the shorter it is, the more; a foreign one, less.
    """
    sounds = len(skeleton_of_name(name, language))
    tables = FOREIGN if is_foreign(fold(name)) else THRESHOLDS
    return next(score for longest, score in tables[language] if sounds <= longest)


MANY = 10**9

Steps = tuple[tuple[int, float], ...]

THRESHOLDS: Mapping[Tag, Steps] = {
    "zh": ((5, 82.0), (8, 80.0), (11, 76.0), (14, 73.0), (20, 70.0), (MANY, 70.0)),
    "ja": ((8, 80.0), (11, 76.0), (14, 74.0), (20, 71.0), (26, 77.0), (MANY, 75.0)),
    "ar": ((8, 80.0), (11, 77.0), (14, 76.0), (20, 73.0), (26, 75.0), (MANY, 70.0)),
}
"""
Up to how many sounds, how alike: a name is then found in hardly one of a hundred
sentences that do not have it.
"""

FOREIGN: Mapping[Tag, Steps] = {
    "zh": ((8, 77.0), (11, 72.0), (14, 68.0), (20, 64.0), (26, 61.0), (MANY, 59.0)),
    "ja": ((8, 76.0), (11, 72.0), (14, 69.0), (20, 65.0), (26, 62.0), (MANY, 60.0)),
    "ar": ((8, 77.0), (11, 75.0), (14, 72.0), (20, 68.0), (26, 64.0), (MANY, 62.0)),
}
"""
The same for names of which the letters do not say how they are read: in two of a
hundred.
"""

KNOWN = 6.0
"""
How much more alike what has a form of its own must sound: it is that form, nearly.
"""

CHINESE = 85.0

HAN = ("zh", "ja")


def sounds_foreign(name: Name, language: Tag) -> bool:
    """
    Whether a name is transcribed at all: one of the lexicon may be another word there.

    *Tiongkok* is 中国, and what sounds a little like *Tiongkok* is something else.
    """
    return not name.entries or any(
        is_transcribed(" ".join(name.words), entry.preferred(language), language)
        for entry in name.entries
    )


@lru_cache(maxsize=8192)
def is_transcribed(name: str, form: str, language: Tag) -> bool:
    """
    Whether an entry's form in a language sounds like its Indonesian name.
    """
    heard = skeleton_of_text(form, language)
    return likeness(name, heard, language).score >= threshold(name, language)


def place_of(name: Name, translation: Translation) -> Span | None:
    """
    Where a name stands in a translation, if it does so in one place only.
    """
    language, text = translation.language, translation.text
    forms = [name.text, *name.words[-1:]]
    for entry in name.entries:
        forms += sorted(entry.admitted(language), key=len, reverse=True)
    for form in forms:
        start = text.find(form) if form else -1
        if start >= 0:
            again = text.find(form, start + 1)
            return Span(start, start + len(form)) if again < 0 else None
    if translation.is_latin:
        return None
    words = " ".join(name.words)
    found = translation.heard(words)
    return found.span if found.score >= threshold(words, language) else None
