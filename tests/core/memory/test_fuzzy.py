import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.memory import Entry
from selaras.memory.fuzzy import lengths, similarity

NEWS = (
    "gempa banjir longsor warga korban polisi bupati gubernur presiden menteri",
    "rumah sekolah jembatan jalan sungai gunung pantai hutan sawah kebakaran",
    "evakuasi bantuan logistik pengungsi posko relawan tim petugas kepala badan",
    "penanggulangan bencana daerah kabupaten kecamatan desa menurut mengatakan",
    "menyebut menjelaskan mengimbau meminta melaporkan mencatat akibat karena",
    "sehingga setelah sebelum ketika sementara pada di ke dari dengan untuk oleh",
    "dalam tidak belum sudah akan telah sedang bisa",
)
WORDS = " ".join(NEWS).split()


def sentence(chance: random.Random) -> str:
    words = chance.choices(WORDS, k=chance.randint(6, 24))
    stem = "".join(chance.choices("bdgkmnprst", k=2)) + chance.choice(WORDS)
    return f"{' '.join(words)} {stem} {chance.randint(1, 9999)} orang.".capitalize()


def changed(text: str, chance: random.Random) -> str:
    words = text.split()
    place = chance.randrange(len(words))
    words[place] = chance.choice([chance.choice(WORDS), str(chance.randint(1, 99)), ""])
    return " ".join(words)


def entry(text: str, **values) -> Entry:
    return Entry(text=text, translation=text.upper(), target="en", **values)


class TestFuzzy:
    def test_one_number_apart(self, memory):
        memory.remember(entry("Gempa menewaskan 27 orang di Cianjur."))

        [match] = memory.fuzzy("Gempa menewaskan 28 orang di Cianjur.", target="en")

        assert match.entry.text == "Gempa menewaskan 27 orang di Cianjur."
        assert match.score == pytest.approx(36 / 37)

    def test_the_most_similar_first_and_no_more_than_wanted(self, memory):
        memory.remember_many(
            entry(f"Gempa menewaskan {n} orang di Cianjur.") for n in (27, 28, 37, 911)
        )

        matches = memory.fuzzy(
            "Gempa menewaskan 27 orang di Cianjur.", target="en", limit=3
        )

        assert matches[0].entry.text == "Gempa menewaskan 27 orang di Cianjur."
        assert [match.score for match in matches] == sorted(
            (match.score for match in matches), reverse=True
        )
        assert len(matches) == 3

    def test_nothing_under_the_threshold(self, memory):
        memory.remember(entry("Gempa menewaskan 27 orang di Cianjur."))
        other = "Banjir merendam 27 rumah di Demak."

        assert memory.fuzzy(other, target="en") == []
        assert memory.fuzzy(other, target="en", threshold=0.5)

    def test_only_the_language_asked_for(self, memory):
        memory.remember(entry("Gempa menewaskan 27 orang."))

        assert memory.fuzzy("Gempa menewaskan 27 orang.", target="fr") == []
        assert (
            memory.fuzzy("Gempa menewaskan 27 orang.", target="en", source="fr") == []
        )

    def test_people_before_machines(self, memory):
        text = "Gempa menewaskan 27 orang."
        memory.remember(entry(text, engine="local"))
        memory.remember(
            replace(entry(text), translation="A quake killed 27.", level="human")
        )

        [match] = memory.fuzzy(text, target="en")

        assert match.score == 1.0
        assert match.entry.level == "human"

    @pytest.mark.parametrize(
        ("known", "asked"),
        [
            ("Ya!", "Ya."),
            ("Iya.", "Iya!"),
            ("大雨で川が氾濫した。", "大雨で川が反乱した。"),
            ("GEMPA BUMI DI CIANJUR", "GEMPA BUMI DI CIANJUR!"),
            ('"Kami 100% siap," kata dia.', '"Kami 100% siap", kata dia.'),
            ("a" * 5000 + " gempa", "a" * 5000 + " banjir"),
            ("*" * 30, "*" * 31),
        ],
    )
    def test_short_long_and_odd_texts(self, memory, known, asked):
        memory.remember(entry(known))

        [match] = memory.fuzzy(asked, target="en", threshold=0.6)

        assert match.entry.text == known

    @pytest.mark.parametrize("threshold", [0, -1, 1.01])
    def test_a_threshold_that_makes_no_sense(self, memory, threshold):
        with pytest.raises(ValueError, match="threshold"):
            memory.fuzzy("Gempa.", target="en", threshold=threshold)

    def test_what_was_just_remembered_is_found_at_once(self, memory):
        memory.fuzzy("Gempa menewaskan 27 orang.", target="en")
        memory.remember(entry("Gempa menewaskan 27 orang."))

        assert memory.fuzzy("Gempa menewaskan 28 orang.", target="en")

    def test_finds_what_comparing_with_everything_would_find(self, memory):
        """
        The index proposes candidates, and must not lose any worth having.
        """
        chance = random.Random(7)
        texts = list({sentence(chance) for _ in range(2000)})
        memory.remember_many(map(entry, texts))

        missed = found = 0
        for _ in range(40):
            asked = changed(chance.choice(texts), chance)
            alike = {text for text in texts if similarity(asked, text) >= 0.85}
            given = {m.entry.text for m in memory.fuzzy(asked, target="en", limit=50)}
            missed += len(alike - given)
            found += len(alike & given)

        assert found >= 35
        assert missed <= 0.01 * (missed + found)

    def test_what_was_changed_is_found_among_thousands(self, memory):
        chance = random.Random(8)
        texts = [sentence(chance) for _ in range(5000)]
        memory.remember_many(map(entry, texts))

        for text in chance.choices(texts, k=20):
            matches = memory.fuzzy(changed(text, chance), target="en")

            assert matches[0].entry.text == text


class TestSimilarity:
    @given(st.text(), st.text())
    def test_a_length_outside_the_bounds_is_never_similar_enough(self, one, other):
        score = similarity(one, other)
        if score == 0:
            return
        shortest, longest = lengths(len(" ".join(one.split())), score)

        assert shortest <= len(" ".join(other.split())) <= longest
