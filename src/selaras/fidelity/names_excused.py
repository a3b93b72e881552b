"""
Names that are not to be seen in a translation, and need not be.

Words are translated, foreign names have forms of their own, and the country goes
without saying at home. What was not understood is no evidence that it is wrong.
"""

import re

from selaras.fidelity.names_as_words import (
    any_translated,
    has_exonym,
    is_english,
    is_put_in_words,
    is_translated,
    is_word,
    mostly_translated,
)
from selaras.fidelity.names_borrowed import is_spelt_otherwise
from selaras.terms import Name, NameKind, Translation, has_word, lexicon, missing_words
from selaras.terms.capitals import starts_sentence
from selaras.terms.foreign import is_foreign, is_unheard
from selaras.terms.forms import Fit, fit_of
from selaras.terms.persons import is_person_known
from selaras.terms.skeleton import fold
from selaras.terms.standing import lost_words, sounds_like


def is_excused(
    name: Name, names: tuple[Name, ...], source: str, translation: Translation
) -> bool:
    """
    Whether a name that is missing says nothing about a translation.
    """
    return (
        goes_without(name, source, translation)
        or is_of_the_state(name, source)
        or is_government(name, names, translation)
        or (not translation.is_latin and is_thing(name, source))
        or is_elsewise(name, source, translation)
        or is_spelt_otherwise(name, names, source, translation)
    )


def goes_without(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether a name goes without saying: Indonesia, in "the highest in the country".

    Where the source itself says *negara* or *nasional*, that word stands for it.
    """
    if not any(entry.name in HOME for entry in name.entries):
        return False
    said = len(HOME_SAID.findall(source))
    return sum(translation.plain.count(word) for word in AT_HOME) > said


HOME = ("Indonesia",)
HOME_SAID = re.compile(r"[Nn]egara|[Nn]asional|[Dd]omestik|[Nn]egeri|[Tt]anah [Aa]ir")

AT_HOME = (
    " national",
    " country",
    " domestic",
    " pays",
    "国内",
    "全国",
    "同国",
    "本国",
    "وطن",
    "بلاد",
    "محلي",
)


def is_of_the_state(name: Name, source: str) -> bool:
    """
    Whether "RI" says only whose a body is, of which there is but one: *DPR RI*.

    >>> from selaras.terms import read_names
    >>> text = "Komisi II DPR RI rapat, lalu RI menang."
    >>> [is_of_the_state(n, text) for n in read_names(text) if n.text == "RI"]
    [True, False]
    """
    return name.text == "RI" and bool(BODY.search(source, 0, name.span.start))


BODY = re.compile(
    r"(?:\b(?:DPR|MPR|DPD|BPK|KPU|TNI|KY|MA|MK)|\b(?:Kementerian|Menteri|Badan|Komisi"
    r"|Kejaksaan|Mahkamah|Kepolisian|Dewan|Ombudsman|Wakil Presiden|Majelis)"
    r"(?: [A-Z]\w+| dan){0,5}) \Z"
)
"""
A body or an office of the state at the end of a text.
"""


def is_government(
    name: Name, names: tuple[Name, ...], translation: Translation
) -> bool:
    """
    Whether a capital stands for its country, which is there: *Pyongyang*, 朝鲜.
    """
    country = GOVERNMENTS.get(name.text)
    if country is None or any(is_like(country, other.text) for other in names):
        return False
    return any(
        fit_of(entry, translation, full=True) is Fit.WHOLE
        for entry in lexicon().of(country)
    )


def is_like(country: str, name: str) -> bool:
    """
    Whether a name is a country, or another of the same first word.

    >>> is_like("Korea Selatan", "Korea Utara"), is_like("Rusia", "Jepang")
    (True, False)
    """
    return country.split()[0] == name.split()[0]


GOVERNMENTS = {
    "Pyongyang": "Korea Utara",
    "Seoul": "Korea Selatan",
    "Washington": "Amerika Serikat",
    "Beijing": "Tiongkok",
    "Tokyo": "Jepang",
    "Moskow": "Rusia",
    "Moskwa": "Rusia",
    "Kyiv": "Ukraina",
    "Kiev": "Ukraina",
    "London": "Inggris",
    "Paris": "Prancis",
    "Berlin": "Jerman",
    "Madrid": "Spanyol",
    "Roma": "Italia",
    "Ankara": "Turki",
    "Teheran": "Iran",
    "Canberra": "Australia",
    "New Delhi": "India",
    "Islamabad": "Pakistan",
    "Brussel": "Uni Eropa",
}


def is_thing(name: Name, source: str) -> bool:
    """
    Whether one word that begins a sentence does nothing, as a person would.

    *Fathul mengimbau* is somebody; *Tornado kecil* is a word with a capital.
    """
    doubtful = name.kind is NameKind.OTHER and not name.certain
    return (
        doubtful
        and " " not in name.text
        and starts_sentence(source, name.span.start)
        and not is_enclosed(name, source)
        and not is_person_known(name.text)
        and not ACTS.match(source, name.span.end)
    )


def is_enclosed(name: Name, source: str) -> bool:
    """
    Whether marks stand round a name alone: a quotation would go on.

    >>> from selaras.terms import read_names
    >>> text = "Suku itu (Mapuche) tinggal di selatan."
    >>> [is_enclosed(name, text) for name in read_names(text)]
    [True]
    """
    before, behind = source[: name.span.start][-1:], source[name.span.end :][:1]
    return before in OPENING and behind in CLOSING and "" not in (before, behind)


OPENING = "\"'“‘«("
CLOSING = "\"'”’»)"

ACTS = re.compile(
    r"[–—]\w|,? (?:me|ber|ter|di|juga|dan|kini|lalu|tidak|akan|telah|sudah|pun|belum"
    r"|harus|bisa|masih|ingin|sempat|hanya|paling)\w*"
)


def is_elsewise(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether a name may be there in a way that letters and sounds do not show.

    Words are translated, foreign names have forms of their own, and clubs and papers
    are called by words. What was not understood is no evidence.
    """
    if name.entries or name.kind is NameKind.INITIALS:
        return False
    lost = lost_words(name, translation)
    if name.kind in WORDY and not lost and is_worded(name, source, translation):
        return True
    if translation.language in UNHEARD_IN and is_unheard(" ".join(name.words)):
        return True
    if name.kind is NameKind.PERSON:
        return False
    missing = missing_words(name, translation)
    if lost:
        return is_translated((*lost, *missing), translation, source) or (
            " " in name.text and is_english(name) and is_put_in_words(name, translation)
        )
    if name.kind is not NameKind.WORDS and is_word_alone(name):
        return True
    if not name.certain and any_translated(missing, translation):
        return True
    if translation.language == "en":
        return False
    if translation.is_latin:
        return has_exonym(missing, translation)
    if is_english(name) and (
        may_be_unheard(name, translation) or is_put_in_words(name, translation)
    ):
        return True
    one = len(name.words) == 1 or is_foreign(fold(name.text))
    return one and is_translated(missing, translation, source)


def is_word_alone(name: Name) -> bool:
    """
    Whether a name is one word that is an Indonesian one.
    """
    return len(name.words) == 1 and is_word(name.words[0])


def may_be_unheard(name: Name, translation: Translation) -> bool:
    """
    Whether an English name is as often called otherwise as it is transcribed.

    Clubs are, in Chinese; Japanese and Arabic write nearly all as they sound.
    """
    many = " " in name.text or PLURAL.search(name.text) is not None
    return many and translation.language in CALLED_OTHERWISE


def is_worded(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether words that are a name may be there as words, and are not misspelt.
    """
    if translation.is_latin:
        if any(has_word(word, translation) for word in name.words):
            return False
        return mostly_translated(name.words + name.weak, translation) or (
            name.kind is NameKind.WORDS
            and bool(name.weak)
            and any_translated(name.words, translation, loosely=True)
        )
    return sounds_like(name.text, translation) or any_translated(
        name.words + name.weak, translation, source, loosely=name.is_quoted
    )


PLURAL = re.compile(r"[^aiousx]s$")
"""
How English words end that name a club: *Rockies* and *Rangers*, and not *Guinness*.
"""

CALLED_OTHERWISE = ("zh",)
UNHEARD_IN = ("zh", "ja")
WORDY = (NameKind.CALLED, NameKind.WORDS)
