"""
The engines of this process: each made once, warm from then on.
"""

import os
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

import structlog
from django.conf import settings

from selaras.engines import Engine, Remembering, engine_named
from selaras.errors import SelarasError
from selaras.memory import Memory
from selaras.pipeline.composing import engine_of
from selaras.weights import find
from selaras_site.translations.routing import ByLanguage, engines_by_language

log = structlog.get_logger(__name__)

_open = ExitStack()
_loaded: dict[Path, Engine] = {}


def current_engine() -> Engine:
    """
    The engines of all languages, with the newsroom's memory in front of each.

    Raises ``WeightsError``, ``EngineError`` or ``MemoryUnusable``.
    """
    return engine_of_languages(Path(settings.SELARAS_MEMORY))


def fresh_engine() -> Engine:
    """
    The same engines without the memory: for those who want another answer.
    """
    return engine_of_languages(None)


def engine_of_languages(memory: Path | None) -> Engine:
    """
    The engine that the settings name, and for languages that were moved their own.

    Which those are is asked each time: somebody may move one while a worker runs. Where
    their engine fails, the newsroom's first answers, and says so in its provenance;
    where it cannot be made at all, the log does.
    """
    first = engine_for(settings.SELARAS_ENGINE, memory)
    others: dict[str, Engine] = {}
    for language, name in engines_by_language().items():
        try:
            others[language] = engine_for(before_first(name), memory)
        except SelarasError as error:
            log.warning(
                "engine of a language cannot be made, the first serves it",
                language=language,
                engine=name,
                error=str(error),
            )
    return ByLanguage(first, others) if others else first


def before_first(name: str) -> str:
    """
    An engine ahead of the newsroom's own, as the names of a route.
    """
    own = (part.strip() for part in settings.SELARAS_ENGINE.split(","))
    return ",".join(dict.fromkeys((name, *own)))


@lru_cache(maxsize=16)
def engine_for(names: str, memory: Path | None) -> Engine:
    """
    One engine for each name and memory.
    """
    kept = memory_at(memory) if memory else None
    return engine_named(
        names,
        os.environ,
        local=local_engine,
        around=lambda engine: Remembering(engine, kept) if kept else engine,
    )


@lru_cache(maxsize=4)
def memory_at(path: Path) -> Memory:
    """
    A memory, opened once.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    return _open.enter_context(Memory(path))


def local_engine(name: str) -> Engine:
    """
    The engine of a model of this machine. However it is named, it is loaded once.
    """
    model = find(name) if name else find()
    if model.folder not in _loaded:
        _loaded[model.folder] = engine_of(model)
    return _loaded[model.folder]
