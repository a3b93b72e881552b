"""
The model in the box on text as people really send it.

It was taught with such sources, and what is asked here is little: an answer in the
right script that neither runs on nor repeats itself, and keeps the numbers.
"""

import pytest

from selaras.engines import Request
from selaras.fidelity import Pair, check_pair
from selaras.fidelity.no_repetition import NoRepetition
from selaras.fidelity.not_empty import NotEmpty
from selaras.fidelity.whole_sentence import WholeSentence
from selaras.languages import LANGUAGES, TARGETS
from selaras.pipeline.composing import engine_of
from selaras.text.scripts import has_letter
from selaras.weights import embedded

ROUGH = {
    "no full stop": "Banjir merendam 27 rumah di Demak pada Selasa malam",
    "capitals": "POLISI TANGKAP 27 ORANG DI MEDAN",
    "small letters": "polisi menangkap 27 orang di medan, kata kapolrestabes",
    "slips": "Pemerntah menaikkan harga beras sebsar 27 persen mulai besok.",
    "a list": "- beras 27 kg\n- minyak goreng\n- telur",
    "a fragment": "Jalan rusak, 27 kilometer",
    "a question": "Mengapa 27 sekolah di Bima masih tutup?",
    "two sentences": "Hujan turun 27 jam. Warga mengungsi ke balai desa.",
    "names never seen": "Oktavianus Mbatemooy dan Yuliarti Pakpahutar tanam 27 pohon.",
    "a code": "Pasang paket versi 27 dengan perintah pip install selaras.",
}


@pytest.fixture(scope="module")
def said():
    """
    What the model says of all of it, in all languages.
    """
    asked = [(name, language) for name in ROUGH for language in TARGETS]
    with engine_of(embedded()) as engine:
        answers = engine.translate(
            [Request(text=ROUGH[name], target=language) for name, language in asked]
        )
    return {key: best.text for key, (best, *_) in zip(asked, answers, strict=True)}


@pytest.mark.parametrize("language", TARGETS)
def test_it_is_translated_like_any_other(said, language):
    """
    Something is always said, and hardly ever broken off or said twice.
    """
    checks = (NotEmpty(), NoRepetition(), WholeSentence())
    broken = {}
    for name, source in ROUGH.items():
        text = said[name, language]
        assert has_letter(text)
        pair = Pair(source=source, target=text, language=language)
        if check_pair(pair, checks):
            broken[name] = text

    assert len(broken) <= 2, broken


@pytest.mark.parametrize("language", TARGETS)
def test_most_numbers_come_through(said, language):
    """
    The same two digits in ten sentences.
    """
    kept = [name for name in ROUGH if "27" in said[name, language]]

    assert len(kept) >= 8, {name: said[name, language] for name in ROUGH}


@pytest.mark.parametrize(
    "language", [tag for tag in TARGETS if tag not in ("en", "fr")]
)
def test_it_is_in_the_language_s_script(said, language):
    """
    More of its own letters than Latin ones, names and codes aside.
    """
    for name in ("no full stop", "capitals", "slips", "a question", "two sentences"):
        text = said[name, language]
        latin = sum(sign.isascii() and sign.isalpha() for sign in text)
        letters = sum(map(str.isalpha, text))
        assert latin < letters / 3, (LANGUAGES[language].english_name, text)
