"""
Engines: one protocol, its implementations, and the wrappers that are policies.
"""

from selaras.engines.protocol import (
    NO_CONTEXT,
    Context,
    Engine,
    Hypotheses,
    Hypothesis,
    Provenance,
    Request,
)

__all__ = [
    "NO_CONTEXT",
    "Context",
    "Engine",
    "Hypotheses",
    "Hypothesis",
    "Provenance",
    "Request",
]
