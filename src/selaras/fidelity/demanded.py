"""
What a translation owes to its source: the most of a kind, almost, not yet done.

Each demand is a word of the source and, language by language, everything that may
stand for it. The lists are wide on purpose, for what is asked is whether a translation
has any counterpart at all: where it has none, "the worst" has become "bad", "almost
finished" "finished", and what is planned has been told as done.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from selaras.fidelity.demanded_words import (
    MOST,
    NEARLY,
    NON,
    SAID_MOST,
    SAID_NEARLY,
    SAID_NON,
    SAID_TO_COME,
    TO_COME,
    TOLD,
)
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.languages import SOURCE, Tag
from selaras.text.cues import TABLES
from selaras.text.cues.reader import lowered
from selaras.text.spans import Span

Name = Literal["most", "nearly", "to come", "non"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """
    A word of the source, what may stand for it, and where alone it is asked for.
    """

    asked: str
    met: Mapping[Tag, str]
    message: str
    indonesian: str
    told: Mapping[Tag, str] = field(default_factory=dict)


def owed(pair: Pair, check: str, *names: Name) -> Iterator[Finding]:
    """
    A finding of a check for every demand that a translation does not meet.

    A language may say so in some other way: all of it is for the desk.
    """
    for name in names:
        for span in unmet(pair, name):
            said = span.of(pair.source)
            yield Finding(
                check=check,
                severity=Severity.REVIEW,
                message=DEMANDS[name].message.format(said),
                indonesian=DEMANDS[name].indonesian.format(said),
                expected=said,
                source_span=(span.start, span.end),
            )


def unmet(pair: Pair, name: Name) -> Iterator[Span]:
    """
    The first word of a source that asks for a counterpart, if a translation has none.
    """
    if pair.source_language != SOURCE or pair.language not in DEMANDS[name].met:
        return
    asked = asked_for(pair.source, name)
    if not asked or not pair.target.strip():
        return
    met, told = counterparts(name, pair.language)
    text = folded(pair.target, pair.language)
    if not met.search(text) and told.search(text):
        yield asked


@lru_cache(maxsize=512)
def asked_for(source: str, name: Name) -> Span | None:
    """
    Where a source asks for something, if it does; it is read once for all languages.
    """
    found = asking(name).search(lowered(source))
    return Span(*found.span()) if found else None


@cache
def asking(name: Name) -> re.Pattern[str]:
    """
    What asks for something, as a pattern compiled once.
    """
    return re.compile(DEMANDS[name].asked)


@cache
def counterparts(name: Name, language: Tag) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """
    What meets a demand in a language, and what must be there for it to be asked.
    """
    demand, folding = DEMANDS[name], TABLES[language].folding
    return (
        re.compile(demand.met[language].translate(folding)),
        re.compile(demand.told.get(language, "").translate(folding)),
    )


def folded(text: str, language: Tag) -> str:
    """
    A text in small letters, without the marks that a language may leave out.
    """
    return lowered(text).translate(TABLES[language].folding)


DEMANDS: Mapping[Name, Demand] = {
    "most": Demand(
        asked=MOST,
        met=SAID_MOST,
        message="The source says “{}”; the translation says of nothing that it is the "
        "most of its kind.",
        indonesian="Teks sumber menyebut “{}”; terjemahan tidak menyebut apa pun "
        "sebagai yang paling.",
    ),
    "nearly": Demand(
        asked=NEARLY,
        met=SAID_NEARLY,
        message="The source says “{}”; the translation says that it is wholly so.",
        indonesian="Teks sumber menyebut “{}”; terjemahan menyatakannya sepenuhnya.",
    ),
    "to come": Demand(
        asked=TO_COME,
        met=SAID_TO_COME,
        told=TOLD,
        message="The source says “{}”, of what is still to come; the translation tells "
        "it as done.",
        indonesian="Teks sumber menyebut “{}”, jadi belum terjadi; terjemahan "
        "menceritakannya sebagai sudah terjadi.",
    ),
    "non": Demand(
        asked=NON,
        met=SAID_NON,
        message="The source says “{}”; the translation has no word for “non”.",
        indonesian="Teks sumber menyebut “{}”; terjemahan tidak memuat padanan “non”.",
    ),
}
"""
By name, each demand.
"""
