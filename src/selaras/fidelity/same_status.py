"""
The check that nobody becomes a convict, or a casualty, by translation.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selaras.fidelity.demanded import owed
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.foretold import told_early
from selaras.fidelity.loaded_words import is_hinted, unlicensed
from selaras.fidelity.status_phrases import (
    explains_a_term,
    is_within,
    phrases_of,
    softened,
)
from selaras.text.cues import Cue, read_cues
from selaras.text.cues.meanings import FAMILY_OF
from selaras.text.spans import Span


class SameStatus:
    """
    Legal status, rulings, casualties and allegations are what they are in the source.

    Every word for one of them is assigned to a word that may mean the same. A word
    that became another of its kind (a suspect a convict, the injured dead) is found,
    and so are one that was lost, an allegation that became a fact, and a status that
    only the translation has. Loaded words (fined, resigned, war) must have some cause
    in the source. What is planned or almost so is not told as done, nor what is done as
    planned. It cannot see which person a word is said of, nor a word that its tables do
    not know.
    """

    name = "same-status"
    mqm = "Terminology > Wrong term"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair: at its statuses, at loaded words from nowhere, at the time.
        """
        told = tuple(self.statuses(pair))
        yield from told
        phrases = phrases_of(pair.target, pair.language)
        for span, family in unlicensed(pair):
            known = any(overlap(span, finding.target_span) for finding in told)
            if not (known or is_within(span, phrases)):
                yield self.without_cause(pair, span, family)
        yield from owed(pair, self.name, "nearly", "to come")
        yield from told_early(pair, self.name)

    def statuses(self, pair: Pair) -> Iterator[Finding]:
        """
        Findings about statuses that were swapped, lost or invented.
        """
        source = read_cues(pair.source, pair.source_language, "status")
        read = read_cues(pair.target, pair.language, "status")
        if not (source or read):
            return
        target = softened(read, pair.target, pair.language)
        comparison = compare(shortened(source), shortened(target))
        for wanted, there in comparison.swapped:
            doubtful = families(wanted) == MEASURES
            severity = Severity.REVIEW if doubtful else Severity.BLOCKING
            yield self.swapped(pair, wanted, there, severity)
        for wanted in comparison.lost:
            yield from self.lost(pair, wanted, target)
        for there in comparison.extra:
            if is_invented(there, source) or is_death(there, source):
                doubtful = explains_a_term(there.span, pair) or any(
                    is_hinted(pair.source, meaning) for meaning in there.meanings
                )
                severity = Severity.REVIEW if doubtful else Severity.BLOCKING
                yield self.invented(pair, there, severity)
            elif accuses(there) and not explained(there, source):
                yield self.invented(pair, there, Severity.REVIEW)
            elif accuses(there) and (told := other_standing(comparison.told, there)):
                yield self.swapped(pair, told, there, Severity.REVIEW)

    def swapped(
        self, pair: Pair, wanted: Cue, there: Cue, severity: Severity
    ) -> Finding:
        """
        A finding about a status that became another.
        """
        said, found = wanted.span.of(pair.source), there.span.of(pair.target)
        return Finding(
            check=self.name,
            severity=severity,
            message=f"The source says “{said}” and the translation “{found}”: "
            "that is another status.",
            indonesian=f"Teks sumber menyebut “{said}”, sedangkan terjemahan "
            f"“{found}”: statusnya lain.",
            expected=said,
            found=found,
            source_span=(wanted.span.start, wanted.span.end),
            target_span=(there.span.start, there.span.end),
        )

    def lost(self, pair: Pair, wanted: Cue, target: Sequence[Cue]) -> Iterator[Finding]:
        """
        A finding about a status that must be there and is not.
        """
        said = wanted.span.of(pair.source)
        gone = not any(wanted.agrees_with(there) for there in target)
        doubt = "alleged" in wanted.meanings
        if gone and wanted.meanings & OBLIGATORY:
            grave = wanted.meanings & BLOCKS_WHEN_LOST
            yield Finding(
                check=self.name,
                severity=Severity.BLOCKING if grave else Severity.REVIEW,
                message=(ASSERTED if doubt else LOST).format(said),
                indonesian=(DIPASTIKAN if doubt else HILANG).format(said),
                expected=said,
                source_span=(wanted.span.start, wanted.span.end),
            )
        elif gone and "safe" in wanted.meanings:
            yield from self.harmed(pair, wanted, target)
        elif doubt or "doubt" in wanted.meanings:
            yield Finding(
                check=self.name,
                severity=Severity.REVIEW,
                message=LESS_DOUBT.format(said),
                indonesian=KURANG_RAGU.format(said),
                expected=said,
                source_span=(wanted.span.start, wanted.span.end),
            )

    def harmed(
        self, pair: Pair, wanted: Cue, target: Sequence[Cue]
    ) -> Iterator[Finding]:
        """
        A finding where people who were safe have become hurt or dead.

        The words for it may stand for other things too ("loss"), and none of those is
        in the source: the desk looks.
        """
        source = read_cues(pair.source, pair.source_language, "status")
        for there in target:
            if there.meanings & HARM and not (there.firm or explained(there, source)):
                yield self.swapped(pair, wanted, there, Severity.REVIEW)
                return

    def without_cause(self, pair: Pair, span: Span, family: str) -> Finding:
        """
        A finding about a loaded word that nothing in the source could have become.

        What explains a term of the source, and what the rest of the article may well
        tell of what this sentence hints at, is for the desk to judge.
        """
        found = span.of(pair.target)
        doubtful = explains_a_term(span, pair) or is_hinted(pair.source, family)
        return Finding(
            check=self.name,
            severity=Severity.REVIEW if doubtful else Severity.BLOCKING,
            message=f"The translation says “{found}”, and nothing in the source could "
            "mean it.",
            indonesian=f"Terjemahan menyebut “{found}”, padahal tidak ada yang semakna "
            "dalam teks sumber.",
            found=found,
            target_span=(span.start, span.end),
        )

    def invented(self, pair: Pair, there: Cue, severity: Severity) -> Finding:
        """
        A finding about a status that only the translation has.
        """
        found = there.span.of(pair.target)
        return Finding(
            check=self.name,
            severity=severity,
            message=f"The translation says “{found}”, and the source has nothing "
            "that it could come from.",
            indonesian=f"Terjemahan menyebut “{found}”, padahal tidak ada padanannya "
            "dalam teks sumber.",
            found=found,
            target_span=(there.span.start, there.span.end),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """
    What is left when every cue has found its counterpart.

    Of what is ``told`` there is no more than a hint: for a witness a word for seeing.
    """

    swapped: tuple[tuple[Cue, Cue], ...]
    lost: tuple[Cue, ...]
    extra: tuple[Cue, ...]
    told: tuple[Cue, ...] = ()


def compare(source: Sequence[Cue], target: Sequence[Cue]) -> Comparison:
    """
    Assign the cues of both sides to each other, and put together what is left.
    """
    lost, extra, told = unassigned(source, target)
    swapped, gone = [], []
    for wanted in lost:
        there = next((one for one in extra if excludes(wanted, one)), None)
        if there:
            extra.remove(there)
            swapped.append((wanted, there))
        else:
            gone.append(wanted)
    return Comparison(
        swapped=tuple(swapped), lost=tuple(gone), extra=tuple(extra), told=tuple(told)
    )


def unassigned(
    source: Sequence[Cue], target: Sequence[Cue]
) -> tuple[list[Cue], list[Cue], list[Cue]]:
    """
    The firm cues of both sides that have no counterpart, the plainest served first.

    Those of the source that have only a soft one are answered too. An allegation comes
    last: "tersangka dugaan suap" needs a suspect and a doubt, and a suspect alone is
    not enough for both.
    """
    free = sorted(target, key=lambda cue: len(cue.meanings))
    left = sorted(source, key=order)
    told: list[Cue] = []
    for firm, there_firm in PASSES:
        for wanted in [cue for cue in left if cue.firm is firm]:
            for there in free:
                if there.firm is there_firm and there.agrees_with(wanted):
                    free.remove(there)
                    left.remove(wanted)
                    if firm and not there_firm:
                        told.append(wanted)
                    break
    soft = [cue for cue in left if not cue.firm]
    lost = [cue for cue in left if cue.firm]
    extra = [cue for cue in free if cue.firm and not explained(cue, soft)]
    return lost, extra, told


def overlap(span: Span, other: tuple[int, int] | None) -> bool:
    """
    Whether a place is told of already.
    """
    return other is not None and other[0] < span.end and span.start < other[1]


def order(cue: Cue) -> tuple[bool, bool, int]:
    """
    Firm before soft, status before doubt, one meaning before several.
    """
    return not cue.firm, "alleged" in cue.meanings, len(cue.meanings)


def explained(cue: Cue, others: Iterable[Cue]) -> bool:
    """
    Whether a cue may mean what one of some others means.
    """
    return any(cue.agrees_with(other) for other in others)


def excludes(wanted: Cue, there: Cue) -> bool:
    """
    Whether one cue answers the same question as another, and answers it otherwise.
    """
    return not families(wanted).isdisjoint(families(there))


def is_invented(there: Cue, source: Sequence[Cue]) -> bool:
    """
    Whether a cue has no origin in a source that does speak of such things.

    Whether people are "held" or "taken in" is put in too many ways to be asked.
    """
    asked = frozenset().union(*map(families, source)) - MEASURES
    return not (explained(there, source) or asked.isdisjoint(families(there)))


def is_death(there: Cue, source: Sequence[Cue]) -> bool:
    """
    Whether a cue says for certain that somebody died of whom the source says nothing.
    """
    return there.meanings == DEAD and not explained(there, source)


def accuses(cue: Cue) -> bool:
    """
    Whether a cue calls somebody a suspect, a defendant or a convict, and no less.

    Japanese papers do so before a name where the source has the name alone: that is
    for the desk to know.
    """
    return bool(cue.meanings & ACCUSED) and "inmate" not in cue.meanings


def other_standing(told: Sequence[Cue], there: Cue) -> Cue | None:
    """
    Somebody who is only told of, where one more than there should be stands accused.
    """
    return next(
        (cue for cue in told if excludes(cue, there) and not cue.agrees_with(there)),
        None,
    )


def families(cue: Cue) -> frozenset[str]:
    """
    The questions that a cue may answer.
    """
    return frozenset(
        FAMILY_OF[meaning] for meaning in cue.meanings if meaning in FAMILY_OF
    )


def shortened(cues: Sequence[Cue]) -> Sequence[Cue]:
    """
    The cues as they are, or of a very long list one of each kind.
    """
    if len(cues) <= MANY:
        return cues
    return tuple({(cue.meanings, cue.firm): cue for cue in cues}.values())


PASSES = ((True, True), (False, False), (True, False), (False, True))
"""
What is assigned to what: the firm first, and a body to "bodies" before "dead".
"""

MANY = 60
"""
So many words for status are not assigned to each other one by one.
"""

MEASURES: frozenset[str] = frozenset({"measure"})

HARM: frozenset[str] = frozenset({"dead", "hurt"})

DEAD: frozenset[str] = frozenset({"dead"})

OBLIGATORY: frozenset[str] = frozenset(
    {
        "alleged",
        "doubt",
        "reported",
        "witness",
        "suspect",
        "defendant",
        "convict",
        "demand",
        "dead",
        "acquitted",
        "indictment",
        "verdict",
        "hurt",
        "missing",
        "instead",
    }
)
"""
What a translation may not leave out; the others it may put in another way.
"""

BLOCKS_WHEN_LOST: frozenset[str] = frozenset({"alleged", "suspect"})
"""
What without its word says of somebody that they are guilty.
"""

ACCUSED: frozenset[str] = frozenset({"suspect", "defendant", "convict"})
"""
What nobody may be called for whom the source has no such word.
"""

LOST = "The source says “{}”; the translation has no word for it."
HILANG = "Teks sumber menyebut “{}”; terjemahan tidak memuat padanannya."

ASSERTED = "The source says “{}”; the translation says it without any doubt."
DIPASTIKAN = "Teks sumber menyebut “{}”; terjemahan menyatakannya sebagai kepastian."

LESS_DOUBT = "The source says “{}”; the translation may have left this doubt out."
KURANG_RAGU = "Teks sumber menyebut “{}”; dugaan ini mungkin hilang dalam terjemahan."
