"""
Terms from a file: first what would change, then all of it or nothing.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.languages import TARGETS, Tag
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.translations.models import Term
from selaras_site.translations.term_data import (
    TermData,
    all_data,
    changes,
    cleaned,
    same_key,
    touched,
)
from selaras_site.translations.term_shelf import Shelf
from selaras_site.translations.terms import (
    TermRefused,
    lock_termbase,
    meanwhile,
    refusal_of_languages,
    terms_add,
    terms_change,
)

HEAVIEST = 1_500_000
"""
Bytes of a file.
"""

MOST_ROWS = 5000
"""
Terms of a file: more would keep whoever brings them waiting.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """
    A term of a file. ``number`` is its line, or its place among the entries.

    ``kind`` is empty where the file does not tell. ``fault`` says why it cannot be
    read, ``passed`` why it is left out without being wrong.
    """

    number: int
    source: str = ""
    kind: str = ""
    data: TermData = field(default_factory=lambda: TermData(source=""))
    fault: str = ""
    passed: str = ""


Outcome = Literal["new", "changed", "same", "wrong", "passed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """
    What would become of a term of a file.
    """

    number: int
    source: str
    outcome: Outcome
    data: TermData
    changes: Sequence[Mapping[str, Any]] = ()
    said: str = ""
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What a file would change.
    """

    rows: Sequence[PlannedRow]

    @property
    def is_wrong(self) -> bool:
        """
        Whether a line keeps all of it from being brought in.
        """
        return any(row.outcome == "wrong" for row in self.rows)

    @property
    def counts(self) -> Mapping[str, int]:
        """
        How many terms have each outcome.
        """
        return Counter(row.outcome for row in self.rows)

    @property
    def has_work(self) -> bool:
        """
        Whether anything would change.
        """
        return any(row.outcome in WORK for row in self.rows)

    @property
    def seen(self) -> str:
        """
        A name for this plan: who says yes must have seen this one.
        """
        told = [[row.source, row.outcome, list(row.changes)] for row in self.rows]
        content = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()


WORK = frozenset({"new", "changed"})


def plan_of(rows: Sequence[FileRow], languages: Collection[Tag] = TARGETS) -> Plan:
    """
    What the terms of a file would change in the termbase as it is now.

    ``languages`` are those that whoever brings it may change.
    """
    there = {
        same_key(data.source): (pk, data)
        for pk, data in all_data(Term.objects.all()).items()
    }
    shelf = Shelf(data for _pk, data in there.values())
    lines: dict[str, int] = {}
    planned = []
    for row in rows:
        key = same_key(row.source)
        known = there.get(key)
        one = planned_row(row, known, shelf, lines.get(key), languages)
        planned.append(one)
        if one.outcome in WORK:
            shelf.put(one.data, known[1] if known else None)
        if not (row.fault or row.passed):
            lines.setdefault(key, row.number)
    return Plan(planned)


def planned_row(
    row: FileRow,
    known: tuple[int, TermData] | None,
    shelf: Shelf,
    line: int | None,
    languages: Collection[Tag],
) -> PlannedRow:
    """
    What would become of one term; ``line`` is where the file had it before.
    """
    pk, before = known or (None, None)
    if row.fault or row.passed:
        return PlannedRow(
            number=row.number,
            source=row.source,
            outcome="wrong" if row.fault else "passed",
            data=row.data,
            said=row.fault or row.passed,
        )
    after = cleaned(merged(row, before))
    fault = refusal_of_languages(touched(before, after), languages)
    fault = fault or shelf.refusal(after, before)
    if line is not None:
        fault = _("The file has this term already, at %(line)s.") % {"line": line}
    told = changes(before, after)
    outcome: Outcome = "changed" if before else "new"
    if fault or not told:
        outcome = "wrong" if fault else "same"
    return PlannedRow(
        number=row.number,
        source=after.source,
        outcome=outcome,
        data=after,
        changes=told,
        said=fault,
        pk=pk,
    )


def merged(row: FileRow, before: TermData | None) -> TermData:
    """
    A term as it would be: what a file leaves empty stays as it is.
    """
    kind = row.kind or (before.kind if before else Term.Kind.TERM)
    if before is None:
        return replace(row.data, source=row.source, kind=kind)
    said = {language: one for language, one in row.data.said.items() if one}
    return TermData(
        source=before.source,
        kind=kind,
        note=row.data.note.strip() or before.note,
        said={**before.said, **said},
    )


@transaction.atomic
def terms_import(*, rows: Sequence[FileRow], seen: str, by: User) -> Plan:
    """
    Bring in the terms of a file, all of them or none.

    Raises ``TermRefused`` where a line is wrong, or where somebody changed the termbase
    since the plan that was seen.
    """
    lock_termbase()
    plan = plan_of(rows, languages_of(by))
    if plan.is_wrong:
        raise TermRefused(_("Some lines are wrong, so nothing was brought in."))
    if plan.seen != seen:
        raise TermRefused(meanwhile())
    terms_add([row.data for row in plan.rows if row.outcome == "new"], by=by)
    changed = {
        row.pk: row
        for row in plan.rows
        if row.outcome == "changed" and row.pk is not None
    }
    terms_change(
        {pk: row.data for pk, row in changed.items()},
        {pk: row.changes for pk, row in changed.items()},
        by=by,
    )
    return plan
