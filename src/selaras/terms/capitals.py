"""
Where a capital says something about a word, and where it says nothing.
"""

import re
from functools import lru_cache


def is_acronym(word: str) -> bool:
    """
    Whether a word is all capitals, so that each may stand for a word.
    """
    return len(word) > 1 and word.isupper()


def starts_sentence(text: str, place: int) -> bool:
    """
    Whether a word has its capital because a sentence or a quotation begins.

    >>> starts_sentence('Katanya, "Serang kami."', 10)
    True
    """
    before = text[max(0, place - NEAR) : place].rstrip()
    return not before or before[-1] in BEGINNERS


NEAR = 4

BEGINNERS = frozenset(".!?:;\"'“”‘’«(•—–-/…")


@lru_cache(maxsize=1024)
def is_headline(text: str) -> bool:
    """
    Whether most words have a capital, as in headlines, where it says nothing.

    >>> is_headline("Banjir Bandang Terjang Tiga Desa di Luwu Utara")
    True
    """
    if text.rstrip().endswith((".", '"', "”", "?", "!")):
        return False
    heads = [match[0][0].isupper() for match in LETTERS.finditer(text)]
    return len(heads) >= FEW and sum(heads) / len(heads) > MOST


FEW = 4
MOST = 0.55

LETTERS = re.compile(r"[^\W\d_]{2,}")
