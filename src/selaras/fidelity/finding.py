"""
What a check sees, and what it says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from selaras.article.model import Link
from selaras.languages import SOURCE, Tag


class Severity(StrEnum):
    """
    What a finding does: blocks its sentence, joins the desk's queue, or was mended.
    """

    BLOCKING = "blocking"
    REVIEW = "review"
    MENDED = "mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """
    An inline mark as a check sees it: its kind, its address, the words it covers.
    """

    kind: str
    covers: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """
    A segment and its translation.

    ``verbatim`` are source strings that must stand in the target as they are.
    ``links`` say which words became which, where the engine told; they are a hint and
    may be wrong, and a check must do without where there are none. ``confirmed`` is
    what the author said that doubtful items mean, as text and reading.
    """

    source: str
    target: str
    language: Tag
    source_language: Tag = SOURCE
    source_marks: tuple[Tagged, ...] = ()
    target_marks: tuple[Tagged, ...] = ()
    verbatim: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    confirmed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """
    What a check says about a pair.

    ``source_span`` and ``target_span`` are character offsets, where it can point.
    ``message`` is a full English sentence for logs and the command line, ``indonesian``
    the same sentence for the newsroom.
    """

    check: str
    severity: Severity
    message: str
    indonesian: str = ""
    expected: str = ""
    found: str = ""
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None


class Check(Protocol):
    """
    A claim about a pair that yields a finding wherever it is not true.
    """

    @property
    def name(self) -> str:
        """
        The check's name in findings and in ``docs/reference/checks``.
        """

    @property
    def mqm(self) -> str:
        """
        The error type it finds, as an MQM path.
        """

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
