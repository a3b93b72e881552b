import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras_train.cleaning import Tally, add_full_stop, cleaned, cut_from
from selaras_train.corpora import Pair
from selaras_train.recipe import Cleaning

RULES = Cleaning(full_stops=("smeru",), furniture={"globalvoices": "· Global Voices"})
ID_EN = ("id", "en")


def clean(*pairs, direction=ID_EN):
    tally = Tally()
    kept = list(cleaned(pairs, RULES, direction, tally))
    return kept, {reason for (_, reason) in tally.left_out}


class TestCleaned:
    def test_a_lost_full_stop_is_given_back_to_both_sides(self):
        """
        Only in the corpora that the recipe names.
        """
        sides = (
            "Program ini menjangkau banyak desa di Jawa",
            "The programme reaches many villages in Java",
        )

        kept, _ = clean(Pair("smeru", *sides), Pair("other", *sides[::-1]))

        assert kept[0].source.endswith("Jawa.")
        assert kept[0].target.endswith("Java.")
        assert not any(pair.source.endswith(".") for pair in kept[1:])

    def test_page_furniture_is_cut(self):
        """
        The title of a page ends with the name of its site.
        """
        pair = Pair(
            "globalvoices", "Kyiv · Global Voices", "Kyiv · Global Voices in en"
        )

        kept, _ = clean(pair)

        assert kept == [Pair("globalvoices", "Kyiv", "Kyiv")]

    @pytest.mark.parametrize(
        ("source", "target", "reason"),
        [
            pytest.param("", "Nothing", "empty", id="one side is empty"),
            pytest.param("kata " * 200, "word " * 200, "too long", id="a whole page"),
            pytest.param("Ya.", "And so it went on. " * 6, "lengths apart", id="askew"),
            pytest.param(
                "Berita hari ini", "Berita hari ini", "not translated", id="a copy"
            ),
            pytest.param(
                "Harga naik", "价格上涨", "other script", id="Chinese as English"
            ),
            pytest.param(
                "Gempa menewaskan 27 orang.",
                "The quake killed 72 people.",
                "numbers differ",
                id="digits turned round",
            ),
        ],
    )
    def test_what_is_left_out_is_counted_with_its_reason(self, source, target, reason):
        """
        Every pair that is lost can be accounted for.
        """
        kept, reasons = clean(Pair("x", source, target))

        assert kept == []
        assert reasons == {reason}

    @pytest.mark.parametrize(
        ("source", "target", "direction"),
        [
            pytest.param(
                "Rp1,2 triliun untuk 27 desa",
                "Rp1.2 trillion for 27 villages",
                ID_EN,
                id="decimal comma",
            ),
            pytest.param(
                "Gempa menewaskan 27 orang di Cianjur.",
                "展玉地震造成27人死亡。",
                ("id", "zh"),
                id="Chinese is denser",
            ),
            pytest.param("Jakarta", "Jakarta", ID_EN, id="a name stays"),
        ],
    )
    def test_a_good_pair_is_kept(self, source, target, direction):
        """
        What differs between languages is no fault.
        """
        kept, reasons = clean(Pair("x", source, target), direction=direction)

        assert len(kept) == 1, reasons

    def test_a_pair_is_kept_once(self):
        """
        A sentence that stands in two corpora is learnt once.
        """
        kept, reasons = clean(Pair("a", "Ya.", "Yes."), Pair("b", "Ya.", "Yes."))

        assert [pair.corpus for pair in kept] == ["a"]
        assert reasons == {"seen before"}

    @given(st.lists(st.tuples(st.text(), st.text())))
    def test_cleaning_twice_is_cleaning_once(self, sides):
        """
        What is clean stays as it is.
        """
        once, _ = clean(*(Pair("smeru", *pair) for pair in sides))
        twice, reasons = clean(*once)

        assert twice == once
        assert reasons == set()

    @given(st.lists(st.tuples(st.text(), st.text()), max_size=20))
    def test_every_pair_is_kept_or_accounted_for(self, sides):
        """
        The tally adds up.
        """
        tally = Tally()

        kept = list(cleaned((Pair("x", *s) for s in sides), RULES, ID_EN, tally))

        assert tally.kept.total() == len(kept)
        assert tally.kept.total() + tally.left_out.total() == len(sides)


@given(st.text())
def test_a_full_stop_is_added_once(text):
    """
    A line that has one gets no second.
    """
    assert add_full_stop(add_full_stop(text)) == add_full_stop(text)


@given(st.text())
def test_cutting_furniture_only_shortens(text):
    """
    What is before the furniture stays.
    """
    assert text.startswith(cut_from(text, "· Global Voices"))
