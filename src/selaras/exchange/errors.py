"""
Why a file from another tool cannot be read.
"""

from enum import StrEnum

from selaras.errors import SelarasError


class Fault(StrEnum):
    """
    What is wrong with a file.

    ``UNREADABLE``: no XML, or not in the encoding that it claims; ``HOSTILE``: it
    declares entities, or is nested or quiet beyond reason; ``LARGE``: over the limit;
    ``FOREIGN``: XML, but not of the kind that was asked for; ``EXTRA``: the part that
    reads XML is not installed.
    """

    UNREADABLE = "unreadable"
    HOSTILE = "hostile"
    LARGE = "large"
    FOREIGN = "foreign"
    EXTRA = "extra"


class ExchangeError(SelarasError):
    """
    A file from another tool cannot be read; ``fault`` says why, for who words it anew.
    """

    def __init__(self, message: str, *, fault: Fault) -> None:
        super().__init__(message)
        self.fault = fault
