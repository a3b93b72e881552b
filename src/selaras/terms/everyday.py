"""
Indonesian words that are written small: what is a word, and so may be no name.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=16384)
def is_everyday(word: str) -> bool:
    """
    Whether a word, with or without affixes, is one that Indonesian writes small.

    Names may be such words too (Indah, Bintang, Adil): it is a hint and no proof.

    >>> is_everyday("Kebakarannya"), is_everyday("Sarimukti"), is_everyday("Indah")
    (True, False, True)
    >>> is_everyday("Rata-rata"), is_everyday("Sita")
    (True, True)
    """
    small = word.lower()
    first, _, second = small.partition("-")
    if first == second or (second and second in known_endings(first)):
        small = first
    known = everyday_words()
    return (
        small in known
        or LEARNED.fullmatch(small) is not None
        or any(base in known for base in bases(small))
        or any(verb in known for verb in verbs(small))
    )


def is_listed(word: str) -> bool:
    """
    Whether a word stands in the list itself, so that a place's name may be a word too.

    >>> is_listed("Bintang"), is_listed("Bekasi")
    (True, False)
    """
    return word.lower() in everyday_words()


def known_endings(word: str) -> tuple[str, ...]:
    """
    A word doubled with an ending: *anak-anaknya*, *lubang-lubangan*.
    """
    return tuple(word + ending for ending in ("nya", "an", "kan"))


def verbs(word: str) -> Iterator[str]:
    """
    The verbs that a headline's bare stem stands for: *sita* for *menyita*.

    >>> list(verbs("sita"))
    ['mensita', 'mengsita', 'mesita', 'menyita']
    """
    if len(word) >= SHORTEST:
        yield from (prefix + word for prefix in ("men", "meng", "me"))
        melted = MELTING.get(word[0])
        if melted:
            yield melted + word[1:]
        if word[0] in "bfp":
            yield "mem" + word


LEARNED = re.compile(
    r"(?:ke|per|pem|pen|peng|peny)[a-z]{4,}an"
    r"|[a-z]{2,}(?:logi|[aiu]si|ensi|itas|isme|graf|grafi|olog|istik|nomi|orium|ultura|atika)"
)
"""
Words by their make: *kependudukan*, *geologi*; rarely a place (Pekalongan).
"""

MELTING = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}


@cache
def everyday_words() -> frozenset[str]:
    """
    The words of the list, which was counted in Indonesian text under free licences.
    """
    return frozenset(
        files("selaras.terms").joinpath("everyday.txt").read_text("utf-8").split()
    )


@lru_cache(maxsize=16384)
def is_inflected(word: str) -> bool:
    """
    Whether a word looks like a verb or a noun with affixes: a capital is no proof.

    >>> is_inflected("Dilepasliarkan"), is_inflected("Longsoran")
    (True, True)
    >>> is_inflected("Hendrawan")
    False
    """
    return INFLECTED.fullmatch(word.lower()) is not None


INFLECTED = re.compile(
    r"(?:di|ter|ber|men|mem|meng|meny|pem|pen|peng|peny|pe|se|ke)[a-z]{5,}(?:kan|i|an)"
    r"|(?:diper|dike|memper|diter|sepe|berke|penye|mem|ber|ter)[a-z]{4,}"
    r"|[a-z]{3,}(?:nya|if|asi|kan|[bcdfgjklprstuv]an|[oe]r|is)"
)


def bases(word: str) -> list[str]:
    """
    What is left of a word when its affixes are taken off, in every plausible way.

    >>> bases("kebakarannya")
    ['kebakaran', 'bakarannya', 'bakaran']
    """
    ends = [word, *(word[: match.start()] for match in [SUFFIX.search(word)] if match)]
    found = ends[1:]
    for end in ends:
        for prefix in PREFIXES:
            if end.startswith(prefix):
                found.append(end[len(prefix) :])
    return [base for base in found if len(base) >= SHORTEST]


SUFFIX = re.compile(r"(?:nya|kan|lah|kah|pun)$")

PREFIXES = (
    "me",
    "mem",
    "men",
    "meng",
    "di",
    "ter",
    "ber",
    "pe",
    "pem",
    "pen",
    "peng",
    "per",
    "se",
    "ke",
)

SHORTEST = 4
