"""
Entries found by words, and many entries that come one by one.
"""

import pytest

from selaras.memory import Entry, Memory, searching


def remember(memory: Memory, *pairs: tuple[str, str], target="en") -> None:
    memory.remember_many(
        Entry(text=text, translation=said, target=target) for text, said in pairs
    )


def found(memory: Memory, words: str, **asked) -> list[str]:
    return [entry.translation for entry in memory.search(words, **asked).entries]


class TestSearch:
    def test_finds_words_in_source_or_translation_newest_first(self, memory):
        remember(memory, ("Gempa besar.", "A strong quake."), ("Quake.", "Other."))
        assert found(memory, "QUAKE") == ["Other.", "A strong quake."]
        assert found(memory, "gempa") == ["A strong quake."]

    @pytest.mark.parametrize("words", ["ÉTAT", "État", "e\u0301tat"])
    def test_folds_case_outside_of_ascii(self, memory, words):
        remember(memory, ("Negara.", "L’état."), target="fr")
        assert found(memory, words) == ["L’état."]

    def test_signs_are_no_patterns(self, memory):
        remember(memory, ("Naik 5%.", "Up 5%!"), ("Naik 50.", "Up 50."))
        assert found(memory, "5%") == ["Up 5%!"]
        assert found(memory, "%!") == ["Up 5%!"]
        assert found(memory, "5_") == []

    def test_words_that_utf_8_cannot_hold_are_nowhere(self, memory):
        assert found(memory, "\ud800") == []

    def test_goes_on_behind_a_page(self, memory):
        remember(memory, *((f"A {n}.", f"B {n}.") for n in range(7)))
        pages, before = [], None
        while True:
            page = memory.search("b", limit=3, before=before)
            pages.append([entry.translation for entry in page.entries])
            before = page.before
            if before is None:
                break
        assert pages == [
            ["B 6.", "B 5.", "B 4."],
            ["B 3.", "B 2.", "B 1."],
            ["B 0."],
        ]

    def test_stops_when_time_is_up_and_says_so(self, memory, monkeypatch):
        remember(memory, *((f"A {n}.", f"B {n}.") for n in range(9)))
        monkeypatch.setattr(searching, "STRETCH", 2)
        monkeypatch.setattr(searching, "PATIENCE", -1)
        page = memory.search("nowhere")
        assert page.is_cut
        assert page.before == 10

    def test_looks_through_stretches_without_gaps(self, memory, monkeypatch):
        remember(memory, *((f"A {n}.", f"B {n}.") for n in range(9)))
        monkeypatch.setattr(searching, "STRETCH", 2)
        assert len(found(memory, "b")) == 9
        assert found(memory, "b", limit=1) == ["B 8."]


class TestAsTheyCome:
    def test_all_or_none(self, memory):
        def breaks():
            for n in range(1200):
                yield Entry(text=f"A {n}.", translation="B.", target="en")
            raise RuntimeError("The file ends here.")

        with pytest.raises(RuntimeError):
            memory.remember_as_they_come(breaks())
        assert list(memory.entries()) == []

    def test_may_ask_the_memory_meanwhile(self, memory):
        def doubles():
            yield Entry(text="A.", translation="B.", target="en", level="human")
            for n in range(600):
                yield Entry(text=f"A {n}.", translation="B.", target="en")
            known = memory.exact("A.", target="en")
            yield Entry(text="C.", translation=known.translation, target="en")

        assert memory.remember_as_they_come(doubles()) == 602
        assert memory.search("C.", limit=1).entries[0].translation == "B."


def test_one_entry_is_forgotten_and_no_other(memory):
    memory.remember_many(
        Entry(text="A.", translation=said, target=tag)
        for said, tag in (("B.", "en"), ("C.", "fr"))
    )
    first = memory.search("B.").entries[0]
    assert memory.forget_entry(first.id)
    assert not memory.forget_entry(first.id)
    assert memory.entry(first.id) is None
    assert [entry.translation for entry in memory.entries()] == ["C."]
    assert memory.counts().texts == 1
