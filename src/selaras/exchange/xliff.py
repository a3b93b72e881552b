"""
XLIFF's values, in all of its versions: what goes to a translator and comes back.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from selaras.article import Mark
from selaras.article.tags import numbered
from selaras.errors import TagsWrong
from selaras.exchange.words import Span
from selaras.languages import SOURCE, Tag


class Stage(StrEnum):
    """
    How far a sentence is, for a translator.

    ``UNFINISHED``: not translated, or not to be used; ``TRANSLATED``: somebody should
    look at it; ``APPROVED``: a person stands for it.
    """

    UNFINISHED = "unfinished"
    TRANSLATED = "translated"
    APPROVED = "approved"


NoteKind = Literal["finding", "fact", "term", "place"]


@dataclass(frozen=True, slots=True)
class Note:
    """
    Something that a translator should know about a sentence.
    """

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """
    A sentence that goes out. Spans are its marks, numbered as the source's are.

    ``id`` is all that is sure to come back: whatever finds the sentence again is in it.
    ``kinds`` are what the source's marks do, in their order.
    """

    id: str
    name: str
    source: str
    target: str = ""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    kinds: tuple[str, ...] = ()
    stage: Stage = Stage.UNFINISHED
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """
    Sentences of one language that go out together.
    """

    name: str
    title: str
    language: Tag
    units: Sequence[Unit] = ()
    source: Tag = SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """
    A sentence that came back; ``text`` is empty where there is no translation.

    ``faults`` are marks that were opened and not closed, or the like; ``codes`` counts
    the formatting of other tools that was dropped. ``language`` is as the file says it.
    """

    id: str
    language: str
    source: str
    text: str
    spans: tuple[Span, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    stage: Stage = Stage.TRANSLATED
    codes: int = 0


def spans_of(marks: Iterable[Mark], source: Sequence[Mark]) -> tuple[Span, ...]:
    """
    The marks of a text as spans, each with the number of the source's mark.
    """
    found = numbered(list(marks), source)
    return tuple((number, mark.start, mark.end) for mark, number in found)


def marks_from(returned: Returned, source: Sequence[Mark]) -> tuple[Mark, ...]:
    """
    The marks of a sentence that came back. Raises ``TagsWrong``.
    """
    for number, fault in returned.faults:
        raise TagsWrong(number, fault)
    for number, _start, _end in returned.spans:
        if not 1 <= number <= len(source):
            raise TagsWrong(number, "unknown")
    return tuple(
        sorted(
            replace(source[number - 1], start=start, end=end)
            for number, start, end in returned.spans
        )
    )


def wording(text: str, spans: Iterable[Span]) -> str:
    """
    A short name for a sentence with its marks: who changed it, changed this.

    >>> wording("BPS naik.", [(1, 0, 3)]) == wording("BPS  naik.", [])
    False
    """
    content = json.dumps([" ".join(text.split()), sorted(spans)], ensure_ascii=False)
    return hashlib.blake2b(content.encode(errors="replace"), digest_size=8).hexdigest()
