"""
How far a share that was counted can be trusted.
"""

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """
    So many of so many, with its 95% interval after Wilson (1927).

    >>> str(Share(hits=3, of=1621))
    '0.19% [0.06, 0.54] (3 of 1621)'
    """

    hits: int
    of: int

    @property
    def value(self) -> float:
        """
        The share itself; 0 of nothing is 0.
        """
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """
        The lower and the upper end; of nothing, everything is possible.
        """
        if not self.of:
            return 0.0, 1.0
        spread = Z * Z / self.of
        centre = (self.value + spread / 2) / (1 + spread)
        inside = self.value * (1 - self.value) / self.of + spread / (4 * self.of)
        half = Z * sqrt(inside) / (1 + spread)
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        low, high = self.interval
        return (
            f"{self.value:.2%} [{low * 100:.2f}, {high * 100:.2f}] "
            f"({self.hits} of {self.of})"
        )


Z = 1.96
