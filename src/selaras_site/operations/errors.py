"""
What operating the site can fail with.

* SelarasError
  x OperationsError     the sentence says what to do
    + NotSetUp          the site is not as a command needs it
    + BackupUnusable    an archive is not one of ours, or not whole
    + TargetNotEmpty    a restore would write over something
    + AccountRefused    an account's name, role or password is not acceptable
    + ProgramFailed     a program that we called, or started, ended badly
"""

from selaras.errors import SelarasError


class OperationsError(SelarasError):
    """
    Something about running the site went wrong.
    """


class NotSetUp(OperationsError):
    """
    The site is not as a command needs it.
    """


class BackupUnusable(OperationsError):
    """
    The archive is not one of ours, or it is not whole, or it is for another database.
    """


class TargetNotEmpty(OperationsError):
    """
    Restoring would write over what is there.
    """


class AccountRefused(OperationsError):
    """
    An account's name, role or password is not acceptable.
    """


class ProgramFailed(OperationsError):
    """
    Another program, such as ``pg_dump`` or a process of the demo, ended badly.
    """
