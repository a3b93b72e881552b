"""
Where in a translation something stands that plainly is a name garbled.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from selaras.languages import Tag
from selaras.terms import Name, Translation, instead_of, place_of
from selaras.terms.skeleton import fold
from selaras.text.spans import Span
from selaras.text.words import words


def place_of_garbled(
    name: Name, names: Sequence[Name], translation: Translation
) -> Span | None:
    """
    The stretch that a name was garbled into, if it is plain which one that is.

    That is what is spelt nearly like it, in Latin letters, or the word in katakana that
    sounds a little like it.
    """
    if is_made_of_words(name):
        return None
    if translation.is_latin:
        taken = tuple(words_taken(name, names, translation.language))
        return spelt_nearly(name, taken, translation)
    if translation.language == "ja":
        return katakana_at(name, names, translation)
    return None


def is_made_of_words(name: Name) -> bool:
    """
    Whether a name is an institution's: half of its words may stand there beside it.
    """
    return any(entry.is_freely_named for entry in name.entries)


def words_taken(name: Name, names: Sequence[Name], language: Tag) -> Iterator[str]:
    """
    The words of the other names of the sentence, in any form that they may have.
    """
    for other in names:
        if other.text == name.text:
            continue
        for form in forms_of(other, language):
            yield from fold(form).split()


def forms_of(name: Name, language: Tag) -> tuple[str, ...]:
    """
    A name's letters, and the forms that the lexicon has for it.
    """
    forms = (form for entry in name.entries for form in entry.admitted(language))
    return tuple(dict.fromkeys((*forms, name.text)))


def spelt_nearly(
    name: Name, taken: Sequence[str], translation: Translation
) -> Span | None:
    """
    The words with a capital that are spelt nearly as a name is, with those beside them.
    """
    forms = [fold(form) for form in forms_of(name, translation.language)]
    own = {word for form in forms for word in form.split()}
    others = frozenset(taken) - own
    text = translation.text
    best: tuple[float, Span | None] = (NEARLY, None)
    for span in windows(text, others):
        spelt = fold(span.of(text))
        score = max(fuzz.ratio(spelt, form) for form in forms)
        if score >= best[0] and spelt not in forms:
            best = (score, span)
    if best[1] is None:
        return None
    return with_neighbours(best[1], text, own, others)


def windows(text: str, others: frozenset[str]) -> Iterator[Span]:
    """
    Up to six words in a row, with a capital at both ends, none of another name.
    """
    tokens = list(TOKEN.finditer(text))[:MOST_TOKENS]
    for first, token in enumerate(tokens):
        if not token[0][0].isupper():
            continue
        last = token
        for other in tokens[first : first + WIDEST]:
            between = text[last.end() : other.start()] if other is not token else " "
            word = fold(other[0])
            if between not in JOINS or word in others:
                break
            last = other
            if other[0][0].isupper():
                yield Span(token.start(), other.end())
            elif other[0] not in SMALL:
                break


def with_neighbours(
    span: Span, text: str, own: set[str], others: frozenset[str]
) -> Span:
    """
    A stretch with what is the name once more behind it: "Simptoul Simptoul".
    """
    end = span.end
    for token in TOKEN.finditer(text, end):
        word = fold(token[0])
        again = any(fuzz.ratio(word, one) >= AGAIN for one in own)
        if text[end : token.start()] not in JOINS or word in others or not again:
            break
        end = token.end()
    return Span(span.start, end)


def katakana_at(
    name: Name, names: Sequence[Name], translation: Translation
) -> Span | None:
    """
    The whole word in katakana that sounds a little like a name, if it is no other one.
    """
    near = instead_of(name, translation) if name.words else None
    if near is None or near.span is None:
        return None
    others = [place_of(one, translation) for one in names if one.text != name.text]
    for run in KATAKANA.finditer(translation.text):
        if run.start() <= near.span.start and near.span.end <= run.end():
            is_other = any(
                place and place.start < run.end() and place.end > run.start()
                for place in others
            )
            return None if is_other else Span(*run.span())
    return None


NEARLY = 72.0
AGAIN = 66.0
WIDEST = 6
MOST_TOKENS = 200

TOKEN = re.compile(r"(?![dlDL]['’])[^\W\d_]+(?:['’][^\W\d_]+)*")
JOINS = (" ", "-")
SMALL = words("of the and de du des la le les et bin binti van von al")
KATAKANA = re.compile("[ァ-ヺー]+(?:[・＝][ァ-ヺー]+)*")
