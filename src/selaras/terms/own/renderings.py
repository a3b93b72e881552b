"""
Where a rendering of a term stands in a translation, in whatever form grammar gives it.

English and French words may have their endings, French small words (*de*, *l'*) may be
others, Arabic words may have what is written onto them: و ف ب ل ك ال and the pronouns.
Chinese and Japanese stand as they are. An Arabic plural that changes the word is
another word: it must be listed as a rendering that is allowed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from selaras.languages import LANGUAGES, Tag
from selaras.text.spans import Span
from selaras.text.words import words


def is_there(rendering: str, text: str, language: Tag) -> bool:
    """
    Whether a rendering stands in a text of a language.

    >>> is_there("suspect", "Two suspects were held.", "en")
    True
    >>> is_there("projet de loi", "les projets de loi", "fr")
    True
    >>> is_there("محكمة", "وقالت المحكمة", "ar"), is_there("嫌疑人", "嫌犯被捕", "zh")
    (True, False)
    """
    return next(found(rendering, text, language), None) is not None


def places_of(rendering: str, text: str, language: Tag) -> tuple[Span, ...]:
    """
    Where a rendering stands in a text, in order.

    >>> places_of("suspect", "The Suspect's lawyer", "en")
    (Span(start=4, end=11),)
    """
    return tuple(found(rendering, text, language))


def found(rendering: str, text: str, language: Tag) -> Iterator[Span]:
    """
    The places of a rendering, one by one.
    """
    if not LANGUAGES[language].spaced:
        yield from as_it_stands(rendering, text)
        return
    pattern = wanted_words(rendering, language)
    tokens = tokens_of(text, language)
    at = 0
    while pattern and at < len(tokens):
        last = end_of(pattern, tokens, at, text, language)
        if last is None:
            at += 1
            continue
        yield Span(tokens[at].start, tokens[last].end)
        at = last + 1


def as_it_stands(rendering: str, text: str) -> Iterator[Span]:
    """
    The places of a string; letters of ours are no part of a longer word.
    """
    start = text.find(rendering) if rendering else -1
    while start >= 0:
        end = start + len(rendering)
        if not (is_cut(text, start) or is_cut(text, end)):
            yield Span(start, end)
        start = text.find(rendering, end)


def is_cut(text: str, place: int) -> bool:
    """
    Whether a place is inside a word in Latin letters or digits.
    """
    pair = text[max(0, place - 1) : place + 1]
    return place > 0 and len(pair) > 1 and pair.isascii() and pair.isalnum()


@dataclass(frozen=True, slots=True)
class Token:
    """
    A word of a text: as it is, and as it is compared.
    """

    start: int
    end: int
    raw: str
    plain: str


WordTest = Callable[[Token], bool]


@lru_cache(maxsize=256)
def tokens_of(text: str, language: Tag) -> tuple[Token, ...]:
    """
    The words of a text; several renderings are looked for in the same one.
    """
    return tuple(
        Token(match.start(), match.end(), match[0], plain(match[0], language))
        for match in WORD.finditer(text)
    )


WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u064b-\u0655\u0670])+")


def plain(word: str, language: Tag) -> str:
    """
    A word as it is compared: small, without accents and the points of Arabic.

    >>> plain("Élysée", "fr"), plain("المَحكمة", "ar"), plain("إندونيسيا", "ar")
    ('elysee', 'المحكمه', 'اندونيسيا')
    """
    apart = unicodedata.normalize("NFKD", word)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.translate(ARABIC) if language == "ar" else bare.lower()


ARABIC = str.maketrans(
    {
        "\N{ARABIC TATWEEL}": None,
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    }
)


@lru_cache(maxsize=8192)
def wanted_words(rendering: str, language: Tag) -> tuple[WordTest, ...]:
    """
    A test for each word of a rendering that counts.
    """
    tokens = tokens_of(rendering, language)
    small = SMALL.get(language, frozenset())
    telling = [token for token in tokens if token.plain not in small] or list(tokens)
    return tuple(test_of(token, language) for token in telling)


SMALL: Mapping[Tag, frozenset[str]] = {
    "en": words("the a an"),
    "fr": words("de du des d la le les l au aux a un une"),
}
"""
Small words that come and go between the words of a term.
"""


def test_of(token: Token, language: Tag) -> WordTest:
    """
    What a word of a text must be to stand for a word of a rendering.

    An acronym is as it is: *US* is not *us*.
    """
    if is_acronym(token.raw):
        forms = {token.raw, f"{token.raw}s"}
        if language != "ar":
            return lambda other: other.raw in forms
    pattern = re.compile(PATTERNS.get(language, re.escape)(token.plain))
    return lambda other: pattern.fullmatch(other.plain) is not None


def is_acronym(word: str) -> bool:
    """
    Whether a word is written in capitals.
    """
    return len(word) > 1 and word.isupper()


def end_of(
    pattern: tuple[WordTest, ...],
    tokens: tuple[Token, ...],
    at: int,
    text: str,
    language: Tag,
) -> int | None:
    """
    The last word of a rendering that begins at a word; nothing if none does.
    """
    small = SMALL.get(language, frozenset())
    last = at
    for number, test in enumerate(pattern):
        if number:
            last += 1
            while (
                last < len(tokens)
                and tokens[last].plain in small
                and not test(tokens[last])
            ):
                last += 1
        if last >= len(tokens) or not test(tokens[last]):
            return None
    together = all(are_joined(text, a, b) for a, b in pairs(tokens, at, last))
    return last if together else None


def are_joined(text: str, first: Token, second: Token) -> bool:
    """
    Whether two neighbours may be words of one term.
    """
    between = text[first.end : second.start]
    if first.raw[0].isupper() and len(first.raw) <= INITIAL:
        between = between.replace(".", "", 1)
    return JOIN.fullmatch(between) is not None


def pairs(
    tokens: tuple[Token, ...], first: int, last: int
) -> Iterator[tuple[Token, Token]]:
    """
    The neighbours from one word to another.
    """
    yield from zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True)


INITIAL = 3
JOIN = re.compile(r"\s{0,3}[-'’\u2010\u2011]?\s{0,3}")
"""
What may stand between two words of one term.
"""


def english(word: str) -> str:
    """
    A pattern for an English word with its endings.

    >>> [bool(re.fullmatch(english(word), form)) for word, form in (
    ...     ("party", "parties"), ("seize", "seizing"), ("ban", "banned"),
    ...     ("law", "laws"), ("bill", "billion"))]
    [True, True, True, True, False]
    """
    if word in IRREGULAR:
        return "|".join(map(re.escape, (word, *IRREGULAR[word])))
    own = re.escape(word)
    if len(word) < SHORTEST or not word.isalpha():
        return f"{own}s?"
    if word.endswith("y") and word[-2] not in VOWELS:
        return f"{own[:-1]}(?:y|ies|ied|ying)"
    if word.endswith("e"):
        return f"{own[:-1]}(?:e|es|ed|ing)"
    if DOUBLING.search(word):
        return f"{own}(?:{own[-1]}ed|{own[-1]}ing|s|es|ed|ing)?"
    return f"{own}(?:s|es|ed|ing)?"


SHORTEST = 3
VOWELS = "aeiou"
DOUBLING = re.compile(r"[^aeiou][aeiou][bdfglmnprt]$")

IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "man": ("men",),
    "woman": ("women",),
    "child": ("children",),
    "person": ("people", "persons"),
    "spokesman": ("spokesmen",),
    "businessman": ("businessmen",),
    "fisherman": ("fishermen",),
    "policeman": ("policemen",),
    "take": ("takes", "took", "taken", "taking"),
    "hold": ("holds", "held", "holding"),
    "find": ("finds", "found", "finding"),
    "bring": ("brings", "brought", "bringing"),
    "give": ("gives", "gave", "given", "giving"),
    "steal": ("steals", "stole", "stolen", "stealing"),
    "strike": ("strikes", "struck", "striking"),
    "build": ("builds", "built", "building"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "wife": ("wives",),
    "life": ("lives",),
    "crisis": ("crises",),
}


def french(word: str) -> str:
    """
    A pattern for a French word without accents, with its plural and feminine.

    >>> [bool(re.fullmatch(french(word), form)) for word, form in (
    ...     ("tribunal", "tribunaux"), ("directeur", "directrices"),
    ...     ("accuse", "accusees"), ("loi", "lois"), ("loi", "loin"))]
    [True, True, True, True, False]
    """
    own = re.escape(word)
    if len(word) < SHORTEST or not word.isalpha():
        return f"{own}s?"
    for ending, forms in FRENCH_ENDINGS:
        if word.endswith(ending):
            return f"{own[: len(own) - len(ending)]}(?:{forms})"
    return f"{own}(?:s|x|e|es)?"


FRENCH_ENDINGS = (
    ("teur", "teurs?|trices?|teuses?"),
    ("eur", "eurs?|euses?|eures?"),
    ("eux", "eux|euses?"),
    ("if", "ifs?|ives?"),
    ("al", "al|aux|ales?"),
    ("ail", "ails?|aux"),
    ("ien", "iens?|iennes?"),
    ("on", "ons?|onnes?"),
    ("el", "els?|elles?"),
    ("er", "er|ers|ere|eres|e|es|ee|ees|ent|ait|aient|a|ant|era|eront"),
    ("e", "e|es|ee|ees"),
)


def arabic(word: str) -> str:
    """
    A pattern for an Arabic word with what may be written onto it.

    >>> [bool(re.fullmatch(arabic(plain(word, "ar")), plain(form, "ar")))
    ...  for word, form in (("محكمة", "وبمحكمتهم"), ("متهم", "للمتهمين"),
    ...                      ("الشرطة", "شرطة"), ("حكم", "حكومة"))]
    [True, True, True, False]
    """
    own = word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 2 else word
    if len(own) < SHORTEST or not ARABIC_WORD.fullmatch(own):
        return f"{BEFORE}{re.escape(own)}"
    if own.endswith("ه"):
        return f"{BEFORE}{own[:-1]}(?:ه|ات|ت(?:{PRONOUNS}|ان|ين))"
    return f"{BEFORE}{own}(?:ه|ا|ات|ان|ون|ين|{PRONOUNS})?"


ARTICLE = "ال"
BEFORE = "[وف]?[بكلس]?(?:ال|ل)?"
PRONOUNS = "ها|هم|هن|هما|كم|نا|ه|ك|ي"
ARABIC_WORD = re.compile("[\u0621-\u064a]+")

PATTERNS: Mapping[Tag, Callable[[str], str]] = {
    "en": english,
    "fr": french,
    "ar": arabic,
}
