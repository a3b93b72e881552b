"""
Arabic: the semicolon joins clauses, so only full stop and question mark end a sentence.
"""

from selaras.text.sentences.rules import FULL_STOPS, SentenceRules
from selaras.text.words import words

RULES = SentenceRules(
    stops=FULL_STOPS + "\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}",
    titles=words("د أ م أ.د ا.د ا"),
    inner=words("مثلا"),
)
