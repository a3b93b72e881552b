"""
Changing a text by rules, with or without remembering where each character was.

A rule is a pattern and what its matches become. ``rewrite`` applies rules to a string;
``Tracked`` applies the same rules and can still say which characters of the original a
stretch of the result stands for, so that marks and links survive the change.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Become = str | Callable[[re.Match[str]], str]
Rule = tuple[re.Pattern[str], Become]
Edit = tuple[int, int, str]


def rewrite(text: str, rules: Iterable[Rule]) -> str:
    r"""
    Apply every rule, in order.

    >>> rewrite("Gempa  di\tCianjur", [(re.compile(r"\s+"), " ")])
    'Gempa di Cianjur'
    """
    for pattern, become in rules:
        text = pattern.sub(_literally(become), text)
    return text


@dataclass(frozen=True, slots=True)
class Tracked:
    """
    A text whose characters know the stretch of the original that they stand for.

    Both ``starts`` and ``ends`` never fall: no rule moves text past other text.

    >>> tracked = Tracked.of("Gempa  di  Cianjur").rewrite([(re.compile(" +"), " ")])
    >>> tracked.text
    'Gempa di Cianjur'
    >>> tracked.original(9, 16)
    (11, 18)
    >>> tracked.current(11, 18)
    (9, 16)
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Tracked":
        """
        A text that nothing was done to yet.
        """
        return cls(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))

    def rewrite(self, rules: Iterable[Rule]) -> "Tracked":
        """
        Apply every rule, in order, as the function of this name does.
        """
        tracked = self
        for pattern, become in rules:
            change = _literally(become)
            tracked = tracked.edited(
                (*match.span(), change(match))
                for match in pattern.finditer(tracked.text)
            )
        return tracked

    def edited(self, edits: Iterable[Edit]) -> "Tracked":
        """
        Put other text in place of stretches that follow each other.

        >>> Tracked.of("Rp5 juta").edited([(2, 2, " "), (4, 8, "M")]).text
        'Rp 5 M'
        """
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, piece in edits:
            pieces += (self.text[done:start], piece)
            starts += self.starts[done:start]
            ends += self.ends[done:start]
            self._stand_for(start, end, len(piece), starts, ends)
            done = end
        if not pieces:
            return self
        pieces.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return Tracked("".join(pieces), tuple(starts), tuple(ends))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """
        The characters of the original that ``text[start:end]`` stands for.
        """
        if start >= end:
            return (self._before(start), self._before(start))
        return (self.starts[start], self.ends[end - 1])

    def current(self, start: int, end: int) -> tuple[int, int]:
        """
        The characters of this text that stand for ``original[start:end]``.
        """
        first = bisect_right(self.ends, start)
        return (first, max(first, bisect_left(self.starts, end)))

    def _before(self, position: int) -> int:
        if position < len(self.starts):
            return self.starts[position]
        return self.ends[-1] if self.ends else 0

    def _stand_for(
        self, start: int, end: int, size: int, starts: list[int], ends: list[int]
    ) -> None:
        # As many characters as before stand for one each; otherwise each for them all.
        if size == end - start:
            starts += self.starts[start:end]
            ends += self.ends[start:end]
        else:
            first, last = self.original(start, end)
            starts += [first] * size
            ends += [last] * size


def _literally(become: Become) -> Callable[[re.Match[str]], str]:
    # A string is what it says, never a template: "\1" in it is not a group.
    return become if callable(become) else lambda _: become
