import pytest

from selaras.article import Link
from selaras.engines import FakeEngine, Request
from selaras.errors import EngineBroken, EngineUnavailable, PairUnsupported

GEMPA = Request(text="Gempa.", target="en")


class TestFakeEngine:
    def test_answers_with_a_function(self):
        engine = FakeEngine(lambda text: text.replace("27", "72"))

        [[best]] = engine.translate([Request(text="Ada 27 orang.", target="fr")])

        assert best.text == "Ada 72 orang."
        assert best.provenance.engine == "fake"

    def test_answers_from_a_table(self):
        engine = FakeEngine({"Gempa.": "地震。"}, name="table", model="1")

        [[best]] = engine.translate([GEMPA])

        assert (best.text, best.provenance.model) == ("地震。", "1")

    def test_says_what_its_table_lacks(self):
        engine = FakeEngine({})

        with pytest.raises(EngineBroken, match=r"'Gempa\.'"):
            engine.translate([GEMPA])

    def test_aligns_only_when_asked_to(self):
        whole = Link(source=(0, 6), target=(0, 6))
        engine = FakeEngine(str.upper, links=lambda source, target: [whole])

        [[plain], [aligned]] = engine.translate(
            [GEMPA, Request(text="Gempa.", target="en", align=True)]
        )

        assert plain.links == ()
        assert aligned.links == (whole,)

    def test_raises_the_same_error_for_ever(self):
        engine = FakeEngine(str.upper, raises=PairUnsupported("No."))

        for _ in range(3):
            with pytest.raises(PairUnsupported):
                engine.translate([GEMPA])

    def test_raises_in_turn(self):
        engine = FakeEngine(str.upper, raises=[None, EngineUnavailable("Later.")])

        engine.translate([GEMPA])
        with pytest.raises(EngineUnavailable):
            engine.translate([GEMPA])
        engine.translate([GEMPA])

        assert engine.calls == 3
        assert engine.requests == [GEMPA] * 3

    def test_supports_what_it_was_told_to(self):
        engine = FakeEngine(str.upper, pairs=[("id", "en")])

        assert engine.supports("id", "en")
        assert not engine.supports("id", "fr")
