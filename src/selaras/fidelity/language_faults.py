"""
The ways in which a translation is not in its language: one function for each.

Every function takes a pair and returns the first place where it finds its fault.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from selaras.fidelity.finding import Pair
from selaras.fidelity.identify import likely_language
from selaras.fidelity.left_over import is_foreign_to, is_known, is_plainly_of
from selaras.fidelity.scripts import KANA, LATIN, foreign_letters, own_letters
from selaras.fidelity.traditional import CHARACTERS_OF_OTHERS
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
    What a decoder writes for a character that it does not know.
    """
    match = BROKEN.search(pair.target)
    if match is None or match[0] in pair.source:
        return None
    return Fault(
        message=f"The translation has “{match[0]}” where a character was lost.",
        indonesian=f"Terjemahan memuat “{match[0]}” di tempat huruf yang hilang.",
        span=Span(*match.span()),
    )


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
    text = outside_brackets(pair.target)
    strange = [
        word
        for word in LATIN_WORD.finditer(text)
        if not own or word[0].islower() or word[0] not in pair.source
    ]
    if sum(len(word[0]) for word in strange) <= own:
        return None
    may_be_a_name = own or len(strange) <= LONG_NAME
    if may_be_a_name and not any(word[0].islower() for word in strange):
        return None
    return Fault(
        message=f"Most of the translation is not in {language.english_name}.",
        indonesian=f"Sebagian besar terjemahan bukan bahasa {NAMES[pair.language]}.",
        span=Span(strange[0].start(), strange[-1].end()),
    )


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
    """
    if KANA.search(pair.target) or own_letters(pair.target, "Japanese") < KANA_EXPECTED:
        return None
    return Fault(
        message="The translation has no kana: it is not Japanese.",
        indonesian="Terjemahan tidak memuat kana: ini bukan bahasa Jepang.",
        span=Span(0, len(pair.target)),
    )


def left_over_latin(pair: Pair) -> Fault | None:
    """
    A word in small Latin letters that was copied, or several that were not translated.

    What stands in brackets or in quotation marks explains something and is right.
    """
    source = set(SMALL_WORD.findall(pair.source))
    text = outside_names(pair.target)
    text = SPECIES.sub(lambda name: kept_species(name, pair), text)
    words = [word for word in SMALL_WORD.finditer(text) if word[0] not in KEPT_SMALL]
    words = [word for word in words if not is_glossed(word, pair)]
    left = [word for word in words if word[0] in source]
    left += [word for word in GLUED_WORD.finditer(text) if word[0] in source]
    if not left and len(words) < MANY_WORDS:
        return None
    first = (left or words)[0]
    return untranslated(first[0], Span(*first.span()))


def kept_species(name: re.Match[str], pair: Pair) -> str:
    """
    Blanks for the Latin name of a species, which has no other name in the source.

    >>> kept_species(SPECIES.match("Homo sapiens"), Pair(
    ...     source="Fosil Homo sapiens", target="", language="zh"))
    '            '
    """
    second = name[0].split(" ")[1]
    is_name = name[0] in pair.source and not is_known(second, pair.language)
    return " " * len(name[0]) if is_name else name[0]


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
    words = words_by(ANY_WORD, outside_brackets(pair.target))
    for place, word in enumerate(words):
        copied = word[0] in source and is_plainly_of(
            word[0], pair.source_language, pair.language
        )
        if copied and not (in_a_name(words, place) or is_glossed(word, pair)):
            return untranslated(word[0], Span(*word.span()))
    return None


def left_over_noun(pair: Pair) -> Fault | None:
    """
    A word of the source that the dictionary could translate, and the language lacks.
    """
    if pair.source_language != SOURCE or pair.language == SOURCE:
        return None
    source = set(SMALL_WORD.findall(pair.source))
    if not source:
        return None
    text = outside_names(pair.target)
    for word in SMALL_WORD.finditer(text):
        copied = word[0] in source and is_foreign_to(word[0], pair.language)
        if copied and not is_glossed(word, pair):
            return untranslated(word[0], Span(*word.span()))
    return None


def other_latin_language(pair: Pair) -> Fault | None:
    """
    A sentence of English, French or Indonesian in place of the language asked for.
    """
    found = likely_language(pair.target)
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


def in_a_name(words: Sequence[re.Match[str]], place: int) -> bool:
    """
    Whether a word stands between two with capitals: "Kelautan dan Perikanan".
    """
    before, after = (
        words[max(place - 1, 0)][0],
        words[min(place + 1, len(words) - 1)][0],
    )
    return before[0].isupper() and after[0].isupper()


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
def outside_names(text: str) -> str:
    """
    A text without its addresses, brackets and names such as "Ludwig van Beethoven".
    """
    return blank(NAME_WITH_PARTICLE, outside_brackets(text))


@lru_cache(maxsize=64)
def outside_brackets(text: str) -> str:
    """
    A text without its addresses, and without what stands in brackets or quoted.
    """
    return blank(BRACKETED, without_verbatim(text))


def blank(pattern: re.Pattern[str], text: str) -> str:
    """
    A text with every match replaced by spaces, so that offsets stay.
    """
    return pattern.sub(lambda match: " " * len(match[0]), text)


BROKEN = re.compile("\N{REPLACEMENT CHARACTER}|\N{DOUBLE QUESTION MARK}|<unk>")
ANY_WORD = re.compile(r"[^\W\d_]++(?:[-'’][^\W\d_]++)*+(?!\d)")
NAME_WORD = rf"[A-ZÀ-ÖØ-Þ][{LATIN}'’.-]{{0,40}}+"
NAME_WITH_PARTICLE = re.compile(rf"{NAME_WORD}(?: [a-zß-öø-ÿ]{{1,3}} {NAME_WORD})+")
PLACE = re.compile(rf"(?<![{LATIN}'’.-])(?:di|ke) [A-Z][{LATIN}'’-]+")
LATIN_WORD = re.compile(rf"[{LATIN}]+")
SMALL_WORD = re.compile(
    rf"(?<![{LATIN}0-9.'’-])[a-zß-öø-ÿ]{{3,}}(?![{LATIN}0-9'’-]|\.[{LATIN}])"
)
GLUED_WORD = re.compile(
    rf"(?<=\d)[a-z]{{3,}}(?![{LATIN}])|(?<![{LATIN}.])[a-z]{{3,}}(?=\d)"
)
SPECIES = re.compile(rf"(?<![{LATIN}])[A-Z][a-z]{{3,}} [a-z]{{3,}}(?![{LATIN}])")
NOT_A_MARK = '[^()（）\\[\\]"“”„«»「」『』《》\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff]'
GLOSS = re.compile(r"[\"'”’]? ?[(（](?P<said>[^\W\d_A-ZÀ-ÖØ-Þ][^()（）]{1,60})[)）]")
INSIDE = f"{NOT_A_MARK}{{0,60}}"
QUOTED = f"{NOT_A_MARK}{{0,30}}"
BRACKETED = re.compile(
    rf"[(（\[]{INSIDE}[)）\]]|[\"“„]{QUOTED}[\"”]|「{INSIDE}」|『{INSIDE}』"
    rf"|«{QUOTED}»|《{INSIDE}》"
)
"""
What explains a word, or is a title: what somebody says is longer.
"""

KEPT_SMALL = frozenset({"mph", "kph", "rpm", "ppm", "plc", "wifi", "http", "https"})

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

KANA_EXPECTED = 20
LONG_NAME = 5
MANY_WORDS = 3
