"""
Japanese: a sentence needs no white space after it, and quotations are not cut.
"""

import re

from selaras.text.sentences.rules import SentenceRules

RULES = SentenceRules(
    stops="。！？!?｡",
    spaced=False,
    attribution=re.compile(r"[とをはがにものでや、]|など|という|って"),
    quotation="「」",
)
