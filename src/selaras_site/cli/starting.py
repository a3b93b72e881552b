"""
Make Django ready, and end with a sentence when something is wrong.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
import typer
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from selaras.cli.failing import ExitCode, plainly
from selaras.cli.terminal import complain

DEV = "selaras_site.config.settings.dev"


@contextmanager
def site() -> Iterator[None]:
    """
    The site's settings and models, and plain sentences for what goes wrong.

    Settings are those of ``DJANGO_SETTINGS_MODULE``; without it, those for one machine.
    """
    with plainly(), plain_settings():
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEV)
        django.setup()
        yield


@contextmanager
def plain_settings() -> Iterator[None]:
    """
    Say what the settings or the database lack, without a traceback.
    """
    try:
        yield
    except ImproperlyConfigured as error:
        complain(f"The settings are not complete: {error}")
        raise typer.Exit(ExitCode.USAGE) from error
    except DatabaseError as error:
        complain(
            f"The database answered: {str(error).strip()}. "
            "`selaras-site doctor` looks for what is wrong."
        )
        raise typer.Exit(ExitCode.UNREADABLE) from error
