"""
Engines: one protocol, its implementations, and the wrappers that are policies.
"""

from selaras.engines.batches import InBatches, Limits
from selaras.engines.choosing import engine_named
from selaras.engines.deepl_engine import DeepLEngine
from selaras.engines.fake import FakeEngine
from selaras.engines.libretranslate import LibreTranslateEngine
from selaras.engines.llm import ChatEngine
from selaras.engines.optional import close, model_of
from selaras.engines.patient import Patient
from selaras.engines.protocol import (
    NO_CONTEXT,
    Context,
    Cover,
    Engine,
    Hypotheses,
    Hypothesis,
    Provenance,
    Request,
)
from selaras.engines.remembering import Remembering
from selaras.engines.routed import Routed
from selaras.engines.timed import Timed, Timing

__all__ = [
    "NO_CONTEXT",
    "ChatEngine",
    "Context",
    "Cover",
    "DeepLEngine",
    "Engine",
    "FakeEngine",
    "Hypotheses",
    "Hypothesis",
    "InBatches",
    "LibreTranslateEngine",
    "Limits",
    "Patient",
    "Provenance",
    "Remembering",
    "Request",
    "Routed",
    "Timed",
    "Timing",
    "close",
    "engine_named",
    "model_of",
]
