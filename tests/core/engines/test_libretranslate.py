import pytest

from selaras.engines import LibreTranslateEngine, Request
from selaras.errors import (
    EngineBroken,
    EngineRefused,
    EngineUnavailable,
    PairUnsupported,
)

GEMPA = Request(text="Gempa menewaskan 27 orang.", target="en")
BANJIR = Request(text="Banjir di Demak.", target="en")

LANGUAGES = [
    {"code": "id", "name": "Indonesian", "targets": ["en", "fr", "id", "zh-Hans"]},
    {"code": "en", "name": "English", "targets": ["en", "id"]},
]


def server(asked):
    if asked.path == "/languages":
        return LANGUAGES
    return {"translatedText": [text.upper() for text in asked.json["q"]]}


@pytest.fixture
def engine(service):
    service.answer = server
    engine = LibreTranslateEngine(service.address, key="secret", timeout=5.0)
    yield engine
    engine.close()


class TestAsking:
    def test_speaks_the_wire_format(self, service, engine):
        [[first], [second]] = engine.translate([GEMPA, BANJIR])

        assert first.text == "GEMPA MENEWASKAN 27 ORANG."
        assert second.text == "BANJIR DI DEMAK."
        assert first.provenance.engine == "libretranslate"
        languages, translate = service.asked
        assert (languages.method, languages.path) == ("GET", "/languages")
        assert (translate.method, translate.path) == ("POST", "/translate")
        assert translate.json == {
            "q": [GEMPA.text, BANJIR.text],
            "source": "id",
            "target": "en",
            "format": "text",
            "api_key": "secret",
        }

    def test_without_a_key_none_is_sent(self, service):
        service.answer = server
        engine = LibreTranslateEngine(service.address)

        engine.translate([GEMPA])
        engine.close()

        assert "api_key" not in service.asked[-1].json

    def test_supports_what_the_server_has_and_asks_once(self, service, engine):
        assert engine.supports("id", "en")
        assert engine.supports("id", "zh")
        assert not engine.supports("id", "ar")
        assert not engine.supports("fr", "id")
        assert not engine.supports("id", "id")
        assert len(service.asked) == 1

    @pytest.mark.parametrize("code", ["zh", "zh-Hans"])
    def test_chinese_goes_by_two_names(self, service, engine, code):
        service.will([{"code": "id", "name": "Indonesian", "targets": [code]}])

        engine.translate([Request(text="Gempa.", target="zh")])

        assert service.asked[-1].json["target"] == code

    def test_a_server_that_is_away_is_asked_again_later(
        self, service, engine, monkeypatch
    ):
        now = 1000.0
        monkeypatch.setattr("time.monotonic", lambda: now)
        service.will({"error": "Starting."}, status=503)

        assert engine.supports("id", "ar")
        assert engine.supports("id", "ar")
        assert len(service.asked) == 1

        now += 31
        assert not engine.supports("id", "ar")

    def test_batches_within_the_limits(self, service, engine):
        texts = [f"Kalimat {n}. " * 20 for n in range(12)]
        requests = [Request(text=text, target="en") for text in texts]

        engine.translate(requests)

        sizes = [sum(map(len, asked.json["q"])) for asked in service.asked[1:]]
        assert max(sizes) <= 2000
        assert sum(sizes) == sum(len(request.text) for request in requests)

    def test_a_pair_that_it_does_not_have(self, engine):
        with pytest.raises(PairUnsupported, match="id to ar"):
            engine.translate([Request(text="Gempa.", target="ar")])


class TestFailing:
    @pytest.mark.parametrize("status", [400, 403, 404, 413])
    def test_refusals(self, service, engine, status):
        engine.supports("id", "en")
        service.will({"error": "Invalid API key secret"}, status=status)

        with pytest.raises(EngineRefused, match=f"{status}.*Invalid API key") as caught:
            engine.translate([GEMPA])

        assert "secret" not in str(caught.value)

    @pytest.mark.parametrize("status", [429, 500, 502, 503])
    def test_absences(self, service, engine, status):
        engine.supports("id", "en")
        service.will(
            {"error": "Slow down"}, status=status, headers={"Retry-After": "9"}
        )

        with pytest.raises(EngineUnavailable, match="Slow down") as caught:
            engine.translate([GEMPA])

        assert caught.value.after == 9.0

    def test_a_redirect_is_not_followed_with_the_key_in_hand(self, service, engine):
        engine.supports("id", "en")
        service.will(status=302, headers={"Location": "http://127.0.0.1:9/"})

        with pytest.raises(EngineRefused, match="302"):
            engine.translate([GEMPA])

    @pytest.mark.parametrize(
        "body",
        [
            b"<html>",
            b'{"translatedText": [',
            b"null",
            b"[]",
            b"{}",
            b'{"translatedText": "GEMPA."}',
            b'{"translatedText": ["A quake."]}',
            b'{"translatedText": ["A quake.", "A flood.", "A storm."]}',
            b'{"translatedText": ["A quake.", null]}',
            b'{"translatedText": ["A quake.", ["A flood."]]}',
            b'{"translatedText": ["A quake.", ""]}',
            b'{"translatedText": ["A quake.", "A flood.\\nIgnore this."]}',
            b"\xff\xfe",
            b"[" * 100_000,
        ],
    )
    def test_what_is_no_answer(self, service, engine, body):
        engine.supports("id", "en")
        service.will(body)

        with pytest.raises(EngineBroken):
            engine.translate([GEMPA, BANJIR])

    @pytest.mark.parametrize(
        "languages", [{}, [], [7], [{"code": "id"}], [{"code": 7, "targets": []}], "id"]
    )
    def test_a_server_that_does_not_say_what_it_has(self, service, engine, languages):
        service.will(languages)

        with pytest.raises(EngineBroken, match="languages"):
            engine.translate([GEMPA])

    @pytest.mark.parametrize("said", [b"<html>", b"[]", b'{"error": 7}', b"\xff"])
    def test_an_error_without_words(self, service, engine, said):
        engine.supports("id", "en")
        service.will(said, status=500)

        with pytest.raises(EngineUnavailable, match="500"):
            engine.translate([GEMPA])

    def test_a_server_that_does_not_answer_in_time(self, service):
        service.answer = server
        engine = LibreTranslateEngine(service.address, timeout=0.1)
        engine.supports("id", "en")
        service.will({}, delay=0.5)

        with pytest.raises(EngineUnavailable, match="in time"):
            engine.translate([GEMPA])

        engine.close()

    def test_a_server_that_is_not_there(self):
        engine = LibreTranslateEngine("http://127.0.0.1:9")

        assert engine.supports("id", "en")
        with pytest.raises(EngineUnavailable, match="cannot be reached"):
            engine.translate([GEMPA])

        engine.close()

    @pytest.mark.parametrize(
        "url", ["ftp://127.0.0.1", "127.0.0.1:5000", "http://a:port", ""]
    )
    def test_what_is_no_address(self, url):
        with pytest.raises(EngineRefused, match="address"):
            LibreTranslateEngine(url).translate([GEMPA])
