"""
What is given to other tools and comes back from them: TMX for memories, XLIFF for work.

Files from elsewhere are hostile until they are read: ``elements`` bounds what reading
them may cost. Nothing here decides; it says what a file holds and what would change.
"""

from selaras.exchange.errors import ExchangeError, Fault
from selaras.exchange.naming import ours
from selaras.exchange.taking import Choice, Fate, Taken, memory_plan, memory_take
from selaras.exchange.tmx import Pair, Tally, read_tmx, write_tmx
from selaras.exchange.xliff import Document, Returned, Stage, Unit, marks_from, wording
from selaras.exchange.xliff_reading import read_xliff
from selaras.exchange.xliff_writing import FORMS, Form, write_xliff

__all__ = [
    "FORMS",
    "Choice",
    "Document",
    "ExchangeError",
    "Fate",
    "Fault",
    "Form",
    "Pair",
    "Returned",
    "Stage",
    "Taken",
    "Tally",
    "Unit",
    "marks_from",
    "memory_plan",
    "memory_take",
    "ours",
    "read_tmx",
    "read_xliff",
    "wording",
    "write_tmx",
    "write_xliff",
]
