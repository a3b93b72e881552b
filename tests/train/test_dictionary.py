"""
A dictionary is learnt from parallel text.
"""

import lzma

import pytest

from selaras.fidelity.dictionary.lookup import Dictionary
from selaras.languages import LANGUAGES, TARGETS
from selaras_train.alignment import known_roots, learn
from selaras_train.dictionary import as_text, chosen, make, renew, through

NOUNS = ("banjir", "gempa", "jembatan", "sekolah", "pasar")
VERBS = ("merusak", "menutup", "melanda")
WORDS = {
    "banjir": "flood",
    "gempa": "quake",
    "jembatan": "bridge",
    "sekolah": "school",
    "pasar": "market",
    "merusak": "damaged",
    "menutup": "closed",
    "melanda": "struck",
}
PAIRS = [
    (f"{one} {verb} {other}", f"{WORDS[one]} {WORDS[verb]} {WORDS[other]}")
    for one in NOUNS
    for verb in VERBS
    for other in NOUNS
    if one != other
]


class TestLearn:
    def test_words_that_go_together_are_found(self):
        """
        Every noun and verb finds its own, in both directions.
        """
        there, back = learn(PAIRS, ("id", "en"), known_roots(t for t, _ in PAIRS))

        assert max(there["banjir"], key=there["banjir"].get) == "flood"
        assert max(back["school"], key=back["school"].get) == "sekolah"

    def test_a_way_over_another_language_multiplies_chances(self):
        """
        What a word becomes in English, and that in French.
        """
        first = {"banjir": {"flood": 0.8, "water": 0.2}}
        second = {"flood": {"inond": 1.0}, "water": {"eau": 0.5}}

        assert through(first, second) == {"banjir": {"inond": 0.8, "eau": 0.1}}

    def test_what_is_chosen_can_be_looked_up(self):
        """
        The file's text is the dictionary.
        """
        tables = learn(PAIRS, ("id", "en"), known_roots(text for text, _ in PAIRS))

        dictionary = Dictionary(as_text(chosen(tables, frozenset()), None))

        assert "flood" in dictionary.counterparts("banjir").likely
        assert dictionary.counterparts("kucing") is None


class TestMake:
    def test_the_same_text_makes_the_same_files(self, tmp_path):
        """
        A dictionary that is made again is the same, byte for byte.
        """
        for pair in (*(f"id-{tag}" for tag in TARGETS), *(f"en-{t}" for t in TARGETS)):
            write_pairs(tmp_path / f"{pair}.tsv.xz")
        news = [
            dict.fromkeys(LANGUAGES, english) | {"id": text} for text, english in PAIRS
        ]
        made = []

        for name in ("first", "second"):
            (tmp_path / name).mkdir()
            make(tmp_path, news[:40], news[40:], tmp_path / name)
            made.append({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()})

        assert made[0] == made[1]
        assert set(made[0]) == {"roots.txt.xz", *(f"{tag}.txt.xz" for tag in TARGETS)}


class TestRenew:
    def test_newer_news_adds_to_what_is_known(self, tmp_path, monkeypatch):
        """
        A word of the newer news is there, and those that were there still are.
        """
        old = "mmmmmm\nkucing\t\tcat\tpet\n\n"
        monkeypatch.setattr("selaras_train.dictionary.TARGETS", ("en",))
        monkeypatch.setattr("selaras_train.dictionary.packed", lambda _: old)
        newer = [
            (f"orkestra {noun} {noun}", f"orchestra {WORDS[noun]} {WORDS[noun]}")
            for noun in NOUNS[:4]
        ]
        news = [{"id": text, "en": english} for text, english in (*PAIRS, *newer)]

        renew(news[:20], news[20:], tmp_path)

        text = lzma.decompress((tmp_path / "en.txt.xz").read_bytes()).decode()
        renewed = Dictionary(text)
        assert "orchest" in renewed.counterparts("orkestra").likely
        assert renewed.counterparts("kucing").likely == {"cat"}
        assert renewed.counterparts("kucing").doubtful == {"pet"}


def write_pairs(path):
    with lzma.open(path, "wt", encoding="utf-8") as file:
        for one, other in PAIRS:
            file.write(f"test\t{one}\t{other}\n")


@pytest.fixture(autouse=True)
def quiet(recwarn):
    """
    No warning of division by nothing on so little text.
    """
    yield
    assert not recwarn.list
