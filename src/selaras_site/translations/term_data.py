"""
What a term is made of, however it is written: in a form, a table, another tool's file.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from selaras.languages import TARGETS, Tag
from selaras.text.characters import without_controls
from selaras_site.translations.models import Rendering, Term

Kind = Term.Kind


Status = Rendering.Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """
    How one language says a term, and how it must not.
    """

    preferred: str = ""
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def good(self) -> tuple[str, ...]:
        """
        What may stand for the term, the preferred rendering first.
        """
        return tuple(filter(None, (self.preferred, *self.allowed)))

    def __bool__(self) -> bool:
        return bool(self.good or self.forbidden)


NOTHING = Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermData:
    """
    A term as somebody writes it: in a form, a table, or another tool's file.
    """

    source: str
    kind: str = Kind.TERM
    note: str = ""
    said: Mapping[Tag, Said] = field(default_factory=dict)

    def in_language(self, language: Tag) -> Said:
        """
        How a language says it.
        """
        return self.said.get(language, NOTHING)


def data_of(term: Term) -> TermData:
    """
    A row as it would be written.
    """
    rows = ((row.language, row.status, row.text) for row in term.renderings.all())
    return TermData(
        source=term.source, kind=term.kind, note=term.note, said=said_by(rows)
    )


def all_data(terms: QuerySet[Term]) -> dict[int, TermData]:
    """
    Terms as they would be written, by their rows' ids: thousands at once, in two looks.
    """
    rows: dict[int, list[tuple[Tag, str, str]]] = {}
    own = Rendering.objects.filter(term__in=terms.order_by().values("pk"))
    for pk, *row in own.order_by("id").values_list(
        "term", "language", "status", "text"
    ):
        rows.setdefault(pk, []).append((row[0], row[1], row[2]))
    about = terms.values_list("pk", "source", "kind", "note")
    return {
        pk: TermData(
            source=source, kind=kind, note=note, said=said_by(rows.get(pk, ()))
        )
        for pk, source, kind, note in about
    }


def said_by(rows: Iterable[tuple[Tag, str, str]]) -> dict[Tag, Said]:
    """
    What languages say, from language, status and text of each rendering.
    """
    texts: dict[Tag, dict[str, list[str]]] = {}
    for language, status, text in rows:
        texts.setdefault(language, {}).setdefault(status, []).append(text)
    return {
        language: Said(
            preferred=next(iter(of.get(Status.PREFERRED, ())), ""),
            allowed=tuple(of.get(Status.ALLOWED, ())),
            forbidden=tuple(of.get(Status.FORBIDDEN, ())),
        )
        for language, of in texts.items()
    }


def statuses(said: Said) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """
    The texts of a language, by what the newsroom thinks of them.
    """
    return (
        (Status.PREFERRED.value, tuple(filter(None, (said.preferred,)))),
        (Status.ALLOWED.value, said.allowed),
        (Status.FORBIDDEN.value, said.forbidden),
    )


def cleaned(data: TermData) -> TermData:
    """
    A term without what nobody sees, each rendering once.
    """
    said = {
        language: Said(
            preferred=one_line(said.preferred),
            allowed=once(said.allowed, but=said.preferred),
            forbidden=once(said.forbidden),
        )
        for language, said in data.said.items()
    }
    return TermData(
        source=one_line(data.source),
        kind=data.kind,
        note=without_controls(data.note).strip(),
        said={language: one for language, one in said.items() if one},
    )


def one_line(text: str) -> str:
    r"""
    A text in one line, without what nobody sees.

    >>> one_line(" wakil\n bupati ")
    'wakil bupati'
    """
    shown = (sign for sign in text if unicodedata.category(sign) != INVISIBLE)
    line = " ".join(without_controls("".join(shown)).split())
    return unicodedata.normalize("NFC", line)


INVISIBLE = "Cf"
"""
What Unicode calls signs that only direct, join or part others.
"""


def once(texts: Iterable[str], *, but: str = "") -> tuple[str, ...]:
    """
    Texts, each once and none empty.
    """
    lines = dict.fromkeys(one_line(text) for text in texts)
    return tuple(text for text in lines if text and text != one_line(but))


def same_key(text: str) -> str:
    """
    What is equal for texts that mean the same; an acronym is no word.

    >>> same_key("M. Nuh") == same_key("m nuh"), same_key("PAN") == same_key("pan")
    (True, False)
    """
    if len(text) > 1 and text.isascii() and text.isupper():
        return text
    apart = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(bare.replace(".", " ").replace("-", " ").split())


def changes(before: TermData | None, after: TermData) -> list[dict[str, Any]]:
    """
    What is different in a term, as the history keeps it: where, before, after.

    >>> changes(None, TermData(source="bupati", said={"en": Said(preferred="regent")}))
    [{'what': 'source', 'before': '', 'after': 'bupati'}, \
{'what': 'kind', 'before': '', 'after': 'term'}, \
{'what': 'en', 'before': '', 'after': 'regent'}]
    """
    old, new = (cells(before) if before else {}), cells(after)
    return [
        {"what": what, "before": old.get(what, ""), "after": text}
        for what, text in new.items()
        if old.get(what, "") != text
    ]


def seen_as(data: TermData) -> str:
    """
    A name for a term as it is now: who saves must have seen this one.
    """
    content = json.dumps(cells(data), ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()


def touched(before: TermData | None, after: TermData) -> frozenset[Tag]:
    """
    The languages in which a change can be seen: all, where it is not of one alone.

    >>> en = TermData(source="sita", said={"en": Said(preferred="seize")})
    >>> sorted(touched(None, en)), len(touched(en, TermData(source="rampas")))
    (['en'], 5)
    """
    changed = {change["what"] for change in changes(before, after)}
    if before is None:
        is_of_all = after.kind == Kind.KEPT
    else:
        is_of_all = not changed.isdisjoint({"source", "kind"})
    return frozenset(TARGETS) if is_of_all else frozenset(TARGETS) & changed


def cells(data: TermData) -> dict[str, str]:
    """
    A term as the cells of a row.
    """
    said = {language: cell_of(data.in_language(language)) for language in TARGETS}
    return {"source": data.source, "kind": str(data.kind), **said, "note": data.note}


def cell_of(said: Said) -> str:
    """
    What a language says, in one cell: the preferred first, the forbidden with a "!".

    >>> cell_of(Said(preferred="suspect", allowed=("held",), forbidden=("convict",)))
    'suspect | held | !convict'
    """
    forbidden = (f"!{text}" for text in said.forbidden)
    return " | ".join((*said.good, *forbidden))


def said_in(cell: str) -> Said:
    """
    What a cell says, as ``cell_of`` writes it.

    >>> said_in("suspect | !convict")
    Said(preferred='suspect', allowed=(), forbidden=('convict',))
    """
    texts: Sequence[str] = [part.strip() for part in cell.split("|")]
    good = [text for text in texts if text and not text.startswith("!")]
    bad = [text[1:].strip() for text in texts if text.startswith("!")]
    return Said(
        preferred=good[0] if good else "",
        allowed=tuple(good[1:]),
        forbidden=tuple(filter(None, bad)),
    )
