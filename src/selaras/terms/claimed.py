"""
What stands in a translation for another name of the source.

*Wulan* is heard in 马哈拉尼, but that is *Maharani*, whom the source names too. Where a
name is heard best in what another one is written with, it must be there once more.
"""

import re
from collections.abc import Iterator, Sequence

from selaras.terms.forms import Fit, fit_of
from selaras.terms.letters import has_word
from selaras.terms.name import Name
from selaras.terms.skeleton import fold
from selaras.terms.standing import Standing, standing
from selaras.terms.translation import Translation
from selaras.text.spans import Span


def taken_by(
    name: Name, names: Sequence[Name], translation: Translation
) -> tuple[Name, Span] | None:
    """
    Another name with which all is written that sounds like a name, and where.

    >>> from selaras.terms.names import read_names
    >>> names = read_names("Pasangan Dinda Maharani/Septiani Wulan menang.")
    >>> text = Translation("丁达·马哈拉尼获胜。", "zh")
    >>> other, span = taken_by(names[1], names, text)
    >>> other.text, span.of(text.text)
    ('Dinda Maharani', '丁达·马哈拉尼')
    """
    if translation.is_latin:
        return shared_with(name, names, translation)
    if len(names) == 1 or has_own_form(name, translation):
        return None
    if all(has_word(word, translation) for word in name.words):
        return None
    taken = [
        (other, span)
        for other in names
        if is_other(name, other)
        for span in places_of(other, name, translation)
    ]
    if not taken:
        return None
    rest = translation.without(span for _, span in taken)
    return taken[0] if standing(name, rest) is Standing.MISSING else None


def shared_with(
    name: Name, names: Sequence[Name], translation: Translation
) -> tuple[Name, Span] | None:
    """
    Another name whose words are all that is there of a name, and where they are.

    What else is in the name may be words, *Snoop Lion*, and is not there either.

    >>> from selaras.terms.names import read_names
    >>> names = read_names("Penyanyi Snoop Dogg mendapat nama Snoop Lion di sana.")
    >>> text = Translation("The singer Snoop Dogg has had the name there.", "en")
    >>> other, span = shared_with(names[1], names, text)
    >>> other.text, span.of(text.text)
    ('Snoop Dogg', 'Snoop')
    """
    if name.entries or not name.weak or len(name.words) > 1:
        return None
    word = name.words[0]
    there = list(re.finditer(rf"\b{re.escape(word)}\b", translation.text))
    if len(there) != 1 or any(has_word(one, translation) for one in name.weak[:1]):
        return None
    sharing = (
        one for one in names if word in one.text.split() and one.text != name.text
    )
    other = next((one for one in sharing if is_other(name, one)), None)
    return (other, Span(*there[0].span())) if other else None


def has_own_form(name: Name, translation: Translation) -> bool:
    """
    Whether a name of the lexicon stands there by a form or by its letters, not by ear.
    """
    full = " " in name.text
    return any(
        fit_of(entry, translation, full=full) is not Fit.NONE for entry in name.entries
    )


def is_other(one: Name, other: Name) -> bool:
    """
    Whether neither of two names is the other, or a part of it.

    >>> from selaras.terms.names import read_names
    >>> names = read_names("Warga Steven Lawless, Steven Thomson, dan Lawless pulang.")
    >>> is_other(names[0], names[1]), is_other(names[0], names[2])
    (True, False)
    """
    mine, yours = fold(one.text).split(), fold(other.text).split()
    return not (is_within(mine, yours) or is_within(yours, mine))


def is_within(some: Sequence[str], others: Sequence[str]) -> bool:
    """
    Whether all of some words are among others, be it with an ending.
    """
    return all(any(word[:SAME] == other[:SAME] for other in others) for word in some)


SAME = 5


def places_of(other: Name, name: Name, translation: Translation) -> Iterator[Span]:
    """
    Where another name stands, if a name is heard in that place and less well.
    """
    whole = " ".join(name.words)
    heard = [translation.heard(part).span for part in (whole, *name.words)]
    clearly = max(CLEARLY, translation.heard(whole).score + BETTER)
    for span in spans_of(other, clearly, translation):
        if any(one.start < span.end and span.start < one.end for one in heard):
            yield span


def spans_of(name: Name, clearly: float, translation: Translation) -> Iterator[Span]:
    """
    Where a name stands by a form of the lexicon, or is heard as clearly as needed.
    """
    if name.entries:
        yield from forms_of(name, translation)
        return
    found = translation.heard(" ".join(name.words))
    if found.score > clearly:
        yield found.span


def forms_of(other: Name, translation: Translation) -> Iterator[Span]:
    """
    Where the forms stand that the lexicon has for a name.
    """
    text = translation.text
    for entry in other.entries:
        for form in entry.forms.get(translation.language, ()):
            start = text.find(form) if len(form) > 1 else -1
            while start >= 0:
                yield Span(start, start + len(form))
                start = text.find(form, start + len(form))


CLEARLY = 80.0
BETTER = 10.0
"""
How well another name must be heard in a place to have it, and how much better.
"""
