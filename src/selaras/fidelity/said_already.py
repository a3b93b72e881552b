"""
A word that was left before a name which the translation says once more.
"""

import re

from selaras.fidelity.finding import Pair
from selaras.fidelity.language_faults import Fault, untranslated
from selaras.fidelity.left_over import is_foreign_to, is_plainly_of
from selaras.languages import SOURCE
from selaras.text.spans import Span


def left_before_name(pair: Pair) -> Fault | None:
    """
    Two words of the source, the second a name or an acronym that stands twice now.

    >>> left_before_name(Pair(
    ...     source="Dinas Lingkungan Hidup (DLH) menyebut",
    ...     target="The Environment Agency (DLH) said Hidup (DLH)", language="en",
    ... )).message
    '“Hidup (DLH” was left untranslated.'
    """
    if pair.source_language != SOURCE or pair.language == SOURCE:
        return None
    for both in WORD_AND_NAME.finditer(pair.target):
        name = both["name"]
        again = pair.target.count(name) > pair.source.count(name)
        found = both["word"] + both["between"] + name
        if again and found in pair.source and is_left(both["word"], pair):
            return untranslated(found, Span(both.start(), both.start() + len(found)))
    return None


def is_left(word: str, pair: Pair) -> bool:
    """
    Whether a word, or each half of one said twice ("Undang-Undang"), is Indonesian.
    """
    return all(
        is_foreign_to(part, pair.language)
        or is_plainly_of(part.lower(), SOURCE, pair.language)
        for part in word.split("-")
    )


WORD_AND_NAME = re.compile(
    r"(?<!\w)(?P<word>[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?)"
    r"(?=(?P<between>,? \(?)(?P<name>[A-Z][A-Za-z]{1,}))"
)
"""
The name is looked ahead to: it may be the word before the next one.
"""
