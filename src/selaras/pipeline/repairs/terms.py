"""
The rung that puts the newsroom's own term where its usual wrong rendering stands.

An engine that was told nothing of the termbase says what it always says. Where that is
one word for one term, and it is plain which, the right one can take its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selaras.article import Link
from selaras.article.verbatim import move_links
from selaras.engines import Hypotheses, Hypothesis
from selaras.fidelity import Check, Finding, Pair, Severity
from selaras.fidelity.same_terms import SameTerms
from selaras.languages import LANGUAGES, Tag
from selaras.pipeline.draft import DraftSegment
from selaras.pipeline.repairs.case import Case, Unasked, blocking
from selaras.terms.lexicon import lexicon
from selaras.terms.own import TermWanted, places_of
from selaras.text.spans import Span

Extent = tuple[int, int]


class ForcedTerm(Unasked):
    """
    The newsroom's rendering of one term at the place of what stands there for it.

    Only where exactly one term is wrong and nothing else blocks, and where something
    that is forbidden for it, or that the lexicon has for it, stands there once.
    """

    name = "forced-term"

    def attempts(
        self, case: Case, _answers: Sequence[Hypotheses], checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        Each hypothesis with its term put right, the first one before the others.
        """
        terms = terms_of(case, checks)
        for hypothesis in case.segment.hypotheses if terms else ():
            segment = case.with_text(hypothesis, checks)
            found = wrong_terms(segment)
            is_alone = all(one.check == SameTerms.name for one in blocking(segment))
            if len(found) == 1 and is_alone and segment.text == hypothesis.text:
                yield from put_right(hypothesis, found[0], terms, case.draft.language)


def terms_of(case: Case, checks: Sequence[Check]) -> tuple[TermWanted, ...]:
    """
    The terms that a check of terms, if there is one, wants for a sentence.
    """
    language: Tag = case.draft.language
    pair = Pair(source=case.source, target="", language=language)
    for check in checks:
        if isinstance(check, SameTerms):
            return check.wanted(pair)
    return ()


def wrong_terms(segment: DraftSegment) -> list[Finding]:
    """
    What is said about the terms of a sentence, and is not mended.
    """
    return [
        found
        for found in segment.findings
        if found.check == SameTerms.name and found.severity is not Severity.MENDED
    ]


def put_right(
    hypothesis: Hypothesis,
    found: Finding,
    terms: Sequence[TermWanted],
    language: Tag,
) -> Iterator[Hypothesis]:
    """
    A hypothesis with the right rendering of the term that a finding is about.
    """
    term = next((one for one in terms if one.span == found.source_span), None)
    if term is None or not term.good:
        return
    usual = (*term.forbidden, *known_otherwise(term, language))
    place = one_place(usual, hypothesis.text, language)
    if place is None or not may_be_aligned(hypothesis.links, term.span, place[0]):
        return
    made = with_term(hypothesis.text, place[0], place[1], term.good[0], language)
    if made is None:
        return
    text, extent, length = made
    growth = length - (extent[1] - extent[0])
    links = tuple(move_links(hypothesis.links, extent, growth))
    if hypothesis.links:
        now = (extent[0], extent[0] + length)
        links = (*links, Link(source=term.span, target=now))
    yield replace(hypothesis, text=text, links=links)


def known_otherwise(term: TermWanted, language: Tag) -> tuple[str, ...]:
    """
    What the lexicon has for a term that the newsroom says in its own way.
    """
    forms = (form for e in lexicon().of(term.source) for form in e.admitted(language))
    # A single character of Chinese or Japanese stands within other words as well.
    least = 1 if LANGUAGES[language].spaced else 2
    return tuple(
        form
        for form in dict.fromkeys(forms)
        if form not in term.good and len(form) >= least
    )


def one_place(
    usual: Sequence[str], text: str, language: Tag
) -> tuple[Span, str] | None:
    """
    Where the one usual rendering stands that a text has, and which one that is.

    Of renderings that lie within one another, the longest counts.
    """
    places = sorted(
        ((place, form) for form in usual for place in places_of(form, text, language)),
        key=lambda item: (-len(item[0]), item[0]),
    )
    if not places:
        return None
    best = places[0]
    outside = [
        place
        for place, _ in places
        if not (best[0].start <= place.start and place.end <= best[0].end)
    ]
    return None if outside else best


def may_be_aligned(links: Sequence[Link], source: Extent, place: Span) -> bool:
    """
    Whether an engine's links, where it gives any for a term, lead to a place.
    """
    own = [one for one in links if meets(one.source, source)]
    return not own or any(meets(one.target, (place.start, place.end)) for one in own)


def meets(one: Extent, other: Extent) -> bool:
    """
    Whether two stretches have anything in common.
    """
    return one[0] < other[1] and other[0] < one[1]


Made = tuple[str, Extent, int]
"""
A text, the stretch of the old one that was exchanged, and how long it is now.
"""


def with_term(
    text: str, place: Span, usual: str, new: str, language: Tag
) -> Made | None:
    """
    A text with another rendering at a place; nothing where grammar is in the way.

    >>> with_term("A suspect fled.", Span(2, 9), "suspect", "accused", "en")
    ('An accused fled.', (0, 9), 10)
    >>> with_term("Suspects fled.", Span(0, 8), "suspect", "defendant", "en")
    ('Defendants fled.', (0, 8), 10)
    >>> with_term("A suspect fled.", Span(2, 9), "suspect", "user", "en") is None
    True
    """
    form = in_form(place.of(text), usual, new, language)
    if not form:
        return None
    start, before = place.start, text[: place.start]
    if not any(map(str.isalnum, before)) and place.of(text)[0].isupper():
        form = with_capital(form)
    if language == "en":
        article = ARTICLE.search(before)
        if article and UNSURE.match(form):
            return None  # Its letters do not tell whether it is "a" or "an".
        if article:
            start = article.start()
            form = f"{article[1]}{'n' if form[0].lower() in 'aeiou' else ''} {form}"
    if language == "fr" and not may_follow(before, form):
        return None
    return text[:start] + form + text[place.end :], (start, place.end), len(form)


ARTICLE = re.compile(r"\b([Aa])n? $")

UNSURE = re.compile(r"[A-Z]{2}|(?i:u|eu|one|h(?:our|onest|onou?r|eir))")
"""
English words whose first sound is not that of their first letter, or may not be.
"""


def may_follow(before: str, new: str) -> bool:
    """
    Whether French may have a word behind what stands before it.

    >>> may_follow("de l'", "suspect"), may_follow("le ", "suspect")
    (False, True)
    >>> may_follow("le ", "accusé")
    False
    """
    has_vowel = new[0].lower() in "aeiouyâàéèêëîïôûùœh"
    if before.endswith(("'", "’")):
        return has_vowel
    return not (has_vowel and FULL.search(before))


FULL = re.compile(r"\b(?:le|la|de|du|ce|que|ne|se|je|au) $", re.IGNORECASE)


def in_form(old: str, usual: str, new: str, language: Tag) -> str:
    """
    A rendering in the form that another one has where it stands; nothing if unknown.

    >>> in_form("Suspects", "suspect", "defendant", "en")
    'Defendants'
    >>> in_form("والمدان", "مدان", "متهم", "ar")
    'والمتهم'
    >>> in_form("seized", "seize", "confiscate", "en")
    ''
    """
    if language == "ar":
        return in_arabic_form(old, usual, new)
    if old.lower() == usual.lower():
        form = new
    elif language in PLURALS and old.lower() == f"{usual.lower()}s":
        form = "" if new.endswith(PLURALS[language]) else f"{new}s"
    else:
        form = ""
    if not form:
        return ""
    begins_small = usual[0].islower() and old[0].isupper()
    return with_capital(form) if begins_small else form


def with_capital(form: str) -> str:
    """
    A rendering as a sentence begins with it, unless it has capitals of its own.

    >>> with_capital("la BI"), with_capital("iNews")
    ('La BI', 'iNews')
    """
    return form if form[1:2].isupper() else form[0].upper() + form[1:]


PLURALS = {"en": ("s", "x", "z", "ch", "sh", "y"), "fr": ("s", "x", "z", "al", "au")}
"""
Languages whose plural is one more letter, and the endings with which it is not.
"""


def in_arabic_form(old: str, usual: str, new: str) -> str:
    """
    An Arabic rendering with the particle and the article that another one has.
    """
    own, other = usual.removeprefix(AL), new.removeprefix(AL)
    found = re.fullmatch(f"([وف]?[بك]?)({AL})?{re.escape(own)}", old)
    if found is None or other != new:
        return new if old == usual else ""
    return f"{found[1]}{found[2] or ''}{new}"


AL = "ال"
