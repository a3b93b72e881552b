"""
A stretch of a text, by its positions.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    The characters of a text from ``start`` up to, and without, ``end``.

    >>> Span(0, 5).of("Gempa di Cianjur")
    'Gempa'
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """
        The characters themselves.
        """
        return text[self.start : self.end]


def cut(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """
    The pieces of a text that the spans stand for.

    >>> cut("Gempa di Cianjur", [Span(0, 5), Span(9, 16)])
    ('Gempa', 'Cianjur')
    """
    return tuple(span.of(text) for span in spans)
