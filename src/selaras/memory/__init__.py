"""
Memory: what was translated before, by whom, and what resembles it.

``Memory`` is the whole of it. Exchange with other tools (TMX) has its place beside
``store``, reading ``Memory.entries`` and writing with ``Memory.remember_many``.
"""

from selaras.memory.entry import Entry, Level, Match, normalised
from selaras.memory.store import Counts, Memory

__all__ = ["Counts", "Entry", "Level", "Match", "Memory", "normalised"]
