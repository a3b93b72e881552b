"""
``selaras-site createuser``: an account with a role.
"""

import sys
from typing import Annotated

import typer

from selaras.cli.terminal import say
from selaras_site.cli.starting import site


def createuser(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
    role: Annotated[
        str,
        typer.Option(
            help="reporter, editor, reviewer, chief, operator or administrator."
        ),
    ],
    email: Annotated[str, typer.Option(help="Where a forgotten password goes.")] = "",
) -> None:
    """
    Make an account. The password is asked for twice, or read from standard input.
    """
    with site():
        from selaras_site.operations.people import user_create

        user = user_create(name=name, role=role, password=password(), email=email)
        say(f"{user.username} can sign in at {address()} now.")


def password() -> str:
    """
    The password: never an argument, which every user of the machine could read.
    """
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def address() -> str:
    """
    Where people of the newsroom sign in.
    """
    from django.conf import settings

    return f"{settings.SITE_URL}/newsroom/"
