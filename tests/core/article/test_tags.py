"""
Marks as numbered tags that people edit.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article import Mark, missing_tags, with_tags, without_tags
from selaras.errors import TagsWrong

BPS = Mark(start=5, end=8, kind="link", href="https://bps.go.id")
BMKG = Mark(start=13, end=17, kind="link", href="https://bmkg.go.id")
STRONG = Mark(start=0, end=17, kind="bold")
SOURCE = "Kata BPS, juga BMKG."


class TestWriting:
    def test_nested_marks_nest(self) -> None:
        bold, link = Mark(start=0, end=8, kind="bold"), BPS
        assert with_tags("Kata BPS.", [bold, link], [link, bold]) == (
            "<2>Kata <1>BPS</1></2>."
        )

    def test_neighbours_do_not_nest(self) -> None:
        one = Mark(start=0, end=2, kind="bold")
        other = Mark(start=2, end=4, kind="italic")
        assert with_tags("abcd", [one, other], [one, other]) == "<1>ab</1><2>cd</2>"

    def test_of_several_alike_each_has_its_number(self) -> None:
        first = Mark(start=0, end=1, kind="bold")
        second = Mark(start=2, end=3, kind="bold")
        assert with_tags("a b", [second, first], [first, second]) == (
            "<1>a</1> <2>b</2>"
        )

    def test_a_text_with_something_like_a_tag_has_none(self) -> None:
        assert with_tags("Kata <1> BPS.", [BPS], [BPS]) == "Kata <1> BPS."


class TestReading:
    def test_links_change_their_order(self) -> None:
        text, marks = without_tags("<2>BMKG</2> and <1>BPS</1>.", [BPS, BMKG])
        assert text == "BMKG and BPS."
        assert [(text[m.start : m.end], m.href) for m in marks] == [
            ("BMKG", BMKG.href),
            ("BPS", BPS.href),
        ]

    def test_a_tag_that_is_left_out_is_told(self) -> None:
        assert missing_tags("<2>BMKG</2>.", [BPS, BMKG]) == (1,)

    def test_tags_around_nothing_are_dropped(self) -> None:
        assert without_tags("A<1></1>b", [BPS]) == ("Ab", ())

    def test_without_marks_in_the_source_a_text_is_taken_as_it_is(self) -> None:
        assert without_tags("a <1> b", []) == ("a <1> b", ())

    @pytest.mark.parametrize(
        ("tagged", "fault"),
        [
            ("<3>a</3>", "unknown"),
            ("<0>a</0>", "unknown"),
            ("a</1>", "not opened"),
            ("<1>a", "not closed"),
            ("<1>a</1> <1>b</1>", "twice"),
            ("<1><1>a</1></1>", "twice"),
        ],
    )
    def test_what_cannot_be_understood_is_refused(
        self, tagged: str, fault: str
    ) -> None:
        with pytest.raises(TagsWrong) as caught:
            without_tags(tagged, [BPS, BMKG])
        assert caught.value.fault == fault


@given(
    st.text(alphabet="abcé中م <>/1", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 10)), max_size=4),
)
def test_what_is_written_is_read_again(
    text: str, places: list[tuple[int, int]]
) -> None:
    marks = [
        Mark(start=start, end=min(len(text), start + length), kind="link", href=f"/{n}")
        for n, (start, length) in enumerate(places)
        if start < min(len(text), start + length)
    ]
    tagged = with_tags(text, marks, marks)
    if tagged == text:
        return
    assert without_tags(tagged, marks) == (text, tuple(sorted(marks)))


@given(st.text(alphabet="ab<>/12", max_size=40))
def test_odd_text_is_read_or_refused(tagged: str) -> None:
    try:
        text, marks = without_tags(tagged, [BPS, BMKG])
    except TagsWrong:
        return
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
