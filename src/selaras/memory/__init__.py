"""
Memory: what was translated before, by whom, and what resembles it.

``Memory`` is the whole of it. Exchange with other tools (TMX) is in
``selaras.exchange``, which reads ``Memory.entries`` and writes with
``Memory.remember_as_they_come``.
"""

from selaras.memory.entry import Entry, Level, Match, normalised
from selaras.memory.searching import Page
from selaras.memory.store import Counts, Memory

__all__ = ["Counts", "Entry", "Level", "Match", "Memory", "Page", "normalised"]
