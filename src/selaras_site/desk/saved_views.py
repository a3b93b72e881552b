"""
How people like to see the queue: filters under a name, one click away.

One view of each person may be where their queue begins. That stands in its address, as
what else it asks for does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from selaras.text.characters import without_bidi_controls, without_controls
from selaras_site.accounts.models import User
from selaras_site.desk.models import SavedView
from selaras_site.desk.queue import query_of
from selaras_site.translations.errors import NotAllowed

MOST = 30
"""
Views that one person may keep.
"""

BEGINS = "begins"
"""
What an address has that the queue begins with.
"""

LOOKS = ("version",)
"""
By what the queue may be listed, other than by sentence.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """
    A view as it is shown. ``query`` is its address.
    """

    pk: int
    name: str
    query: str
    is_current: bool
    begins: bool


def views_of(user: User, asked: Mapping[str, str]) -> list[View]:
    """
    Somebody's views, by name.
    """
    current = query_kept(asked)
    return [
        View(
            pk=row.pk,
            name=row.name,
            query=query or EVERYTHING,
            is_current=query == current,
            begins=BEGINS in asked_of(row),
        )
        for row in SavedView.objects.filter(by=user)
        for query in [query_kept(asked_of(row))]
    ]


EVERYTHING = "all=1"
"""
The address of the whole queue, for those whose queue begins with less.
"""


def beginning_of(user: User) -> str:
    """
    The address that somebody's queue begins with; empty where they chose none.
    """
    begins = [view for view in views_of(user, {}) if view.begins]
    return begins[0].query if begins else ""


def query_kept(asked: Mapping[str, str]) -> str:
    """
    What a view keeps of an address: filters and looks, no page.
    """
    look = asked.get("by", "")
    return query_of(asked, by=look if look in LOOKS else "")


def asked_of(row: SavedView) -> dict[str, str]:
    """
    What a view asks for.
    """
    return QueryDict(row.query).dict()


@transaction.atomic
def view_save(*, by: User, name: str, asked: Mapping[str, str]) -> SavedView:
    """
    Keep filters under a name; those that had the name are replaced.

    Raises ``NotAllowed`` for a name that is none, or one view too many.
    """
    name = " ".join(without_bidi_controls(without_controls(name)).split())
    if not name:
        raise NotAllowed(_("Give the view a name."))
    User.objects.select_for_update().only("pk").get(pk=by.pk)
    row = SavedView.objects.filter(by=by, name=name).first()
    if row is None and SavedView.objects.filter(by=by).count() >= MOST:
        raise NotAllowed(
            ngettext(
                "You have %(many)s view already: delete one first.",
                "You have %(many)s views already: delete one first.",
                MOST,
            )
            % {"many": MOST}
        )
    begins = row is not None and BEGINS in asked_of(row)
    row = row or SavedView(by=by, name=name)
    row.query = marked(query_kept(asked), begins=begins)
    try:
        row.full_clean(exclude=["query"])
    except ValidationError as error:
        raise NotAllowed(_("The name is too long.")) from error
    row.save()
    return row


@transaction.atomic
def view_begin(*, by: User, number: int, begins: bool) -> None:
    """
    Let somebody's queue begin with a view, and with no other; or with none.
    """
    for row in SavedView.objects.select_for_update().filter(by=by):
        query = query_kept(asked_of(row))
        row.query = marked(query, begins=begins and row.pk == number)
        row.save(update_fields=["query"])


def view_delete(*, by: User, number: int) -> bool:
    """
    Delete one of somebody's own views; whether it was there.
    """
    gone, _kinds = SavedView.objects.filter(by=by, pk=number).delete()
    return bool(gone)


def marked(query: str, *, begins: bool) -> str:
    """
    The address of a view as it is kept.

    >>> marked("language=ja", begins=True), marked("", begins=True)
    ('language=ja&begins=1', 'begins=1')
    """
    mark = f"{BEGINS}=1" if begins else ""
    return "&".join(part for part in (query, mark) if part)
