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
    >>> starts_sentence("Ia tiba di St. Louis kemarin.", 15)
    False
    >>> starts_sentence("Kapal L'Oiseau tiba.", 8)
    False
    >>> starts_sentence('"Tono" Hartono meninggal.', 7)
    False
    >>> starts_sentence("Rute Ende–Larantuka dibuka.", 10)
    False
    """
    near = text[max(0, place - NEAR) : place]
    before = near.rstrip()
    if not before:
        return True
    if WITHIN.search(near) or GLUED.search(near) or CITED.match(text, place):
        return False
    return before[-1] in BEGINNERS and ABBREVIATED.search(before) is None


WITHIN = re.compile(r"\w[\"'”’»] $|\w[,;]? \($")
"""
What opens no sentence: the end of a quoted word, and a bracket within a sentence.
"""

CITED = re.compile(r"[^\W\d_]+, (?:19|20)\d\d\)")
"""
An author and a year in brackets: *(Wibowo, 2019)*.
"""

NEAR = 6

GLUED = re.compile(r"[^\W_]['’]$|[^\s\"'“”‘’.,:;!?()\[\]«»—–-][\"“”]$|[^\W_][–—]$")
"""
A mark between the letters of one word: *L'Oreal*, and what was broken on its way; or
one that joins two: *rute Ende–Larantuka*.
"""

ABBREVIATED = re.compile(
    r"(?<!\w)(?:[A-Za-z]|St|[DM]r|M[rs]s|Prof|vs|Jl|Hj|Ir|No|Det|Sen|Rep|Gov|Sgt|Lt"
    r"|dr[gh]?|Dr[as]|Mgr|Pdt|Tn|Ny|Sdri?|[Aa]pt|Kol|Jend|Kapt|Brig|Rev|Gen)\.$"
)

BEGINNERS = frozenset(".!?:\"'“”‘’«(•—–-…")


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
