"""
The check that every name came through as the name it is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.names_as_words import is_english, is_for_another_word
from selaras.fidelity.names_bracketed import (
    gloss_alone,
    is_explained,
    without_brackets,
)
from selaras.fidelity.names_doubted import is_doubted
from selaras.fidelity.names_excused import is_excused
from selaras.fidelity.names_loosely import is_too_loose
from selaras.fidelity.names_referred import is_referred_to
from selaras.fidelity.names_repeated import (
    is_there_by_adjectives,
    said_once_for_two,
    times_by_form,
)
from selaras.fidelity.names_strange import strange_name
from selaras.fidelity.names_swapped import swapped
from selaras.fidelity.offices_there import bodies_gone, offices_gone
from selaras.languages import SOURCE, TARGETS
from selaras.terms import (
    Name,
    NameKind,
    Nearby,
    Standing,
    Translation,
    instead_of,
    nearly_heard,
    nearly_written,
    read_names,
    standing,
    stranger_for,
    taken_by,
)
from selaras.terms.forms import BODIES, plain_forms
from selaras.terms.standing import lost_words
from selaras.terms.strange_forms import HOME, without_strangers
from selaras.terms.strangers import WIDELY
from selaras.text.spans import Span


class SameNames:
    """
    Every name of the source is in the translation, in a form it may have there.

    English and French keep the letters or have a form of their own; Chinese, Japanese
    and Arabic have a form of the lexicon, the Latin letters, or something that sounds
    alike. It cannot see a name that is an everyday word and has no title or age beside
    it, a name that is there twice and wrong once, and most names that changed places.
    """

    name = "same-names"
    mqm = "Accuracy > Mistranslation > Entity"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if pair.source_language != SOURCE or pair.language not in TARGETS:
            return
        translation = Translation(pair.target, pair.language)
        found = tuple(self.findings(pair, translation))
        yield from found
        strange = None if found else strange_name(pair.source, translation)
        if strange:
            yield self.instead(*strange)
        for office, span, other in offices_gone(pair.source, translation):
            yield self.instead(office, span, other)
        for body, span in bodies_gone(pair.source, translation):
            yield self.instead(body, span, None)

    def findings(self, pair: Pair, translation: Translation) -> Iterator[Finding]:
        """
        What there is to say about the names that are read in the source.
        """
        names = tuple(once_each(read_names(pair.source)))
        if not names:
            return
        bare = without_brackets(translation)
        present = []
        for name in names:
            explained = is_explained(pair.source, name)
            found = standing(name, bare if explained else translation)
            if found is not Standing.PRESENT:
                yield from self.lost(pair, name, found, names, translation)
                continue
            if is_strange(name, names, pair.source, translation):
                yield self.report(name, Severity.REVIEW, None)
                continue
            elsewhere = self.elsewhere(name, names, translation)
            if elsewhere is None:
                present.append(name)
                if is_for_another_word(
                    name, pair.source, translation
                ) or is_there_by_adjectives(name, pair.source, translation):
                    yield self.report(name, Severity.REVIEW, None)
                yield from self.once_only(pair, name, names, translation)
                yield from self.misspelt(name, translation)
            elif not is_excused(name, names, pair.source, translation):
                yield elsewhere
        for one, other in swapped(pair, present, translation):
            yield self.moved(one, other)
        for name, other in said_once_for_two(present, translation):
            yield self.shared(name, other)

    def lost(
        self,
        pair: Pair,
        name: Name,
        found: Standing,
        names: tuple[Name, ...],
        translation: Translation,
    ) -> Iterator[Finding]:
        """
        What there is to say about a name that is not there as it should be.
        """
        stranger = stranger_for(name, names, translation) if name.entries else None
        loosely = found is Standing.LOOSELY
        if stranger and (stranger.sure or loosely):
            place = place_in(pair.target, stranger.text)
            severity = Severity.BLOCKING if stranger.sure else Severity.REVIEW
            yield self.report(name, severity, place)
        elif loosely:
            if is_too_loose(name, names, pair.source, translation) or is_strange(
                name, names, pair.source, translation
            ):
                yield self.report(name, Severity.REVIEW, None)
        elif not is_excused(name, names, pair.source, translation):
            near = instead_of(name, translation)
            severity = severity_of(name, found, translation, near)
            if (
                near is None and is_referred_to(name, pair.source, translation)
            ) or is_doubted(name, pair.source, translation, near):
                severity = Severity.REVIEW
            yield self.report(name, severity, near)

    def elsewhere(
        self, name: Name, names: tuple[Name, ...], translation: Translation
    ) -> Finding | None:
        """
        What there is to say about a name that stands where it proves nothing.
        """
        taken = taken_by(name, names, translation)
        if taken:
            other, span = taken
            return self.doubt(
                name,
                f"The source names {name.text}; in the translation it seems to be "
                f"there only in the place of {other.text}.",
                f"Teks sumber menyebut {name.text}; dalam terjemahan, nama itu "
                f"tampaknya hanya ada pada tempat nama {other.text}.",
                Nearby(span.of(translation.text), span),
            )
        gloss = gloss_alone(name, translation)
        if gloss:
            return self.doubt(
                name,
                f"The translation has {name.text} in brackets only, behind something "
                "that seems to be another name.",
                f"Terjemahan hanya memuat {name.text} dalam tanda kurung, di belakang "
                "sesuatu yang tampaknya nama lain.",
                Nearby(gloss.of(translation.text), gloss),
            )
        return None

    def once_only(
        self,
        pair: Pair,
        name: Name,
        names: tuple[Name, ...],
        translation: Translation,
    ) -> Iterator[Finding]:
        """
        What there is to say about a name that is said again, and replaced there.
        """
        if not name.entries or name.text.isupper():
            return
        often = sum(one.text == name.text for one in read_names(pair.source))
        if often == 1 or often <= times_by_form(name, translation):
            return
        stranger = stranger_for(name, names, translation, groups=WIDELY)
        if stranger and stranger.sure and stranger.text.lower() not in BODIES:
            place = place_in(pair.target, stranger.text)
            yield self.report(name, Severity.REVIEW, place)

    def misspelt(self, name: Name, translation: Translation) -> Iterator[Finding]:
        """
        What there is to say about a name that is nearly there.
        """
        if translation.is_latin:
            near = nearly_written(name, translation)
        else:
            near = nearly_heard(name, translation)
        if near:
            yield self.report(name, Severity.REVIEW, near)

    def report(self, name: Name, severity: Severity, near: Nearby | None) -> Finding:
        """
        A finding about a name that is missing, or is another one.
        """
        found = self.instead(name.text, name.span, near)
        return replace(found, severity=severity)

    def instead(self, text: str, span: Span, near: Nearby | None) -> Finding:
        """
        A finding for the desk about what is missing, or is something else.
        """
        message = f"The source names {text}; the translation "
        message += f"seems to have {near.text} instead." if near else "does not."
        indonesian = f"Teks sumber menyebut {text}; terjemahannya "
        indonesian += f"tampaknya menulis {near.text}." if near else "tidak."
        return self.about(text, span, message, indonesian, near)

    def doubt(
        self, name: Name, message: str, indonesian: str, near: Nearby | None = None
    ) -> Finding:
        """
        A finding about a name for the desk, and where to look for it.
        """
        return self.about(name.text, name.span, message, indonesian, near)

    def about(
        self, text: str, span: Span, message: str, indonesian: str, near: Nearby | None
    ) -> Finding:
        """
        A finding for the desk about a stretch of the source.
        """
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=message,
            indonesian=indonesian,
            expected=text,
            found=near.text if near else "",
            source_span=(span.start, span.end),
            target_span=(near.span.start, near.span.end)
            if near and near.span
            else None,
        )

    def shared(self, name: Name, other: Name) -> Finding:
        """
        A finding about a place that is there once, for itself and what it named.
        """
        return self.doubt(
            name,
            f"The source has {other.text} and {name.text}; the translation names "
            f"{other.text} only once.",
            f"Teks sumber memuat {other.text} dan {name.text}; terjemahannya "
            f"menyebut {other.text} satu kali saja.",
        )

    def moved(self, one: Name, other: Name) -> Finding:
        """
        A finding about two names that seem to have changed places.
        """
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=f"{one.text} and {other.text} seem to have changed places "
            "in the translation.",
            indonesian=f"{one.text} dan {other.text} tampaknya bertukar tempat "
            "dalam terjemahan.",
            expected=one.text,
            found=other.text,
            source_span=(one.span.start, one.span.end),
        )


def place_in(text: str, form: str) -> Nearby:
    """
    A form as it stands in a text, be it without its capitals, and where.

    >>> place_in("The supreme court refused.", "Supreme Court")
    Nearby(text='supreme court', span=Span(start=4, end=17))
    """
    found = re.search(re.escape(form), text, re.IGNORECASE)
    return Nearby(found[0], Span(*found.span())) if found else Nearby(form, None)


def is_strange(
    name: Name, names: tuple[Name, ...], source: str, translation: Translation
) -> bool:
    """
    Whether what stands for a name of the lexicon is a part of another, strange one.
    """
    if not name.entries or is_plainly_there(name, translation):
        return False
    rest = without_strangers(source, translation)
    if rest is translation:
        return False
    found = standing(name, rest)
    return found < Standing.LOOSELY or (
        found is Standing.LOOSELY and is_too_loose(name, names, source, rest)
    )


def is_plainly_there(name: Name, translation: Translation) -> bool:
    """
    Whether a form of a name that is no common word stands in a translation.
    """
    language = translation.language
    return any(
        entry.name == HOME
        or any(
            form in translation.plain and form.strip() not in BODIES
            for form in plain_forms(entry.forms.get(language, ()), language)
        )
        for entry in name.entries
    )


def once_each(names: tuple[Name, ...]) -> Iterator[Name]:
    """
    Names without those that are said again.
    """
    seen: set[str] = set()
    for name in names:
        if name.text not in seen:
            seen.add(name.text)
            yield name
        if len(seen) == MANY:
            return


MANY = 100
"""
No sentence names more; a list that does would take its time.
"""


def severity_of(
    name: Name, found: Standing, translation: Translation, near: Nearby | None
) -> Severity:
    """
    How bad it is: what is certainly a name and certainly missing blocks.

    An institution of the lexicon may be named otherwise, and one short word in another
    script may be written in a way that we do not hear.
    """
    if not name.certain:
        return Severity.REVIEW
    if name.kind is NameKind.LEXICON:
        doubtful = is_freely_named(name) or (near and not translation.is_latin)
        return Severity.REVIEW if doubtful else Severity.BLOCKING
    if translation.is_latin:
        sure = found is Standing.MISSING or near is not None
    else:
        sure = found is Standing.MISSING and len(name.words) > 1
        sure = sure and not may_be_words(name, translation)
    return Severity.BLOCKING if sure else Severity.REVIEW


def may_be_words(name: Name, translation: Translation) -> bool:
    """
    Whether a name is made of English words, which may be translated in another script.
    """
    return (
        name.kind is not NameKind.PERSON
        and is_english(name)
        and not lost_words(name, translation)
    )


def is_freely_named(name: Name) -> bool:
    """
    Whether a name of the lexicon is made of words, as those of institutions are.
    """
    return any(entry.is_freely_named for entry in name.entries)
