"""
The check that what must not be translated was not.
"""

import re
from collections.abc import Iterator
from functools import partial

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.verbatim import Verbatim, VerbatimKind, find_verbatim, stands_in


class KeptVerbatim:
    """
    Every address, handle, phone number, plate, code, law number and emoji came through.

    It compares the exact string, and asks for it once however often the source has it.
    It cannot see an item that is written in no known form, one that was put into the
    wrong place, or one that the translation invented.
    """

    name = "kept-verbatim"
    mqm = "Accuracy > Do not translate"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        for item in find_verbatim(pair.source):
            if not has_kept(item, pair.target):
                yield self.lost(item, pair)
        for wanted in pair.verbatim:
            if wanted not in pair.target:
                yield self.changed(wanted, pair)

    def lost(self, item: Verbatim, pair: Pair) -> Finding:
        """
        A finding about an item of a known kind, with what stands there instead.
        """
        other = instead_of(item, pair)
        message = f"The source has the {item.kind} {item.text}; "
        if other:
            message += f"the translation has {other.text}."
        else:
            message += "the translation does not have it as it is."
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING,
            message=message,
            indonesian=lost_in_indonesian(item, other),
            expected=item.text,
            found=other.text if other else "",
            source_span=(item.span.start, item.span.end),
            target_span=(other.span.start, other.span.end) if other else None,
        )

    def changed(self, wanted: str, pair: Pair) -> Finding:
        """
        A finding about a string that the caller wants kept.
        """
        start = pair.source.find(wanted)
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING,
            message=f"“{wanted}” must not be translated, and the translation "
            "does not have it.",
            indonesian=f"“{wanted}” tidak boleh diterjemahkan, tetapi tidak ada dalam "
            "terjemahan.",
            expected=wanted,
            source_span=None if start < 0 else (start, start + len(wanted)),
        )


def lost_in_indonesian(item: Verbatim, other: Verbatim | None) -> str:
    """
    The same message for the newsroom.
    """
    there = f"{KIND_NAMES[item.kind]} {item.text}"
    if other:
        return f"Teks sumber memuat {there}; terjemahan memuat {other.text}."
    return f"Teks sumber memuat {there}; terjemahan tidak memuatnya persis seperti itu."


def has_kept(item: Verbatim, target: str) -> bool:
    """
    Whether a target has the item; a law's digits may be those of its own script.
    """
    if item.kind == "law number":
        return any(map(partial(is_same_number, item.text), DIGITS.findall(target)))
    if item.kind == "emoji":
        return any(item.text == other.text for other in find_verbatim(target))
    return stands_in(item.text, target) is not None


def is_same_number(wanted: str, there: str) -> bool:
    """
    Whether two runs of digits say the same, in whatever digits they are written.

    >>> is_same_number("2020", "٢٠٢٠")
    True
    """
    return len(wanted) == len(there) and int(wanted) == int(there)


def instead_of(item: Verbatim, pair: Pair) -> Verbatim | None:
    """
    An item of the same kind that the target has and the source has not.
    """
    for other in find_verbatim(pair.target):
        if other.kind == item.kind and not has_kept(other, pair.source):
            return other
    return None


KIND_NAMES: dict[VerbatimKind, str] = {
    "web address": "alamat web",
    "e-mail address": "alamat surel",
    "handle": "nama akun",
    "hashtag": "tagar",
    "phone number": "nomor telepon",
    "plate": "pelat nomor",
    "code": "kode",
    "law number": "nomor peraturan",
    "emoji": "emoji",
}

DIGITS = re.compile(r"\d+")
