"""
Words that decide what a sentence asserts: negations, opposites, legal status, doubt.

Each language has a table; what is done with the cues is a check's business.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from selaras.languages import Tag
from selaras.text.cues import ar, en, fr, ja, zh
from selaras.text.cues import id as indonesian
from selaras.text.cues.cue import Cue, CueTable
from selaras.text.cues.reader import CueReader

__all__ = ["TABLES", "Cue", "CueTable", "Subject", "read_cues"]

Subject = Literal["negation", "opposites", "status"]

TABLES: Mapping[Tag, CueTable] = {
    "id": indonesian.TABLE,
    "en": en.TABLE,
    "fr": fr.TABLE,
    "zh": zh.TABLE,
    "ja": ja.TABLE,
    "ar": ar.TABLE,
}


@lru_cache(maxsize=2048)
def read_cues(text: str, language: Tag, subject: Subject) -> tuple[Cue, ...]:
    """
    Every cue of a text on one subject, in order.

    A source is read once for all its languages.

    >>> [cue.meaning for cue in read_cues("Ia belum jadi tersangka.", "id", "status")]
    ['suspect']
    >>> [cue.meaning for cue in read_cues("降らず、来なかった。", "ja", "negation")]
    ['not', 'not']
    """
    return reader(language, subject).read(text)


@cache
def reader(language: Tag, subject: Subject) -> CueReader:
    """
    The reader of a language on one subject, built once.
    """
    table = TABLES[language]
    clitics = "" if subject == "negation" else table.clitics
    return CueReader(table, getattr(table, subject), clitics)
