"""
The roles of a newsroom: which group may do what, as one table.

Permissions are written as ``application.codename``, so that this lowest layer need not
know the applications above it.

A reviewer may be bound to languages: for each there is a group, "Reviewer (ja)", that
gives what ``REVIEWER`` gives. Permissions know no languages; ``languages_of`` does, and
everything that changes a version asks it.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop
from wagtail.models import Collection, GroupCollectionPermission

from selaras.languages import TARGETS, Tag
from selaras_site.accounts.models import User

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
    "desk.review_version",
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
EXCHANGE = ("desk.export_memory", "desk.run_trial")
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
    CHIEF: (*ENTER, *WRITE, *PUBLISH, *REVIEW, *MANAGE, *EXCHANGE, *INGEST),
    OPERATOR: (*ENTER, *OPERATE, *EXCHANGE, *INGEST),
}

OF_LANGUAGE: dict[str, Tag] = {f"{REVIEWER} ({tag})": tag for tag in TARGETS}
"""
The groups of reviewers who are bound to a language.
"""

DECIDE = "decide_segment"
"""
What a group must give, if those in it are not to be bound to languages.
"""

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
    own = [role_make(name, ROLES[name]) for name in ROLES]
    return own + [role_make(name, ROLES[REVIEWER]) for name in OF_LANGUAGE]


def role_make(name: str, permissions: Iterable[str]) -> Group:
    """
    One role.
    """
    group, _made = Group.objects.get_or_create(name=name)
    group.permissions.add(*permissions_named(permissions))
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


def languages_of(user: User) -> frozenset[Tag]:
    """
    The languages whose versions somebody may work on, as far as permissions let them.

    All, unless it is only groups of a language that make a reviewer of them.
    """
    names = set(user.groups.values_list("name", flat=True))
    bound = frozenset(OF_LANGUAGE[name] for name in names if name in OF_LANGUAGE)
    if not bound or user.is_superuser or decides_anywhere(user):
        return frozenset(TARGETS)
    return bound


def decides_anywhere(user: User) -> bool:
    """
    Whether somebody may decide about sentences in whatever language.
    """
    right = Permission.objects.filter(
        content_type__app_label="desk", codename=DECIDE
    ).filter(
        Q(user=user)
        | Q(group__in=user.groups.exclude(name__in=OF_LANGUAGE).values("pk"))
    )
    return right.exists()


def role_of(user: User) -> str:
    """
    What somebody is in the newsroom, the most that they are; nothing without a role.

    Whoever reviews a language alone is a reviewer.
    """
    names = set(user.groups.values_list("name", flat=True))
    if names & OF_LANGUAGE.keys():
        names.add(REVIEWER)
    return next((role for role in RANKED if role in names), "")


RANKED = (CHIEF, EDITOR, REVIEWER, REPORTER, OPERATOR)
