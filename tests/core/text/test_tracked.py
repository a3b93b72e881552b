import re

from hypothesis import assume, given
from hypothesis import strategies as st

from selaras.text.tracked import Tracked, rewrite

RULES = st.lists(
    st.sampled_from(
        [
            (re.compile(r" +"), " "),
            (re.compile(r"a"), ""),
            (re.compile(r"b"), "bbb"),
            (re.compile(r"(?<=c)"), "\N{NO-BREAK SPACE}"),
            (re.compile(r"[de]+"), lambda match: match[0].upper()),
            (re.compile(r"\A | \Z"), ""),
            (re.compile(r"f"), r"\1"),
        ]
    ),
    max_size=5,
)
texts = st.text("abcdef  ", max_size=20)


class TestTracked:
    @given(texts, RULES)
    def test_it_makes_the_text_that_the_rules_make(self, text, rules):
        assert Tracked.of(text).rewrite(rules).text == rewrite(text, rules)

    @given(texts, RULES)
    def test_places_stay_in_order_and_within_the_original(self, text, rules):
        tracked = Tracked.of(text).rewrite(rules)

        assert len(tracked.starts) == len(tracked.ends) == len(tracked.text)
        assert sorted(tracked.starts) == list(tracked.starts)
        assert sorted(tracked.ends) == list(tracked.ends)
        for start, end in zip(tracked.starts, tracked.ends, strict=True):
            assert 0 <= start <= end <= len(text)

    @given(texts, RULES, st.data())
    def test_there_and_back_covers_where_it_began(self, text, rules, data):
        """
        A stretch of the result, told in the original, is told back as at least itself.

        A stretch that begins or ends with what a rule put in stands for less than all.
        """
        tracked = Tracked.of(text).rewrite(rules)
        standing = [
            place
            for place in range(len(tracked.text))
            if tracked.starts[place] < tracked.ends[place]
        ]
        assume(standing)
        start, last = sorted(
            data.draw(st.lists(st.sampled_from(standing), min_size=2, max_size=2))
        )

        again = tracked.current(*tracked.original(start, last + 1))

        assert again[0] <= start
        assert again[1] >= last + 1

    def test_what_was_not_touched_stays_the_same_value(self):
        tracked = Tracked.of("Gempa")

        assert tracked.rewrite([(re.compile("x"), "y")]) is tracked

    def test_a_deleted_stretch_has_no_place_any_more(self):
        tracked = Tracked.of("Gempa (5,6) di").rewrite([(re.compile(r"\(.*?\) "), "")])

        assert tracked.text == "Gempa di"
        start, end = tracked.current(6, 11)
        assert start == end
