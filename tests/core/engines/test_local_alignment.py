import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selaras.article import Link
from selaras.engines.alignment import composed, identity, links_of, shifted

SOURCE = "Gempa di Cianjur menewaskan 27 orang."
TARGET = "A quake in Cianjur killed 27 people."


def words_of(text):
    places, start = [], 0
    for word in text.split(" "):
        end = start + len(word)
        places.append((max(0, start - 1), end))
        start = end + 1
    return places


def pairs(links, source=SOURCE, target=TARGET):
    return {
        (source[slice(*link.source)], target[slice(*link.target)]) for link in links
    }


def looked(**at):
    """
    Attention of each target word on one source word, by their numbers.
    """
    attention = np.zeros((7, 6), dtype=np.float32)
    for row, column in at.items():
        attention[int(row[1:]), column] = 0.8
    return attention


class TestLinksOf:
    def test_a_word_leads_to_the_word_it_looked_at(self):
        attention = looked(w1=0, w4=3)

        links = links_of(attention, SOURCE, words_of(SOURCE), TARGET, words_of(TARGET))

        assert {("Gempa", "quake"), ("menewaskan", "killed")} <= pairs(links)

    def test_what_stands_on_both_sides_is_linked_whatever_was_looked_at(self):
        attention = looked(w3=0, w5=0)

        links = links_of(attention, SOURCE, words_of(SOURCE), TARGET, words_of(TARGET))

        assert {("Cianjur", "Cianjur"), ("27", "27")} <= pairs(links)
        assert all(link.weight == 1 for link in links if link.source == (28, 30))

    def test_a_comma_is_not_part_of_the_word_before_it(self):
        source, target = "Cianjur, Jawa", "Cianjur, Java"
        attention = np.eye(2, dtype=np.float32)

        links = links_of(
            attention, source, [(0, 8), (8, 13)], target, [(0, 8), (8, 13)]
        )

        assert ("Cianjur", "Cianjur") in pairs(links, source, target)
        assert not any(
            "," in word
            for pair in pairs(links, source, target)
            for word in pair
            if len(word) > 1
        )

    def test_pieces_of_a_word_are_one_word(self):
        source, target = "gempa bumi", "earthquake"
        attention = np.array([[0.7, 0.2], [0.5, 0.3]], dtype=np.float32)

        links = links_of(
            attention, source, [(0, 5), (5, 10)], target, [(0, 5), (5, 10)]
        )

        assert ("gempa", "earthquake") in pairs(links, source, target)

    def test_where_a_script_has_no_spaces_a_piece_is_a_word(self):
        source, target = "Gempa besar", "大地震"
        attention = np.array([[0.1, 0.8], [0.8, 0.1]], dtype=np.float32)

        links = links_of(attention, source, [(0, 5), (5, 11)], target, [(0, 1), (1, 3)])

        assert pairs(links, source, target) == {("besar", "大"), ("Gempa", "地震")}

    def test_a_word_that_looked_nowhere_has_no_link(self):
        links = links_of(
            looked(), "a b c d e f", words_of("a b c d e f"), TARGET, words_of(TARGET)
        )

        assert links == ()

    def test_text_without_words_has_no_links(self):
        assert links_of(np.zeros((0, 0), np.float32), "", [], "", []) == ()

    @given(
        arrays(np.float32, (5, 4), elements=st.floats(0, 1, width=32)),
        st.lists(st.integers(0, len(SOURCE)), min_size=4, max_size=4),
        st.lists(st.integers(0, len(TARGET)), min_size=5, max_size=5),
    )
    def test_links_always_lie_within_both_texts(self, attention, ours, theirs):
        """
        Whatever pieces and attention: spans are real, weights are shares.
        """
        source = [(start, len(SOURCE)) for start in sorted(ours)]
        target = [(start, len(TARGET)) for start in sorted(theirs)]

        for link in links_of(attention, SOURCE, source, TARGET, target):
            assert 0 <= link.source[0] < link.source[1] <= len(SOURCE)
            assert 0 <= link.target[0] < link.target[1] <= len(TARGET)
            assert 0 < link.weight <= 1


class TestComposed:
    def test_a_word_is_followed_through_the_pivot(self):
        there = [Link(source=(0, 5), target=(2, 7), weight=0.8)]
        onward = [Link(source=(2, 7), target=(3, 10), weight=0.5)]

        assert composed(there, onward) == (
            Link(source=(0, 5), target=(3, 10), weight=0.4),
        )

    def test_what_the_pivot_lost_is_lost(self):
        there = [Link(source=(0, 5), target=(2, 7))]
        onward = [Link(source=(8, 9), target=(0, 1))]

        assert composed(there, onward) == ()

    def test_of_two_ways_the_better_counts(self):
        there = [
            Link(source=(0, 5), target=(0, 3), weight=0.9),
            Link(source=(0, 5), target=(4, 7), weight=0.3),
        ]
        onward = [
            Link(source=(0, 3), target=(0, 2)),
            Link(source=(4, 7), target=(0, 2)),
        ]

        assert [link.weight for link in composed(there, onward)] == [0.9]


def test_a_text_carried_over_is_linked_to_itself():
    assert identity("27") == (Link(source=(0, 2), target=(0, 2)),)
    assert identity("") == ()


def test_links_move_with_the_texts_they_are_in():
    link = Link(source=(0, 2), target=(1, 3), weight=0.5)

    assert shifted([link], 10, 20) == (
        Link(source=(10, 12), target=(21, 23), weight=0.5),
    )
