"""
The roles of a newsroom: which group may do what, as one table.

Permissions are written as ``application.codename``, so that this lowest layer need not
know the applications above it.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop
from wagtail.models import Collection, GroupCollectionPermission

REPORTER = gettext_noop("Reporter")
EDITOR = gettext_noop("Editor")
REVIEWER = gettext_noop("Reviewer")
CHIEF = gettext_noop("Chief")
OPERATOR = gettext_noop("Operator")

ENTER = ("wagtailadmin.access_admin", "desk.see_versions")
WRITE = ("articles.view_article", "articles.add_article", "articles.change_article")
PUBLISH = (
    "articles.publish_article",
    "articles.lock_article",
    "articles.unlock_article",
    "desk.translate_version",
    "desk.hold_version",
    "desk.withdraw_version",
)
REVIEW = (
    "articles.view_article",
    "desk.decide_segment",
    "translations.view_report",
    "translations.change_report",
)
MANAGE = (
    "articles.delete_article",
    "articles.view_section",
    "articles.add_section",
    "articles.change_section",
    "articles.delete_section",
)
INGEST = (
    "ingest.view_source",
    "ingest.add_source",
    "ingest.change_source",
    "ingest.delete_source",
    "ingest.view_run",
    "ingest.view_refusal",
)
OPERATE = (
    "accounts.view_user",
    "accounts.add_user",
    "accounts.change_user",
    "accounts.delete_user",
    "auth.view_group",
    "auth.add_group",
    "auth.change_group",
    "auth.delete_group",
    "wagtailcore.add_workflow",
    "wagtailcore.change_workflow",
    "wagtailcore.delete_workflow",
    "wagtailcore.add_task",
    "wagtailcore.change_task",
    "wagtailcore.delete_task",
    "wagtailcore.add_site",
    "wagtailcore.change_site",
    "wagtailcore.delete_site",
)

ROLES: dict[str, tuple[str, ...]] = {
    REPORTER: (*ENTER, *WRITE),
    EDITOR: (*ENTER, *WRITE, *PUBLISH, *REVIEW),
    REVIEWER: (*ENTER, *REVIEW),
    CHIEF: (*ENTER, *WRITE, *PUBLISH, *REVIEW, *MANAGE, *INGEST),
    OPERATOR: (*ENTER, *OPERATE, *INGEST),
}

PICTURES: dict[str, tuple[str, ...]] = {
    REPORTER: ("add_image", "choose_image"),
    EDITOR: ("add_image", "change_image", "choose_image"),
    CHIEF: ("add_image", "change_image", "choose_image", "delete_image"),
}
"""
What each may do with pictures: Wagtail keeps that for each collection.
"""


class PermissionMissing(LookupError):
    """
    A role names a permission that the database lacks: it was not migrated yet.
    """


@transaction.atomic
def roles_make() -> list[Group]:
    """
    Make each role that is missing, and give each what it lacks.

    What an operator added to a group stays. Raises ``PermissionMissing`` before the
    database is migrated.
    """
    return [role_make(name) for name in ROLES]


def role_make(name: str) -> Group:
    """
    One role.
    """
    group, _made = Group.objects.get_or_create(name=name)
    group.permissions.add(*permissions_named(ROLES[name]))
    pictures = permissions_named(
        f"wagtailimages.{one}" for one in PICTURES.get(name, ())
    )
    for permission in pictures:
        GroupCollectionPermission.objects.get_or_create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=permission,
        )
    return group


def permissions_named(names: Iterable[str]) -> list[Permission]:
    """
    Permissions by their names; each must be there.
    """
    wanted = {tuple(name.split(".", 1)) for name in names}
    if not wanted:
        return []
    asked = Q()
    for app, codename in wanted:
        asked |= Q(content_type__app_label=app, codename=codename)
    found = list(Permission.objects.filter(asked).select_related("content_type"))
    there = {(p.content_type.app_label, p.codename) for p in found}
    if missing := wanted - there:
        names = ", ".join(sorted(".".join(name) for name in missing))
        raise PermissionMissing(f"Expected permissions {names}; run `migrate` first.")
    return found
