"""
What there is in the termbase, for the desk, the checks and the engines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from wagtail.models import ModelLogEntry

from selaras.fidelity import ALL_CHECKS, Check
from selaras.fidelity.same_terms import SameTerms
from selaras.languages import LANGUAGES, TARGETS, Language, Tag
from selaras.terms.own import (
    NO_TERMS,
    Form,
    Termbase,
    TermEntry,
    TermKind,
    is_there,
    places_of,
)
from selaras.terms.own.termbase import tokens_of
from selaras_site.translations.models import PUBLIC, Rendering, Segment, Term
from selaras_site.translations.term_data import TermData, all_data, data_of

Stamp = tuple[datetime | None, int, int | None]

_read: dict[str, tuple[Stamp, Termbase]] = {}


def termbase_now() -> Termbase:
    """
    The newsroom's termbase as it is now, made again only where it was changed.
    """
    last = Term.objects.aggregate(Max("changed_at"), Count("pk"), Max("pk"))
    stamp = (last["changed_at__max"], last["pk__count"], last["pk__max"])
    if not last["pk__count"]:
        return NO_TERMS
    known = _read.get("now")
    if known is None or known[0] != stamp:
        terms = all_data(Term.objects.all())
        entries = (entry_of(data, pk) for pk, data in terms.items())
        known = _read["now"] = (stamp, Termbase(entries))
    return known[1]


def checks_now() -> tuple[Check, ...]:
    """
    All checks, the one of terms with the termbase as it is now.
    """
    return checks_with(termbase_now())


@lru_cache(maxsize=2)
def checks_with(termbase: Termbase) -> tuple[Check, ...]:
    """
    One tuple for each termbase: what checks said is kept for the same ones.
    """
    others = (check for check in ALL_CHECKS if check.name != SameTerms.name)
    return (*others, SameTerms(termbase))


def entry_of(data: TermData, pk: int) -> TermEntry:
    """
    A row as the core knows it.
    """
    said = data.said
    return TermEntry(
        source=data.source,
        kind=TermKind(data.kind),
        preferred={tag: one.preferred for tag, one in said.items() if one.preferred},
        allowed={tag: one.allowed for tag, one in said.items()},
        forbidden={tag: one.forbidden for tag, one in said.items()},
        id=pk,
    )


@dataclass(frozen=True, slots=True)
class TermHint:
    """
    A term of a sentence, and how it is said; ``others`` may stand for it too.
    """

    source: str
    target: str
    others: tuple[str, ...]
    forbidden: tuple[str, ...]
    is_kept: bool


def terms_in(text: str, language: Tag) -> list[TermHint]:
    """
    The terms of an Indonesian text that have a rendering in a language, in order.
    """
    return [
        TermHint(
            source=term.text,
            target=term.good[0],
            others=term.good[1:],
            forbidden=term.forbidden,
            is_kept=term.kind is TermKind.KEPT,
        )
        for term in termbase_now().wanted(text, language)
        if term.good
    ]


def terms_listed(
    *, words: str = "", kind: str = "", language: str = "", missing: str = ""
) -> QuerySet[Term]:
    """
    Terms in their order, with their renderings.

    ``words`` are looked for in every language; ``language`` asks for those that have a
    rendering in it, ``missing`` for those that have no preferred one. What is asked
    wrongly is passed over.
    """
    rows = Term.objects.prefetch_related("renderings").select_related("made_by")
    own = Rendering.objects.filter(term=OuterRef("pk"))
    for word in words.split()[:MOST_WORDS]:
        said = Exists(own.filter(text__icontains=word))
        rows = rows.filter(Q(source__icontains=word) | Q(note__icontains=word) | said)
    if kind in Term.Kind.values:
        rows = rows.filter(kind=kind)
    if language in TARGETS:
        rows = rows.filter(Exists(own.filter(language=language)))
    if missing in TARGETS:
        preferred = own.filter(language=missing, status=Rendering.Status.PREFERRED)
        rows = rows.exclude(kind=Term.Kind.KEPT).filter(~Exists(preferred))
    return rows


MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class LanguageUse:
    """
    How many sentences of a language have a term, and how many lack its rendering.
    """

    language: Language
    sentences: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Uses:
    """
    Where a term is used now; ``is_whole`` says that every live sentence was looked at.
    """

    languages: Sequence[LanguageUse]
    examples: Sequence[Segment]
    is_whole: bool

    @property
    def sentences(self) -> int:
        """
        How many there are in all languages.
        """
        return sum(use.sentences for use in self.languages)


NEWEST = 200_000
"""
Sentences that are looked at, the newest: all that a newsroom wrote in months.
"""

MOST_USES = 2000
MOST_EXAMPLES = 10


def uses_of(term: Term) -> Uses:
    """
    Which live sentences have a term, and which of those lack its rendering.
    """
    entry = entry_of(data_of(term), term.pk)
    base = Termbase([entry])
    newest = Segment.objects.aggregate(Max("pk"))["pk__max"] or 0
    rows = list(
        with_core(Segment.objects.filter(version__state__in=PUBLIC), term.source)
        .filter(pk__gt=newest - NEWEST)
        .select_related("version__article")
        .defer("version__search_text", "version__article__body", "others")
        .order_by("-pk")[: MOST_USES + 1]
    )
    counts = {tag: [0, 0] for tag in TARGETS}
    examples = []
    for row in rows[:MOST_USES]:
        forms = [one.form for one in base.find(row.source)]
        if not forms:
            continue
        counts[row.version.language][0] += 1
        if lacks(entry, row, plainest=min(forms)):
            counts[row.version.language][1] += 1
            examples.append(row)
    return Uses(
        languages=[LanguageUse(LANGUAGES[t], *counts[t]) for t in TARGETS],
        examples=examples[:MOST_EXAMPLES],
        is_whole=len(rows) <= MOST_USES and newest <= NEWEST,
    )


def lacks(entry: TermEntry, row: Segment, *, plainest: Form) -> bool:
    """
    Whether a sentence does not say a term as it should, as far as that can be asked.
    """
    language = row.version.language
    if row.shown == Segment.Shown.ORIGINAL:
        return False
    good = entry.good(language)
    if any(is_there(text, row.text, language) for text in good):
        return False
    bad = entry.forbidden.get(language, ())
    is_wrong = any(places_of(text, row.text, language) for text in bad)
    return is_wrong or (bool(good) and plainest < Form.DERIVED)


def with_core(rows: QuerySet[Segment], source: str) -> QuerySet[Segment]:
    """
    The sentences that may have a term in some form: those with what all forms share.
    """
    return rows.filter(source__icontains=core_of(source))


def core_of(source: str) -> str:
    """
    What every form of a term has in it: its longest word, without a sound that melts.

    >>> core_of("sita"), core_of("operasi tangkap tangan"), core_of("KPK")
    ('ita', 'operasi', 'PK')
    """
    words = [word for _, token in tokens_of(source) for word in token.split("'")]
    longest = max(words, key=len, default=source)
    if len(longest) > 2 and longest[0] in MELTING:
        return longest[1:]
    return longest


MELTING = frozenset("ptskPTSK")


def history_of(term: Term) -> list[Any]:
    """
    Who did what to a term, the newest first.
    """
    entries = ModelLogEntry.objects.for_instance(term).select_related("user")
    return list(entries.order_by("-timestamp", "-pk")[:50])
