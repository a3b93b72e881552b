"""
What the admin gets from ingest.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from selaras_site.accounts.models import User
from selaras_site.ingest.admin import IngestViewSetGroup, OnlyWritten
from selaras_site.ingest.intake import OFFERED, TAKEN, WITHDRAWN
from selaras_site.ingest.models import Refusal, Run, Source
from selaras_site.ingest.views import RunNowPage

register_permission_policy(Run, OnlyWritten(Run), exact_class=True)
register_permission_policy(Refusal, OnlyWritten(Refusal), exact_class=True)
register_snippet(IngestViewSetGroup)


@hooks.register("register_admin_urls")
def ingest_addresses() -> list[URLPattern]:
    """
    The page that asks whether a source is looked at now.
    """
    return [path("sources/<int:pk>/now/", RunNowPage.as_view(), name="ingest_now")]


@hooks.register("register_snippet_listing_buttons")
def look_now(
    snippet: Any,
    user: User,
    next_url: str | None = None,
) -> Iterator[Button]:
    """
    The button of a source that leads there.
    """
    if isinstance(snippet, Source) and user.has_perm("ingest.change_source"):
        yield Button(
            _("Look now"),
            url=reverse("ingest_now", args=[snippet.pk]),
            icon_name="download",
            priority=5,
        )


@hooks.register("register_permissions")
def ingest_permissions() -> QuerySet[Permission]:
    """
    Permissions of sources, for the form of a group.
    """
    return Permission.objects.filter(
        content_type__app_label="ingest",
        codename__in=[
            "add_source",
            "change_source",
            "delete_source",
            "view_source",
            "view_run",
            "view_refusal",
        ],
    )


@hooks.register("register_log_actions")
def ingest_actions(registry: LogActionRegistry) -> None:
    """
    What the history of an article says of where it came from.
    """
    registry.register_action(TAKEN, _("Taken in"), _("Taken in from its source"))
    registry.register_action(
        OFFERED,
        _("Sent again"),
        _("The source sent another text; what people wrote was left as it is"),
    )
    registry.register_action(
        WITHDRAWN, _("Withdrawn by its source"), _("Taken down: the source withdrew it")
    )
