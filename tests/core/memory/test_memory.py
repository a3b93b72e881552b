import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.article import Link
from selaras.memory import Entry, Memory

GEMPA = Entry(
    text="Gempa menewaskan 27 orang.",
    translation="An earthquake killed 27 people.",
    target="en",
    engine="local",
    model="box-1",
)
EDIT = replace(
    GEMPA, translation="The quake killed 27 people.", level="human", author="Rina"
)


class TestExact:
    def test_what_was_remembered_comes_back_whole(self, memory):
        entry = replace(
            GEMPA,
            via=("en",),
            steps=("split:2",),
            article="a-17",
            path="blocks.3.text#1",
            links=(Link(source=(0, 5), target=(3, 13), weight=0.75),),
        )
        memory.remember(entry)

        found = memory.exact(entry.text, target="en", engine="local", model="box-1")

        kept = replace(found, id=0, created=None, updated=None)
        assert kept == entry
        assert found.id
        assert found.created == found.updated
        assert found.created.utcoffset().total_seconds() == 0

    def test_a_language_has_its_own(self, memory):
        memory.remember(GEMPA)

        assert not memory.exact(GEMPA.text, target="fr", engine="local", model="box-1")
        assert not memory.exact(
            GEMPA.text, target="en", source="fr", engine="local", model="box-1"
        )

    @pytest.mark.parametrize(
        ("engine", "model"),
        [(None, ""), (None, "box-1"), ("local", "box-2"), ("deepl", "box-1"), ("", "")],
    )
    def test_another_model_does_not_answer(self, memory, engine, model):
        memory.remember(GEMPA)

        assert memory.exact(GEMPA.text, target="en", engine=engine, model=model) is None

    @pytest.mark.parametrize("engine", [None, "local", "deepl"])
    def test_a_person_answers_whatever_the_model(self, memory, engine):
        memory.remember(GEMPA)
        memory.remember(EDIT)

        found = memory.exact(GEMPA.text, target="en", engine=engine, model="box-1")

        assert (found.translation, found.author) == (EDIT.translation, "Rina")

    def test_white_space_and_composition_do_not_matter(self, memory):
        memory.remember(replace(EDIT, text="Café  di\N{NO-BREAK SPACE}Bandung."))

        asked = unicodedata.normalize("NFD", " Café di\nBandung. ")

        assert memory.exact(asked, target="en")

    @pytest.mark.parametrize(
        "other",
        [
            "gempa menewaskan 27 orang.",
            "Gempa menewaskan 28 orang.",
            "Gempa menewaskan 27 orang",
            "Gempa menewaskan 27\N{ZERO WIDTH SPACE} orang.",
        ],
    )
    def test_everything_else_does(self, memory, other):
        memory.remember(EDIT)

        assert memory.exact(other, target="en") is None

    def test_links_are_given_only_for_the_text_that_they_fit(self, memory):
        memory.remember(replace(EDIT, links=(Link(source=(0, 5), target=(0, 3)),)))

        spaced = memory.exact(" Gempa menewaskan 27 orang.", target="en")

        assert spaced.translation == EDIT.translation
        assert spaced.links is None

    def test_many_at_once_in_their_order(self, memory):
        texts = [f"Kalimat {n}." for n in range(1200)]
        memory.remember_many(
            replace(GEMPA, text=text, translation=text.upper()) for text in texts
        )

        found = memory.exact_many(
            [*reversed(texts), "Lain.", texts[0]],
            target="en",
            engine="local",
            model="box-1",
        )

        assert [entry and entry.translation for entry in found] == [
            *(text.upper() for text in reversed(texts)),
            None,
            "KALIMAT 0.",
        ]


class TestRemember:
    def test_a_model_corrects_itself(self, memory):
        memory.remember(GEMPA)
        memory.remember(replace(GEMPA, translation="A quake killed 27."))

        [entry] = memory.entries()

        assert entry.translation == "A quake killed 27."
        assert entry.created <= entry.updated

    def test_models_stand_beside_each_other(self, memory):
        memory.remember(GEMPA)
        memory.remember(replace(GEMPA, model="box-2", translation="Quake: 27 dead."))

        assert memory.counts().machine == 2

    def test_a_machine_never_overwrites_a_person(self, memory):
        memory.remember(EDIT)
        memory.remember(GEMPA)
        memory.remember_many([GEMPA, replace(GEMPA, model="box-2")])

        [entry] = memory.entries()

        assert entry.translation == EDIT.translation

    def test_a_person_corrects_a_person(self, memory):
        memory.remember(EDIT)
        memory.remember(replace(EDIT, translation="It killed 27.", author="Budi"))

        [entry] = memory.entries()

        assert (entry.translation, entry.author) == ("It killed 27.", "Budi")

    def test_an_alignment_is_not_lost_to_an_answer_without(self, memory):
        links = (Link(source=(0, 5), target=(3, 13)),)
        memory.remember(replace(GEMPA, links=links))
        memory.remember(GEMPA)

        [entry] = memory.entries()

        assert entry.links == links

    def test_an_alignment_does_not_outlive_its_translation(self, memory):
        memory.remember(replace(GEMPA, links=(Link(source=(0, 5), target=(3, 13)),)))
        memory.remember(replace(GEMPA, translation="A quake killed 27."))

        [entry] = memory.entries()

        assert entry.links is None

    def test_all_or_nothing(self, memory):
        broken = replace(EDIT, text="Banjir.", level="nobody")

        with pytest.raises(KeyError):
            memory.remember_many([EDIT, broken])

        assert memory.counts().texts == 0

    def test_what_utf8_cannot_hold_is_neither_kept_nor_found(self, memory):
        memory.remember_many([replace(EDIT, text="Gempa \ud83d."), EDIT])

        assert memory.exact("Gempa \ud83d.", target="en") is None
        assert memory.fuzzy("Gempa \ud83d.", target="en") == []
        assert memory.forget("Gempa \ud83d.", target="en") == 0
        assert memory.counts().human == 1

    @settings(
        max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(
        text=st.text(st.characters(codec="utf-8"), max_size=60),
        translation=st.text(st.characters(codec="utf-8"), max_size=60),
    )
    def test_any_text_comes_back_exactly(self, memory, text, translation):
        memory.remember(replace(EDIT, text=text, translation=translation))

        found = memory.exact(text, target="en")
        alike = memory.fuzzy(text, target="en")

        assert found.translation == translation
        assert not alike or alike[0].score == 1.0

        memory.forget(text, target="en")
        assert memory.counts().texts == 0


class TestForget:
    def test_all_of_a_text(self, memory):
        memory.remember_many([GEMPA, replace(GEMPA, model="2"), EDIT])
        memory.remember(replace(GEMPA, target="fr"))

        assert memory.forget(" Gempa menewaskan 27 orang.", target="en") == 3
        assert [entry.target for entry in memory.entries()] == ["fr"]

    def test_one_level_of_it(self, memory):
        memory.remember_many([GEMPA, EDIT])

        assert memory.forget(GEMPA.text, target="en", level="human") == 1
        assert [entry.level for entry in memory.entries()] == ["machine"]

    def test_a_model(self, memory):
        memory.remember_many([GEMPA, replace(GEMPA, model="box-2"), EDIT])
        memory.remember(replace(GEMPA, text="Banjir."))

        assert memory.forget_model(engine="local", model="box-1") == 2
        assert memory.counts().texts == 1

    def test_what_is_forgotten_resembles_nothing(self, memory):
        memory.remember(EDIT)
        memory.forget(EDIT.text, target="en")

        assert memory.fuzzy(EDIT.text, target="en") == []


class TestLookingThrough:
    def test_entries_are_given_as_wanted(self, memory):
        memory.remember_many([GEMPA, EDIT, replace(GEMPA, target="fr")])

        assert len(list(memory.entries())) == 3
        assert [e.level for e in memory.entries(target="en")] == ["machine", "human"]
        assert [e.target for e in memory.entries(level="machine")] == ["en", "fr"]
        assert list(memory.entries(source="fr")) == []

    def test_more_entries_than_a_page(self, memory):
        memory.remember_many(replace(EDIT, text=f"Nomor {n}.") for n in range(2500))

        assert [e.text for e in memory.entries()] == [
            f"Nomor {n}." for n in range(2500)
        ]

    def test_entries_may_go_while_they_are_looked_through(self, memory, monkeypatch):
        monkeypatch.setattr("selaras.memory.store.PAGE", 10)
        memory.remember_many(replace(EDIT, text=f"Nomor {n}.") for n in range(35))

        for entry in memory.entries():
            memory.forget(entry.text, target="en")

        assert memory.counts().texts == 0

    def test_counts(self, memory):
        memory.remember_many([GEMPA, EDIT, replace(GEMPA, target="fr")])
        [first, *_] = memory.entries()
        memory.used([first.id, first.id])

        counts = memory.counts()

        assert (counts.texts, counts.machine, counts.human, counts.uses) == (1, 2, 1, 2)
        assert counts.per_target == {"en": 2, "fr": 1}

    def test_an_empty_memory(self, memory):
        assert memory.counts().texts == 0
        assert list(memory.entries()) == []
        assert memory.exact_many([], target="en") == []
        memory.remember_many([])
        memory.used([])


def test_a_path_may_be_a_string_and_its_folder_new(tmp_path):
    with Memory(f"{tmp_path}/new/folder/memory.db") as memory:
        memory.remember(EDIT)

    with Memory(tmp_path / "new" / "folder" / "memory.db") as memory:
        assert memory.exact(EDIT.text, target="en")
