"""
The ways to the desk's pages in the menu of the admin, as one table.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from selaras_site.accounts.models import User
from selaras_site.desk.models import DECIDE, EXCHANGE, SEE


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One way; ``order`` is among the others, of which articles are the first.
    """

    label: str | Promise
    to: str
    icon: str
    order: int
    permissions: tuple[str, ...] = (SEE,)

    def is_for(self, user: User | AnonymousUser) -> bool:
        """
        Whether the page would let somebody in.
        """
        return user.has_perms(self.permissions)

    def item(self) -> MenuItem:
        """
        The way as the menu takes it.
        """
        return MenuItem(
            self.label,
            reverse(self.to),
            name=self.to.replace(":", "-"),
            icon_name=self.icon,
            order=self.order,
        )


ENTRIES: tuple[Entry, ...] = (
    Entry(label=_("Review queue"), to="desk:queue", icon="list-ul", order=15),
    Entry(
        label=_("Readers' reports"),
        to="desk:tickets",
        icon="comment",
        order=20,
        permissions=(SEE, "translations.view_report"),
    ),
    Entry(
        label=_("Candidates"),
        to="desk:candidates",
        icon="pick",
        order=25,
        permissions=(SEE, DECIDE),
    ),
    Entry(label=_("Figures"), to="desk:figures", icon="history", order=60),
    Entry(label=_("Engines"), to="desk:arena", icon="order", order=70),
    Entry(label=_("Terms and names"), to="desk:terms", icon="openquote", order=300),
    Entry(label=_("Translation memory"), to="desk:memory", icon="history", order=310),
    Entry(
        label=_("Exchange with other tools"),
        to="desk:exchange",
        icon="download",
        order=320,
        permissions=(SEE, EXCHANGE),
    ),
)
