"""
The check that what is denied is denied, and that no word became its opposite.
"""

from collections.abc import Iterator, Sequence

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.text.cues import Cue, read_cues
from selaras.text.cues.meanings import OPPOSITE_OF


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
        source = shortened(read_cues(pair.source, pair.source_language, "negation"))
        target = shortened(read_cues(pair.target, pair.language, "negation"))
        if lost := surplus(source, target):
            yield self.lost(pair, lost, only_one=not any(map(is_firm, target)))
        elif added := surplus(target, source):
            yield self.added(pair, added, only_one=not any(map(is_firm, source)))
        elif twice := denied_twice(source, target) or (
            pair.language in SAYS_AVOID and avoided_twice(source, target)
        ):
            yield self.added(pair, twice, only_one=False)
        else:
            yield from self.opposites(pair, source, target)

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
        said = shortened(source)
        target = shortened(read_cues(pair.target, pair.language, "opposites"))
        certain: list[tuple[Cue, Cue]] = []
        if denials(denied) == denials(denied_there):
            certain += turned_round(said, target)
        else:
            target = apart_from(target, denied_there)
            if len(apart_from(said, denied)) < len(said):
                return
        for wanted, there in certain:
            yield self.opposite(pair, wanted, there, Severity.BLOCKING)
        if not certain and (doubtful := against(said, target)):
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


def surplus(wanted: Sequence[Cue], offered: Sequence[Cue]) -> Cue | None:
    """
    A negation that one side has more than the other, and that nothing there explains.

    What only limits ("ne … que", لا … إلا, "no more than") is not counted among what
    is offered when the other side limits too.
    """
    firm = list(filter(is_firm, wanted))
    limits = [cue for cue in wanted if not cue.firm and cue.meanings & LIMITS]
    there = without_shared(filter(is_firm, offered), limits, LIMITS)
    excess = len(firm) - len(there)
    if excess <= 0:
        return None
    unserved = without_soft(firm, offered, wanted)
    explained = len(firm) - len(unserved)
    return unserved[0] if excess > explained else None


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


def denied_twice(source: Sequence[Cue], target: Sequence[Cue]) -> Cue | None:
    """
    A word that denies by a part of itself, beside all negations that there should be.

    "Tidak merata" is "uneven"; "not uneven" has one negation like the source, but says
    the contrary.
    """
    if not denials(source) or denials(source) != denials(target):
        return None
    soft = [cue for cue in source if not cue.firm]
    inside = (cue for cue in target if not cue.firm and "affix" in cue.meanings)
    return next(iter(without_shared(inside, soft)), None)


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


def apart_from(cues: Sequence[Cue], negations: Sequence[Cue]) -> Sequence[Cue]:
    """
    The cues that no negation stands beside; what merely limits is none.
    """
    places = [cue.span for cue in negations if "only" not in cue.meanings]
    return [
        cue
        for cue in cues
        if not any(
            place.start - BESIDE < cue.span.end and cue.span.start < place.end + BESIDE
            for place in places
        )
    ]


def against(source: Sequence[Cue], target: Sequence[Cue]) -> tuple[Cue, Cue] | None:
    """
    A word of the target that nothing in the source says, with the word it contradicts.

    The source's word may have its counterpart as well, or some word that could be it:
    a translation that says "fell" where nothing falls is for the desk all the same.
    """
    said = frozenset[str]().union(*(cue.meanings for cue in source))
    wanted = {cue.meaning: cue for cue in filter(is_firm, source)}
    for there in filter(is_firm, target):
        if said.isdisjoint(there.meanings):
            for meaning in there.meanings:
                if cue := wanted.get(OPPOSITE_OF.get(meaning, "")):
                    return cue, there
    return None


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


SAYS_AVOID = ("ja", "ar")
"""
Chinese says 确保不 and 拒不 where others avoid and refuse.
"""

AVOIDS: frozenset[str] = frozenset({"avoid", "refuse", "forbid"})
"""
What a language may say for "jangan", "agar tidak" and "belum bersedia".
"""

LIMITS: frozenset[str] = frozenset({"only", "less", "affix"})
"""
What a language may say by denying the rest: "hanya" is ne … que; and what one writes
with an affix and another with a word: "nonsubsidi" is غير مدعوم.
"""

BESIDE = 20
"""
As far as this, in characters, a negation may belong to a word.
"""

MANY = 300
"""
More negations than a sentence has.
"""

LOST = "The source denies with “{}”; the translation does not."
HILANG = "Teks sumber mengingkari dengan “{}”; terjemahan tidak."

FEWER = "The source denies more often than the translation, as with “{}”."
LEBIH_SEDIKIT = (
    "Teks sumber lebih sering mengingkari daripada terjemahan, misalnya “{}”."
)

ADDED = "The translation denies with “{}”; the source does not."
TAMBAHAN = "Terjemahan mengingkari dengan “{}”; teks sumber tidak."

MORE = "The translation denies more often than the source, as with “{}”."
LEBIH_BANYAK = (
    "Terjemahan lebih sering mengingkari daripada teks sumber, misalnya “{}”."
)
