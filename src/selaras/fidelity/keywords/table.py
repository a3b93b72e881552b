"""
The table of key words: files of rows that people read and mend.

A row names Indonesian words, which share what they become, and then for each language
the renderings, as ``readable`` writes texts: beginnings of words in English and French,
parts of words in Arabic, characters in Chinese and Japanese. ``$`` ends a word, ``_``
stands between two. ``?`` before a language's renderings says that good translators
often find something else, ``-`` that nothing is asked of it. A row without renderings
is an idiom: nothing is asked of its words.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from selaras.fidelity.keywords.target import readable
from selaras.languages import Tag

COLUMNS: tuple[Tag, ...] = ("en", "fr", "zh", "ja", "ar")
"""
The order of the languages in a row.
"""

FILES = (
    "crime",
    "society",
    "deeds",
    "disaster",
    "nature",
    "health",
    "economy",
    "farms",
    "trade",
    "public",
    "play",
    "general",
    "idioms",
)


class Renderings(NamedTuple):
    """
    What a key word becomes in one language, and whether it nearly always does.
    """

    parts: tuple[str, ...]
    firm: bool


class Row(NamedTuple):
    """
    Words that share what they become, by language; nothing for an idiom.
    """

    words: tuple[str, ...]
    columns: Mapping[Tag, Renderings]


@cache
def renderings_of(language: Tag) -> Mapping[str, Renderings]:
    """
    For every key word of a language what it becomes.
    """
    return {
        word: row.columns[language]
        for row in rows()
        if language in row.columns
        for word in row.words
    }


@cache
def rows() -> tuple[Row, ...]:
    """
    All rows of all files.
    """
    return tuple(row for name in FILES for row in rows_of(text_of(name)))


def rows_of(text: str) -> Iterator[Row]:
    """
    The rows of a file; what follows ``#`` is for people.

    >>> [row] = rows_of("kapal, perahu | ship boat | ?navire | - | 船 | سفين")
    >>> row.words, row.columns["fr"]
    (('kapal', 'perahu'), Renderings(parts=(' navire',), firm=False))
    >>> sorted(row.columns)
    ['ar', 'en', 'fr', 'ja']
    """
    for line in text.split("\n"):
        words, *columns = line.partition("#")[0].split("|")
        if words.strip():
            yield Row(
                tuple(word.strip() for word in words.split(",")),
                {
                    language: renderings(column, language)
                    for language, column in zip(COLUMNS, columns, strict=False)
                    if column.strip() != "-"
                },
            )


def renderings(column: str, language: Tag) -> Renderings:
    """
    The renderings of a cell.
    """
    column = column.strip()
    parts = column.removeprefix("?").split()
    return Renderings(
        tuple(dict.fromkeys(part_of(part, language) for part in parts)),
        firm=not column.startswith("?"),
    )


def part_of(part: str, language: Tag) -> str:
    """
    A rendering as it stands in a text that was made readable.
    """
    whole = part.endswith("$")
    text = readable(part.removesuffix("$").replace("_", " "), language)
    return text if whole else text.removesuffix(" ")


def text_of(name: str) -> str:
    """
    The text of a file that lies beside this module.
    """
    file = resources.files(__package__) / f"{name}.txt"
    return file.read_text("utf-8")
