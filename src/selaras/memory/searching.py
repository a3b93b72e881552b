"""
Entries by words that stand in them, for people: newest first, a page at a time.

Texts are read one after the other, in stretches of ids: two hundred thousand entries
take a tenth of a second where nothing is found, and a page is full long before that
where something is. An index of translations too would make every answer that is
remembered dearer. However large the memory, a search ends after ``PATIENCE``.
"""

import sqlite3
import time
import unicodedata
from dataclasses import dataclass

from selaras.languages import Tag
from selaras.memory.entry import Entry, Level
from selaras.memory.rows import COLUMNS, entry_of

PATIENCE = 2.0
"""
Seconds after which a search says what it has found until then.
"""

LONGEST = 200
"""
Characters that are searched for.
"""

MOST = 200
STRETCH = 20_000
"""
Ids that are looked through between two looks at the clock.
"""

IN_ASCII = """
    AND (source.text LIKE ? ESCAPE '!' OR entry.translation LIKE ? ESCAPE '!')
"""
FOLDED = """
    AND (instr(folded(source.text), ?) > 0 OR instr(folded(entry.translation), ?) > 0)
"""
"""
For letters outside of ASCII that have a case, which SQLite does not fold: slower.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    What a search found; ``before`` is where the next page begins, if there is one.

    ``is_cut`` says that time was up: older entries were not looked at yet.
    """

    entries: tuple[Entry, ...]
    before: int | None = None
    is_cut: bool = False


def search(
    connection: sqlite3.Connection,
    words: str,
    *,
    target: Tag | None,
    level: Level | None,
    limit: int,
    before: int | None,
) -> Page:
    """
    Entries whose source or translation holds the words, in any case.
    """
    condition, values = condition_for(connection, words)
    limit = max(1, min(limit, MOST))
    until = time.monotonic() + PATIENCE
    top = newest(connection) if before is None else before - 1
    found: list[Entry] = []
    while top > 0 and len(found) <= limit:
        if time.monotonic() > until:
            return Page(entries=tuple(found[:limit]), before=top + 1, is_cut=True)
        bottom = max(0, top - STRETCH)
        where = (bottom, top, target, target, level, level, *values)
        rows = connection.execute(stretch(condition), (*where, limit + 1 - len(found)))
        found += (entry_of(row) for row in rows)
        top = bottom
    more = found[limit - 1].id if len(found) > limit else None
    return Page(entries=tuple(found[:limit]), before=more)


def condition_for(
    connection: sqlite3.Connection, words: str
) -> tuple[str, tuple[str, ...]]:
    """
    The part of the statement that looks for words, and its values.
    """
    asked = folded(words).strip().replace("\0", "")[:LONGEST]
    if not asked:
        return "", ()
    if asked == asked.upper() or asked.isascii():
        return IN_ASCII, (f"%{escaped(asked)}%",) * 2
    connection.create_function("folded", 1, folded, deterministic=True)
    return FOLDED, (asked, asked)


def newest(connection: sqlite3.Connection) -> int:
    """
    The highest id there is.
    """
    return int(connection.execute("SELECT max(id) FROM entry").fetchone()[0] or 0)


def folded(text: str) -> str:
    """
    A text as it is compared.

    >>> folded("État d’urgence")
    'état d’urgence'
    """
    return unicodedata.normalize("NFC", text).casefold()


def escaped(asked: str) -> str:
    """
    Words in which nothing is a pattern.

    >>> escaped("5%_!")
    '5!%!_!!'
    """
    for sign in "!%_":
        asked = asked.replace(sign, f"!{sign}")
    return asked


def stretch(condition: str) -> str:
    """
    The statement for one stretch of ids.
    """
    return f"""
        SELECT {COLUMNS} FROM entry JOIN source ON source.id = entry.source
        WHERE entry.id > ? AND entry.id <= ?
        AND (? IS NULL OR entry.language = ?) AND (? IS NULL OR entry.level = ?)
        {condition} ORDER BY entry.id DESC LIMIT ?
    """  # noqa: S608  (only conditions of this file)
