"""
The step that says what an Indonesian acronym stands for, at its first mention.

Readers at home know the KPK and the BMKG; readers of a version do not, and a machine
leaves the letters as they are. Where the article does not explain them itself, the
lexicon's official rendering is put in brackets behind them: in every language that
disturbs no grammar.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from selaras.article.verbatim import move_links
from selaras.engines import Hypothesis
from selaras.engines.remembering import EXACT_HUMAN
from selaras.fidelity import Check, Severity
from selaras.languages import Tag
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.keeping import Known, nothing_known
from selaras.pipeline.mending import with_steps
from selaras.pipeline.repairing import COPIED, PEOPLE
from selaras.pipeline.repairs.case import Base, Case, to_review
from selaras.pipeline.repairs.name_writing import HEADLINE, is_in_brackets
from selaras.pipeline.steps import Step, each
from selaras.terms.acronyms import expansions, spells
from selaras.terms.lexicon import Entry, lexicon
from selaras.terms.rendering import BRACKETS
from selaras.text.words import words

EXPLAINED = "explained:"
"""
The step of a segment's provenance, before the acronym.
"""

KINDS = words(
    "institution organisation force court party law programme term university company",
)
"""
The kinds of what is explained. Places, offices and currencies are translated.
"""

ACRONYM = re.compile(r"(?<![\w-])[A-Z]{3,8}(?![\w-])")


def explain_acronyms(checks: Sequence[Check], *, known: Known = nothing_known) -> Step:
    """
    Make the step that explains acronyms in what a machine translated.

    What a person wrote or decided is never touched, nor a sentence that gets a finding
    by it.
    """

    def explained(draft: Draft) -> Draft:
        segments = list(draft.segments)
        for index, acronym, entry in to_explain(draft):
            segment = segments[index]
            if may_touch(segment, draft, known):
                segments[index] = with_words(segment, draft, acronym, entry, checks)
        return replace(draft, segments=tuple(segments))

    return each(explained)


def to_explain(draft: Draft) -> Iterator[tuple[int, str, Entry]]:
    """
    The acronyms that the article never explains, each with its first mention's place.
    """
    texts = [segment.source.text for segment in draft.segments]
    mentioned = {one.acronym for text in texts for one in expansions(text)}
    for index, segment in enumerate(draft.segments):
        if segment.source.path.startswith(HEADLINE):
            continue
        for acronym in ACRONYM.findall(texts[index]):
            if acronym in mentioned:
                continue
            mentioned.add(acronym)
            entry = entry_of(acronym)
            if entry and not is_said_in(texts, entry):
                yield index, acronym, entry


def is_said_in(texts: Sequence[str], entry: Entry) -> bool:
    """
    Whether an article gives the full name of what an acronym stands for.
    """
    return any(form in text for text in texts for form in entry.forms["id"])


@lru_cache(maxsize=512)
def entry_of(acronym: str) -> Entry | None:
    """
    What an Indonesian acronym surely stands for.

    Nothing for one that may be several things, nor for one that the English name spells
    too: that is known abroad, as WHO is.
    """
    found = [e for e in lexicon().of(acronym) if e.kind != "mention"]
    if len(found) != 1 or found[0].kind not in KINDS:
        return None
    names = found[0].forms.get("en", ())
    if any(spells(acronym, name) or acronym in name for name in names):
        return None
    return found[0]


def may_touch(segment: DraftSegment, draft: Draft, known: Known) -> bool:
    """
    Whether a sentence is a machine's, new, and goes to readers.
    """
    made = segment.provenance
    if made is None or segment.is_blocked:
        return False
    if made.engine in PEOPLE | COPIED or EXACT_HUMAN in made.steps:
        return False
    return known(draft.article, draft.language, segment.source) is None


def with_words(
    segment: DraftSegment,
    draft: Draft,
    acronym: str,
    entry: Entry,
    checks: Sequence[Check],
) -> DraftSegment:
    """
    The sentence with an acronym explained, if nothing is the worse for it.
    """
    best = segment.hypotheses[0]
    place = place_for(best.text, acronym, entry, draft.language)
    if place is None or segment.text != best.text:
        return segment
    words = explanation(entry, draft.language)
    base = Base(text=segment.source.text, language=draft.article.language)
    first = replace(segment, hypotheses=segment.hypotheses[:1])
    case = Case(draft=draft, segment=first, base=base)
    better = case.with_text(told(best, place, words, acronym), checks)
    if better.is_blocked or to_review(better) > to_review(segment):
        return segment
    mended = (f for f in segment.findings if f.severity is Severity.MENDED)
    return replace(
        better,
        hypotheses=(*better.hypotheses, *segment.hypotheses),
        findings=(*better.findings, *mended),
    )


def place_for(text: str, acronym: str, entry: Entry, language: Tag) -> int | None:
    """
    Where an acronym is to be explained in a translation, if it is.

    Not where it stands twice, in brackets or before some, and not where one of the
    name's forms is said already.
    """
    name = entry.preferred(language)
    places = [m for m in IN_TRANSLATION.finditer(text) if m[0] == acronym]
    if not name or acronym in name or len(places) != 1:
        return None
    start, end = places[0].span()
    if is_in_brackets(text, start) or OPENS.match(text, end):
        return None
    is_said = any(form in text for form in entry.forms.get(language, ()))
    return None if is_said else end


def explanation(entry: Entry, language: Tag) -> str:
    """
    The official name in the language's brackets.
    """
    opening, closing = BRACKETS.get(language, (" (", ")"))
    return f"{opening}{entry.preferred(language)}{closing}"


def told(best: Hypothesis, place: int, words: str, acronym: str) -> Hypothesis:
    """
    The hypothesis with words put in, and a step that says why.
    """
    text = f"{best.text[:place]}{words}{best.text[place:]}"
    links = move_links(best.links, (place, place), len(words))
    longer = replace(best, text=text, links=tuple(links))
    return with_steps(longer, [EXPLAINED + acronym])


IN_TRANSLATION = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{3,8}(?![A-Za-z0-9-])")
OPENS = re.compile(r"\s?[(（「“\"«]")
