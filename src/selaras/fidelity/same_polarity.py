"""
The check that what is denied is denied, and that no word became its opposite.
"""

import re
from collections.abc import Iterator, Sequence

from selaras.fidelity.demanded import owed
from selaras.fidelity.denials import (
    SAYS_AVOID,
    avoided_twice,
    denials,
    denied_only,
    denied_twice,
    denies_inside,
    denies_wholly,
    extra_doubles,
    is_certain,
    is_firm,
    left_alone,
    negations,
    shortened,
    surplus,
    untold,
    without_shared,
)
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.text.cues import Cue, read_cues
from selaras.text.cues.meanings import OPPOSITE_OF
from selaras.text.spans import Span


class SamePolarity:
    """
    No negation was lost or added, and nothing that rises falls.

    Negations are counted, not sought one by one: a sentence that denies twice is denied
    twice, unless a word says it otherwise ("belum" is "yet to", "tidak merata" uneven,
    "hanya" ne … que). Idioms are passed over on both sides: "tidak hanya" denies
    nothing. It cannot see which word a negation belongs to, nor one that was moved, nor
    a negation lost where another was added.
    """

    name = "same-polarity"
    mqm = "Accuracy > Mistranslation > Polarity"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair: at its negations, and at its opposites if those are right.
        """
        source = negations(pair.source, pair.source_language)
        target = negations(pair.target, pair.language)
        if twice_here := extra_doubles(source, target):
            yield from self.halved(pair, twice_here, source, target)
        elif lost := surplus(source, target):
            yield self.lost(pair, lost, only_one=is_certain(lost, target))
        elif added := surplus(target, source):
            yield self.added(pair, added, only_one=is_certain(added, source))
        elif failed := untold(source, target):
            yield self.lost(pair, failed, only_one=False)
        elif alone := left_alone(pair, source, target):
            yield self.added(pair, alone, only_one=False)
        elif twice := (
            denied_only(source, target)
            or denied_twice(source, target)
            or (pair.language in SAYS_AVOID and avoided_twice(source, target))
        ):
            yield self.added(pair, twice, only_one=False)
        else:
            yield from self.opposites(pair, source, target)
        yield from owed(pair, self.name, "most", "non")

    def lost(self, pair: Pair, cue: Cue, *, only_one: bool) -> Finding:
        """
        A finding about a negation that did not come through.

        Where the translation denies something, it may be another thing, or the same
        said more tersely: that is for the desk.
        """
        said = cue.span.of(pair.source)
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING if only_one else Severity.REVIEW,
            message=(LOST if only_one else FEWER).format(said),
            indonesian=(HILANG if only_one else LEBIH_SEDIKIT).format(said),
            expected=said,
            source_span=(cue.span.start, cue.span.end),
        )

    def added(self, pair: Pair, cue: Cue, *, only_one: bool) -> Finding:
        """
        A finding about a negation that the source does not have.
        """
        found = cue.span.of(pair.target)
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING if only_one else Severity.REVIEW,
            message=(ADDED if only_one else MORE).format(found),
            indonesian=(TAMBAHAN if only_one else LEBIH_BANYAK).format(found),
            found=found,
            target_span=(cue.span.start, cue.span.end),
        )

    def halved(
        self,
        pair: Pair,
        doubles: Sequence[Cue],
        source: Sequence[Cue],
        target: Sequence[Cue],
    ) -> Iterator[Finding]:
        """
        A finding where of a double negation, which asserts, one half came through.

        "Bukannya tidak siap" is "not that we were not ready" or "ready", and never
        "not ready"; a word that denies by itself ("not unprepared") is a half too.
        """
        inside = without_shared(
            filter(denies_inside, target), list(filter(denies_inside, source))
        )
        more = sum(map(denies_wholly, target)) - sum(map(denies_wholly, source))
        if (more + len(inside)) % 2:
            cue = doubles[0]
            said = cue.span.of(pair.source)
            yield Finding(
                check=self.name,
                severity=Severity.REVIEW
                if inside or denials(source)
                else Severity.BLOCKING,
                message=HALF.format(said),
                indonesian=SEPARUH.format(said),
                expected=said,
                source_span=(cue.span.start, cue.span.end),
            )

    def opposites(
        self, pair: Pair, denied: Sequence[Cue], denied_there: Sequence[Cue]
    ) -> Iterator[Finding]:
        """
        A finding about every word that stands where its opposite should.

        Where one side denies more often than the other, "not refused" may have become
        "accepted": there what stands beside a negation is left alone, and the rest is
        for the desk.
        """
        source = read_cues(pair.source, pair.source_language, "opposites")
        if not any(map(is_firm, source)):
            return
        said = asked = shortened(source)
        target = shortened(read_cues(pair.target, pair.language, "opposites"))
        certain: list[tuple[Cue, Cue]] = []
        if denials(denied) == denials(denied_there):
            certain += turned_round(said, target)
        else:
            target = apart_from(pair.target, target, denied_there)
            asked = apart_from(pair.source, said, denied)
        for wanted, there in certain:
            yield self.opposite(pair, wanted, there, Severity.BLOCKING)
        if certain:
            return
        if doubtful := against(said, asked, target) or outnumbered(asked, target):
            yield self.opposite(pair, *doubtful, Severity.REVIEW)

    def opposite(
        self, pair: Pair, wanted: Cue, there: Cue, severity: Severity
    ) -> Finding:
        """
        A finding about a word that says the contrary of one of the source.
        """
        said, found = wanted.span.of(pair.source), there.span.of(pair.target)
        return Finding(
            check=self.name,
            severity=severity,
            message=f"The source says “{said}” and the translation “{found}”, "
            "which is the opposite.",
            indonesian=f"Teks sumber menyebut “{said}”, sedangkan terjemahan "
            f"“{found}”: artinya berlawanan.",
            expected=said,
            found=found,
            source_span=(wanted.span.start, wanted.span.end),
            target_span=(there.span.start, there.span.end),
        )


def turned_round(
    source: Sequence[Cue], target: Sequence[Cue]
) -> Iterator[tuple[Cue, Cue]]:
    """
    Words of the source whose meaning is missing, with the opposite found there.
    """
    lost = without_shared(filter(is_firm, source), target)
    extra = without_shared(filter(is_firm, target), source)
    for wanted in lost:
        opposite = OPPOSITE_OF.get(wanted.meaning, "")
        there = next((cue for cue in extra if opposite in cue.meanings), None)
        if there:
            extra.remove(there)
            yield wanted, there


def apart_from(
    text: str, cues: Sequence[Cue], negations: Sequence[Cue]
) -> Sequence[Cue]:
    """
    The cues that no negation stands beside; what merely limits is none.

    Nor is a set phrase: "sampai waktu yang belum ditentukan" denies nothing but itself.
    """
    places = [
        cue.span
        for cue in negations
        if denies_wholly(cue) and not {"until", "quality"} <= cue.meanings
    ]
    return [
        cue
        for cue in cues
        if not any(are_beside(text, cue.span, place) for place in places)
    ]


def are_beside(text: str, one: Span, other: Span) -> bool:
    """
    Whether two places are near each other and no mark parts their clauses.
    """
    first, last = sorted((one, other), key=lambda span: span.start)
    between = text[first.end : last.start]
    return len(between) < BESIDE and not PARTING.search(between)


def against(
    source: Sequence[Cue], asked: Sequence[Cue], target: Sequence[Cue]
) -> tuple[Cue, Cue] | None:
    """
    A word of the target that nothing in the source says, with the word it contradicts.

    The source's word may have its counterpart as well, or some word that could be it:
    a translation that says "fell" where nothing falls is for the desk all the same.
    """
    said = frozenset[str]().union(*(cue.meanings for cue in source))
    wanted = {cue.meaning: cue for cue in filter(is_firm, asked)}
    for there in filter(is_firm, target):
        if said.isdisjoint(there.meanings):
            for meaning in there.meanings:
                if cue := wanted.get(OPPOSITE_OF.get(meaning, "")):
                    return cue, there
    return None


def outnumbered(source: Sequence[Cue], target: Sequence[Cue]) -> tuple[Cue, Cue] | None:
    """
    A word that the target says less often, and its opposite said once too often.

    Where something rises and something falls, and the translation has two words for a
    fall and none for a rise, one of them may be the rise turned round.
    """
    for wanted in filter(is_firm, source):
        asked = sum(wanted.meaning in cue.meanings for cue in filter(is_firm, source))
        if sum(wanted.agrees_with(there) for there in target) >= asked:
            continue
        opposite = OPPOSITE_OF.get(wanted.meaning, "")
        due = sum(opposite in cue.meanings for cue in filter(is_firm, source))
        found = [cue for cue in target if opposite in cue.meanings]
        there = next(filter(is_firm, found), None)
        if there and len(found) > due:
            return wanted, there
    return None


PARTING = re.compile(r"[,;:.!?—、。，；：！？،؛؟]")
"""
What ends a clause, so that a negation before it says nothing of a word after it.
"""

BESIDE = 20
"""
As far as this, in characters, a negation may belong to a word.
"""

LOST = "The source denies with “{}”; the translation does not."
HILANG = "Teks sumber mengingkari dengan “{}”; terjemahan tidak."

FEWER = "The source denies more often than the translation, as with “{}”."
LEBIH_SEDIKIT = (
    "Teks sumber lebih sering mengingkari daripada terjemahan, misalnya “{}”."
)

HALF = (
    "The source denies twice with “{}”, which asserts; the translation has only one "
    "of the two negations."
)
SEPARUH = (
    "Teks sumber mengingkari dua kali dengan “{}”, jadi menegaskan; terjemahan hanya "
    "memuat satu dari dua pengingkaran itu."
)

ADDED = "The translation denies with “{}”; the source does not."
TAMBAHAN = "Terjemahan mengingkari dengan “{}”; teks sumber tidak."

MORE = "The translation denies more often than the source, as with “{}”."
LEBIH_BANYAK = (
    "Terjemahan lebih sering mengingkari daripada teks sumber, misalnya “{}”."
)
