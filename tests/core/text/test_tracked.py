import re

from hypothesis import example, given
from hypothesis import strategies as st

from selaras.text.tracked import Tracked, rewrite

AFTER_C = (re.compile(r"(?<=c)"), "\N{NO-BREAK SPACE}")
RULES = st.lists(
    st.sampled_from(
        [
            (re.compile(r" +"), " "),
            (re.compile(r"a"), ""),
            (re.compile(r"b"), "bbb"),
            AFTER_C,
            (re.compile(r"[de]+"), lambda match: match[0].upper()),
            (re.compile(r"\A | \Z"), ""),
            (re.compile(r"f"), r"\1"),
        ]
    ),
    max_size=5,
)
EDGES = st.integers(0, 60)
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

    @given(texts, RULES, st.tuples(EDGES, EDGES))
    @example("aaaaaaacca", [AFTER_C], (10, 12))
    def test_there_and_back_covers_where_it_began(self, text, rules, edges):
        """
        A stretch of the result, told in the original, is told back as at least itself.

        Only what a rule put in may be left out, at an edge: it stands for nothing.
        """
        tracked = Tracked.of(text).rewrite(rules)
        start, end = sorted(min(edge, len(tracked.text)) for edge in edges)

        again = tracked.current(*tracked.original(start, end))

        left_out = set(range(start, end)) - set(range(*again))
        assert all(tracked.starts[k] == tracked.ends[k] for k in left_out)

    def test_what_was_not_touched_stays_the_same_value(self):
        tracked = Tracked.of("Gempa")

        assert tracked.rewrite([(re.compile("x"), "y")]) is tracked

    def test_a_deleted_stretch_has_no_place_any_more(self):
        tracked = Tracked.of("Gempa (5,6) di").rewrite([(re.compile(r"\(.*?\) "), "")])

        assert tracked.text == "Gempa di"
        start, end = tracked.current(6, 11)
        assert start == end
