import pytest

from selaras.engines import FakeEngine, Patient, Request
from selaras.errors import EngineRefused, EngineUnavailable

REQUESTS = [Request(text="Gempa.", target="en")]
BUSY = EngineUnavailable("Too busy.")


def patient(engine, **settings):
    slept: list[float] = []
    settings = {"chance": lambda: 0.0, "sleep": slept.append} | settings
    return Patient(engine, **settings), slept


class TestPatient:
    def test_asks_again_when_the_engine_says_that_it_may_help(self):
        inner = FakeEngine(str.upper, raises=[BUSY, BUSY])
        engine, slept = patient(inner)

        [[best]] = engine.translate(REQUESTS)

        assert best.text == "GEMPA."
        assert slept == [1.0, 2.0]

    def test_gives_up_with_the_last_error(self):
        inner = FakeEngine(str.upper, raises=BUSY)
        engine, slept = patient(inner, attempts=3)

        with pytest.raises(EngineUnavailable):
            engine.translate(REQUESTS)

        assert inner.calls == 3
        assert slept == [1.0, 2.0]

    def test_never_asks_again_what_was_refused(self):
        inner = FakeEngine(str.upper, raises=EngineRefused("Wrong key."))
        engine, slept = patient(inner)

        with pytest.raises(EngineRefused):
            engine.translate(REQUESTS)

        assert (inner.calls, slept) == (1, [])

    def test_waits_as_long_as_it_was_asked_to(self):
        busy = EngineUnavailable("Too busy.", after=7.5)
        engine, slept = patient(FakeEngine(str.upper, raises=[busy]))

        engine.translate(REQUESTS)

        assert slept == [7.5]

    def test_does_not_wait_an_hour(self):
        """
        A fallback can take over at once when the engine asks for more than is sensible.
        """
        busy = EngineUnavailable("Tomorrow.", after=3600)
        inner = FakeEngine(str.upper, raises=busy)
        engine, slept = patient(inner)

        with pytest.raises(EngineUnavailable):
            engine.translate(REQUESTS)

        assert (inner.calls, slept) == (1, [])

    def test_waits_less_by_chance_and_never_longer_than_the_longest(self):
        inner = FakeEngine(str.upper, raises=[BUSY] * 2000)
        engine, slept = patient(inner, attempts=2001, longest=10.0, chance=lambda: 1.0)

        engine.translate(REQUESTS)

        assert slept[:5] == [0.5, 1.0, 2.0, 4.0, 5.0]
        assert max(slept) == 5.0

    def test_is_named_as_what_it_wraps(self):
        inner = FakeEngine(str.upper, name="inner", model="m", pairs=[("id", "en")])
        engine, _ = patient(inner)

        assert (engine.name, engine.model) == ("inner", "m")
        assert engine.supports("id", "en")
        assert not engine.supports("id", "fr")

    def test_at_least_one_attempt(self):
        with pytest.raises(ValueError, match="at least once"):
            Patient(FakeEngine(str.upper), attempts=0)
