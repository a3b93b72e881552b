"""
Make the engine that somebody asks for by name out of the rooms below.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path

from selaras.engines import Engine, Remembering, close, engine_named
from selaras.engines.local import CTranslate2Engine
from selaras.engines.part import Decoding, Part
from selaras.memory import Memory
from selaras.weights import Model, find
from selaras.weights import Part as ModelPart

LOCAL = "local"
"""
The engine's name for the model in the box; ``local:NAME`` is a model of the store.
"""


@contextmanager
def composed(
    names: str = LOCAL,
    *,
    memory: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Engine]:
    """
    Yield the engine of these names, and close it.

    Several names, with commas, are tried in turn. A service is called again when it
    fails in a way that may pass. With a memory, what it knows is not asked for again.
    Raises ``WeightsError``, ``EngineError`` or ``MemoryUnusable``.
    """
    with ExitStack() as stack:

        def local(name: str) -> Engine:
            model = find(name) if name else find()
            return engine_of(model)

        kept = stack.enter_context(Memory(memory)) if memory else None
        engine = engine_named(
            names,
            environment,
            local=local,
            around=lambda engine: Remembering(engine, kept) if kept else engine,
        )
        stack.callback(close, engine)
        yield engine


def engine_of(model: Model) -> CTranslate2Engine:
    """
    The engine that runs a model of this machine, as its manifest says.

    Nothing is loaded before the first request.
    """
    manifest = model.manifest
    return CTranslate2Engine(
        [part_of(model, part) for part in manifest.models],
        routes=manifest.routes,
        model=manifest.label,
    )


def part_of(model: Model, part: ModelPart) -> Part:
    """
    A part of a manifest as the engine takes it.
    """
    return Part(
        folder=model.folder / part.folder,
        pairs=part.pairs,
        tokenizer=part.tokenizer,
        target_tokenizer=part.target_tokenizer,
        decoding=Decoding(**asdict(part.decoding)),
        prefix=part.spoken.prefix,
        suffix=part.spoken.suffix,
        target_prefix=part.spoken.target_prefix,
        codes=part.spoken.codes,
        cleaned=part.spoken.cleaned,
        covers=part.spoken.covers,
    )
