"""
Marks as numbered tags in a text, for people to edit.

Whoever corrects a sentence must see which words a link or an emphasis covers, and be
able to move it. A mark is written as ``<1>words</1>``: its number is that of the mark
in the source that it comes from, so that nobody has to type an address, and nobody can
invent one.
"""

from collections.abc import Sequence
from dataclasses import replace

import regex

from selaras.article.model import Mark
from selaras.errors import TagsWrong

TAG = regex.compile(r"<(/?)(\d{1,3})>")


def with_tags(text: str, marks: Sequence[Mark], source: Sequence[Mark]) -> str:
    """
    A text with its marks as tags, numbered as the marks of the source.

    Marks that come from none of the source's are left out, and so are all of them where
    the text itself has something that looks like a tag.

    >>> link = Mark(start=5, end=8, kind="link", href="https://bps.go.id")
    >>> with_tags("Kata BPS.", [link], [link])
    'Kata <1>BPS</1>.'
    """
    if TAG.search(text):
        return text
    numbers = numbered(marks, source)
    parts: list[tuple[int, int, int, str]] = []
    for place, (mark, number) in enumerate(numbers):
        length = mark.end - mark.start
        parts.append((mark.start, 1, -length, f"<{number}>"))
        parts.append((mark.end, 0, -place, f"</{number}>"))
    written, at = [], 0
    for position, _closes_first, _order, tag in sorted(parts):
        written += [text[at:position], tag]
        at = position
    return "".join((*written, text[at:]))


def without_tags(tagged: str, source: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """
    The text that a person wrote with tags, and its marks.

    Tags that cover no words are dropped. A source without marks has no tags: then a
    text is taken as it is. Raises ``TagsWrong``.

    >>> link = Mark(start=5, end=8, kind="link", href="https://bps.go.id")
    >>> without_tags("<1>BPS</1> said.", [link])
    ('BPS said.', (Mark(start=0, end=3, kind='link', href='https://bps.go.id', ref=0),))
    """
    if not source:
        return tagged, ()
    text, opened, marks = "", {}, []
    at = 0
    seen: set[int] = set()
    for match in TAG.finditer(tagged):
        text += tagged[at : match.start()]
        at = match.end()
        closes, number = bool(match[1]), int(match[2])
        if not 1 <= number <= len(source):
            raise TagsWrong(number, "unknown")
        if closes and number not in opened:
            raise TagsWrong(number, "not opened")
        if not closes and number in seen:
            raise TagsWrong(number, "twice")
        if not closes:
            opened[number] = len(text)
            seen.add(number)
            continue
        start = opened.pop(number)
        if start < len(text):
            marks.append(replace(source[number - 1], start=start, end=len(text)))
    if opened:
        raise TagsWrong(min(opened), "not closed")
    text += tagged[at:]
    return text, tuple(sorted(marks))


def missing_tags(tagged: str, source: Sequence[Mark]) -> tuple[int, ...]:
    """
    The numbers of the source's marks that a text has no tag for.

    >>> missing_tags("BPS said.", [Mark(start=5, end=8, kind="bold")])
    (1,)
    """
    there = {int(match[2]) for match in TAG.finditer(tagged)}
    return tuple(n for n in range(1, len(source) + 1) if n not in there)


def numbered(marks: Sequence[Mark], source: Sequence[Mark]) -> list[tuple[Mark, int]]:
    """
    Marks of a translation with the number of the source's mark that each comes from.

    Of several alike, the first takes the first.
    """
    free = dict(enumerate(source, start=1))
    found = []
    for mark in sorted(marks):
        number = next((n for n, one in free.items() if same_mark(one, mark)), None)
        if number is not None:
            del free[number]
            found.append((mark, number))
    return found


def same_mark(one: Mark, other: Mark) -> bool:
    """
    Whether two marks do the same, wherever they stand.
    """
    return (one.kind, one.href) == (other.kind, other.href)
