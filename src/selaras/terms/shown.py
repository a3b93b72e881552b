"""
Names made of everyday words, which only what stands round them shows.

A film is written in quotation marks ("Pasar Malam"), and a company may stand between
its director's title and name (*Direktur Silika Mandiri, Hartono Prajogi*). They may be
translated, and are never certain.
"""

from collections.abc import Iterator

import regex

from selaras.terms.name import Name, NameKind
from selaras.text.spans import Span


def shown_names(text: str, taken: list[Span]) -> Iterator[Name]:
    """
    What is shown to be a name where no other name was found.

    >>> [name.text for name in shown_names('Film "Pasar Malam" laris.', [])]
    ['Pasar Malam']
    >>> text = "kata Presiden Direktur Silika Mandiri, Hartono Prajogi."
    >>> [name.text for name in shown_names(text, [])]
    ['Silika Mandiri']
    """
    for sign, pattern in SHOWING:
        for match in pattern.finditer(text) if sign in text else ():
            span = Span(match.start("name"), match.end("name"))
            if not any(one.start < span.end and span.start < one.end for one in taken):
                yield name_at(span, text)


def name_at(span: Span, text: str) -> Name:
    """
    A stretch of a text as such a name.
    """
    name = span.of(text)
    return Name(
        text=name,
        span=span,
        kind=NameKind.WORDS,
        words=tuple(word for word in name.split() if len(word) > FEW),
        certain=False,
        is_quoted=text[span.end] in MARKS,
    )


FEW = 2
MARKS = '"”'

WORD = r"\p{Lu}\p{Ll}[\p{L}'’-]{1,30}+"

SMALL = "yang|dan|di|ke|dari"

TITLE = regex.compile(
    rf'(?<=[\p{{Ll}},] )["“](?P<name>{WORD}(?: (?:{WORD}|{SMALL})){{0,4}})["”]'
)

DIRECTED = regex.compile(
    rf"\b(?:Direktur|Direktur Utama|Komisaris) (?P<name>{WORD} {WORD})(?=, {WORD})"
)

SHOWING = (
    ('"', TITLE),
    ("“", TITLE),
    ("Direktur ", DIRECTED),
    ("Komisaris ", DIRECTED),
)
"""
What to look for, and a quick sign that it may be there.
"""
