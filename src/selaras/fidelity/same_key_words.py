"""
The check that the words that carry a piece of news have a counterpart.
"""

from collections.abc import Iterator, Sequence

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.keywords import KeyWord, key_words, readable, renderings_of
from selaras.languages import SOURCE, TARGETS


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
        if pair.source_language == SOURCE and pair.language in TARGETS:
            missing = missing_words(pair)
            if len(missing) >= ENOUGH or any(is_firm(word, pair) for word in missing):
                yield self.finding(missing, pair)

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


def missing_words(pair: Pair) -> list[KeyWord]:
    """
    The key words of a source that none of their renderings stands for.
    """
    table = renderings_of(pair.language)
    text = readable(pair.target, pair.language)
    return [
        found
        for found in key_words(pair.source)
        if (wanted := table.get(found.word))
        and not any(part in text for part in wanted.parts)
    ]


def is_firm(word: KeyWord, pair: Pair) -> bool:
    """
    Whether a key word nearly always has one of the renderings that the table knows.
    """
    return renderings_of(pair.language)[word.word].firm


ENOUGH = 2
"""
Doubtful words that must be missing together.
"""
