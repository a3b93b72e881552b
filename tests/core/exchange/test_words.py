"""
Words that come piece by piece, with marks between them.
"""

from collections.abc import Iterator

import pytest

from selaras.exchange.words import Gathered


class Unread(list[object]):
    """
    A list that only grows: whoever goes through it while words come, works too much.
    """

    def __iter__(self) -> Iterator[object]:
        raise AssertionError("All that came before was looked at again.")

    def __contains__(self, _one: object) -> bool:
        raise AssertionError("All that came before was looked at again.")


def gathered(*steps: str | int) -> Gathered:
    """
    Words for texts; a number opens a mark, the number below zero closes it.
    """
    words = Gathered()
    for step in steps:
        if isinstance(step, str):
            words.add(step)
        elif step > 0:
            words.open(step)
        else:
            words.close(-step)
    return words.finish()


@pytest.mark.parametrize(
    ("steps", "text", "spans", "faults"),
    [
        (("Hujan", " \n ", "turun."), "Hujan turun.", [], []),
        ((" ", 1, " BPS ", -1, " naik "), "BPS naik", [(1, 0, 3)], []),
        (("A ", 1, "B", -1, 2, " C", -2), "A B C", [(1, 2, 3), (2, 3, 5)], []),
        ((1, "A", 2, "B", -2, -1), "AB", [(1, 0, 2), (2, 1, 2)], []),
        (("A", 1, " ", -1, "B"), "A B", [], []),
        ((1, "A", -1, 1, "B", -1), "AB", [(1, 0, 1)], [(1, "twice")]),
        ((1, "A", 1, "B", -1), "AB", [(1, 0, 2)], [(1, "twice")]),
        (("A", -1, "B", -1), "AB", [], [(1, "not opened")]),
        ((1, "A", -1, -1), "A", [(1, 0, 1)], [(1, "not opened")]),
        ((1, "A"), "A", [], [(1, "not closed")]),
        ((1, -1, 1, "A", -1), "A", [(1, 0, 1)], []),
    ],
)
def test_marks_open_and_close(steps, text, spans, faults):
    words = gathered(*steps)
    assert (words.text, words.spans, words.faults) == (text, spans, faults)


def test_what_came_is_not_looked_at_again_with_each_piece(monkeypatch):
    whole = Gathered.text

    def joined(_self: Gathered) -> str:
        raise AssertionError("The text was put together before it was asked for.")

    monkeypatch.setattr(Gathered, "text", property(joined))
    words = Gathered(spans=Unread(), faults=Unread())
    for number in range(1, 1000):
        words.add(f" kata {number}")
        words.open(number)
        words.add("x")
        words.close(number)
        words.open(number)
        words.close(number)
    monkeypatch.setattr(Gathered, "text", whole)

    assert len(words.spans) == 999
    assert len(words.faults) == 999
    assert words.text.startswith("kata 1x kata 2x")
    assert len(words.text) == words.length


def test_two_hundred_thousand_pieces_are_held_once():
    words = Gathered()
    words.add("a \n" * 200_000)
    assert len(words.parts) == 200_000
    assert sum(map(len, words.parts)) == words.length == 399_999
    assert words.text == " ".join("a" * 200_000)
