"""
What is said of a sentence that was mended, to whoever looks at it.

The steps of its provenance are the truth: ``tried:split`` is a rung of the ladder that
did not help, ``repaired:number`` the one that did, ``failed:masked`` one that the
engine's failure kept from being tried. They survive every store; the findings here are
made of them where those of the repair itself are gone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from selaras.engines import Hypothesis
from selaras.fidelity import Finding, Severity
from selaras.pipeline.draft import DraftSegment

TRIED, REPAIRED, FAILED = "tried:", "repaired:", "failed:"

HOW: dict[str, tuple[str, str]] = {
    "alternative": (
        "Another translation of the engine was taken.",
        "Terjemahan lain dari mesin dipakai.",
    ),
    "number": (
        "The value of the original was put in its place.",
        "Nilai dari naskah asli dipasang di tempatnya.",
    ),
    "number-in-other": (
        "Another translation was taken, and the value of the original put in it.",
        "Terjemahan lain dipakai, lalu nilai dari naskah asli dipasang di dalamnya.",
    ),
    "name": (
        "The name of the original was put in its place.",
        "Nama dari naskah asli dipasang di tempatnya.",
    ),
    "name-in-other": (
        "Another translation was taken, and the name of the original put in it.",
        "Terjemahan lain dipakai, lalu nama dari naskah asli dipasang di dalamnya.",
    ),
    "forced-term": (
        "The newsroom's term was put in the place of another.",
        "Istilah redaksi dipasang menggantikan istilah lain.",
    ),
    "pivot": (
        "The sentence was translated again from the mended text on its way.",
        "Kalimat diterjemahkan ulang dari teks perantara yang sudah diperbaiki.",
    ),
    "masked": (
        "The sentence was translated again with the item covered, and the item put "
        "in after.",
        "Kalimat diterjemahkan ulang dengan bagian itu ditutup, lalu bagian itu "
        "dipasang kembali.",
    ),
    "detour": (
        "The sentence was translated again from its English version, by another route.",
        "Kalimat diterjemahkan ulang dari versi bahasa Inggrisnya, lewat jalan lain.",
    ),
    "split": (
        "The clauses of the sentence were translated one by one: see that they hang "
        "together.",
        "Klausa kalimat itu diterjemahkan satu per satu: periksa apakah semuanya "
        "masih bertaut.",
    ),
}
"""
What each rung of the ladder does, in English and in Indonesian.
"""

TO_SEE = frozenset({"split", "name", "name-in-other"})
"""
Rungs whose repairs a person should look at: of the English ones that were read one by
one, half and more said something else than the original where no check looks.
"""

CHECKS_TO_SEE = frozenset({"same-names"})

UNKNOWN = ("It was mended.", "Sudah diperbaiki.")


def with_steps(hypothesis: Hypothesis, steps: Iterable[str]) -> Hypothesis:
    """
    A hypothesis whose provenance tells these steps too, each once.
    """
    made = hypothesis.provenance
    told = tuple(dict.fromkeys((*made.steps, *steps)))
    return replace(hypothesis, provenance=replace(made, steps=told))


def rung_taken(segment: DraftSegment) -> str:
    """
    The name of the rung that mended a segment; empty if none did.
    """
    steps = segment.provenance.steps if segment.provenance else ()
    taken = (s.removeprefix(REPAIRED) for s in steps if s.startswith(REPAIRED))
    return next(taken, "")


def mended(segment: DraftSegment) -> Iterator[Finding]:
    """
    What is to be said of a mended segment whatever the checks say now.
    """
    rung = rung_taken(segment)
    if not rung:
        return
    how, _ = HOW.get(rung, UNKNOWN)
    known = [f for f in segment.findings if f.message.endswith(how)]
    yield from known or [mended_before(rung)]


def severity_of(rung: str, check: str = "") -> Severity:
    """
    Whether a repair is only told, or joins the desk's queue.

    A name that was lost is often the sign of a sentence that was not understood: with
    the name put right, a person should still look.
    """
    is_to_see = rung in TO_SEE or check in CHECKS_TO_SEE
    return Severity.REVIEW if is_to_see else Severity.MENDED


def mended_before(rung: str) -> Finding:
    """
    A finding about a sentence of an earlier version: what was wrong is not known.
    """
    english, indonesian = HOW.get(rung, UNKNOWN)
    return Finding(
        check="repair",
        severity=severity_of(rung),
        message=f"A check had blocked the first translation. {english}",
        indonesian=f"Terjemahan pertama ditahan oleh pemeriksaan. {indonesian}",
    )


def mending(found: Finding, rung: str) -> Finding:
    """
    What was wrong, and that it is not any more.

    It points at the source alone: the text that it found fault with is gone.
    """
    english, indonesian = HOW.get(rung, UNKNOWN)
    said = found.indonesian or f"Pemeriksaan {found.check} menahan terjemahan pertama."
    return replace(
        found,
        severity=severity_of(rung, found.check),
        message=f"{found.message} {english}",
        indonesian=f"{said} {indonesian}",
        target_span=None,
    )
