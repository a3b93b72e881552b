"""
What is logged can be read by machines, and belongs to a request.
"""

import io
import json
import logging
import logging.config

import pytest
import structlog

from selaras_site.operations.logs import configure, logging_settings


@pytest.fixture
def lines():
    """
    What a logger of this test writes as JSON.
    """
    stream = io.StringIO()
    told = logging_settings(as_json=True, level="INFO")
    formatter = dict(told["formatters"]["line"])
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter.pop("()")(**formatter))
    logger = logging.getLogger("selaras_site.test")
    logger.addHandler(handler)
    logger.setLevel("INFO")
    configure()
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logger.removeHandler(handler)
    structlog.contextvars.clear_contextvars()


class TestJson:
    def test_an_event_of_ours(self, lines):
        """
        Its values are fields, whatever alphabet they are in.
        """
        structlog.get_logger("selaras_site.test").info("terbit", headline="展玉", id=7)

        (line,) = lines()
        assert line["event"] == "terbit"
        assert (line["headline"], line["id"], line["level"]) == ("展玉", 7, "info")
        assert line["timestamp"].endswith("Z")

    def test_an_event_of_a_library_has_the_request_too(self, lines):
        """
        Through ``logging``, with its arguments put in.
        """
        structlog.contextvars.bind_contextvars(request_id="abc")

        logging.getLogger("selaras_site.test").warning("slow: %s", "x", extra={"ms": 9})

        (line,) = lines()
        assert (line["event"], line["request_id"], line["ms"]) == ("slow: x", "abc", 9)

    def test_a_traceback_tells_no_values(self, lines):
        """
        A password can be in a variable.
        """
        rahasia = "kata-" + "sandi"
        try:
            raise ValueError(len(rahasia))
        except ValueError:
            structlog.get_logger("selaras_site.test").exception("gagal")

        (line,) = lines()
        assert line["exception"][0]["exc_type"] == "ValueError"
        assert "kata-sandi" not in json.dumps(line)

    def test_a_line_break_in_a_value_is_no_new_line(self, lines):
        """
        One event, one line.
        """
        structlog.get_logger("selaras_site.test").info("path", path="/a\n{}")

        assert len(lines()) == 1
