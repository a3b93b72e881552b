"""
TMX 1.4b: a memory as other tools read and write it.

https://www.gala-global.org/tmx-14b. A unit is one Indonesian text with one translation.
What we know and TMX has no place for stands in ``prop`` elements of our own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO
from xml.etree.ElementTree import Element

from selaras import __version__
from selaras.exchange.elements import MAX_BYTES, XML_LANG, children, elements, local
from selaras.exchange.naming import ours
from selaras.exchange.words import Gathered, attributes, told
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.memory import Entry, Level

MOMENT = "%Y%m%dT%H%M%SZ"
LONGEST = 5000
"""
Characters of a text: what is longer is no sentence.
"""

HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="selaras" creationtoolversion="{__version__}" segtype="sentence" \
o-tmf="selaras" adminlang="en" srclang="{SOURCE}" datatype="plaintext"/>
<body>
"""
TAIL = "</body>\n</tmx>\n"

CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""
Elements that hold another tool's formatting, which says nothing in our texts.
"""


def write_tmx(entries: Iterable[Entry]) -> Iterator[str]:
    """
    A memory's entries as TMX, in portions: nothing is held but the one being written.

    Characters that XML cannot hold are left out.
    """
    yield HEAD
    for entry in entries:
        yield unit_of(entry)
    yield TAIL


def unit_of(entry: Entry) -> str:
    """
    An entry as a translation unit.
    """
    made = attributes(
        [
            ("tuid", entry.id or ""),
            ("usagecount", entry.uses),
            ("creationdate", moment_said(entry.created)),
            ("creationid", entry.author or entry.engine),
            ("changedate", moment_said(entry.updated)),
        ]
    )
    known = [
        ("level", entry.level),
        ("engine", entry.engine),
        ("model", entry.model),
        ("via", " ".join(entry.via)),
        ("article", entry.article),
    ]
    props = "".join(
        f'<prop type="x-selaras-{name}">{told(value)}</prop>'
        for name, value in known
        if value
    )
    return (
        f"<tu{made}>{props}{variant(entry.source, entry.text)}"
        f"{variant(entry.target, entry.translation)}</tu>\n"
    )


def variant(language: Tag, text: str) -> str:
    """
    A text in its language.
    """
    tag = LANGUAGES[language].html if language in LANGUAGES else language
    return f"<tuv{attributes([('xml:lang', tag)])}><seg>{told(text)}</seg></tuv>"


def moment_said(moment: datetime | None) -> str:
    """
    A moment as TMX writes it.

    >>> moment_said(datetime(2026, 11, 26, 5, 7, tzinfo=UTC))
    '20261126T050700Z'
    """
    return moment.astimezone(UTC).strftime(MOMENT) if moment else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """
    A text and a translation of it, as a file has them.

    ``changed`` is when, if the file says so. ``level``, ``engine`` and ``model`` are
    told by files of ours alone.
    """

    text: str
    translation: str
    target: Tag
    author: str = ""
    changed: datetime | None = None
    level: Level | None = None
    engine: str = ""
    model: str = ""
    via: tuple[Tag, ...] = ()


@dataclass
class Tally:
    """
    What was found in a file besides pairs: ``refused`` by reason, and how often.

    ``codes`` counts the formatting that was dropped.
    """

    units: int = 0
    codes: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)


def read_tmx(
    stream: BinaryIO, tally: Tally, *, largest: int = MAX_BYTES
) -> Iterator[Pair]:
    """
    The pairs of a TMX file as they come; what is none of ours is counted in ``tally``.

    Raises ``ExchangeError``.
    """
    for _above, unit in elements(stream, "tu", root="tmx", largest=largest):
        tally.units += 1
        yield from pairs_of(unit, tally)


def pairs_of(unit: Element, tally: Tally) -> Iterator[Pair]:
    """
    The pairs of a translation unit: its Indonesian text with each translation.
    """
    found: dict[Tag, tuple[Element, str]] = {}
    for one in children(unit, "tuv"):
        named = one.get(XML_LANG) or one.get("lang") or ""
        language = ours(named)
        if language is None:
            tally.foreign[named[:20]] += 1
        elif language in found:
            tally.refused["variant"] += 1
        else:
            found[language] = (one, text_of(one, tally))
    if SOURCE not in found:
        tally.refused["no source"] += 1
        return
    _one, text = found.pop(SOURCE)
    if not found:
        tally.refused["no target"] += 1
    for target, (one, translation) in found.items():
        if reason := fault_of(text, translation):
            tally.refused[reason] += 1
        else:
            yield pair_of(unit, one, text, translation, target)


def pair_of(
    unit: Element, one: Element, text: str, translation: str, target: Tag
) -> Pair:
    """
    A pair with what the file says of it.
    """
    own = {
        (prop.get("type") or "").removeprefix("x-selaras-"): (prop.text or "").strip()
        for prop in children(unit, "prop")
        if (prop.get("type") or "").startswith("x-selaras-")
    }
    level = own.get("level")
    return Pair(
        text=text,
        translation=translation,
        target=target,
        author=first_of((one, unit), ("changeid", "creationid"))[:200],
        changed=moment_of(first_of((one, unit), ("changedate", "creationdate"))),
        level=level if level in {"machine", "human"} else None,  # type: ignore[arg-type]
        engine=own.get("engine", "")[:200],
        model=own.get("model", "")[:200],
        via=tuple(own.get("via", "").split())[:5],
    )


def fault_of(text: str, translation: str) -> str:
    """
    Why a pair is not taken; nothing if it is.
    """
    if not text or not translation:
        return "empty"
    return "too long" if max(len(text), len(translation)) > LONGEST else ""


def text_of(variant: Element, tally: Tally) -> str:
    """
    The words of a variant, without what another tool's formatting says.
    """
    words = Gathered()
    for segment in children(variant, "seg"):
        gather(segment, words, tally)
        break
    return words.text


def gather(element: Element, words: Gathered, tally: Tally) -> None:
    """
    Add the words within an element, and count the tags among them.
    """
    words.add(element.text)
    for child in element:
        tally.codes += 1
        if local(child.tag) not in CODES:
            gather(child, words, tally)
        words.add(child.tail)


def first_of(elements: Iterable[Element], names: Iterable[str]) -> str:
    """
    The first attribute that says something, the nearest element first.
    """
    said = (one.get(name, "").strip() for one in elements for name in names)
    return next((value for value in said if value), "")


def moment_of(said: str) -> datetime | None:
    """
    A moment that a file names; nothing where it cannot be understood.

    >>> moment_of("20261126T050700Z")
    datetime.datetime(2026, 11, 26, 5, 7, tzinfo=datetime.timezone.utc)
    >>> moment_of("kemarin")
    """
    try:
        return datetime.strptime(said, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
