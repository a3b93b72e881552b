"""
The ways in which a translation is not in its language: one function for each.

Every function takes a pair and returns the first place where it finds its fault.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selaras.fidelity.dictionary import dictionary_of, root, words_of
from selaras.fidelity.finding import Pair
from selaras.fidelity.identify import LANGUAGE_OF, likely_language
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
    text = blank(BRACKETED, without_verbatim(pair.target))
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
    text = blank(NAME_WITH_PARTICLE, blank(BRACKETED, without_verbatim(pair.target)))
    words = [word for word in SMALL_WORD.finditer(text) if word[0] not in KEPT_SMALL]
    left = [word for word in words if word[0] in source]
    left += [word for word in GLUED_WORD.finditer(text) if word[0] in source]
    if not left and len(words) < MANY_WORDS:
        return None
    first = (left or words)[0]
    return untranslated(first[0], Span(*first.span()))


def copied_whole(pair: Pair) -> Fault | None:
    """
    The source itself, unless it was in the target's language to begin with.

    One or two words alone may be the same in both languages.
    """
    if abs(len(pair.source) - len(pair.target)) > MARKS_APART:
        return None
    source, target = plain_words(pair.source), plain_words(pair.target)
    short = len(target) <= SHORT_LABEL
    named = len(target) <= LONG_NAME and not SMALL_WORD.search(pair.source)
    if (
        source != target
        or short
        or named
        or likely_language(pair.target) == pair.language
    ):
        return None
    return Fault(
        message="The translation is a copy of the source.",
        indonesian="Terjemahan hanya menyalin teks sumber.",
        span=Span(0, len(pair.target)),
    )


def copied_run(pair: Pair) -> Fault | None:
    """
    Several words in a row that stand in the source as they are, and are not a name.

    A source that was in the target's language to begin with may be copied.
    """
    if len(set(pair.source.split()) & set(pair.target.split())) < COPIED_SMALL_WORDS:
        return None
    source = [match[0] for match in ANY_WORD.finditer(pair.source)]
    known = set(runs_of(source))
    words = list(ANY_WORD.finditer(blank(BRACKETED, pair.target)))
    for place, run in enumerate(runs_of([match[0] for match in words])):
        if run in known and small_words(run, pair) >= COPIED_SMALL_WORDS:
            if likely_language(pair.source) == pair.language:
                return None
            last = words[place + COPIED_WORDS - 1]
            span = Span(words[place].start(), last.end())
            return untranslated(span.of(pair.target), span)
    return None


def left_over_words(pair: Pair) -> Fault | None:
    """
    A word of the source that is plainly of its language, copied and not inside a name.
    """
    source = {match[0] for match in ANY_WORD.finditer(pair.source)}
    text = blank(BRACKETED, without_verbatim(pair.target))
    words = list(ANY_WORD.finditer(text))
    for place, word in enumerate(words):
        copied = word[0] in source and is_plainly_of(word[0], pair)
        if copied and not in_a_name(words, place):
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
    text = blank(NAME_WITH_PARTICLE, blank(BRACKETED, without_verbatim(pair.target)))
    for word in SMALL_WORD.finditer(text):
        if word[0] in source and is_foreign_to(word[0], pair.language):
            return untranslated(word[0], Span(*word.span()))
    return None


def is_foreign_to(word: str, language: Tag) -> bool:
    """
    Whether a word is known in Indonesian and unknown in a language.
    """
    dictionary = dictionary_of(language)
    entry = dictionary.counterparts(root(word.lower()))
    if entry is None or not entry.likely or LANGUAGE_OF.get(word) == language:
        return False
    return not any(w.stem in dictionary.vocabulary for w in words_of(word, language))


def is_plainly_of(word: str, pair: Pair) -> bool:
    """
    Whether a word is a function word of the source's language, or has its affixes.
    """
    if word in HOMOGRAPHS.get(pair.language, frozenset()):
        return False
    shape = SHAPES.get(pair.source_language)
    affixed = shape is not None and shape.fullmatch(word) is not None
    return affixed or LANGUAGE_OF.get(word) == pair.source_language


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


def in_a_name(words: Sequence[re.Match[str]], place: int) -> bool:
    """
    Whether a word stands between two with capitals: "Kelautan dan Perikanan".
    """
    before, after = (
        words[max(place - 1, 0)][0],
        words[min(place + 1, len(words) - 1)][0],
    )
    return before[0].isupper() and after[0].isupper()


def small_words(run: Sequence[str], pair: Pair) -> int:
    """
    How many words of a run are neither names nor of a third language.

    In a headline every word has a capital letter: there the dictionary tells.
    """
    ours = (None, pair.source_language)
    headline = pair.source_language == SOURCE and is_headline(pair.source)
    return sum(
        LANGUAGE_OF.get(word) in ours
        if word.islower()
        else headline and is_foreign_to(word, pair.language)
        for word in run
    )


@lru_cache(maxsize=64)
def is_headline(text: str) -> bool:
    """
    Whether nearly all words of a text have a capital letter.

    >>> is_headline("Warga Mengungsi ke Balai Desa")
    True
    """
    words = ANY_WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= COPIED_WORDS and capitals >= HEADLINE_CAPITALS * len(words)


def runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """
    Every run of so many words as are taken for a copy.
    """
    return zip(*(words[skip:] for skip in range(COPIED_WORDS)), strict=False)


def plain_words(text: str) -> list[str]:
    """
    The words of a text, without case and marks.
    """
    return [match[0].casefold() for match in ANY_WORD.finditer(text)]


def blank(pattern: re.Pattern[str], text: str) -> str:
    """
    A text with every match replaced by spaces, so that offsets stay.
    """
    return pattern.sub(lambda match: " " * len(match[0]), text)


BROKEN = re.compile("\N{REPLACEMENT CHARACTER}|\N{DOUBLE QUESTION MARK}|<unk>")
ANY_WORD = re.compile(r"[^\W\d_]++(?:[-'’][^\W\d_]++)*+(?!\d)")
NAME_WORD = rf"[A-ZÀ-ÖØ-Þ][{LATIN}'’.-]{{0,40}}+"
NAME_WITH_PARTICLE = re.compile(rf"{NAME_WORD}(?: [a-zß-öø-ÿ]{{1,3}} {NAME_WORD})+")
LATIN_WORD = re.compile(rf"[{LATIN}]+")
SMALL_WORD = re.compile(
    rf"(?<![{LATIN}0-9.'’-])[a-zß-öø-ÿ]{{3,}}(?![{LATIN}0-9'’-]|\.[{LATIN}])"
)
GLUED_WORD = re.compile(rf"(?<=\d)[a-z]{{5,}}(?![{LATIN}])")
INSIDE = (
    '[^()（）\\[\\]"“”„«»「」『』《》\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff]{0,60}'
)
BRACKETED = re.compile(
    rf"[(（\[]{INSIDE}[)）\]]|[\"“„]{INSIDE}[\"”]|「{INSIDE}」|『{INSIDE}』|«{INSIDE}»|《{INSIDE}》"
)

KEPT_SMALL = frozenset({"mph", "kph", "rpm", "ppm", "plc", "wifi", "http", "https"})

SHAPES = {
    "id": re.compile(
        r"(?:meng|meny|mem[bfp]|men[cdjt])[a-z]{4,}|ber[a-z]{5,}|di[a-z]{3,}kan"
        r"|[kp]e[a-z]{4,}an|[a-z]{4,}(?:nya|kan)"
    )
}
"""
Words that are made of a stem and affixes as only this language makes them.
"""

HOMOGRAPHS = {
    "en": frozenset({"agar", "para", "dia"}),
    "fr": frozenset({"dia", "para"}),
}

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
SHORT_LABEL = 2
MARKS_APART = 8
LONG_NAME = 5
MANY_WORDS = 3
COPIED_WORDS = 4
HEADLINE_CAPITALS = 0.75
COPIED_SMALL_WORDS = 2
