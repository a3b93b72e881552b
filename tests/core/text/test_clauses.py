"""
A sentence that is too long is cut where it does the least harm.
"""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text import cut, split_clauses

TAGS = sorted(LANGUAGES)
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
PIECES = st.lists(
    st.sampled_from(
        ["dan ", "Rp1.250,5 ", "https://a.id/x?y=1,2 ", FAMILY, "e\u0301", "warga, "]
    )
).map("".join)


def pieces(text, limit, language="id", **options):
    return cut(text, split_clauses(text, limit, language=language, **options))


class TestPlaces:
    def test_a_conjunction_after_a_comma_comes_first(self):
        """
        The clause ends there, though another comma is nearer to the middle.
        """
        text = (
            "Warga Cianjur, Jawa Barat, mengungsi ke balai desa, tetapi Budi tinggal."
        )

        assert pieces(text, 60)[1].startswith("tetapi")

    def test_white_space_is_next(self):
        """
        Where there is no clause, a word is at least not broken.
        """
        text = "Petugas menurunkan perahu karet milik kelurahan"

        assert all(
            piece.strip() in text.split() or " " in piece for piece in pieces(text, 20)
        )

    @pytest.mark.parametrize(
        "kept", ["1.250.000,5", "https://a.id/x,y?z=1", "10.30-11.00", "b@c.id", FAMILY]
    )
    def test_a_number_an_address_and_an_emoji_stay_whole(self, kept):
        """
        Half of one would be another one.
        """
        assert kept in [piece.strip() for piece in pieces(f"aaa {kept} bbb", 1)]

    def test_a_long_word_is_cut_at_last(self):
        """
        Nothing else would bring it under the limit.
        """
        assert max(map(len, pieces("a" * 1000, 30))) <= 30


class TestWholeness:
    @pytest.mark.parametrize("language", TAGS)
    @given(text=st.text() | PIECES, limit=st.integers(1, 50))
    def test_the_pieces_joined_are_the_text(self, language, text, limit):
        """
        Not a character is lost, and no piece is empty.
        """
        found = pieces(text, limit, language)

        assert "".join(found) == text
        assert all(found)

    @given(text=PIECES, limit=st.integers(1, 50))
    def test_no_cluster_is_cut(self, text, limit):
        """
        What a reader sees as one character stays one.
        """
        found = pieces(text, limit)

        clusters = [
            cluster for piece in found for cluster in regex.findall(r"\X", piece)
        ]

        assert clusters == regex.findall(r"\X", text)

    @given(text=st.text(alphabet="ab c,. "), limit=st.integers(1, 50))
    def test_every_piece_is_within_the_limit(self, text, limit):
        """
        Text without numbers and addresses can always be cut far enough.
        """
        assert all(len(piece) <= limit for piece in pieces(text, limit))

    def test_another_measure_is_obeyed(self):
        """
        An engine counts tokens and not characters.
        """
        text = "Warga Cianjur mengungsi ke balai desa sejak Senin malam"

        found = pieces(text, 4, measure=lambda piece: len(piece.split()))

        assert all(len(piece.split()) <= 4 for piece in found)

    def test_a_limit_below_one_is_refused(self):
        """
        No piece could be that short.
        """
        with pytest.raises(ValueError, match="at least 1"):
            split_clauses("Gempa", 0)
