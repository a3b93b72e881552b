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


@lru_cache(maxsize=4)
def engine_for(names: str, memory: Path) -> Engine:
    """
    One engine for each name and memory.
    """
    memory.parent.mkdir(parents=True, exist_ok=True)
    return _open.enter_context(composed(names, memory=memory))
