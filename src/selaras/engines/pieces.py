"""
Where the pieces of a tokenizer stand in the text that they are pieces of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

SPACE_MARK = "\N{LOWER ONE EIGHTH BLOCK}"
BYTE = re.compile(r"<0x([0-9A-F]{2})>")


def stretches(text: str, pieces: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """
    The characters of ``text`` that each piece stands for, in order.

    Bytes that only together are a character all stand for that character. A tokenizer
    that rewrote the text is followed as far as the two agree.

    >>> stretches("Gempa di", ["▁G", "empa", "▁di"])
    ((0, 1), (1, 5), (5, 8))
    """
    shapes = tuple(_shapes(pieces))
    spelt = "".join(shape for shape, _ in shapes)
    # The first piece begins with a space that the text does not begin with.
    lead = len(spelt) - len(spelt.lstrip(" ")) - (len(text) - len(text.lstrip(" ")))
    places = tuple(_places(shapes, lead))
    if spelt[lead:] == text:
        return places
    return tuple(_followed(text, spelt[lead:], places))


def _shapes(pieces: Sequence[str]) -> Iterator[tuple[str, bool]]:
    # What a piece spells, and whether it only ends what the piece before it spells.
    waiting = bytearray()
    index = 0
    while index < len(pieces):
        if not BYTE.fullmatch(pieces[index]):
            yield (pieces[index].replace(SPACE_MARK, " "), False)
            index += 1
            continue
        waiting.clear()
        while index < len(pieces) and (byte := BYTE.fullmatch(pieces[index])):
            waiting.append(int(byte[1], 16))
            index += 1
        yield from _characters(bytes(waiting))


def _characters(data: bytes) -> Iterator[tuple[str, bool]]:
    # UTF-8 continues a character with bytes of the form 10xxxxxx (RFC 3629, 3).
    position = 0
    while position < len(data):
        end = position + 1
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end += 1
        spelt = data[position:end].decode("utf-8", errors="replace")
        yield (spelt, False)
        yield from (("", True) for _ in range(end - position - 1))
        position = end


def _places(shapes: Iterable[tuple[str, bool]], lead: int) -> Iterator[tuple[int, int]]:
    position = -lead
    before = 0
    for shape, goes_on in shapes:
        start = before if goes_on else position
        position += len(shape)
        yield (max(0, start), max(0, position))
        before = start


def _followed(
    text: str, spelt: str, places: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    at = [0] * (len(spelt) + 1)
    for block in SequenceMatcher(None, spelt, text, autojunk=False).get_opcodes():
        _, start, end, there, there_end = block
        for offset in range(end - start):
            at[start + offset] = min(there + offset, there_end)
    at[len(spelt)] = len(text)
    for start, end in places:
        first = at[min(start, len(spelt))]
        yield (first, max(first, at[min(end, len(spelt))]))
