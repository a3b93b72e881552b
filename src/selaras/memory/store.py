"""
The memory itself.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from selaras.languages import SOURCE, Tag
from selaras.memory import statements
from selaras.memory.answer import MachineAnswer
from selaras.memory.entry import Entry, Level, Match, key, normalised, storable
from selaras.memory.file import MemoryFile
from selaras.memory.fuzzy import Resembling
from selaras.memory.rows import entry_of, row_of
from selaras.memory.searching import Page, search

CHUNK = 500
"""
How many texts one statement asks about: SQLite before 3.32 takes 999 values.
"""

PAGE = 1000

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """
    How much a memory holds, in all and per target language.
    """

    texts: int
    machine: int
    human: int
    uses: int
    per_target: dict[Tag, int] = field(default_factory=dict)


class Memory:
    """
    Translations that were made before, in one SQLite file.

    Threads and processes may share it. Every call either happens or does not, also when
    the process is killed. A file that cannot be used raises ``MemoryUnusable`` and is
    never deleted or overwritten.

    A machine's entry belongs to its engine and model; a person's comes before all of
    them, and no machine's answer ever replaces it. ``wait`` is how many seconds to wait
    for another process that is writing.

    Text that UTF-8 cannot hold (lone surrogates) is neither found nor kept.
    """

    def __init__(self, path: Path | str, *, wait: float = 30.0) -> None:
        self._file = MemoryFile(Path(path), wait=wait)
        self._resembling = Resembling()

    @property
    def path(self) -> Path:
        """
        Where the file is.
        """
        return self._file.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """
        Give the file back.
        """
        self._file.close()

    def exact(
        self,
        text: str,
        *,
        target: Tag,
        source: Tag = SOURCE,
        engine: str | None = None,
        model: str = "",
    ) -> Entry | None:
        """
        The translation of this very text: a person's, else this engine and model's.

        Without an engine, only a person's counts.
        """
        [found] = self.exact_many(
            [text], target=target, source=source, engine=engine, model=model
        )
        return found

    def exact_many(
        self,
        texts: Sequence[str],
        *,
        target: Tag,
        source: Tag = SOURCE,
        engine: str | None = None,
        model: str = "",
    ) -> list[Entry | None]:
        """
        ``exact`` for many texts, in their order.
        """
        keys = [key(text) if storable(text) else b"" for text in texts]
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, Entry] = {}
        with self._file.reading() as connection:
            for chunk in _chunks(wanted):
                rows = connection.execute(
                    statements.exact(len(chunk)),
                    (source, target, engine, model, *chunk),
                )
                # A person's entry comes last and so replaces a machine's.
                found.update((row[0], entry_of(row[1:])) for row in rows)
        pairs = zip(keys, texts, strict=True)
        return [_fitting(found.get(fingerprint), text) for fingerprint, text in pairs]

    def fuzzy(
        self,
        text: str,
        *,
        target: Tag,
        source: Tag = SOURCE,
        threshold: float = 0.85,
        limit: int = 5,
    ) -> list[Match]:
        """
        What resembles the text, most similar first, at most one entry for each source.

        The same text is among them, with a score of 1. People's work is preferred to a
        machine's. To be shown, never applied.
        """
        if not 0 < threshold <= 1:
            raise ValueError(f"A threshold is over 0 and at most 1, not {threshold}.")
        if not storable(text):
            return []
        with self._file.reading() as connection:
            scores = dict(
                self._resembling.find(
                    connection,
                    text,
                    source=source,
                    target=target,
                    threshold=threshold,
                    limit=limit,
                )
            )
            rows = connection.execute(
                statements.of_sources(len(scores)), (target, *scores)
            )
            matches = [
                Match(entry=entry_of(row[1:]), score=scores[row[0]]) for row in rows
            ]
        best: dict[str, Match] = {}
        for match in sorted(matches, key=_rank):
            best.setdefault(match.entry.text, match)
        return list(best.values())

    def remember(self, entry: Entry) -> None:
        """
        Keep an entry, in the place of the last one of a person, or of the same model.
        """
        self.remember_many([entry])

    def remember_many(self, entries: Iterable[Entry]) -> None:
        """
        Keep all of them, in one transaction.
        """
        now = datetime.now(UTC)
        chunks = list(_chunks([entry for entry in entries if _keepable(entry)]))
        if not chunks:
            return
        with self._file.writing() as connection:
            for chunk in chunks:
                _write(connection, chunk, now)

    def remember_as_they_come(self, entries: Iterable[Entry]) -> int:
        """
        Keep all of them in one transaction, however many they are; how many it were.

        Where taking the next one raises an error, none is kept. Nobody else can write
        until the last one has come. They may be made of what this memory answers.
        """
        number, now = 0, datetime.now(UTC)
        coming = (entry for entry in entries if _keepable(entry))
        with self._file.writing() as connection:
            while chunk := list(islice(coming, CHUNK)):
                _write(connection, chunk, now)
                number += len(chunk)
        return number

    def remember_answers(self, answers: Iterable[MachineAnswer]) -> None:
        """
        Keep what an engine answered, for ``selaras.engines.Remembering``.
        """
        self.remember_many(
            Entry(
                text=answer.text,
                translation=answer.translation,
                source=answer.source,
                target=answer.target,
                engine=answer.engine,
                model=answer.model,
                via=answer.via,
                steps=answer.steps,
                links=answer.links,
            )
            for answer in answers
        )

    def used(self, ids: Iterable[int]) -> None:
        """
        Count one use of each of these entries.
        """
        numbers = [(number,) for number in ids]
        if numbers:
            with self._file.writing() as connection:
                connection.executemany(statements.USED, numbers)

    def forget(
        self,
        text: str,
        *,
        target: Tag,
        source: Tag = SOURCE,
        level: Level | None = None,
    ) -> int:
        """
        Remove what is known about a text, or one level of it, and say how much it was.
        """
        if not storable(text):
            return 0
        with self._file.writing() as connection:
            cursor = connection.execute(
                statements.FORGET_TEXT, (source, key(text), target, level, level)
            )
            connection.execute(statements.FORGET_SOURCE, (source, key(text)))
        return cursor.rowcount

    def forget_entry(self, number: int) -> bool:
        """
        Remove one entry; whether it was there.
        """
        with self._file.writing() as connection:
            cursor = connection.execute(statements.FORGET_ENTRY, (number,))
            connection.execute(statements.FORGET_SOURCES)
        return bool(cursor.rowcount)

    def forget_model(self, *, engine: str, model: str) -> int:
        """
        Remove every machine entry of a model that is no longer used, and say how many.
        """
        with self._file.writing() as connection:
            cursor = connection.execute(statements.FORGET_MODEL, (engine, model))
            connection.execute(statements.FORGET_SOURCES)
        return cursor.rowcount

    def entry(self, number: int) -> Entry | None:
        """
        The entry of this id.
        """
        with self._file.reading() as connection:
            row = connection.execute(statements.ENTRY, (number,)).fetchone()
        return entry_of(row) if row else None

    def search(
        self,
        words: str,
        *,
        target: Tag | None = None,
        level: Level | None = None,
        limit: int = 50,
        before: int | None = None,
    ) -> Page:
        """
        Entries whose text or translation holds the words, in any case, newest first.

        All of them, if there are no words. ``before`` is that of the page before. At
        most 200 characters are looked for and 200 entries returned, and it takes about
        two seconds at most; see ``selaras.memory.searching``.
        """
        if not storable(words):
            return Page(entries=())
        with self._file.reading() as connection:
            return search(
                connection,
                words,
                target=target,
                level=level,
                limit=limit,
                before=before,
            )

    def entries(
        self,
        *,
        source: Tag | None = None,
        target: Tag | None = None,
        level: Level | None = None,
    ) -> Iterator[Entry]:
        """
        Everything, or what fits, oldest first.

        Nothing is locked between two of them: what is added meanwhile may be there too.
        """
        last = 0
        while True:
            with self._file.reading() as connection:
                rows = connection.execute(
                    statements.PAGE,
                    (last, source, source, target, target, level, level, PAGE),
                )
                page = [entry_of(row) for row in rows]
            if not page:
                return
            yield from page
            last = page[-1].id

    def counts(self) -> Counts:
        """
        How much it holds.
        """
        with self._file.reading() as connection:
            texts = connection.execute(statements.COUNT_TEXTS).fetchone()[0]
            rows = connection.execute(statements.COUNT_ENTRIES).fetchall()
        per_target: dict[Tag, int] = {}
        for target, _, number, _ in rows:
            per_target[target] = per_target.get(target, 0) + number
        return Counts(
            texts=texts,
            machine=sum(row[2] for row in rows if row[1] == "machine"),
            human=sum(row[2] for row in rows if row[1] == "human"),
            uses=sum(row[3] for row in rows),
            per_target=per_target,
        )


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def _write(
    connection: sqlite3.Connection, entries: Sequence[Entry], now: datetime
) -> None:
    keys = [key(entry.text) for entry in entries]
    keyed = list(zip(keys, entries, strict=True))
    connection.executemany(
        statements.ADD_SOURCE,
        [
            (entry.source, k, entry.text, len(normalised(entry.text)))
            for k, entry in keyed
        ],
    )
    rows = connection.execute(statements.sources(len(keys)), keys)
    sources = {(row[0], row[1]): (row[2], row[3]) for row in rows}
    for k, entry in keyed:
        number, text = sources[entry.source, k]
        row = row_of(entry, source=number, aligned=text == entry.text, now=now)
        connection.execute(statements.REMEMBER[entry.level], row)


def _keepable(entry: Entry) -> bool:
    said = (entry.text, entry.translation, entry.author, entry.article, entry.path)
    return all(map(storable, said))


def _fitting(entry: Entry | None, text: str) -> Entry | None:
    # Offsets of links are those of the text as it was remembered.
    if entry is None or entry.links is None or entry.text == text:
        return entry
    return replace(entry, links=None)


def _rank(match: Match) -> tuple[float, bool, float]:
    updated = match.entry.updated
    newest = -updated.timestamp() if updated else 0.0
    return -match.score, match.entry.level != "human", newest
