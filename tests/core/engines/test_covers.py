"""
Signs for what stands for something else, put in and taken out round a model.
"""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines import Cover, Request
from selaras.engines.covers import MOST, SIGN, SIGNS, guarded, signed, unsigned
from selaras.engines.local import CTranslate2Engine, Decoding, Part
from selaras.weights import embedded

SYMBOLS = (*SIGNS, "<2en>", "<2fr>", "<bt>", "<news>", "<sep>", "<s0>", "<s2>")

BANJIR = "Banjir merendam 37 rumah di Demak."
RUMAH = Cover(16, 18)


def engine_that(**changes):
    """
    The model in the box, into English alone, said to know signs or not to.
    """
    model = embedded()
    said = next(part for part in model.manifest.models if ("id", "en") in part.pairs)
    part = Part(
        folder=model.folder / said.folder,
        pairs=(("id", "en"),),
        decoding=Decoding(beam_size=1),
    )
    return CTranslate2Engine([replace(part, **changes)])


@pytest.fixture(scope="module")
def knowing():
    with engine_that(covers=True) as engine:
        yield engine


@pytest.fixture(scope="module")
def unknowing():
    with engine_that(covers=False) as engine:
        yield engine


def best(engine, text, **wishes):
    (hypotheses,) = engine.translate([Request(text=text, target="en", **wishes)])
    return hypotheses[0]


@given(st.text("Rp <N1>é数", max_size=20), st.sets(st.integers(0, 20), max_size=8))
def test_what_was_covered_comes_back(text, cuts):
    """
    Whatever the text is, and even if it writes signs itself.
    """
    places = sorted(cut for cut in cuts if cut <= len(text))
    covers = [Cover(*pair) for pair in list(pairwise(places))[::2]]

    written, hidden = signed(guarded(text), covers)

    assert len(hidden) == len(covers)
    assert unsigned(written, hidden) == guarded(text)


@given(st.text("ab<N1>E2s", max_size=20))
def test_nothing_that_an_author_writes_is_a_sign(text):
    """
    And nothing moves.
    """
    assert not SIGN.search(guarded(text))
    assert unsigned(guarded(text), {f"<{a}{n}>": "!" for a in "NE" for n in "12"}) == (
        guarded(text)
    )
    assert len(guarded(text)) == len(text)


def test_more_than_there_are_signs_for_stand_as_they_are():
    """
    Ten are known.
    """
    text = " ".join(str(n) for n in range(30, 42))
    covers = [Cover(3 * n, 3 * n + 2) for n in range(12)]

    written, hidden = signed(text, covers)

    assert len(hidden) == MOST
    assert written.endswith("<N9> 40 41")


def test_a_model_that_knows_signs_reads_them(knowing):
    """
    What it reads is what a model is shown whose text nobody guards.
    """
    with engine_that(cleaned=False) as bare:
        read = best(bare, BANJIR.replace("37", "<N0>")).text

    covered = best(knowing, BANJIR, covers=(RUMAH,), align=True)

    assert covered.text == unsigned(read, {"<N0>": "37"})
    assert covered.links == ()


def test_another_reads_the_text_as_it_stands(unknowing):
    """
    The cover is a number like others.
    """
    plain = best(unknowing, BANJIR)

    assert best(unknowing, BANJIR, covers=(RUMAH,)) == plain


@pytest.mark.parametrize("sign", SYMBOLS)
def test_nothing_of_the_author_is_a_command(knowing, unknowing, sign):
    """
    Every piece with a meaning is text, and its places stay, known signs or not.
    """
    for engine in (knowing, unknowing):
        plain = best(engine, f"Kode {sign.replace('<', '(')} hilang.", align=True)

        assert best(engine, f"Kode {sign} hilang.", align=True) == plain
