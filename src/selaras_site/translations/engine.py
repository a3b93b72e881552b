"""
The engine of this process: made once, warm from then on.
"""

from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from selaras.engines import Engine
from selaras.pipeline.composing import composed

_open = ExitStack()


def current_engine() -> Engine:
    """
    The engine that the settings name, with the newsroom's memory in front of it.

    Raises ``WeightsError``, ``EngineError`` or ``MemoryUnusable``.
    """
    return engine_for(settings.SELARAS_ENGINE, Path(settings.SELARAS_MEMORY))


def fresh_engine() -> Engine:
    """
    The same engine without the memory: for those who want another answer.
    """
    return engine_for(settings.SELARAS_ENGINE, None)


@lru_cache(maxsize=4)
def engine_for(names: str, memory: Path | None) -> Engine:
    """
    One engine for each name and memory.
    """
    if memory:
        memory.parent.mkdir(parents=True, exist_ok=True)
    return _open.enter_context(composed(names, memory=memory))
