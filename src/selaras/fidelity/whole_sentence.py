"""
The check that a translation does not break off.
"""

from collections.abc import Iterator

from selaras.fidelity.coverage import LONGEST
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.lengths import decimal, share_of_usual, surprise
from selaras.fidelity.quantity_pairs import MANY, numbers_of
from selaras.languages import Tag

TOO_SHORT = -4.5
DOUBTFUL = -3.0
SHORTISH = -1.0


class WholeSentence:
    """
    A translation is about as long as it should be, and ends as a sentence ends.

    A length below the band of its language, or a missing full stop together with a
    shortish length, blocks; a missing full stop alone goes to the desk. What is so long
    that other checks cannot go through all of it blocks too, lest it pass unchecked. It
    cannot see a clause that was left out of the middle of a long sentence.
    """

    name = "whole-sentence"
    mqm = "Accuracy > Omission"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if not pair.target.strip():
            return
        deviation = surprise(pair) or 0.0
        if is_too_long(pair):
            yield self.unchecked(pair)
        if breaks_off(pair):
            yield self.unfinished(pair, deviation)
        elif deviation < DOUBTFUL:
            yield self.short(pair, deviation)

    def unchecked(self, pair: Pair) -> Finding:
        """
        A finding about a sentence that not every check goes through to its end.
        """
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING,
            message="This is too long, or has too many numbers, to be checked as one "
            "sentence.",
            indonesian="Teks ini terlalu panjang, atau memuat terlalu banyak angka, "
            "untuk diperiksa sebagai satu kalimat.",
            source_span=(0, len(pair.source)),
            target_span=(0, len(pair.target)),
        )

    def short(self, pair: Pair, deviation: float) -> Finding:
        """
        A finding about a translation that is too short.
        """
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING if deviation < TOO_SHORT else Severity.REVIEW,
            message=f"The translation is {share_of_usual(pair):.1f} times as long as "
            "usual: a part of the sentence was probably lost.",
            indonesian=f"Panjang terjemahan hanya {decimal(share_of_usual(pair))} kali "
            "panjang yang lazim: mungkin ada bagian kalimat yang hilang.",
            expected=pair.source,
            found=pair.target,
            target_span=(0, len(pair.target)),
        )

    def unfinished(self, pair: Pair, deviation: float) -> Finding:
        """
        A finding about a translation without an end.
        """
        end = len(pair.target.rstrip())
        tail = pair.target[max(0, end - TAIL) : end]
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING if deviation < SHORTISH else Severity.REVIEW,
            message=f"The source ends with “{last_mark(pair.source)}”; "
            f"the translation stops after “{tail}”.",
            indonesian=f"Teks sumber diakhiri dengan “{last_mark(pair.source)}”; "
            f"terjemahan terputus setelah “{tail}”.",
            expected=last_mark(pair.source),
            found=tail[-1:],
            target_span=(max(0, end - TAIL), end),
        )


def is_too_long(pair: Pair) -> bool:
    """
    Whether some check leaves out what it would take too long to compare.
    """
    numbers = (
        numbers_of(pair.source, pair.source_language),
        numbers_of(pair.target, pair.language),
    )
    long = len(pair.source) + len(pair.target) > LONGEST
    return long or any(len(found) > MANY for found in numbers)


def breaks_off(pair: Pair) -> bool:
    """
    Whether the source ends as a sentence does and the target does not.
    """
    if last_mark(pair.source) not in STOPS:
        return False
    target = pair.target.rstrip()
    if target[-1:] in CLOSING_QUOTES_THAT_END.get(pair.language, ""):
        return False
    return last_mark(target) not in STOPS


def last_mark(text: str) -> str:
    """
    The last character that is no closing quotation mark or bracket.

    >>> last_mark('Kata Budi, "Kami siap."')
    '.'
    """
    return text.rstrip(CLOSERS)[-1:]


TAIL = 20

STOPS = frozenset(
    ".!?"
    "\N{HORIZONTAL ELLIPSIS}"
    "\N{IDEOGRAPHIC FULL STOP}"
    "\N{FULLWIDTH EXCLAMATION MARK}"
    "\N{FULLWIDTH QUESTION MARK}"
    "\N{FULLWIDTH FULL STOP}"
    "\N{ARABIC QUESTION MARK}"
)

CLOSERS = (
    " \t\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\"')]}"
    "\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{RIGHT CORNER BRACKET}"
    "\N{RIGHT WHITE CORNER BRACKET}"
    "\N{FULLWIDTH RIGHT PARENTHESIS}"
    "\N{RIGHT BLACK LENTICULAR BRACKET}"
)

CLOSING_QUOTES_THAT_END: dict[Tag, str] = {
    "ja": "\N{RIGHT CORNER BRACKET}\N{RIGHT WHITE CORNER BRACKET}"
}
"""
Japanese writes no full stop before or after a quotation that ends a sentence.
"""
