"""
Engines: one protocol, its implementations, and the wrappers that are policies.
"""

from selaras.engines.fake import FakeEngine
from selaras.engines.models import model_of
from selaras.engines.patient import Patient
from selaras.engines.protocol import (
    NO_CONTEXT,
    Context,
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
    "Context",
    "Engine",
    "FakeEngine",
    "Hypotheses",
    "Hypothesis",
    "Patient",
    "Provenance",
    "Remembering",
    "Request",
    "Routed",
    "Timed",
    "Timing",
    "model_of",
]
