"""
Whether a form of a lexicon entry stands in a translation.

Places, countries and companies must be there as they are. Institutions, offices, laws
and the like are named in many ways ("the ministry", "the Election Commission"), and
pass when half of what one of their forms says is there.
"""

import re
from enum import IntEnum
from functools import lru_cache

from selaras.languages import Tag
from selaras.terms.lexicon import Entry
from selaras.terms.namesakes import without_namesakes
from selaras.terms.signs import (
    abbreviated,
    has_core,
    has_some,
    is_shuffled,
    stands_in,
)
from selaras.terms.translation import Translation, plain_form
from selaras.text.words import words


class Fit(IntEnum):
    """
    How much of a lexicon entry a text has.
    """

    NONE = 0
    LOOSE = 1
    WHOLE = 2


def fit_of(entry: Entry, translation: Translation, *, full: bool) -> Fit:
    """
    How much of a lexicon entry a text has: a form, some words of one, or nothing.

    What the source names in full asks for half of the words of a form, an acronym for
    one: "the court".
    """
    acronyms, forms = split_forms(
        admitted_forms(entry, translation.language), translation.language
    )
    if any(form in translation.acronyms for form in acronyms):
        return Fit.WHOLE
    translation = without_namesakes((entry,), translation)
    if any(stands_in(form, translation) for form in forms):
        return Fit.LOOSE if entry.kind == "mention" else Fit.WHOLE
    if entry.kind == "mention":
        return mentioned(forms, translation)
    has = has_words if translation.is_spaced else has_signs
    return has(forms, entry, translation, full=full)


def is_acronym(form: str) -> bool:
    """
    Whether a form is capitals, which are no word: *UN* is not *un*.
    """
    return form.isupper() and form.isascii() and form.isalpha()


def mentioned(forms: tuple[str, ...], translation: Translation) -> Fit:
    """
    Whether a text has all words of what may be said instead of a name.
    """
    there = translation.is_spaced and any(
        all(has_stem(stem(word), translation) for word in form.split())
        for form in forms
    )
    return Fit.LOOSE if there else Fit.NONE


def admitted_forms(entry: Entry, language: Tag) -> tuple[str, ...]:
    """
    What may stand for an entry in a language: acronyms may stay in Latin letters.
    """
    short = entry.short.get("en", ()) + entry.short.get("id", ())
    return entry.forms.get(language, ()) + short


@lru_cache(maxsize=8192)
def split_forms(
    forms: tuple[str, ...], language: Tag
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Acronyms, which are compared as they are, and other forms as they are compared.
    """
    acronyms = tuple(form for form in forms if is_acronym(form))
    words = tuple(form for form in forms if form not in acronyms)
    return acronyms, plain_forms(words, language)


@lru_cache(maxsize=8192)
def plain_forms(forms: tuple[str, ...], language: Tag) -> tuple[str, ...]:
    """
    Forms as they are compared.
    """
    return tuple(plain_form(form, language) for form in forms)


def has_words(
    forms: tuple[str, ...], entry: Entry, translation: Translation, *, full: bool
) -> Fit:
    """
    How much of a form a text with spaces has, be it with its words in another order.
    """
    # A person's name has no endings: by its stem, "Macrot" would pass for "Macron".
    is_bent = entry.kind != "person" or translation.language == "ar"
    has = has_bent if entry.kind == "country" else has_stems
    if is_bent and any(has(form, translation) for form in forms):
        return Fit.WHOLE
    named = plain_forms(entry.forms.get(translation.language, ()), translation.language)
    if not entry.is_freely_named or (full and entry.is_kept(translation.language)):
        return Fit.NONE
    loosely = any(
        half_of(form, translation) or (not full and body_of(form, translation))
        for form in named
    )
    return Fit.LOOSE if loosely else Fit.NONE


def has_stems(form: str, translation: Translation) -> bool:
    """
    Whether a text has the stems of all words that tell a form from others.
    """
    wanted = telling_words(form)
    return bool(wanted) and all(has_stem(word, translation) for word in wanted)


def has_bent(form: str, translation: Translation) -> bool:
    """
    Whether a text has a country, or a word of it, with a short ending at the most.

    >>> text = Translation("The Malays of Peru are Canadians.", "en")
    >>> has_bent(" canadian ", text), has_bent(" malaysia ", text)
    (True, False)
    """
    if " " in form.strip():
        return has_stems(form, translation) and are_together(form, translation)
    word = form.strip()
    small = "[وفبكل]?" if translation.language == "ar" else ""
    there = re.search(rf" {small}{re.escape(word)}\w{{0,{ENDING}}} ", translation.plain)
    return len(word) > SHORTEST and there is not None


def are_together(form: str, translation: Translation) -> bool:
    """
    Whether the words of a country stand side by side, be it with its neighbour's.

    Of one of two that share a name, the side alone may come back.

    >>> korea = " north korea "
    >>> are_together(korea, Translation("North and South Korea met.", "en"))
    True
    >>> are_together(korea, Translation("Korea's war goes on in the North.", "en"))
    True
    >>> are_together(korea, Translation("Those north of France and Koreans met.", "en"))
    False
    >>> text = Translation("African leaders from the South met.", "en")
    >>> are_together(" south africa ", text)
    False
    """
    tokens = translation.plain.split()
    wanted = telling_words(form)
    places = [
        [place for place, token in enumerate(tokens) if is_of_stem(token, word)]
        for word in wanted
    ]
    divided = any(word.startswith(DIVIDED) for word in wanted)
    if divided and AS_A_SIDE.search(translation.text):
        return True
    return any(
        is_run(tokens[min(one, other) : max(one, other) + 1], wanted)
        for one in places[0]
        for other in places[-1]
    )


def is_of_stem(token: str, stem: str) -> bool:
    """
    Whether a word begins with a stem, behind Arabic's small words if need be.
    """
    bare = token[1:] if token[:1] in SMALL else token
    return token.startswith(stem) or bare.startswith(stem)


SMALL = "وبلفك"
"""
The small words that Arabic writes on to others.
"""


def is_run(tokens: list[str], wanted: tuple[str, ...]) -> bool:
    """
    Whether some words are all of a name, or what joins two names of neighbours.

    >>> is_run(["north", "and", "south", "korea"], ("north", "korea"))
    True
    >>> is_run(["north", "estimates", "korea"], ("north", "korea"))
    False
    """
    return all(
        token in JOINING
        or DIRECTION.fullmatch(token)
        or any(is_of_stem(token, word) for word in wanted)
        for token in tokens
    )


AS_A_SIDE = re.compile(
    r"\b(?:[Tt]he|[Ll]e|[Dd]u|[Aa]u) (?:North|South|Nord|Sud)\b(?! (?:[A-Z]|de\b))"
)
"""
One of two neighbours of the same name, said again: "the North".
"""

DIVIDED = ("korea", "coree", "sudan", "souda")
"""
How the names begin that two neighbours share.
"""

JOINING = words("and et of the du de la le les des d l")
DIRECTION = re.compile(
    r"(?:north|south|east|west)(?:ern)?|nord|sud|est|ouest"
    rf"|[{SMALL}]?(?:شمال|جنوب|شرق|غرب|وسط)\w*"
)

ENDING = 3
SHORTEST = 2
"""
What an adjective adds to a country, and how long what it is added to must be.
"""


def half_of(form: str, translation: Translation) -> bool:
    """
    Whether half of the words that tell a form from others are in a text.
    """
    telling = [word for word in telling_words(form) if word not in SHARED]
    found = [has_stem(word, translation) for word in telling]
    return 2 * sum(found) >= len(found) > 0


SHARED = ("unite", "unies", "unis")
"""
Words that another name in the text may have: *United Nations* and *United States*.
"""


def body_of(form: str, translation: Translation) -> bool:
    """
    Whether a text names the kind of body that a form names: "the court".
    """
    return any(
        f" {word}" in translation.plain for word in form.split() if word in BODIES
    )


@lru_cache(maxsize=8192)
def telling_words(form: str) -> tuple[str, ...]:
    """
    The words of a form that tell it from others, as stems.
    """
    all_words = [word for word in form.split() if len(word) > 2]
    telling = [word for word in all_words if word not in KINDS]
    if all(word in BODIES for word in telling):
        telling = all_words
    return tuple(stem(word) for word in telling)


def stem(word: str) -> str:
    """
    What a word has in common with its inflected forms.

    >>> stem("oriental"), stem("jabar"), stem("wilayah")
    ('orient', 'jabar', 'wilay')
    """
    return word[: max(5, len(word) - 2)]


def has_stem(stem: str, translation: Translation) -> bool:
    """
    Whether a word of a text begins with a stem, behind Arabic's small words if need be.
    """
    text = translation.plain
    if f" {stem}" in text or f" {SYNONYMS.get(stem, stem)}" in text:
        return True
    return translation.language == "ar" and any(
        f" {small}{stem}" in text for small in SMALL
    )


SYNONYMS = {
    "orient": "est ",
    "occident": "ouest ",
    "septentrion": "nord ",
    "meridion": "sud ",
    "east": "timur ",
    "west": "barat ",
    "south": "selatan ",
    "north": "utara ",
}
"""
*Aceh oriental* is *Aceh Est* too.
"""


def has_signs(
    forms: tuple[str, ...], entry: Entry, translation: Translation, *, full: bool
) -> Fit:
    """
    How much of a form a text without spaces has.
    """
    if has_core(forms, translation):
        return Fit.WHOLE
    if entry.kind == "country":
        return Fit.WHOLE if abbreviated(forms, translation) else Fit.NONE
    if entry.is_freely_named:
        loosely = has_some(forms, entry.name, translation, full=full)
        return Fit.LOOSE if loosely else Fit.NONE
    return Fit.WHOLE if is_shuffled(forms, translation) else Fit.NONE


BODIES = words(
    "ministry agency office court council commission committee parliament house",
    "police prosecutor prosecutors board bank association union government",
    "administration army military authority regulator league federation company",
    "party organization service ministere agence bureau cour tribunal conseil",
    "comite parlement chambre parquet banque gouvernement armee autorite regulateur",
    "ligue societe parti assemblee organisation organisme syndicat وزاره وكاله مكتب",
    "محكمه مجلس لجنه برلمان شرطه نيابه هييه بنك مصرف جمعيه اتحاد حكومه اداره جيش",
    "سلطه رابطه شركه حزب منظمه مديريه بلديه جهاز",
    "法院 裁判所 警察 警方 大使馆 大使館",
)
"""
Bodies, as a text calls them when they come back: "the ministry".
"""

KINDS = words(
    "international airport mount mountain river lake island islands sea strait bay",
    "gulf regency city province port station stadium bridge mosque church temple",
    "palace aeroport mont fleuve riviere ile iles lac mer detroit golfe baie ville",
    "kabupaten departement regence gare stade pont mosquee palais the and des les",
    "republic republique for aux ministry ministere agency agence مطار دولي جبل نهر",
    "جزيره جزر بحيره بحر مضيق خليج مدينه محافظه مقاطعه اقليم ميناء جمهوريه وزاره",
    "وكاله",
)
