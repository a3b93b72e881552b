"""
Finding the names of an Indonesian text.

First what the lexicon knows, then runs of words with a capital. Indonesian writes
titles and the words of institutions with capitals too (*Kepala Bagian Hukum Kupang*);
they are words, and translated, so that only *Kupang* is a name there. Names can be
words (Wahyu, Indah, Bintang, Adil): where nothing but a capital speaks for a name, it
is not certain.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from selaras.terms.capitals import is_acronym, is_headline, starts_sentence
from selaras.terms.everyday import is_listed
from selaras.terms.lexicon import lexicon
from selaras.terms.name import Name, NameKind
from selaras.terms.name_words import HEADS, NO_NAMES, TITLES
from selaras.terms.runs import RUN, WHERE, Run
from selaras.terms.shown import shown_names
from selaras.text.spans import Span
from selaras.text.words import words


@lru_cache(maxsize=1024)
def read_names(text: str) -> tuple[Name, ...]:
    """
    The names of a text, in order.

    >>> text = "Menurut Kepala Bagian Hukum Kupang, Retnowati Hau, Indah sudah pulih."
    >>> [(name.text, name.certain) for name in read_names(text)]
    [('Kupang', True), ('Retnowati Hau', True)]
    """
    known = tuple(known_names(text))
    headline = is_headline(text)
    unknown = [
        name
        for span in gaps(text, known)
        for run in RUN.finditer(text, span.start, span.end)
        for name in Run(text, headline).read(*run.span())
    ]
    names = [name for name in known if not is_word(name)] + unknown
    shown = shown_names(text, [name.span for name in names])
    return tuple(sorted((*names, *shown), key=lambda name: name.span))


def is_word(name: Name) -> bool:
    """
    Whether the lexicon has it for its translation only: a term, an office, a rank.
    """
    return (
        all(entry.kind in NAMELESS for entry in name.entries)
        or name.text in TITLES
        or name.text in HEADS
        or name.text in NO_NAMES
    )


NAMELESS = words("term office currency language programme law people")


def known_names(text: str) -> Iterator[Name]:
    """
    What the lexicon has.
    """
    for occurrence in lexicon().find(text):
        if is_name_in_place(text, occurrence.span):
            name = occurrence.span.of(text)
            yield Name(
                text=name,
                span=occurrence.span,
                kind=NameKind.LEXICON,
                words=tuple(word for word in name.split() if word not in NO_WORDS),
                certain=" " in name or is_acronym(name) or not is_listed(name),
                entries=occurrence.entries,
            )


NO_WORDS = HEADS | {"and", "&", "of", "the"}
"""
What need not be there of a name: the kind of thing it is, and English small words.
"""


def is_name_in_place(text: str, span: Span) -> bool:
    """
    Whether a single word of the lexicon is the name there, and not the word.

    *Medan* is a city and a field, *Serang* a city and an attack: where a capital is no
    proof, they are taken for words. In *dolar AS* there is a currency.
    """
    name = span.of(text)
    if name == "AS" and text[: span.start].lower().endswith(("dolar ", "dollar ")):
        return False
    if " " in name or is_acronym(name) or not is_listed(name):
        return True
    if is_headline(text):
        return WHERE.search(text, max(0, span.start - NEAR), span.start) is not None
    return not starts_sentence(text, span.start)


NEAR = 8


def gaps(text: str, known: Sequence[Name]) -> Iterator[Span]:
    """
    The stretches of a text between names.
    """
    start = 0
    for name in known:
        yield Span(start, name.span.start)
        start = name.span.end
    yield Span(start, len(text))
