from concurrent.futures import ThreadPoolExecutor

import pytest

from selaras.engines import FakeEngine, Request, Timed
from selaras.errors import EngineUnavailable

REQUESTS = [Request(text="Gempa.", target="en"), Request(text="Banjir.", target="en")]


class TestTimed:
    def test_counts_what_the_engine_did(self):
        ticks = iter([10.0, 12.5, 20.0, 21.5])
        engine = Timed(FakeEngine(str.upper, name="a"), clock=lambda: next(ticks))

        engine.translate(REQUESTS)
        engine.translate(REQUESTS[:1])

        timing = engine.timing
        assert (timing.engine, timing.calls, timing.failures) == ("a", 2, 0)
        assert (timing.segments, timing.characters, timing.seconds) == (3, 19, 4.0)
        assert timing.characters_per_second == 19 / 4

    def test_counts_failures_too(self):
        engine = Timed(FakeEngine(str.upper, raises=EngineUnavailable("Gone.")))

        with pytest.raises(EngineUnavailable):
            engine.translate(REQUESTS)

        assert (engine.timing.calls, engine.timing.failures) == (1, 1)

    def test_has_no_speed_before_it_began(self):
        assert Timed(FakeEngine(str.upper)).timing.characters_per_second == 0.0

    def test_counts_right_from_many_threads(self):
        engine = Timed(FakeEngine(str.upper))

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(engine.translate, [REQUESTS] * 200))

        assert engine.timing.segments == 400
