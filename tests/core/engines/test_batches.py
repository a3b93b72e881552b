import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines import (
    Context,
    FakeEngine,
    InBatches,
    Limits,
    Patient,
    Remembering,
    Request,
    Routed,
    Timed,
    close,
)
from selaras.engines.batches import in_batches
from selaras.errors import EngineRefused, EngineUnavailable

LIMITS = Limits(segments=3, characters=20)

requests = st.lists(
    st.builds(
        Request,
        text=st.text(max_size=25),
        target=st.sampled_from(["en", "fr"]),
        context=st.sampled_from([Context(), Context(headline="Gempa")]),
    )
)


class TestBatches:
    @given(requests)
    def test_every_request_is_answered_in_order_within_the_limits(self, requests):
        batches: list[list[Request]] = []

        def ask(batch):
            batches.append(list(batch))
            return [f"{request.target}:{request.text}" for request in batch]

        answers = in_batches(requests, ask, LIMITS)

        assert answers == [
            f"{r.target}:{r.text}" if r.text.strip() else r.text for r in requests
        ]
        for batch in batches:
            assert len({(r.target, r.context.headline) for r in batch}) == 1
            assert len(batch) <= 3
            assert len(batch) == 1 or sum(len(r.text) for r in batch) <= 20

    @given(requests)
    def test_an_engine_asked_in_batches_answers_the_same(self, requests):
        engine = FakeEngine(str.upper)

        assert InBatches(engine, LIMITS).translate(requests) == engine.translate(
            requests
        )

    @pytest.mark.parametrize(
        "request_",
        [
            Request(text="Gempa \ud83d.", target="en"),
            Request(text="Gempa.", target="en", context=Context(before="\udc00")),
            Request(text="Gempa.", target="en", terms=(("Gempa", "\ud83d"),)),
        ],
    )
    def test_half_a_character_is_sent_to_nobody(self, request_):
        with pytest.raises(EngineRefused, match="half of a character"):
            in_batches([request_], lambda batch: [], LIMITS)


class TestInBatches:
    def test_only_the_batch_that_failed_is_asked_again(self):
        busy = EngineUnavailable("Busy.")
        inner = FakeEngine(str.upper, raises=[None, busy])
        engine = InBatches(Patient(inner, sleep=lambda seconds: None), LIMITS)

        engine.translate([Request(text=str(n), target="en") for n in range(5)])

        assert [r.text for r in inner.requests] == [*"012", *"34", *"34"]

    def test_raises_what_a_batch_raises(self):
        engine = InBatches(FakeEngine(str, raises=EngineUnavailable("Gone.")), LIMITS)

        with pytest.raises(EngineUnavailable):
            engine.translate([Request(text="Gempa.", target="en")])


class Held(FakeEngine):
    closed = 0

    def close(self):
        self.closed += 1


def test_closing_a_wrapper_closes_what_it_wraps():
    inner = Held(str.upper)

    close(Routed([Remembering(Timed(InBatches(Patient(inner), LIMITS)), None)]))
    close(FakeEngine(str.upper))

    assert inner.closed == 1
