"""
Entries as rows, and back.
"""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from selaras.article.model import Link
from selaras.memory.entry import Entry

COLUMNS = """
    entry.id, source.text, source.language, entry.language, entry.translation,
    entry.level, entry.engine, entry.model, entry.via, entry.steps, entry.links,
    entry.author, entry.article, entry.path, entry.created, entry.updated, entry.uses
"""
"""
What ``entry_of`` reads, in its order.
"""


class Unreadable(sqlite3.DatabaseError):
    """
    A row whose values SQLite finds in order and we do not.
    """

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def entry_of(row: Sequence[Any]) -> Entry:
    """
    The entry that a row of ``COLUMNS`` stands for.
    """
    try:
        return _entry(row)
    except (TypeError, ValueError) as error:
        raise Unreadable(f"entry {row[0]} cannot be read") from error


def row_of(
    entry: Entry, *, source: int, aligned: bool, now: datetime
) -> tuple[object, ...]:
    """
    The values of an entry for its insertion, without id and uses.

    ``aligned`` says whether the links fit the text as the memory has it: their offsets
    are meaningless in a text that differs by its white space.
    """
    moment = now.astimezone(UTC).isoformat(timespec="milliseconds")
    links = None if entry.links is None or not aligned else _json(entry.links)
    return (
        source,
        entry.target,
        entry.translation,
        entry.level,
        entry.engine,
        entry.model,
        json.dumps(entry.via),
        json.dumps(entry.steps),
        links,
        entry.author,
        entry.article,
        entry.path,
        moment,
        moment,
    )


def _entry(row: Sequence[Any]) -> Entry:
    return Entry(
        id=row[0],
        text=row[1],
        source=row[2],
        target=row[3],
        translation=row[4],
        level="human" if row[5] == "human" else "machine",
        engine=row[6],
        model=row[7],
        via=tuple(json.loads(row[8])),
        steps=tuple(json.loads(row[9])),
        links=None if row[10] is None else _links(row[10]),
        author=row[11],
        article=row[12],
        path=row[13],
        created=datetime.fromisoformat(row[14]),
        updated=datetime.fromisoformat(row[15]),
        uses=row[16],
    )


def _json(links: tuple[Link, ...]) -> str:
    return json.dumps([[*link.source, *link.target, link.weight] for link in links])


def _links(written: str) -> tuple[Link, ...]:
    return tuple(
        Link(source=(a, b), target=(c, d), weight=weight)
        for a, b, c, d, weight in json.loads(written)
    )
