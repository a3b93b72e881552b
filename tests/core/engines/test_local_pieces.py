import pytest
import sentencepiece
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.cleaning import clean
from selaras.engines.pieces import stretches
from selaras.weights import embedded


@pytest.fixture(scope="module")
def tokenizer():
    model = embedded()
    part = max(model.manifest.models, key=lambda part: len(part.pairs))
    path = model.folder / part.folder / part.tokenizer
    return sentencepiece.SentencePieceProcessor(model_file=str(path))


class TestStretches:
    @given(text=st.text().map(clean).filter(bool))
    def test_together_the_pieces_are_the_text(self, tokenizer, text):
        """
        Nothing is left out and nothing counted twice, whatever the script.
        """
        pieces = tokenizer.encode(text, out_type=str)

        places = stretches(text, pieces)

        assert len(places) == len(pieces)
        position = 0
        for start, end in dict.fromkeys(places):
            assert start in (position, end)
            position = max(position, end)
        assert position == len(text)

    def test_bytes_of_one_character_stand_for_it_together(self):
        pieces = ["▁a", "▁", "<0xF0>", "<0x9F>", "<0x98>", "<0x80>", "b"]

        assert stretches("a 😀b", pieces)[-5:] == ((2, 3),) * 4 + ((3, 4),)

    def test_a_tokenizer_that_folds_is_followed_where_it_can_be(self):
        """
        The tokenizers of others rewrite full-width letters; words keep their places.
        """
        places = stretches("ＡＢ di Cianjur", ["▁AB", "▁di", "▁Cianjur"])

        assert places[1][1] == 5
        assert places[2][1] == 13

    def test_nothing_has_no_pieces(self):
        assert stretches("", []) == ()

    @given(st.text(max_size=10), st.lists(st.text(max_size=5), max_size=6))
    def test_any_pieces_lie_within_any_text(self, text, pieces):
        for start, end in stretches(text, pieces):
            assert 0 <= start <= end <= len(text)
