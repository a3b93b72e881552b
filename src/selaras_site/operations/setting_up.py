"""
Everything that must be there before the first article.
"""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from selaras_site.accounts.roles import roles_make
from selaras_site.desk.approval import approval_make
from selaras_site.operations.health import migrations_missing
from selaras_site.operations.sections import sections_make


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """
    What was done: zeros where it had been done before.
    """

    migrations: int
    roles: int
    sections: int


def set_up() -> SetUp:
    """
    Make folders, tables, roles, the approval of articles and sections.

    What is there stays as it is.
    """
    folders_make()
    missing = len(migrations_missing())
    if missing:
        call_command("migrate", interactive=False, verbosity=0)
    roles = roles_make()
    approval_make()
    return SetUp(migrations=missing, roles=len(roles), sections=sections_make())


def folders_make() -> None:
    """
    The folders of files, of the memory, and of a database that is a file.
    """
    Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    Path(settings.SELARAS_MEMORY).parent.mkdir(parents=True, exist_ok=True)
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True)
