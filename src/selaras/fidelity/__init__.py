"""
Fidelity: what must never go wrong silently, one file per check.
"""

from selaras.fidelity.finding import Check, Finding, Pair, Severity, Tagged

__all__ = ["Check", "Finding", "Pair", "Severity", "Tagged"]
