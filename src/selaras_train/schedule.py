"""
How the rate rises, stays and falls over a training, told by tokens.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """
    Warm up, hold, then fall to nothing in a straight line.

    ``falls_from`` and ``ends`` are counts of target tokens. A training with a time
    limit does not know them when it begins; they are set once, when the fall begins,
    and are kept in the checkpoint, so that a resumed training falls in the same line.
    """

    warmup: int = 100
    falls_from: int | None = None
    ends: int | None = None

    def share(self, step: int, tokens: int) -> float:
        """
        The share of the full rate for a step.

        >>> Schedule(warmup=10, falls_from=1000, ends=2000).share(500, 1500)
        0.5
        >>> Schedule(warmup=10).share(4, 0)
        0.5
        """
        risen = min(1.0, (step + 1) / max(1, self.warmup))
        if self.falls_from is None or self.ends is None:
            return risen
        left = (self.ends - tokens) / max(1, self.ends - self.falls_from)
        return risen * min(1.0, max(0.0, left))

    def over(self, tokens: int) -> bool:
        """
        Whether the training has come to its end.
        """
        return self.ends is not None and tokens >= self.ends

    def falling(self, tokens: int) -> bool:
        """
        Whether the rate has begun to fall.
        """
        return self.falls_from is not None and tokens >= self.falls_from

    def until(self, ends: int, fall: float) -> "Schedule":
        """
        The schedule that ends after so many tokens and falls over their last share.
        """
        return replace(self, falls_from=round(ends * (1 - fall)), ends=ends)

    def fall(self, tokens: int, more: int) -> "Schedule":
        """
        The schedule that falls from now on and ends after so many tokens more.
        """
        return replace(self, falls_from=tokens, ends=tokens + max(1, more))
