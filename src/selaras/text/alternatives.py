"""
Many patterns as one that is tried quickly.

Of alternatives side by side, the engine tries one after the other at every place of a
text. Put together by the letters that they begin with, most are never tried.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple


class Head(NamedTuple):
    """
    A letter that a pattern begins with, as a pattern, and what follows it.
    """

    letter: str
    rest: str


def alternatives(words: Iterable[str]) -> str:
    r"""
    Patterns as one, which finds what they find side by side: the first that fits.

    They must not have groups that capture. A pattern of which the beginning is not
    plain stays in its place; those before it and those behind are put together apart.

    >>> alternatives(["naik", "na(?:mbah|ik lagi)", "turun"])
    'na(?:ik(?:| lagi)|mbah)|turun'
    >>> alternatives(["[Bb]aru", r"\d+", "(?<!x)baik"])
    'Baru|baru|\\d+|b(?<=(?<!x)b)aik'
    >>> alternatives([])
    '(?!)'
    """
    single = [one for word in words for one in split_at_bars(word)]
    return side_by_side(single) if single else "(?!)"


def side_by_side(single: Sequence[str], *, inside: bool = False) -> str:
    """
    Patterns without bars as one.

    Conditions are written again for every letter, and so not again ``inside`` of what
    was put together: it would grow without end.
    """
    found: list[Head | str] = []
    for word in single:
        conditional = inside and CONDITION.match(word)
        found += ([] if conditional else heads(word)) or [word]
    parts: list[str] = []
    for plain, run in groupby(found, key=lambda one: isinstance(one, Head)):
        if plain:
            parts += by_letter(one for one in run if isinstance(one, Head))
        else:
            parts += map(str, run)
    return "|".join(parts)


def by_letter(run: Iterable[Head]) -> Iterator[str]:
    """
    One pattern for each letter that patterns begin with.

    Two with different letters never fit in one place, so that their order is nothing.
    """
    rests: dict[str, list[str]] = {}
    for letter, rest in run:
        rests.setdefault(letter, []).append(rest)
    for letter, endings in rests.items():
        if len(endings) == 1:
            yield letter + endings[0]
            continue
        joined = side_by_side(endings, inside=True)
        whole = len(list(split_at_bars(joined))) == 1
        yield letter + (joined if whole else f"(?:{joined})")


def heads(pattern: str) -> list[Head]:
    """
    Every letter that a pattern may begin with, in order; none where that is not plain.

    >>> [letter for letter, _ in heads("n?aik")], heads("(?:a|b)c") == heads("[ab]c")
    (['n', 'a'], True)
    >>> heads("a*b"), heads("")
    ([], [])
    """
    atom, rest = first_atom(pattern)
    if rest[:1] in ("*", "+", "{"):
        return []
    if rest[:1] == "?":
        rest = rest[1:]
        if rest[:1] in ("?", "+"):
            return []
        return of_each([atom + rest, rest])
    if LOOK_ROUND.match(atom):
        return [
            Head(letter, f"(?<={atom}{letter}){after}") for letter, after in heads(rest)
        ]
    if atom.startswith("(?i:"):
        return [
            Head(written, f"(?i:{after}){rest}")
            for letter, after in of_each([*split_at_bars(atom[4:-1])])
            for written in in_each_case(letter)
        ]
    if atom.startswith("(?:"):
        return of_each([inside + rest for inside in split_at_bars(atom[3:-1])])
    if PLAIN_CLASS.fullmatch(atom):
        return [Head(re.escape(letter), rest) for letter in atom[1:-1]]
    return [Head(atom, rest)] if PLAIN_LETTER.fullmatch(atom) else []


def of_each(patterns: Sequence[str]) -> list[Head]:
    """
    The letters that each of some patterns may begin with; none if one is not plain.
    """
    each = [heads(pattern) for pattern in patterns]
    found = [head for some in each for head in some]
    return found if all(each) and len(found) <= MOST else []


def in_each_case(letter: str) -> list[str]:
    """
    What a letter stands for where small letters and capitals are one to the engine.
    """
    other = letter.upper() if letter.islower() else letter.lower()
    return list(dict.fromkeys((letter, other, *ALSO.get(letter.lower(), ""))))


ALSO = {"i": "İı", "k": "\N{KELVIN SIGN}", "s": "ſ"}


def first_atom(pattern: str) -> tuple[str, str]:
    """
    The letter, class or group that a pattern begins with, and the rest.
    """
    depth = 0
    for found in ATOM.finditer(pattern):
        depth += (found[0] == "(") - (found[0] == ")")
        if not depth:
            return pattern[: found.end()], pattern[found.end() :]
    return "", pattern


def split_at_bars(pattern: str) -> Iterator[str]:
    """
    The alternatives of a pattern, without taking those inside brackets apart.

    >>> list(split_at_bars("kilomet(?:er|re)s?|km"))
    ['kilomet(?:er|re)s?', 'km']
    """
    depth = start = 0
    for found in ATOM.finditer(pattern):
        depth += (found[0] == "(") - (found[0] == ")")
        if found[0] == "|" and not depth:
            yield pattern[start : found.start()]
            start = found.end()
    yield pattern[start:]


ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
LOOK_ROUND = re.compile(r"\(\?<?[=!]|\\b")
CONDITION = re.compile(rf"{LOOK_ROUND.pattern}|\(\?i:")
PLAIN_CLASS = re.compile(r"\[[^\\^\[\]-]+\]")
PLAIN_LETTER = re.compile(r"\\[^\w]|[^\\.^$*+?{}\[\]|()]")

MOST = 64
"""
A pattern that may begin in more ways is left as it is: it would grow without end.
"""
