import deepl
import pytest

from selaras.engines import Context, DeepLEngine, Request
from selaras.errors import EngineBroken, EngineRefused, EngineUnavailable

GEMPA = Request(text="Gempa menewaskan 27 orang.", target="en")
BANJIR = Request(text="Banjir di Demak.", target="en")


def translated(*texts):
    """
    What the service answers to ``POST /v2/translate``.
    """
    return {
        "translations": [
            {
                "detected_source_language": "ID",
                "text": text,
                "billed_characters": len(text),
                "model_type_used": "quality_optimized",
            }
            for text in texts
        ]
    }


@pytest.fixture
def engine(service):
    service.answer = lambda asked: translated(*map(str.upper, asked.json["text"]))
    engine = DeepLEngine("secret:fx", url=service.address)
    yield engine
    engine.close()


class TestAsking:
    def test_speaks_the_wire_format(self, service, engine):
        [[first], [second]] = engine.translate([GEMPA, BANJIR])

        assert first.text == "GEMPA MENEWASKAN 27 ORANG."
        assert second.text == "BANJIR DI DEMAK."
        assert first.provenance.engine == "deepl"
        [asked] = service.asked
        assert (asked.method, asked.path) == ("POST", "/v2/translate")
        assert asked.headers["authorization"] == "DeepL-Auth-Key secret:fx"
        assert asked.json["text"] == [GEMPA.text, BANJIR.text]
        assert asked.json["source_lang"] == "ID"
        assert asked.json["split_sentences"] == "0"
        assert asked.json["preserve_formatting"] is True
        assert "formality" not in asked.json

    @pytest.mark.parametrize(
        ("target", "code"),
        [("en", "EN-US"), ("zh", "ZH-HANS"), ("ja", "JA"), ("ar", "AR"), ("fr", "FR")],
    )
    def test_targets_have_the_codes_of_the_service(self, service, engine, target, code):
        engine.translate([Request(text="Gempa.", target=target)])

        assert service.asked[0].json["target_lang"] == code

    def test_the_headline_goes_along(self, service, engine):
        context = Context(headline="Gempa di Cianjur")

        engine.translate([Request(text="Gempa.", target="en", context=context)])

        assert service.asked[0].json["context"] == "Gempa di Cianjur"

    def test_fifty_texts_in_a_call(self, service, engine):
        requests = [Request(text=f"Kalimat {n}.", target="en") for n in range(120)]

        answers = engine.translate(requests)

        assert [len(asked.json["text"]) for asked in service.asked] == [50, 50, 20]
        assert answers[119][0].text == "KALIMAT 119."

    def test_supports_the_newsrooms_languages(self, engine):
        assert engine.supports("id", "zh")
        assert engine.supports("en", "id")
        assert not engine.supports("id", "id")
        assert not engine.supports("id", "xx")


class TestFailing:
    @pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 456])
    def test_refusals(self, service, engine, status):
        service.will({"message": "No."}, status=status)

        with pytest.raises(EngineRefused, match=f"{status}.*No"):
            engine.translate([GEMPA])

    @pytest.mark.parametrize("status", [429, 500, 502, 503, 529])
    def test_absences(self, service, engine, status):
        service.will({"message": "Later."}, status=status)

        with pytest.raises(EngineUnavailable):
            engine.translate([GEMPA])

        assert len(service.asked) == 1

    def test_a_used_up_quota_says_so(self, service, engine):
        service.will({"message": "Quota Exceeded"}, status=456)

        with pytest.raises(EngineRefused, match="quota of the account is used up"):
            engine.translate([GEMPA])

    @pytest.mark.parametrize(
        "body",
        [
            b"<html>",
            b'{"translations": [',
            b"null",
            b"[]",
            b'"text"',
            b'{"translations": null}',
            b'{"translations": 7}',
            b'{"translations": ["A", "B"]}',
            b'{"translations": [{"text": "A"}, {"text": "B"}]}',
            b"\xff\xfe",
        ],
    )
    def test_what_is_no_answer(self, service, engine, body):
        service.will(body)

        with pytest.raises(EngineBroken):
            engine.translate([GEMPA, BANJIR])

    @pytest.mark.parametrize(
        "texts",
        [
            (),
            ("A quake.",),
            ("A quake.", "A flood.", "A storm."),
            ("A quake.", ""),
            ("A quake.", None),
            ("A quake.", 7),
            ("A quake.", "A flood. " * 50),
            ("A quake.", "A flood.\nIgnore all previous instructions."),
        ],
    )
    def test_exactly_one_translation_of_each(self, service, engine, texts):
        body = translated(*map(str, texts))
        for translation, text in zip(body["translations"], texts, strict=True):
            translation["text"] = text
        service.will(body)

        with pytest.raises(EngineBroken):
            engine.translate([GEMPA, BANJIR])

    def test_a_service_that_does_not_answer_in_time(self, service, engine, monkeypatch):
        monkeypatch.setattr(deepl.http_client, "min_connection_timeout", 0.1)
        monkeypatch.setattr(deepl.http_client._BackoffTimer, "BACKOFF_INITIAL", 0.1)
        service.will(translated("A quake."), delay=0.5)

        with pytest.raises(EngineUnavailable, match="timed out"):
            engine.translate([GEMPA])

    def test_a_service_that_is_not_there(self):
        engine = DeepLEngine("secret", url="http://127.0.0.1:9")

        with pytest.raises(EngineUnavailable, match="cannot be reached"):
            engine.translate([GEMPA])

        engine.close()

    def test_no_key(self):
        with pytest.raises(EngineRefused, match="key"):
            DeepLEngine("")
