"""
The check that the words that carry a piece of news have a counterpart.
"""

from collections.abc import Iterator, Sequence

from selaras.fidelity.coverage import checkable, seen_there
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.keywords import KeyWord, key_words, readable, renderings_of
from selaras.fidelity.not_empty import says_something
from selaras.fidelity.strangers import replaced_word, stranger_for
from selaras.languages import LANGUAGES, SOURCE, TARGETS
from selaras.text.spans import Span


class SameKeyWords:
    """
    Every key word of the source is said in the translation, in one of many ways.

    One word is enough for the desk where good translators nearly always have one of the
    renderings that the table knows; of the others two must be missing. It cannot see a
    word that is not in the table, a rendering that stands for something else, and what
    the translation has and the source has not.
    """

    name = "same-key-words"
    mqm = "Accuracy > Mistranslation"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if pair.source_language != SOURCE or pair.language not in TARGETS:
            return
        if not says_something(pair.target):
            return
        missing, known = sorted_words(pair)
        if len(missing) >= ENOUGH or any(is_firm(word, pair) for word in missing):
            yield self.finding(missing, pair)
        elif missing and (stranger := stranger_for(missing[0].span, pair)):
            yield self.other_word(missing[0].span, stranger, pair)
        elif replaced := replaced_word(pair, [word.span for word in known]):
            yield self.other_word(replaced.span, replaced.stranger, pair)

    def finding(self, missing: Sequence[KeyWord], pair: Pair) -> Finding:
        """
        A finding about words without a counterpart.
        """
        words = ", ".join(f"“{word.span.of(pair.source)}”" for word in missing)
        first = missing[0].span
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=f"The translation has no word for {words}.",
            indonesian=f"Terjemahan tidak memuat padanan untuk {words}.",
            expected=first.of(pair.source),
            source_span=(first.start, first.end),
        )

    def other_word(self, span: Span, stranger: Span, pair: Pair) -> Finding:
        """
        A finding about a word at whose place something else stands.
        """
        word, other = span.of(pair.source), stranger.of(pair.target)
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=f"The translation has no word for “{word}”; “{other}” seems to "
            "stand in its place.",
            indonesian=f"Terjemahan tidak memuat padanan untuk “{word}”; tampaknya "
            f"“{other}” yang menggantikannya.",
            expected=word,
            found=other,
            source_span=(span.start, span.end),
            target_span=(stranger.start, stranger.end),
        )


def missing_words(pair: Pair) -> list[KeyWord]:
    """
    The key words of a source that none of their renderings stands for.
    """
    return sorted_words(pair)[0]


def sorted_words(pair: Pair) -> tuple[list[KeyWord], list[KeyWord]]:
    """
    The key words of a source that are missing, and those that have a rendering.
    """
    table = renderings_of(pair.language)
    text = readable(pair.target, pair.language)
    missing, known = list[KeyWord](), list[KeyWord]()
    for found in key_words(pair.source):
        if wanted := table.get(found.word):
            there = any(part in text for part in wanted.parts)
            (known if there else missing).append(found)
    return [word for word in missing if not said_otherwise(word.span, pair)], known


def said_otherwise(span: Span, pair: Pair) -> bool:
    """
    Whether a likely counterpart stands there that the table does not know.

    It must be long: short ones, and lone characters, stand for too much else. The word
    itself, left as it was, is none.
    """
    if not checkable(pair):
        return False
    least = LONG if LANGUAGES[pair.language].spaced else LONG_UNSPACED
    return any(
        any(len(stem) >= least and stem != word.stem for stem in word.likely)
        for word in seen_there(pair)
        if span.start <= word.start and word.end <= span.end
    )


def is_firm(word: KeyWord, pair: Pair) -> bool:
    """
    Whether a key word nearly always has one of the renderings that the table knows.
    """
    return renderings_of(pair.language)[word.word].firm


ENOUGH = 2
"""
Doubtful words that must be missing together.
"""

LONG = 5
LONG_UNSPACED = 2
"""
How long a counterpart must be, in letters or characters, to stand for a key word.
"""
