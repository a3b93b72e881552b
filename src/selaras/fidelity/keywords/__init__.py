"""
The words that carry a piece of news, and what good translators make of them.
"""

from selaras.fidelity.keywords.source import KeyWord, key_words
from selaras.fidelity.keywords.table import Renderings, renderings_of
from selaras.fidelity.keywords.target import readable

__all__ = ["KeyWord", "Renderings", "key_words", "readable", "renderings_of"]
