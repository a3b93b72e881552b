"""
What was copied from the source: all of it, a run of words, a title.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from selaras.fidelity.asides import outside_brackets
from selaras.fidelity.finding import Pair
from selaras.fidelity.identify import LANGUAGE_OF, likely_language
from selaras.fidelity.language_faults import LONG_NAME, Fault, untranslated
from selaras.fidelity.latin_words import ANY_WORD, SMALL_WORD, source_words, words_by
from selaras.fidelity.left_over import is_foreign_to
from selaras.fidelity.scripts import LATIN
from selaras.languages import LANGUAGES, SOURCE
from selaras.terms import lexicon
from selaras.text.spans import Span


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
    if too_few_common(pair, COPIED_SMALL_WORDS):
        return None
    known = set(runs_of(source_words(pair.source)))
    words = target_words(pair)
    for place, run in enumerate(runs_of([match[0] for match in words])):
        named = not BUSINESS.isdisjoint(run)
        if run in known and not named and small_words(run, pair) >= COPIED_SMALL_WORDS:
            if likely_language(pair.source) == pair.language:
                return None
            last = words[place + COPIED_WORDS - 1]
            span = Span(words[place].start(), last.end())
            return untranslated(span.of(pair.target), span)
    return None


def copied_title(pair: Pair) -> Fault | None:
    """
    Words in a row that were copied though translators write others for most of them.

    A name of three such words is rare, and in other letters one of two is rare.
    """
    if pair.source_language != SOURCE or pair.language == SOURCE:
        return None
    if too_few_common(pair, FEWEST_IN_TITLE):
        return None
    latin = LANGUAGES[pair.language].script == "Latin"
    known = threes_known(pair.source)
    words = target_words(pair)
    for place, run in enumerate(threes([match[0] for match in words])):
        if (
            run in known
            and not lexicon().of(" ".join(run))
            and not is_business(run, words[:place], pair.source)
            and " ".join(run) not in companies(pair.source)
        ):
            first, last = words[place], words[place + WORDS_OF_TITLE - 1]
            near = last.end() - first.start() <= sum(map(len, run)) + GAPS_OF_TITLE
            if near and is_left(run, pair, latin=latin):
                span = Span(first.start(), last.end())
                return untranslated(span.of(pair.target), span)
    return None


def is_business(
    run: Sequence[str], before: Sequence[re.Match[str]], source: str
) -> bool:
    """
    Whether copied words are a company's name, or go on with one as in the source.
    """
    name = list(run)
    for word in (match[0] for match in before[: -LONG_NAME - 1 : -1]):
        if not (word[0].isupper() and BUSINESS.isdisjoint(name)):
            break
        name.insert(0, word)
    if BUSINESS.isdisjoint(name):
        return False
    bare = [match[0] for match in words_by(ANY_WORD, outside_brackets(source))]
    said = " ".join(name)
    return said in " ".join(source_words(source)) or said in " ".join(bare)


@lru_cache(maxsize=64)
def companies(source: str) -> str:
    """
    The names of companies, without the "PT" before them, which translators leave out.

    In a headline nothing tells where such a name ends.

    >>> companies("Warga menggugat PT Bumi Nikel Sejati karena limbah.")
    'Bumi Nikel Sejati'
    """
    if is_headline(source):
        return ""
    names = (ANY_WORD.findall(match["name"]) for match in COMPANY.finditer(source))
    return "; ".join(" ".join(name) for name in names)


def is_left(run: Sequence[str], pair: Pair, *, latin: bool) -> bool:
    """
    Whether enough of three copied words is Indonesian and no name.

    One such word is enough where the names beside it stand in the target more often
    than in the source, and so were said already: "Kota Kupang, Ermelinda".
    """
    strange = [word for word in run if is_strange(word, pair)]
    if len(strange) >= (WORDS_OF_TITLE if latin else FEWEST_IN_TITLE):
        return True
    if not latin or not any(map(str.isupper, (word[0] for word in strange))):
        return False
    names = [word for word in run if word not in (*strange, "dan")]
    there, here = counted(pair.target), counted(pair.source)
    return bool(names) and all(there[word] > here[word] for word in names)


def is_strange(word: str, pair: Pair) -> bool:
    """
    Whether a word is one that translators write otherwise, or "di" and "ke".
    """
    if len(word) >= SHORTEST_IN_TITLE:
        return is_foreign_to(word, pair.language)
    return word in JOINING


@lru_cache(maxsize=8)
def counted(text: str) -> Counter[str]:
    """
    How often each word stands in a text.
    """
    return Counter(source_words(text))


@lru_cache(maxsize=64)
def threes_known(source: str) -> frozenset[tuple[str, ...]]:
    """
    Every three words of a source in a row, with its brackets and without them.
    """
    bare = [match[0] for match in words_by(ANY_WORD, outside_brackets(source))]
    return frozenset((*threes(source_words(source)), *threes(bare)))


def copied_aside(pair: Pair) -> Fault | None:
    """
    Three words in a row in brackets, copied from where the source has no brackets.

    What explains a word in brackets is a name or a term, and seldom three small words.
    """
    for match in IN_BRACKETS.finditer(pair.target):
        words = ANY_WORD.findall(match[0])
        known = threes_known(outside_brackets(pair.source))
        for run in threes(words):
            small = [w for w in run if w.islower() and is_strange(w, pair)]
            if run in known and len(small) >= FEWEST_IN_TITLE:
                return untranslated(match[0], Span(*match.span()))
    return None


def small_words(run: Sequence[str], pair: Pair) -> int:
    """
    How many words of a run are neither names nor of a third language.

    In a headline every word has a capital letter: there the dictionary tells.
    """
    ours = (None, pair.source_language)
    headline = pair.source_language == SOURCE and is_headline(pair.source)
    return sum(
        LANGUAGE_OF.get(word) in ours and word not in PARTICLES
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


def threes(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """
    Every run of as many words as are taken for a title.
    """
    return zip(*(words[skip:] for skip in range(WORDS_OF_TITLE)), strict=False)


def plain_words(text: str) -> list[str]:
    """
    The words of a text, without case and marks.
    """
    return [match[0].casefold() for match in ANY_WORD.finditer(text)]


def target_words(pair: Pair) -> list[re.Match[str]]:
    """
    The words of a target outside brackets; in other scripts those in Latin letters.
    """
    latin = LANGUAGES[pair.language].script == "Latin"
    pattern = ANY_WORD if latin else IN_LATIN_LETTERS
    return words_by(pattern, outside_brackets(pair.target))


def too_few_common(pair: Pair, least: int) -> bool:
    """
    Whether source and target share too few words for one to be a copy of the other.

    Other scripts write no space between a copied word and their own.
    """
    return words_in_common(pair.source, pair.target) < least


@lru_cache(maxsize=8)
def words_in_common(source: str, target: str) -> int:
    """
    How many words of a source stand in a target, be it as parts of words.
    """
    return sum(word in target for word in set(source.split()))


IN_BRACKETS = re.compile(r"(?<=[(（])[^()（）]{12,80}(?=[)）])")
IN_LATIN_LETTERS = re.compile(rf"[{LATIN}]++(?:[-'’][{LATIN}]++)*+(?!\d)")

SHORT_LABEL = 2
MARKS_APART = 8
COPIED_WORDS = 4
COPIED_SMALL_WORDS = 2
HEADLINE_CAPITALS = 0.75
WORDS_OF_TITLE = 3
FEWEST_IN_TITLE = 2
SHORTEST_IN_TITLE = 4
GAPS_OF_TITLE = 10

BUSINESS = frozenset({"PT", "CV", "Tbk", "BPR", "KM", "KLM", "KMP", "FC", "Trans"})
"""
What companies, ships and clubs are called by: their names are kept.
"""

COMPANY = re.compile(
    r"\b(?:PT|CV|UD|PD|Perum|Firma)\.? "
    rf"(?P<name>[A-Z][{LATIN}'’-]*(?: [A-Z][{LATIN}'’-]*)+)"
)
"""
A company's name as it stands behind the word for what kind of company it is.
"""

JOINING = frozenset({"di", "ke"})
"""
Small words that no name has; "dan" may be a part of one.
"""

PARTICLES = frozenset({"van", "den", "der", "de", "la", "von", "bin", "binti", "al"})
"""
Small words inside the names of people.
"""
