"""
XLIFF 1.x and 2.x as translators' tools send it back.

Tools cut sentences in pieces of their own (``mrk`` of the type ``seg``; several
segments in a unit), put namespaces of their own in, and offer other translations
beside. What counts is the unit's own target, whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree.ElementTree import Element

from selaras.exchange.elements import MAX_BYTES, XML_LANG, children, elements, local
from selaras.exchange.words import Gathered
from selaras.exchange.xliff import Returned, Stage

HOME = "urn:oasis:names:tc:xliff:document:"

AROUND = frozenset({"g", "pc"})
BEGIN = {"bpt": ("rid", "id"), "bx": ("rid", "id"), "sc": ("id",)}
END = {"ept": ("rid", "id"), "ex": ("rid", "id"), "ec": ("startRef", "id")}
CODES = frozenset({"ph", "x", "it"})
DELETED = frozenset({"x-sdl-deleted"})
"""
Kinds of ``mrk`` whose words somebody has taken out, while changes were tracked.
"""

UNFINISHED = frozenset(
    {"new", "needs-translation", "needs-adaptation", "needs-l10n", "initial"}
)
APPROVED = frozenset({"final", "signed-off", "reviewed"})


def read_xliff(stream: BinaryIO, *, largest: int = MAX_BYTES) -> Iterator[Returned]:
    """
    The sentences of a file as they come. Raises ``ExchangeError``.
    """
    units = elements(
        stream, "trans-unit", "unit", root="xliff", home=HOME, largest=largest
    )
    for above, unit in units:
        yield returned(unit, above)


def returned(unit: Element, above: Mapping[str, Mapping[str, str]]) -> Returned:
    """
    A sentence that came back.
    """
    is_old = local(unit.tag) == "trans-unit"
    read = (of_trans_unit if is_old else of_unit)(unit)
    words = read.target.finish()
    return Returned(
        id=unit.get("id", ""),
        language=read.language
        or above.get("file", {}).get("target-language", "")
        or above.get("xliff", {}).get("trgLang", ""),
        source=read.source.text,
        text=words.text if read.is_whole else "",
        spans=tuple(words.spans),
        faults=tuple(words.faults),
        stage=read.stage,
        codes=read.codes.many,
    )


@dataclass
class Codes:
    """
    How many codes of other tools were dropped.
    """

    many: int = 0


@dataclass(kw_only=True)
class Read:
    """
    What was read of a unit; ``is_whole`` says that all of its pieces have a target.
    """

    source: Gathered
    target: Gathered
    codes: Codes
    stage: Stage
    is_whole: bool = True
    language: str = ""


def of_trans_unit(unit: Element) -> Read:
    """
    A unit of version 1.x: its own source and target, not those offered beside.
    """
    source, target, codes = Gathered(), Gathered(), Codes()
    language = state = ""
    for one in children(unit, "source"):
        gather(one, source, Codes())
        break
    for one in children(unit, "target"):
        gather(one, target, codes)
        language, state = one.get(XML_LANG, ""), one.get("state", "")
        break
    if unit.get("approved") == "yes":
        state = "final"
    stage = stage_of([state])
    return Read(
        source=source, target=target, codes=codes, stage=stage, language=language
    )


def of_unit(unit: Element) -> Read:
    """
    A unit of version 2.x: its segments, and what stands between them, one by one.
    """
    source, target, codes = Gathered(), Gathered(), Codes()
    states, is_whole = [], True
    for piece in children(unit, "segment", "ignorable"):
        own = next(children(piece, "source"), None)
        said = next(children(piece, "target"), None)
        if own is not None:
            gather(own, source, Codes())
        if local(piece.tag) == "segment":
            states.append(piece.get("state", ""))
            is_whole = is_whole and said is not None
        elif said is None:
            said = own
        if said is not None:
            gather(said, target, codes)
    return Read(
        source=source,
        target=target,
        codes=codes,
        stage=stage_of(states),
        is_whole=is_whole,
    )


def stage_of(states: list[str]) -> Stage:
    """
    How far a unit is: as far as the piece that is least.

    >>> stage_of(["final", "translated"]).value, stage_of(["final"]).value
    ('translated', 'approved')
    """
    if UNFINISHED & {*states}:
        return Stage.UNFINISHED
    return Stage.APPROVED if states and {*states} <= APPROVED else Stage.TRANSLATED


def gather(element: Element, words: Gathered, codes: Codes) -> None:
    """
    Add the words within an element, with the marks that open and close among them.
    """
    words.add(element.text)
    for child in element:
        gather_one(child, words, codes)
        words.add(child.tail)


def gather_one(child: Element, words: Gathered, codes: Codes) -> None:
    """
    Add one element of a text: a mark, another tool's code, or words with a remark.
    """
    name = local(child.tag)
    if name in AROUND:
        number = number_of(child, ("id",), codes)
        if number:
            words.open(number)
        gather(child, words, codes)
        if number:
            words.close(number)
    elif name in BEGIN:
        if number := number_of(child, BEGIN[name], codes):
            words.open(number)
    elif name in END:
        if number := number_of(child, END[name], codes):
            words.close(number)
    elif name in CODES:
        codes.many += 1
    elif name == "cp":
        words.add(character_of(child.get("hex", "")))
    elif child.get("mtype") not in DELETED:
        gather(child, words, codes)


def number_of(element: Element, names: tuple[str, ...], codes: Codes) -> int:
    """
    The number of a mark; 0, which is counted, for a code that is none of ours.
    """
    said = next((element.get(name) for name in names if element.get(name)), "") or ""
    if said.isascii() and said.isdigit() and 0 < len(said) < 4:
        return int(said)
    codes.many += 1
    return 0


def character_of(hexadecimal: str) -> str:
    """
    A character that XML cannot hold, as version 2 spells it; those are left out.
    """
    return " " if hexadecimal.lower() in {"0009", "000a", "000d"} else ""
