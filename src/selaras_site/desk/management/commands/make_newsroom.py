"""
The command that makes the roles of a newsroom and how articles are approved.
"""

from typing import Any

from django.core.management.base import BaseCommand

from selaras_site.accounts.roles import roles_make
from selaras_site.desk.approval import approval_make


class Command(BaseCommand):
    """
    Make the groups Reporter, Editor, Reviewer, Chief and Operator, and the approval.
    """

    help = "Make the roles of the newsroom and its approval; what is there stays."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """
        Make them, and say which there are.
        """
        for group in roles_make():
            self.stdout.write(group.name)
        self.stdout.write(str(approval_make()))
