from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from selaras.article import Link
from selaras.engines import FakeEngine, Patient, Remembering, Request, Routed
from selaras.engines.remembering import Answer
from selaras.errors import EngineUnavailable
from selaras.memory import Entry, Memory

WHOLE = Link(source=(0, 6), target=(0, 6))


@pytest.fixture
def memory(tmp_path) -> Iterable[Memory]:
    with Memory(tmp_path / "memory.db") as memory:
        yield memory


def asked(engine: FakeEngine) -> list[str]:
    return [request.text for request in engine.requests]


class TestRemembering:
    def test_asks_only_about_what_is_new(self, memory):
        inner = FakeEngine(str.upper)
        engine = Remembering(inner, memory)

        engine.translate([Request(text=t, target="en") for t in ("Satu.", "Dua.")])
        again = engine.translate(
            [Request(text=t, target="en") for t in ("Satu.", "Tiga.", "Dua.")]
        )

        assert asked(inner) == ["Satu.", "Dua.", "Tiga."]
        assert [best.text for best, *_ in again] == ["SATU.", "TIGA.", "DUA."]

    def test_says_that_it_remembered(self, memory):
        engine = Remembering(FakeEngine(str.upper, model="m1"), memory)
        request = Request(text="Gempa.", target="en")

        [[fresh]] = engine.translate([request])
        [[remembered]] = engine.translate([request])

        assert fresh.provenance.steps == ()
        assert remembered.provenance.steps == ("memory:exact",)
        assert remembered.provenance.engine == "fake"
        assert remembered.provenance.model == "m1"

    def test_says_that_a_person_edited_it(self, memory):
        edit = Entry(
            text="Gempa.",
            translation="An earthquake.",
            target="en",
            level="human",
            engine="fake",
            author="Rina",
        )
        memory.remember(edit)
        inner = FakeEngine(str.upper, model="another")

        [[best]] = Remembering(inner, memory).translate(
            [Request(text="Gempa.", target="en")]
        )

        assert best.text == "An earthquake."
        assert best.provenance.steps == ("memory:exact:human",)
        assert inner.calls == 0

    def test_a_machine_never_overwrites_a_person(self, memory):
        engine = Remembering(FakeEngine(str.upper), memory)
        request = Request(text="Gempa.", target="en")
        engine.translate([request])
        memory.remember(
            Entry(text="Gempa.", translation="Quake.", target="en", level="human")
        )

        memory.remember_answers(
            [
                Answer(
                    text="Gempa.",
                    translation="GEMPA.",
                    source="id",
                    target="en",
                    engine="fake",
                    model="",
                )
            ]
        )

        [[best]] = engine.translate([request])
        assert best.text == "Quake."

    def test_a_new_model_is_not_answered_by_the_old(self, memory):
        request = Request(text="Gempa.", target="en")
        Remembering(FakeEngine(str.upper, model="old"), memory).translate([request])
        new = FakeEngine(str.lower, model="new")

        [[best]] = Remembering(new, memory).translate([request])

        assert best.text == "gempa."
        assert new.calls == 1

    def test_asks_once_about_what_stands_twice_in_a_batch(self, memory):
        inner = FakeEngine(str.upper)
        requests = [
            Request(text="Satu.", target="en"),
            Request(text="Satu.", target="fr"),
            Request(text="Satu.", target="en", align=True),
        ]

        answers = Remembering(inner, memory).translate(requests)

        assert [(r.target, r.align) for r in inner.requests] == [
            ("en", True),
            ("fr", False),
        ]
        assert [best.text for best, *_ in answers] == ["SATU."] * 3

    def test_only_one_batch_for_all_languages(self, memory):
        inner = FakeEngine(str.upper)
        requests = [
            Request(text=text, target=target)
            for target in ("en", "fr", "zh")
            for text in ("Satu.", "Dua.")
        ]

        Remembering(inner, memory).translate(requests)

        assert inner.calls == 1

    def test_an_alignment_that_was_never_asked_for_is_asked_for(self, memory):
        """
        Marks must be as well placed from memory as they were the first time.
        """
        inner = FakeEngine(str.upper, links=lambda source, target: [WHOLE])
        engine = Remembering(inner, memory)
        plain = Request(text="Gempa.", target="en")
        aligned = Request(text="Gempa.", target="en", align=True)

        engine.translate([plain])
        engine.translate([aligned])
        [[best]] = engine.translate([aligned])
        engine.translate([plain])

        assert inner.calls == 2
        assert best.links == (WHOLE,)

    def test_an_engine_that_cannot_align_is_not_asked_for_ever(self, memory):
        inner = FakeEngine(str.upper)
        engine = Remembering(inner, memory)
        aligned = Request(text="Gempa.", target="en", align=True)

        engine.translate([aligned])
        engine.translate([aligned])

        assert inner.calls == 1

    def test_an_empty_answer_is_not_remembered(self, memory):
        inner = FakeEngine(lambda text: " ")
        engine = Remembering(inner, memory)

        engine.translate([Request(text="Gempa.", target="en")])

        assert memory.counts().machine == 0

    def test_counts_what_was_of_use(self, memory):
        engine = Remembering(FakeEngine(str.upper), memory)
        for _ in range(3):
            engine.translate([Request(text="Gempa.", target="en")])

        [entry] = memory.entries()

        assert entry.uses == 2

    def test_works_inside_a_route(self, memory):
        away = FakeEngine(str.upper, name="away", raises=EngineUnavailable("Gone."))
        here = FakeEngine(str.lower, name="here")
        engine = Routed(
            [
                Remembering(Patient(away, 2, sleep=lambda seconds: None), memory),
                Remembering(here, memory),
            ]
        )
        request = Request(text="Gempa.", target="en")

        engine.translate([request])
        [[best]] = engine.translate([request])

        assert here.calls == 1
        assert best.provenance.steps == ("memory:exact", "fallback:away")

    def test_nothing_is_asked_about_nothing(self, memory):
        inner = FakeEngine(str.upper)

        assert Remembering(inner, memory).translate([]) == []
        assert inner.calls == 0


@dataclass
class Forgetful:
    """
    A memory of another kind, to which the wrapper must not owe anything.
    """

    kept: list[Answer] = field(default_factory=list)

    def exact_many(self, texts, *, source, target, engine, model):
        return [None] * len(texts)

    def used(self, ids):
        pass

    def remember_answers(self, answers):
        self.kept.extend(answers)


def test_any_memory_of_this_shape_will_do():
    memory = Forgetful()

    Remembering(FakeEngine(str.upper), memory).translate(
        [Request(text="Gempa.", target="en")]
    )

    assert [answer.translation for answer in memory.kept] == ["GEMPA."]
