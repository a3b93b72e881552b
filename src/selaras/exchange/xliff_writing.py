"""
Documents as XLIFF 1.2 and 2.1.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html,
https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from selaras import __version__
from selaras.exchange.words import Span, attributes, told
from selaras.exchange.xliff import Document, Stage, Unit
from selaras.languages import LANGUAGES

Form = Literal["1.2", "2.1"]


def write_xliff(document: Document, form: Form) -> str:
    """
    A document as XLIFF. Characters that XML cannot hold are left out.
    """
    return "".join(FORMS[form](document))


def as_1_2(document: Document) -> Iterator[str]:
    """
    The lines of a file of version 1.2.
    """
    about = attributes(
        [
            ("original", document.name),
            ("source-language", LANGUAGES[document.source].html),
            ("target-language", LANGUAGES[document.language].html),
            ("datatype", "plaintext"),
            ("tool-id", "selaras"),
        ]
    )
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file{about}>\n<header><tool tool-id="selaras" tool-name="Selaras" '
        f'tool-version="{__version__}"/><note>{told(document.title)}</note></header>\n'
        "<body>\n"
    )
    yield from (unit_1_2(unit, document) for unit in document.units)
    yield "</body>\n</file>\n</xliff>\n"


STATES_1_2: Mapping[Stage, str] = {
    Stage.UNFINISHED: "needs-translation",
    Stage.TRANSLATED: "needs-review-translation",
    Stage.APPROVED: "final",
}


def unit_1_2(unit: Unit, document: Document) -> str:
    """
    A sentence in version 1.2.
    """
    head = attributes(
        [
            ("id", unit.id),
            ("resname", unit.name),
            ("approved", "yes" if unit.stage is Stage.APPROVED else "no"),
            ("xml:space", "preserve"),
        ]
    )
    notes = "".join(
        f'<note from="selaras:{note.kind}" annotates="source">{told(note.text)}</note>'
        for note in unit.notes
    )
    target = attributes(
        [
            ("xml:lang", LANGUAGES[document.language].html),
            ("state", STATES_1_2[unit.stage]),
        ]
    )
    source = inline(unit.source, unit.source_spans, unit.kinds, TAGS_1_2)
    words = inline(unit.target, unit.target_spans, unit.kinds, TAGS_1_2)
    said = f"<target{target}>{words}</target>" if unit.target else ""
    lang = attributes([("xml:lang", LANGUAGES[document.source].html)])
    return (
        f"<trans-unit{head}><source{lang}>{source}</source>{said}{notes}</trans-unit>\n"
    )


def as_2_1(document: Document) -> Iterator[str]:
    """
    The lines of a file of version 2.1, whose namespace is that of 2.0.
    """
    languages = attributes(
        [
            ("srcLang", LANGUAGES[document.source].html),
            ("trgLang", LANGUAGES[document.language].html),
        ]
    )
    file = attributes([("id", "f1"), ("original", document.name)])
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        f"{languages}>\n<file{file}>\n"
        f"<notes><note>{told(document.title)}</note></notes>\n"
    )
    yield from map(unit_2_1, document.units)
    yield "</file>\n</xliff>\n"


STATES_2_1: Mapping[Stage, str] = {
    Stage.UNFINISHED: "initial",
    Stage.TRANSLATED: "translated",
    Stage.APPROVED: "final",
}


def unit_2_1(unit: Unit) -> str:
    """
    A sentence in version 2.1: notes stand before its segment.
    """
    head = attributes([("id", unit.id), ("name", unit.name)])
    notes = "".join(
        f'<note category="selaras:{note.kind}">{told(note.text)}</note>'
        for note in unit.notes
    )
    around = f"<notes>{notes}</notes>" if notes else ""
    # A state other than the first asks for a target.
    state = STATES_2_1[unit.stage if unit.target else Stage.UNFINISHED]
    source = inline(unit.source, unit.source_spans, unit.kinds, TAGS_2_1)
    words = inline(unit.target, unit.target_spans, unit.kinds, TAGS_2_1)
    said = f'<target xml:space="preserve">{words}</target>' if unit.target else ""
    return (
        f'<unit{head}>{around}<segment state="{state}">'
        f'<source xml:space="preserve">{source}</source>{said}</segment></unit>\n'
    )


FORMS: Mapping[Form, Callable[[Document], Iterator[str]]] = {
    "1.2": as_1_2,
    "2.1": as_2_1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """
    How a version writes a mark: around words, or as two ends where marks cross.
    """

    around: str
    begins: str
    ends: str
    kinds: Mapping[str, str]


TAGS_1_2 = Tags(
    around='<g id="{n}"{kind}>|</g>',
    begins='<bx id="{n}" rid="{n}"{kind}/>',
    ends='<ex id="e{n}" rid="{n}"/>',
    kinds={
        "bold": ' ctype="bold"',
        "italic": ' ctype="italic"',
        "link": ' ctype="link"',
        "code": ' ctype="x-code"',
        "verbatim": ' ctype="x-verbatim"',
    },
)
TAGS_2_1 = Tags(
    around='<pc id="{n}"{kind}>|</pc>',
    begins='<sc id="{n}"{kind}/>',
    ends='<ec startRef="{n}"/>',
    kinds={
        "bold": ' type="fmt" subType="xlf:b"',
        "italic": ' type="fmt" subType="xlf:i"',
        "link": ' type="link"',
        "code": ' type="other"',
        "verbatim": ' type="other"',
    },
)


def inline(
    text: str, spans: tuple[Span, ...], kinds: tuple[str, ...], tags: Tags
) -> str:
    """
    A text with its marks as tags.

    >>> inline("Kata BPS.", ((1, 5, 8),), ("link",), TAGS_1_2)
    'Kata <g id="1" ctype="link">BPS</g>.'
    """
    opening, _bar, closing = tags.around.partition("|")
    if crossing(spans):
        opening, closing = tags.begins, tags.ends
    events: list[tuple[int, int, int, str]] = []
    for place, (n, start, end) in enumerate(sorted(spans, key=outermost_first)):
        kind = tags.kinds.get(kinds[n - 1], "") if 0 < n <= len(kinds) else ""
        events.append((start, 1, place, opening.format(n=n, kind=kind)))
        events.append((end, 0, -place, closing.format(n=n)))
    written, at = [], 0
    for position, _ends_first, _order, tag in sorted(events):
        written += [told(text[at:position]), tag]
        at = position
    return "".join((*written, told(text[at:])))


def outermost_first(span: Span) -> tuple[int, int, int]:
    """
    The order in which marks are opened.
    """
    number, start, end = span
    return start, -end, number


def crossing(spans: tuple[Span, ...]) -> bool:
    """
    Whether a mark begins within another and ends behind it.

    >>> crossing(((1, 0, 5), (2, 3, 8))), crossing(((1, 0, 5), (2, 3, 5)))
    (True, False)
    """
    return any(a < c < b < d for _one, a, b in spans for _other, c, d in spans)
