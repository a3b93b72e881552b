"""
The newsroom's termbase: what goes in, what is refused, and what is written down of it.

A term has one row, and in each language at most one preferred rendering. What differs
only in capitals, accents and stops is the same term. A name has a rendering of its own:
none that another name has, since readers could not tell the two apart.

Whoever writes takes one lock for the whole termbase first: what speaks against a term
is said by all the others.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from selaras.languages import LANGUAGES, TARGETS, Tag
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Rendering, Term
from selaras_site.translations.term_data import (
    TermData,
    changes,
    cleaned,
    data_of,
    seen_as,
    statuses,
    touched,
)
from selaras_site.translations.term_shelf import Shelf, there_already


class TermRefused(SiteError):
    """
    A term that would contradict itself or another one, or says nothing.
    """


class TermChanged(TermRefused):
    """
    A term that somebody else changed since its writer saw it.
    """


@transaction.atomic
def term_save(
    *, data: TermData, by: User, term: Term | None = None, seen: str | None = None
) -> Term:
    """
    Keep a term as it is told, in place of what it was.

    ``seen`` is ``seen_as`` of the term as its writer saw it, if they are to be told
    where it is another by now. Raises ``TermRefused`` with the reason, for who wrote
    it: ``TermChanged`` for that one.
    """
    lock_termbase()
    row = there_still(term) if term else None
    before = data_of(row) if row else None
    if before and seen is not None and seen != seen_as(before):
        raise TermChanged(
            _(
                "Somebody else changed this term meanwhile. Look at its history, and "
                "save again if yours is right."
            )
        )
    clean = cleaned(data)
    refusal = refusal_of_languages(touched(before, clean), languages_of(by))
    if refusal := refusal or Shelf.full().refusal(clean, before):
        raise TermRefused(refusal)
    return term_write(data=clean, by=by, term=row, before=before)


@transaction.atomic
def term_delete(*, term: Term, by: User) -> None:
    """
    Take a term out of the termbase. What is written about it in the history stays.

    Raises ``TermRefused`` for who does not review all languages, or where it is gone.
    """
    lock_termbase()
    row = there_still(term)
    if refusal := refusal_of_languages(TARGETS, languages_of(by)):
        raise TermRefused(refusal)
    told = {"changes": changes(data_of(row), TermData(source=row.source))}
    log(instance=row, action="wagtail.delete", user=by, data=told, deleted=True)
    row.delete()


def lock_termbase() -> None:
    """
    Let nobody else change terms before this transaction is done.

    The row that says that there are terms stands for all of them. Rows that only refer
    to it, as entries of the history do, need not wait.
    """
    row = ContentType.objects.get_for_model(Term)
    ContentType.objects.select_for_update(no_key=True).get(pk=row.pk)


def there_still(term: Term) -> Term:
    """
    A term as it is now. Raises ``TermRefused`` where somebody deleted it.
    """
    row = Term.objects.filter(pk=term.pk).first()
    if row is None:
        raise TermRefused(meanwhile())
    return row


def meanwhile() -> str:
    """
    That somebody else was faster.
    """
    return _("Somebody changed the termbase meanwhile. Look at it again.")


def refusal_of_languages(wanted: Iterable[Tag], own: Collection[Tag]) -> str:
    """
    What speaks against a change that is seen in some languages; nothing if all are own.
    """
    return "" if set(wanted) <= set(own) else bound_to(own)


def bound_to(languages: Iterable[Tag]) -> str:
    """
    That somebody reviews some languages and no others.
    """
    names = ", ".join(LANGUAGES[tag].own_name for tag in sorted(languages))
    return _("You review %(languages)s alone.") % {"languages": names}


def term_write(
    *, data: TermData, by: User, term: Term | None, before: TermData | None
) -> Term:
    """
    Write a term that nothing speaks against, and who did it.
    """
    if term is not None and before == data:
        return term
    row = term or Term(made_by=by)
    row.source, row.kind, row.note = data.source, data.kind, data.note
    row.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            row.save(force_insert=term is None, force_update=term is not None)
    except IntegrityError as error:
        # Somebody wrote it who did not take the lock.
        raise TermRefused(there_already(data.source)) from error
    if before:
        row.changed_at = later()
        Term.objects.filter(pk=row.pk).update(changed_at=row.changed_at)
        row.renderings.all().delete()
    Rendering.objects.bulk_create(renderings_of(row, data))
    action = "wagtail.edit" if before else "wagtail.create"
    log(instance=row, action=action, user=by, data={"changes": changes(before, data)})
    return row


def later() -> datetime:
    """
    A moment after every change that there was, whatever the clock says.

    ``termbase_now`` reads again when the last change is another one; a term that is
    new or gone it sees by their number.
    """
    last = Term.objects.aggregate(Max("changed_at"))["changed_at__max"]
    now = timezone.now()
    return max(now, last + timedelta(microseconds=1)) if last else now


def terms_add(terms: Sequence[TermData], *, by: User) -> None:
    """
    Write many new terms that nothing speaks against, and who did it.
    """
    rows = [
        Term(source=data.source, kind=data.kind, note=data.note, made_by=by)
        for data in terms
    ]
    try:
        with transaction.atomic():
            made = Term.objects.bulk_create(rows, batch_size=CHUNK)
    except IntegrityError as error:
        raise TermRefused(meanwhile()) from error
    pairs = list(zip(made, terms, strict=True))
    said = (one for row, data in pairs for one in renderings_of(row, data))
    Rendering.objects.bulk_create(said, batch_size=CHUNK)
    log_all("wagtail.create", [(row, changes(None, data)) for row, data in pairs], by)


Changes = Sequence[Mapping[str, Any]]
"""
What is different in a term, as ``changes`` says it.
"""


def terms_change(
    terms: Mapping[int, TermData], told: Mapping[int, Changes], *, by: User
) -> None:
    """
    Write many terms anew, by their rows' ids, and who did it; ``told`` is what changes.
    """
    moment, everything = later(), list(terms)
    for start in range(0, len(everything), CHUNK):
        pks = everything[start : start + CHUNK]
        rows = [
            Term(pk=pk, source=data.source, kind=data.kind, note=data.note)
            for pk in pks
            for data in [terms[pk]]
        ]
        about = [row for row in rows if is_about(told[row.pk])]
        Term.objects.bulk_update(about, ["kind", "note"])
        Term.objects.filter(pk__in=pks).update(changed_at=moment)
        Rendering.objects.filter(term__in=pks).delete()
        said = (one for row in rows for one in renderings_of(row, terms[row.pk]))
        Rendering.objects.bulk_create(said, batch_size=CHUNK)
        log_all("wagtail.edit", [(row, told[row.pk]) for row in rows], by)


def is_about(told: Changes) -> bool:
    """
    Whether a change is of the term itself, not only of what languages say.
    """
    return any(change["what"] in {"kind", "note"} for change in told)


def log_all(action: str, rows: Iterable[tuple[Term, Changes]], by: User) -> None:
    """
    Say in the history of many terms what was done to each.
    """
    kind, now = ContentType.objects.get_for_model(Term), timezone.now()
    ModelLogEntry.objects.bulk_create(
        (
            ModelLogEntry(
                content_type=kind,
                object_id=str(row.pk),
                label=row.source,
                action=action,
                timestamp=now,
                user=by,
                data={"changes": list(told)},
            )
            for row, told in rows
        ),
        batch_size=CHUNK,
    )


CHUNK = 500


def renderings_of(term: Term, data: TermData) -> Iterator[Rendering]:
    """
    The rows of what languages say.
    """
    for language in TARGETS:
        said = data.in_language(language)
        for status, texts in statuses(said):
            for text in texts:
                yield Rendering(term=term, language=language, text=text, status=status)
