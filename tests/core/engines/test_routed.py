import pytest

from selaras.engines import FakeEngine, Request, Routed
from selaras.errors import (
    EngineBroken,
    EngineRefused,
    EngineUnavailable,
    PairUnsupported,
)

EN = Request(text="Gempa.", target="en")
FR = Request(text="Banjir.", target="fr")


class TestRouted:
    def test_the_first_that_supports_the_pair_is_asked(self):
        english = FakeEngine(str.upper, name="english", pairs=[("id", "en")])
        every = FakeEngine(str.lower, name="every")

        answers = Routed([english, every]).translate([FR, EN, FR])

        assert [best.text for best, *_ in answers] == ["banjir.", "GEMPA.", "banjir."]
        assert [best.provenance.engine for best, *_ in answers] == [
            "every",
            "english",
            "every",
        ]

    def test_going_to_the_one_that_supports_a_pair_is_no_fallback(self):
        english = FakeEngine(str.upper, pairs=[("id", "en")])

        [[best]] = Routed([english, FakeEngine(str.lower)]).translate([FR])

        assert best.provenance.steps == ()

    @pytest.mark.parametrize(
        "error",
        [
            EngineUnavailable("Gone."),
            EngineRefused("No."),
            EngineBroken("Rubbish."),
            PairUnsupported("Not this."),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_a_fallback_is_visible(self, error):
        first = FakeEngine(str.upper, name="first", raises=error)
        second = FakeEngine(str.lower, name="second")

        answers = Routed([first, second]).translate([EN, FR])

        assert [best.text for best, *_ in answers] == ["gempa.", "banjir."]
        assert all(best.provenance.steps == ("fallback:first",) for best, *_ in answers)

    def test_an_engine_that_refuses_one_language_still_does_the_others(self):
        refused = EngineRefused("Not this one.")
        first = FakeEngine(str.upper, name="first", raises=[refused, None, refused])
        second = FakeEngine(str.lower, name="second")

        [[english], [french]] = Routed([first, second]).translate([EN, FR])

        assert english.text == "GEMPA."
        assert english.provenance.steps == ()
        assert french.text == "banjir."
        assert french.provenance.steps == ("fallback:first",)

    def test_an_engine_that_is_away_is_not_asked_language_by_language(self):
        first = FakeEngine(str.upper, raises=EngineUnavailable("Gone."))

        Routed([first, FakeEngine(str.lower)]).translate([EN, FR])

        assert first.calls == 1

    def test_every_engine_has_its_say_in_the_error(self):
        engine = Routed(
            [
                FakeEngine(str, name="a", raises=EngineRefused("Wrong key.")),
                FakeEngine(str, name="b", raises=EngineBroken("Rubbish.")),
            ]
        )

        with pytest.raises(EngineRefused) as caught:
            engine.translate([EN])

        assert "a: Wrong key." in str(caught.value)
        assert "b: Rubbish." in str(caught.value)
        assert not caught.value.retryable

    def test_the_error_is_retryable_if_one_of_them_may_come_back(self):
        engine = Routed(
            [
                FakeEngine(str, raises=EngineUnavailable("Busy.", after=30)),
                FakeEngine(str, raises=EngineUnavailable("Busy.", after=5)),
                FakeEngine(str, raises=EngineRefused("Wrong key.")),
            ]
        )

        with pytest.raises(EngineUnavailable) as caught:
            engine.translate([EN])

        assert caught.value.retryable
        assert caught.value.after == 5

    def test_a_pair_that_nobody_supports_is_not_sent_through_another_language(self):
        engine = Routed([FakeEngine(str, pairs=[("id", "en")])])

        assert not engine.supports("id", "ar")
        with pytest.raises(PairUnsupported, match="id to ar"):
            engine.translate([Request(text="Gempa.", target="ar")])

    def test_a_batch_for_all_languages_stays_one_batch(self):
        inner = FakeEngine(str.upper)

        Routed([inner]).translate([EN, FR, EN])

        assert inner.calls == 1

    def test_a_route_of_nothing_is_a_mistake(self):
        with pytest.raises(ValueError, match="at least one"):
            Routed([])

    def test_is_named_for_all(self):
        engine = Routed([FakeEngine(str, name="a"), FakeEngine(str, name="b")])

        assert engine.name == "a,b"
