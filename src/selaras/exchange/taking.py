"""
What a TMX file would change in a memory, and changing it: all of the file or nothing.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import BinaryIO, Literal

from selaras.exchange.elements import MAX_BYTES
from selaras.exchange.tmx import Pair, Tally, read_tmx
from selaras.languages import TARGETS, Tag
from selaras.memory import Entry, Level, Memory, normalised

Choice = Literal["keep", "replace"]
"""
What becomes of a person's entry that is newer than the file's, or that the file gives
no date for: it is kept, or replaced.
"""

SHOWN = 50
"""
Pairs that are shown of each fate: nobody reads more before they decide.
"""

PORTION = 500
IMPORTED = "imported:"
"""
The step in an entry's provenance that names the file it came in with.
"""


class Fate(StrEnum):
    """
    What becomes of a pair of a file.

    ``KEPT``: the memory has something else from a person, which stays. ``TWICE``: the
    file itself has said something else of the same text before.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT = "kept"
    TWICE = "twice"


TAKEN = frozenset({Fate.NEW, Fate.CHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """
    One pair with its fate, and what the memory had.
    """

    pair: Pair
    fate: Fate
    before: str = ""
    before_by: str = ""


@dataclass
class Taken:
    """
    What a file holds and what became of it, or would.
    """

    tally: Tally = field(default_factory=Tally)
    fates: Counter[Fate] = field(default_factory=Counter)
    targets: Counter[Tag] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)

    @property
    def writes(self) -> int:
        """
        How many entries are written.
        """
        return sum(self.fates[fate] for fate in TAKEN)


def memory_plan(
    memory: Memory,
    stream: BinaryIO,
    *,
    name: str,
    newer: Choice = "keep",
    level: Level = "human",
    targets: Collection[Tag] = TARGETS,
    largest: int = MAX_BYTES,
) -> Taken:
    """
    What ``memory_take`` would do with a file. Nothing is written.
    """
    taken = Taken()
    pairs = allowed(read_tmx(stream, taken.tally, largest=largest), targets, taken)
    for _entry in entries_for(memory, pairs, taken, name, newer, level):
        pass
    return taken


def memory_take(
    memory: Memory,
    stream: BinaryIO,
    *,
    name: str,
    newer: Choice = "keep",
    level: Level = "human",
    targets: Collection[Tag] = TARGETS,
    largest: int = MAX_BYTES,
) -> Taken:
    """
    Take a file's pairs into the memory: all that are new or changed, or nothing.

    ``name`` is what the file is called, which each entry remembers; ``level`` holds for
    files that do not say who translated; pairs in other languages than ``targets`` are
    counted as "forbidden" and left. May be done twice. Raises ``ExchangeError`` or
    ``MemoryUnusable``, and then nothing was written.
    """
    taken = Taken()
    pairs = allowed(read_tmx(stream, taken.tally, largest=largest), targets, taken)
    memory.remember_as_they_come(entries_for(memory, pairs, taken, name, newer, level))
    return taken


def allowed(
    pairs: Iterator[Pair], targets: Collection[Tag], taken: Taken
) -> Iterator[Pair]:
    """
    The pairs in languages that may be changed; the others are counted.
    """
    for pair in pairs:
        if pair.target in targets:
            yield pair
        else:
            taken.tally.refused["forbidden"] += 1


def entries_for(
    memory: Memory,
    pairs: Iterator[Pair],
    taken: Taken,
    name: str,
    newer: Choice,
    level: Level,
) -> Iterator[Entry]:
    """
    The entries to be written for a file's pairs, while ``taken`` counts all of them.
    """
    said: dict[bytes, bytes] = {}
    while portion := list(islice(pairs, PORTION)):
        entries = [entry_of(pair, name, level) for pair in portion]
        known = known_to(memory, entries)
        for pair, entry, before in zip(portion, entries, known, strict=True):
            fate = fate_in_file(said, entry) or fate_of(pair, entry, before, newer)
            taken.fates[fate] += 1
            taken.targets[pair.target] += 1
            remember_example(
                taken,
                Example(
                    pair=pair,
                    fate=fate,
                    before=before.translation if before else "",
                    before_by=before.author if before else "",
                ),
            )
            if fate in TAKEN:
                yield entry


def entry_of(pair: Pair, name: str, level: Level) -> Entry:
    """
    A pair as an entry that knows the file it came in with.

    The article that another newsroom made it for is none of ours.
    """
    level = pair.level or level
    return Entry(
        text=pair.text,
        translation=pair.translation,
        target=pair.target,
        level=level,
        engine=pair.engine or ("imported" if level == "machine" else ""),
        model=pair.model,
        via=pair.via,
        steps=(f"{IMPORTED}{name[:200]}",),
        author="" if level == "machine" else pair.author or name[:200],
    )


def known_to(memory: Memory, entries: Sequence[Entry]) -> list[Entry | None]:
    """
    What the memory has in the place of each entry.
    """
    found: dict[int, Entry | None] = {}
    for place in {(e.target, e.engine, e.model, e.level) for e in entries}:
        target, engine, model, level = place
        at = [
            n
            for n, e in enumerate(entries)
            if (e.target, e.engine, e.model, e.level) == place
        ]
        answers = memory.exact_many(
            [entries[n].text for n in at],
            target=target,
            engine=engine if level == "machine" else None,
            model=model,
        )
        found.update(zip(at, answers, strict=True))
    return [found[n] for n in range(len(entries))]


def fate_in_file(said: dict[bytes, bytes], entry: Entry) -> Fate | None:
    """
    The fate of a pair whose text the file has had before; nothing if it has not.

    As in the memory, a person's entry has one place, and each model has its own.
    """
    own = () if entry.level == "human" else (entry.engine, entry.model)
    place = fingerprint(entry.target, entry.level, entry.text, *own)
    words = fingerprint(entry.translation)
    before = said.setdefault(place, words)
    if before is words:
        return None
    return Fate.SAME if before == words else Fate.TWICE


def fate_of(pair: Pair, entry: Entry, before: Entry | None, newer: Choice) -> Fate:
    """
    The fate of a pair that has something, or nothing, in its place in the memory.
    """
    if before is None:
        return Fate.NEW
    is_by_person = before.level == "human"
    if before.translation == entry.translation and (
        is_by_person or entry.level == "machine"
    ):
        return Fate.SAME
    if not is_by_person:
        return Fate.CHANGED
    if entry.level == "machine":
        return Fate.KEPT
    is_newer = (
        pair.changed is not None
        and before.updated is not None
        and pair.changed > before.updated
    )
    return Fate.CHANGED if is_newer or newer == "replace" else Fate.KEPT


def fingerprint(*texts: str) -> bytes:
    """
    A short name for texts: a file's are not all held.
    """
    content = "\0".join(map(normalised, texts))
    return hashlib.blake2b(content.encode(errors="replace"), digest_size=16).digest()


def remember_example(taken: Taken, example: Example) -> None:
    """
    Keep the first pairs of each fate to be shown.
    """
    if taken.fates[example.fate] <= SHOWN:
        taken.examples.append(example)
