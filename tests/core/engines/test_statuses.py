from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from selaras.engines.statuses import excerpt, failure, retry_after
from selaras.errors import EngineRefused, EngineUnavailable


class TestFailure:
    def test_a_message_is_a_full_sentence(self):
        error = failure("deepl", 456, "Quota\nExceeded")

        assert isinstance(error, EngineRefused)
        assert str(error) == (
            "deepl answered with status 456: the quota of the account is used up. "
            "It said: Quota Exceeded"
        )

    def test_a_status_that_nobody_knows(self):
        assert isinstance(failure("x", 418), EngineRefused)
        assert isinstance(failure("x", 599), EngineUnavailable)


class TestRetryAfter:
    def test_a_date(self):
        moment = datetime.now(UTC) + timedelta(seconds=60)

        seconds = retry_after({"retry-after": format_datetime(moment, usegmt=True)})

        assert 55 < seconds <= 60

    @pytest.mark.parametrize(
        ("value", "seconds"),
        [
            ("0", 0.0),
            ("1.5", 1.5),
            ("-3", 0.0),
            ("Fri, 01 Jan 2021 00:00:00 GMT", 0.0),
            ("Fri, 01 Jan 2021 00:00:00", 0.0),
            ("nan", None),
            ("inf", None),
            ("soon", None),
            ("", None),
        ],
    )
    def test_other_values(self, value, seconds):
        assert retry_after({"retry-after": value}) == seconds

    def test_nothing_said(self):
        assert retry_after({}) is None


def test_words_of_a_service_stay_short():
    assert excerpt("a" * 1000) == "a" * 200 + "…"
