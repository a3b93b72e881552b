"""
An engine by its name, as it is written on the command line.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from selaras.engines.batches import InBatches
from selaras.engines.deepl_engine import DeepLEngine
from selaras.engines.libretranslate import LibreTranslateEngine
from selaras.engines.llm import OPENAI, ChatEngine
from selaras.engines.patient import Patient
from selaras.engines.protocol import Engine
from selaras.engines.routed import Routed
from selaras.errors import EngineRefused

Environment = Mapping[str, str]
Service = ChatEngine | DeepLEngine | LibreTranslateEngine

OPENAI_BASE_URL = "SELARAS_OPENAI_BASE_URL"
OPENAI_KEY = "SELARAS_OPENAI_KEY"
DEEPL_KEY = "SELARAS_DEEPL_KEY"
DEEPL_URL = "SELARAS_DEEPL_URL"
LIBRETRANSLATE_URL = "SELARAS_LIBRETRANSLATE_URL"
LIBRETRANSLATE_KEY = "SELARAS_LIBRETRANSLATE_KEY"


def engine_named(
    name: str,
    environment: Environment,
    *,
    local: Callable[[str], Engine] | None = None,
    around: Callable[[Engine], Engine] | None = None,
) -> Engine:
    """
    The engine that a name stands for: ``openai:MODEL``, ``deepl``, ``libretranslate``.

    Names with commas between them are a route, in order of preference. Keys and
    addresses come from ``environment``. Services are patient already.

    Args:
        name: one name or several.
        environment: for instance ``os.environ``.
        local: makes the engine of ``local:NAME``; it is given the name, or nothing.
        around: wraps each engine by itself, for instance in a memory and a clock.
    """
    names = [part.strip() for part in name.split(",")]
    engines = [_one(part, environment, local) for part in names]
    if around is not None:
        engines = [around(engine) for engine in engines]
    return engines[0] if len(engines) == 1 else Routed(engines)


def _one(
    name: str, environment: Environment, local: Callable[[str], Engine] | None
) -> Engine:
    kind, _, detail = name.partition(":")
    if kind == "local" and local is not None:
        return local(detail)
    if kind in SERVICES:
        service = SERVICES[kind](detail, environment)
        return InBatches(Patient(service), service.limits)
    known = [*SERVICES, "local"] if local is not None else [*SERVICES]
    raise EngineRefused(
        f"There is no engine called {name!r}. There are: {', '.join(known)}."
    )


def _chat(model: str, environment: Environment) -> Service:
    url = environment.get(OPENAI_BASE_URL, "")
    key = _key(environment, OPENAI_KEY)
    if not model:
        raise EngineRefused("Say which model: for instance openai:gpt-4.1-mini.")
    if not url and not key:
        raise EngineRefused(
            "The engine 'openai' needs a key or a server of your own: set "
            f"{OPENAI_KEY} or {OPENAI_BASE_URL}."
        )
    base_url = _address(url, OPENAI_BASE_URL) or OPENAI
    return ChatEngine(model, key=key, base_url=base_url)


def _deepl(detail: str, environment: Environment) -> Service:
    _without_model("deepl", detail)
    key = _key(environment, DEEPL_KEY)
    if not key:
        raise EngineRefused(f"The engine 'deepl' needs a key: set {DEEPL_KEY}.")
    return DeepLEngine(key, url=_address(environment.get(DEEPL_URL, ""), DEEPL_URL))


def _libretranslate(detail: str, environment: Environment) -> Service:
    _without_model("libretranslate", detail)
    url = environment.get(LIBRETRANSLATE_URL, "")
    if not url:
        raise EngineRefused(
            "The engine 'libretranslate' needs the address of a server: set "
            f"{LIBRETRANSLATE_URL}."
        )
    return LibreTranslateEngine(
        _address(url, LIBRETRANSLATE_URL), key=_key(environment, LIBRETRANSLATE_KEY)
    )


SERVICES: dict[str, Callable[[str, Environment], Service]] = {
    "openai": _chat,
    "deepl": _deepl,
    "libretranslate": _libretranslate,
}


def _without_model(engine: str, detail: str) -> None:
    if detail:
        raise EngineRefused(f"The engine {engine!r} has no models: write it alone.")


def _key(environment: Environment, variable: str) -> str:
    # A key read from a file often comes with the file's last line break.
    key = environment.get(variable, "").strip()
    if not key.isascii() or not key.isprintable():
        raise EngineRefused(f"{variable} holds a character that no key has.")
    return key


def _address(url: str, variable: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if url and not (parts.scheme in ("http", "https") and parts.netloc):
        raise EngineRefused(
            f"{variable} is to be an address that begins with http:// or https://, and "
            f"is {url!r}."
        )
    return url
