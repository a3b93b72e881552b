"""
Negations of both sides of a pair, counted against each other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selaras.fidelity.finding import Pair
from selaras.fidelity.polar_words import forlorn
from selaras.languages import Tag
from selaras.text.cues import Cue, read_cues


def negations(text: str, language: Tag) -> Sequence[Cue]:
    """
    The negations of a text; what repeats one ("nor", 也不) is one itself if none is.
    """
    cues = shortened(read_cues(text, language, "negation"))
    if not any("again" in cue.meanings for cue in cues):
        return cues
    read: list[Cue] = []
    for cue in cues:
        alone = "again" in cue.meanings and not any(map(is_firm, read))
        read.append(replace(cue, firm=True) if alone else cue)
    return read


def surplus(wanted: Sequence[Cue], offered: Sequence[Cue]) -> Cue | None:
    """
    A negation that one side has more than the other, and that nothing there explains.

    What only limits ("ne … que", لا … إلا, "no more than") is not counted among what
    is offered when the other side limits too.
    """
    firm = list(filter(is_firm, wanted))
    limits = [cue for cue in wanted if not cue.firm and cue.meanings & LIMITS]
    there = without_shared(filter(is_firm, offered), limits, LIMITS)
    there = without_shared(iter(there), unsaid(wanted, offered), DENIED_BY_WORDS)
    excess = len(firm) - len(there)
    if excess <= 0:
        return None
    unserved = without_soft(firm, offered, wanted)
    explained = len(firm) - len(unserved)
    if excess <= explained:
        return None
    return next((cue for cue in unserved if is_unsure(cue)), unserved[0])


def unsaid(wanted: Sequence[Cue], offered: Sequence[Cue]) -> list[Cue]:
    """
    The words of one side that deny by themselves, and that no such word stands for.
    """
    return without_shared(
        (cue for cue in wanted if not cue.firm and cue.meanings.isdisjoint(TAKEN)),
        [cue for cue in offered if not cue.firm],
    )


def without_soft(
    firm: Sequence[Cue], offered: Sequence[Cue], wanted: Sequence[Cue]
) -> list[Cue]:
    """
    The negations that no soft cue of the other side stands for.

    A soft cue that stands for one of this side (fail for "gagal") is taken already.
    """
    soft = without_shared(
        (cue for cue in offered if not cue.firm),
        [cue for cue in wanted if not cue.firm],
    )
    left = []
    for cue in firm:
        there = next((one for one in soft if one.agrees_with(cue)), None)
        if there:
            soft.remove(there)
        else:
            left.append(cue)
    return left


def without_shared(
    offered: Iterator[Cue],
    taken: Sequence[Cue],
    meanings: frozenset[str] | None = None,
) -> list[Cue]:
    """
    Cues without one for each that is taken and means the same, or the same of some.
    """
    rest = list(offered)
    for cue in taken:
        common = cue.meanings if meanings is None else cue.meanings & meanings
        there = next((one for one in rest if common & one.meanings), None)
        if there:
            rest.remove(there)
    return rest


def extra_doubles(source: Sequence[Cue], target: Sequence[Cue]) -> Sequence[Cue]:
    """
    The double negations of a source, if the translation has fewer of its own.
    """
    here = [cue for cue in source if "twice" in cue.meanings]
    there = sum("twice" in cue.meanings for cue in target)
    return here[there:]


def denies_wholly(cue: Cue) -> bool:
    """
    Whether a cue denies, and does not merely limit.
    """
    return cue.firm and "only" not in cue.meanings


def denies_inside(cue: Cue) -> bool:
    """
    Whether a word that is no negation may be half of a double one.
    """
    return not cue.firm and not cue.meanings.isdisjoint(HALVES)


def is_certain(cue: Cue, others: Sequence[Cue]) -> bool:
    """
    Whether a negation that one side alone has must be an error.

    It may be none where the other side denies something too, and where the words are
    such that languages put them in their own ways.
    """
    return not (is_unsure(cue) or any(is_firm(one) or nears(one) for one in others))


def nears(cue: Cue) -> bool:
    """
    Whether a word comes near to a denial: "gagal", "jarang", "bebas", "kurang".
    """
    return not cue.meanings.isdisjoint(NEAR)


def is_unsure(cue: Cue) -> bool:
    """
    Whether a cue is a set phrase, or one that limits more than it denies.
    """
    return not cue.meanings.isdisjoint(UNSURE)


def left_alone(pair: Pair, source: Sequence[Cue], target: Sequence[Cue]) -> Cue | None:
    """
    A negation that is joined to another which is not there: 也不, 既不 … 也.

    What is denied "too" where the source has neither "juga" nor "pun" had a first
    negation before it, and that one may be what was lost.
    """
    expected = any(map(nears, source)) or TOO.search(pair.source)
    joined = denies_jointly(source)
    for cue in target:
        if "half" in cue.meanings:
            return cue
        if cue.firm and "also" in cue.meanings and not expected:
            return cue
        if cue.firm and joined and {"again", "or"} <= cue.meanings:
            return cue
        if joined and "too" in cue.meanings and not any(map(repeats, target)):
            return cue
    if not any(map(is_firm, source)):
        return None
    return forlorn(pair.target, pair.language, target)


def denies_jointly(source: Sequence[Cue]) -> bool:
    """
    Whether one negation of a source holds for several things: "tidak A maupun B".
    """
    first = next(filter(is_firm, source), None)
    return first is not None and any(
        "or" in cue.meanings and cue.span.start > first.span.start for cue in source
    )


def repeats(cue: Cue) -> bool:
    """
    Whether a negation repeats another: 也不, ولا, "nor".
    """
    return "again" in cue.meanings


def untold(source: Sequence[Cue], target: Sequence[Cue]) -> Cue | None:
    """
    A word that says a failure or a refusal, where a translation denies too seldom.

    "Gagal menangkap" is "failed", "could not" or "did not": whatever it is, it is told
    beside what else the source denies.
    """
    due = [cue for cue in source if cue.firm or "owed" in cue.meanings]
    there = [cue for cue in target if cue.firm or cue.meanings & TOLD]
    if len(due) <= len(there) or not any(map(is_firm, source)):
        return None
    return next((cue for cue in due if "owed" in cue.meanings), None)


def denied_only(source: Sequence[Cue], target: Sequence[Cue]) -> Cue | None:
    """
    A "not only" of a translation whose source says "only".

    Both limit and neither denies, so that no count of negations tells them apart.
    """
    if any("not-only" in cue.meanings for cue in source):
        return None
    if not any("just" in cue.meanings for cue in source):
        return None
    return next((cue for cue in target if "not-only" in cue.meanings), None)


def denied_twice(source: Sequence[Cue], target: Sequence[Cue]) -> Cue | None:
    """
    A word that denies by a part of itself, beside all negations that there should be.

    "Tidak merata" is "uneven"; "not uneven" has one negation like the source, but says
    the contrary.
    """
    if not denials(source) or denials(source) != denials(target):
        return None
    soft = [cue for cue in source if not cue.firm]
    inside = (cue for cue in target if not cue.firm and is_part(cue))
    return next(iter(without_shared(inside, soft)), None)


def is_part(cue: Cue) -> bool:
    """
    Whether a word denies by itself, and does not merely repeat a negation.
    """
    return cue.meanings.isdisjoint(REPEATS) and not cue.meanings.isdisjoint(PARTS)


def avoided_twice(source: Sequence[Cue], target: Sequence[Cue]) -> Cue | None:
    """
    A negation beside a word that says one of the source's by itself.

    "Jangan keluar" is "avoid going out"; "avoid not going out" has one negation like
    the source, but says the contrary.
    """
    if not denials(source) or denials(source) != denials(target):
        return None
    soft = without_shared(
        (cue for cue in target if not cue.firm and cue.meanings & AVOIDS),
        [cue for cue in source if not cue.firm],
    )
    said = any(
        (cue.meanings - {"not"}) & one.meanings & AVOIDS
        for cue in filter(is_firm, source)
        for one in soft
    )
    return next(filter(is_firm, target), None) if said else None


def denials(cues: Sequence[Cue]) -> int:
    """
    How many negations there are that a translation must have too.
    """
    return sum(map(is_firm, cues))


def is_firm(cue: Cue) -> bool:
    """
    Whether a cue must have its counterpart.
    """
    return cue.firm


def shortened(cues: Sequence[Cue]) -> Sequence[Cue]:
    """
    The cues as they are, or the first where they are too many to be compared.
    """
    return cues[:MANY]


TOO = re.compile(
    r"\b(?:juga|pula|lagi|bahkan|meski\w*|walau\w*|sekali\w*|apa|siapa)\b|(?<!atau)(?<!mau)pun\b",
    re.I,
)
"""
What may be 也 in Chinese.
"""

SAYS_AVOID = ("ja", "ar")
"""
Chinese says 确保不 and 拒不 where others avoid and refuse.
"""

AVOIDS: frozenset[str] = frozenset({"avoid", "refuse", "forbid"})
"""
What a language may say for "jangan", "agar tidak" and "belum bersedia".
"""

LIMITS: frozenset[str] = frozenset({"only", "less", "affix", "want"})
"""
What a language may say by denying the rest: "hanya" is ne … que; and what one writes
with an affix and another with a word: "nonsubsidi" is غير مدعوم.
"""

DENIED_BY_WORDS: frozenset[str] = frozenset(
    {
        *("few", "fail", "refuse", "lack", "forbid", "ignore", "fee", "without"),
        *("baseless", "free", "hide", "premature", "silent", "truant", "unfed"),
        *("unlikely", "void"),
    }
)
"""
What one language says with one word and another by denying: "gagal" is "could not".
"""

TOLD: frozenset[str] = DENIED_BY_WORDS | {"gone", "avoid", "affix", "without"}
"""
What may tell of a failure or of something else that is denied.
"""

TAKEN: frozenset[str] = LIMITS | {"gone"}
"""
What is compared already, or has its own word everywhere: "hilang", "habis", "mati".
"""

UNSURE: frozenset[str] = frozenset({"quality", "only", "less", "few", "also"})
"""
What is often put without denying: "tidak lazim" (odd), ne … que, "hampir tidak".
"""

PARTS: frozenset[str] = frozenset({"affix", "not"})
"""
What a word means that denies by a part of itself: "uneven", déconseillé.
"""

REPEATS: frozenset[str] = frozenset({"again", "bare"})
"""
What is no denial of its own: "nor", and "ne" without "pas".
"""

NEAR: frozenset[str] = frozenset({"few", "near", "quality"})
"""
What may be the same as the negation of the other side, in other words.
"""

HALVES: frozenset[str] = frozenset(
    {"affix", "lack", "fail", "refuse", "avoid", "forbid", "without"}
)
"""
What a word that denies by itself may mean, so that one negation beside it asserts.
"""

MANY = 300
"""
More negations than a sentence has.
"""
