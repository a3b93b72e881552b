import subprocess
import sys

import pytest

from selaras.engines import FakeEngine, Request, Timed, close, engine_named
from selaras.errors import EngineRefused

EVERYTHING = {
    "SELARAS_OPENAI_KEY": "k",
    "SELARAS_DEEPL_KEY": "k",
    "SELARAS_LIBRETRANSLATE_URL": "http://127.0.0.1:9",
}


def deepl_answer(number):
    return {"translations": [{"text": "A.", "billed_characters": 2}] * number}


class TestEngineNamed:
    @pytest.mark.parametrize(
        ("name", "engine", "model"),
        [
            ("openai:qwen3:8b", "openai", "qwen3:8b"),
            ("deepl", "deepl", ""),
            ("libretranslate", "libretranslate", ""),
        ],
    )
    def test_services(self, name, engine, model):
        chosen = engine_named(name, EVERYTHING)

        assert (chosen.name, chosen.model) == (engine, model)

    def test_the_address_and_key_come_from_the_environment(self, service):
        service.will(status=401)
        engine = engine_named(
            "openai:m",
            {
                "SELARAS_OPENAI_BASE_URL": f"{service.address}/v1",
                "SELARAS_OPENAI_KEY": "k\n",
            },
        )

        with pytest.raises(EngineRefused):
            engine.translate([Request(text="Gempa.", target="en")])

        assert service.asked[0].headers["authorization"] == "Bearer k"

    def test_several_are_a_route(self):
        named: list[str] = []

        def local(name):
            named.append(name)
            return FakeEngine(str.upper, name="local")

        engine = engine_named("deepl, local:opus,local", EVERYTHING, local=local)

        assert engine.name == "deepl,local,local"
        assert named == ["opus", ""]

    def test_a_busy_service_is_asked_again_about_one_batch_only(self, service):
        service.will(deepl_answer(50))
        service.will({"message": "Later."}, status=429)
        service.will(deepl_answer(10))
        environment = EVERYTHING | {"SELARAS_DEEPL_URL": service.address}
        engine = engine_named("deepl", environment)

        engine.translate(
            [Request(text=f"Kalimat {n}.", target="en") for n in range(60)]
        )
        close(engine)

        assert [len(asked.json["text"]) for asked in service.asked] == [50, 10, 10]

    def test_each_is_wrapped_by_itself(self):
        clocks: list[Timed] = []

        def around(engine):
            clocks.append(Timed(engine))
            return clocks[-1]

        engine_named("deepl,libretranslate", EVERYTHING, around=around)

        assert [clock.timing.engine for clock in clocks] == ["deepl", "libretranslate"]

    @pytest.mark.parametrize(
        ("name", "environment", "message"),
        [
            ("", {}, "no engine called ''"),
            ("deepl,", EVERYTHING, "no engine called ''"),
            ("google", EVERYTHING, "openai, deepl, libretranslate"),
            ("local:opus", EVERYTHING, "no engine called 'local:opus'"),
            ("openai", EVERYTHING, "which model"),
            ("openai:m", {}, "SELARAS_OPENAI_KEY or SELARAS_OPENAI_BASE_URL"),
            ("openai:m", {"SELARAS_OPENAI_BASE_URL": "localhost:80"}, "http://"),
            ("openai:m", {"SELARAS_OPENAI_BASE_URL": "http://["}, "http://"),
            ("deepl", {}, "SELARAS_DEEPL_KEY"),
            ("deepl", {"SELARAS_DEEPL_KEY": "“k”"}, "no key has"),
            ("openai:m", {"SELARAS_OPENAI_KEY": "k\nk"}, "no key has"),
            ("deepl:pro", EVERYTHING, "write it alone"),
            ("libretranslate", {}, "SELARAS_LIBRETRANSLATE_URL"),
        ],
    )
    def test_what_is_wrong_is_said(self, name, environment, message):
        with pytest.raises(EngineRefused, match=message):
            engine_named(name, environment)


@pytest.mark.parametrize(
    ("name", "package"), [("openai:m", "openai"), ("deepl", "deepl")]
)
def test_a_missing_client_says_what_to_install(monkeypatch, name, package):
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(EngineRefused, match=r"pip install 'selaras\[engines\]'"):
        engine_named(name, EVERYTHING)


def test_nothing_is_loaded_before_it_is_wanted():
    """
    ``selaras.engines`` works, and starts quickly, without the clients of services.
    """
    program = (
        "import sys, selaras.engines; "
        "print({'openai', 'deepl', 'httpx', 'requests'} & sys.modules.keys())"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "set()"
