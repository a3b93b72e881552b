"""
Where the names of the lexicon stand in a target, so that one of them can be made wrong.

A name that is said once more, in whatever way, leaves nothing wrong that could be seen:
by another of its forms, as an adjective (*les partis catalans*), with a small word of
Arabic written on to it, by the one sign of a country (朝方), in its own letters, or
transcribed otherwise.
"""

import re
from collections.abc import Iterable, Iterator

from selaras.evaluation.mutations.making import Sample
from selaras.languages import LANGUAGES, Tag
from selaras.terms import Entry, Translation, lexicon, likeness, skeleton_of_text
from selaras.terms.signs import abbreviated
from selaras.terms.translation import plain_form
from selaras.text.spans import Span
from selaras.text.words import words


def known_places(sample: Sample) -> list[tuple[Span, Entry]]:
    """
    Where the entries of the source stand in a target in one of their forms, once.
    """
    found = []
    pair = sample.pair
    for occurrence in lexicon().find(sample.versions["id"]):
        for entry in occurrence.entries:
            span = span_of(entry, pair.target, pair.language)
            if span and entry.kind in REPLACEABLE:
                rest = pair.target[: span.start] + "\n" + pair.target[span.end :]
                if not is_still_said(occurrence.entries, rest, pair.language):
                    found.append((span, entry))
                break
    return found


def span_of(entry: Entry, target: str, language: Tag) -> Span | None:
    """
    Where a form of an entry stands in a target: the longest, as a word of its own.

    Small and very short forms are left alone: "the court", "US" in "US$". So is what
    stands in brackets by itself, "the military (TNI)": it explains what is named before
    them, and is no name without which the sentence would be wrong.
    """
    forms = sorted(latin_and_other(entry, language), key=len, reverse=True)
    places = ((form, place_of(form, target, language)) for form in forms)
    form, span = next((found for found in places if found[1]), ("", None))
    if len(form) < SHORTEST[LANGUAGES[language].spaced] or form[0].islower():
        return None
    if span is None or form in COMMON or is_in_brackets(target, span.start, span.end):
        return None
    return span


def latin_and_other(entry: Entry, language: Tag) -> Iterable[str]:
    """
    What may stand for an entry in a language, the short forms in Latin letters too.
    """
    return (*entry.admitted(language), *entry.short.get("id", ()), *english(entry))


def english(entry: Entry) -> tuple[str, ...]:
    """
    The short forms that an entry has in English.
    """
    return entry.short.get("en", ())


def place_of(form: str, target: str, language: Tag) -> Span | None:
    """
    Where a form stands in a target first, with the Arabic article before it.

    >>> place_of("أولمبي", "البرنامج الأولمبي", "ar")
    Span(start=9, end=17)
    >>> place_of("أولمبي", "الألعاب الأولمبية", "ar")
    >>> place_of("Olympic", "the Olympics", "en")
    """
    if not LANGUAGES[language].spaced:
        start = target.find(form)
        return Span(start, start + len(form)) if start >= 0 else None
    before = ARABIC_BEFORE if language == "ar" else ""
    found = re.search(rf"(?<!\w){before}({re.escape(form)})(?!\w)", target)
    if found is None:
        return None
    article = found["article"] if language == "ar" else None
    start = found.start("article") if article else found.start(found.re.groups)
    return Span(start, found.end())


ARABIC_BEFORE = "[وفبكل]{0,2}?(?P<article>ال)?"
"""
What Arabic writes on to a word: small words, and the article.
"""


def is_in_brackets(text: str, start: int, end: int) -> bool:
    """
    Whether a stretch is all that a pair of brackets holds.
    """
    return text[start - 1 : start] in ("(", "（") and text[end : end + 1] in (")", "）")


def is_still_said(entries: Iterable[Entry], rest: str, language: Tag) -> bool:
    """
    Whether what is left of a target says a name again, in any admissible way.

    >>> catalonia = lexicon().of("Katalonia")
    >>> is_still_said(catalonia, "les partis catalans de la", "fr")
    True
    >>> is_still_said(catalonia, "les partis écossais de la", "fr")
    False
    >>> is_still_said(lexicon().of("Korea Utara"), "承诺，朝方将拆除基地。", "zh")
    True
    """
    return any(
        form and stands_in(form, rest, language)
        for entry in entries
        for form in all_forms(entry, language)
    ) or any(is_otherwise_said(entry, rest, language) for entry in entries)


def all_forms(entry: Entry, language: Tag) -> Iterator[str]:
    """
    The forms of an entry as they are compared, those in Latin letters too.
    """
    for form in latin_and_other(entry, language):
        yield plain_form(form, language)
    if not LANGUAGES[language].spaced or language == "ar":
        for form in (*entry.admitted("id"), *entry.admitted("en")):
            yield plain_form(form, language)
    elif language == "fr":
        for form in entry.admitted("en"):
            yield plain_form(form, language)


def stands_in(form: str, rest: str, language: Tag) -> bool:
    """
    Whether a form stands in a text, be it with the ending of an adjective or a plural.
    """
    plain = plain_form(rest, language)
    if not LANGUAGES[language].spaced:
        return form in plain
    small = "[وفبكل]?" if language == "ar" else ""
    ending = r"\w{0,3}" if len(form.strip()) >= LONG else ""
    pattern = rf" {small}{re.escape(form.strip())}{ending} "
    return re.search(pattern, plain) is not None


def is_otherwise_said(entry: Entry, rest: str, language: Tag) -> bool:
    """
    Whether a country is there by its one sign, or a name by another transcription.
    """
    script = LANGUAGES[language].script
    if script == "Latin":
        return False
    if entry.kind == "country" and not LANGUAGES[language].spaced:
        forms = entry.forms.get(language, ())
        return bool(forms) and abbreviated(forms, Translation(rest, language))
    heard = likeness(entry.name, skeleton_of_text(rest, language), language)
    return len(entry.name) >= LONG and heard.score >= PLAINLY


LONG = 4
PLAINLY = 88
"""
How alike another transcription of a name must sound to be that name again.
"""

COMMON = words("مستشفى محكمة وزارة شرطة جامعة مطار ميناء حكومة برلمان مجلس")
"""
Arabic has no capitals: these are common words, as "the hospital" is.
"""

SHORTEST = {True: 3, False: 2}
"""
How long a form must be to be looked for, in languages with spaces and without.
"""

REPLACEABLE = words(
    "place regency country foreign-city city island landmark water mountain airport",
    "province port company university institution force court organisation",
)
