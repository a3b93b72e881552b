"""
In what order the pieces of a line stand, where Arabic, Latin and numbers meet.

Pillow orders what one typeface draws; a line in two typefaces is ordered here, by the
Unicode Bidirectional Algorithm (UAX #9) without its explicit marks, which cleaning took
out. Letters inside a piece are ordered and mirrored by raqm.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

BRACKETS = dict(zip("([{（［｛「『【〈《〔", ")]}）］｝」』】〉》〕", strict=True))
STRONG_OR_NUMBER = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
NEUTRAL = frozenset({"B", "S", "WS", "ON"})
SILENT = frozenset({"NSM", "BN", "LRE", "RLE", "LRO", "RLO", "PDF"})
ISOLATES = frozenset({"LRI", "RLI", "FSI", "PDI"})


class Levelled(Protocol):
    """
    A piece of a line, all of one embedding level.
    """

    @property
    def level(self) -> int:
        """
        Odd for what runs to the left.
        """
        ...


Piece = TypeVar("Piece", bound=Levelled)


def levels_of(text: str, base: int) -> list[int]:
    """
    Give every character its embedding level: odd runs to the left.

    >>> levels_of("زلزال 27 IMF", 1)
    [1, 1, 1, 1, 1, 1, 2, 2, 1, 2, 2, 2]
    """
    edge = "R" if base else "L"
    kinds = _resolve_weak(_classes(text, edge), edge)
    _resolve_brackets(text, kinds, edge)
    _resolve_neutral(kinds, edge)
    return [_level(kind, base) for kind in kinds]


def visual_order(pieces: Sequence[Piece]) -> list[Piece]:
    """
    Put pieces in the order in which they stand on the line, from the left (rule L2).
    """
    ordered = list(pieces)
    highest = max((piece.level for piece in pieces), default=0)
    for level in range(highest, 0, -1):
        ordered = list(_turned(ordered, level))
    return ordered


def _turned(pieces: Sequence[Piece], level: int) -> Iterator[Piece]:
    for inside, group in groupby(pieces, lambda piece: piece.level >= level):
        stretch = list(group)
        yield from reversed(stretch) if inside else stretch


def _classes(text: str, edge: str) -> list[str]:
    """
    Rule W1: a mark behaves as its letter does.
    """
    kinds: list[str] = []
    for character in text:
        kind = unicodedata.bidirectional(character) or "L"
        if kind in SILENT:
            kind = kinds[-1] if kinds else edge
        kinds.append("ON" if kind in ISOLATES else kind)
    return kinds


def _resolve_weak(kinds: list[str], edge: str) -> list[str]:
    """
    Rules W2 to W7: what a number is, and which signs belong to it.
    """
    kinds = _after_strong(kinds, edge, "AL", "AN")
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _join_separators(kinds)
    _join_terminators(kinds)
    kinds = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]
    return _after_strong(kinds, edge, "L", "L")


def _after_strong(kinds: list[str], edge: str, strong: str, becomes: str) -> list[str]:
    last, resolved = edge, []
    for kind in kinds:
        if kind in {"L", "R", "AL"}:
            last = kind
        resolved.append(becomes if kind == "EN" and last == strong else kind)
    return resolved


def _join_separators(kinds: list[str]) -> None:
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (kind, before) in {
            ("ES", "EN"),
            ("CS", "EN"),
            ("CS", "AN"),
        }:
            kinds[at] = before


def _join_terminators(kinds: list[str]) -> None:
    for start, end in _stretches(kinds, frozenset({"ET"})):
        if "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)


def _resolve_brackets(text: str, kinds: list[str], edge: str) -> None:
    """
    Rule N0: both brackets of a pair go the way of what they hold.
    """
    for opening, closing in sorted(_pairs(text, kinds)):
        inside = {STRONG_OR_NUMBER.get(kind) for kind in kinds[opening + 1 : closing]}
        if edge in inside:
            kinds[opening] = kinds[closing] = edge
        elif inside & {"L", "R"}:
            other = "L" if edge == "R" else "R"
            before = _last_strong(kinds[:opening], edge)
            kinds[opening] = kinds[closing] = other if before == other else edge


def _pairs(text: str, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if kinds[at] != "ON":
            continue
        if character in BRACKETS:
            waiting.append((BRACKETS[character], at))
        elif character in (closers := [closer for closer, _ in waiting]):
            depth = len(closers) - 1 - closers[::-1].index(character)
            yield waiting[depth][1], at
            del waiting[depth:]


def _last_strong(kinds: Sequence[str], edge: str) -> str:
    strong = (STRONG_OR_NUMBER.get(kind) for kind in reversed(kinds))
    return next((kind for kind in strong if kind), edge)


def _resolve_neutral(kinds: list[str], edge: str) -> None:
    """
    Rules N1 and N2: signs between two of a direction take it, others that of the line.
    """
    for start, end in _stretches(kinds, NEUTRAL):
        before = STRONG_OR_NUMBER[kinds[start - 1]] if start else edge
        after = STRONG_OR_NUMBER[kinds[end]] if end < len(kinds) else edge
        kinds[start:end] = [before if before == after else edge] * (end - start)


def _stretches(
    kinds: Sequence[str], wanted: frozenset[str]
) -> Iterator[tuple[int, int]]:
    at = 0
    for inside, group in groupby(list(kinds), wanted.__contains__):
        length = len(list(group))
        if inside:
            yield at, at + length
        at += length


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)
