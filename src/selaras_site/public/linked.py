"""
What machines read of an article: JSON-LD after schema.org's NewsArticle.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from markupsafe import Markup

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras_site.public.addresses import absolute, at
from selaras_site.public.pages import CorrectionNote, Words
from selaras_site.translations.certificates import reviewer_shown
from selaras_site.translations.models import Level

if TYPE_CHECKING:
    from selaras_site.public.article_page import Facts

Data = dict[str, Any]

DIGITAL_SOURCE: dict[str, str] = {
    Level.MACHINE: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    Level.REVIEWED: (
        "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"
    ),
}
"""
schema.org's words for who made a text (IPTCDigitalSourceEnumeration); what a person
wrote has none.
"""

BETWEEN_NAMES = re.compile(r"\s*[,;/&]\s*(?:(?:dan|and)\s+)?|\s+(?:dan|and)\s+")
DEGREE = re.compile(r"(?:\w{1,5}\.)+\w{0,5}")
"""
What stands behind a comma and is no name: "S.H.", "M.Si.", "Ph.D".
"""


def article_json_ld(
    facts: "Facts",
    headline: Words,
    summary: Words,
    corrections: Sequence[CorrectionNote],
    image: str,
) -> Markup:
    """
    An article or a version of it, for a script element that no browser runs.
    """
    article, language = facts.article, facts.language
    data: Data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": absolute(facts.paths[language]),
        "url": absolute(facts.paths[language]),
        "mainEntityOfPage": absolute(facts.paths[language]),
        "headline": headline.text,
        "description": summary.text,
        "image": [image],
        "inLanguage": LANGUAGES[language].html,
        "articleSection": article.section.name_in(language),
        "datePublished": article.first_published_at.isoformat(),
        "dateModified": facts.modified_at.isoformat(),
        "author": author(article.byline),
        "publisher": publisher(),
        "isAccessibleForFree": True,
        "publishingPrinciples": absolute(at(language, "policy", page="ai")),
        "correctionsPolicy": absolute(at(language, "corrections")),
        "correction": [correction(note) for note in corrections],
        **dict(relations(facts)),
        **dict(making(facts)),
    }
    return script({name: value for name, value in data.items() if value})


def author(byline: str) -> Data | list[Data]:
    """
    The reporters of the original; the newspaper where none is named.
    """
    people = [{"@type": "Person", "name": name} for name in names(byline)]
    if not people:
        return publisher()
    return people if len(people) > 1 else people[0]


def names(byline: str) -> list[str]:
    """
    The names in a byline; a degree stays with the name before it.

    >>> names("Rani Lestari, Budi Santoso, S.H. dan Wayan Sudiarta")
    ['Rani Lestari', 'Budi Santoso, S.H.', 'Wayan Sudiarta']
    """
    found: list[str] = []
    for part in BETWEEN_NAMES.split(byline.strip()):
        if found and DEGREE.fullmatch(part):
            found[-1] = f"{found[-1]}, {part}"
        elif part:
            found.append(part)
    return found


def publisher() -> Data:
    """
    The newspaper.
    """
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.SITE_NAME,
        "url": absolute(at(SOURCE, "home")),
    }


def correction(note: CorrectionNote) -> Data:
    """
    A correction.
    """
    return {
        "@type": "CorrectionComment",
        "text": note.text.text,
        "datePublished": note.made_at.isoformat(),
        "inLanguage": note.text.lang,
    }


def relations(facts: "Facts") -> Iterator[tuple[str, Any]]:
    """
    The original of a version; the versions of an original.
    """
    if facts.version:
        yield "translationOfWork", work(facts, SOURCE)
    else:
        yield "workTranslation", [work(facts, tag) for tag in facts.public]


def work(facts: "Facts", language: Tag) -> Data:
    """
    The article in another language.
    """
    return {
        "@type": "NewsArticle",
        "@id": absolute(facts.paths[language]),
        "inLanguage": LANGUAGES[language].html,
    }


def making(facts: "Facts") -> Iterator[tuple[str, Any]]:
    """
    Who made a version. A translator is a person or an organisation, never software.
    """
    version = facts.version
    if version is None:
        return
    if kind := DIGITAL_SOURCE.get(version.level):
        yield "digitalSourceType", kind
        yield "creditText", version.engine
    if name := reviewer_shown(version.reviewed_by):
        yield "translator", {"@type": "Person", "name": name}
    else:
        yield "translator", publisher()


def script(data: Data) -> Markup:
    """
    Data as what stands in a script element; nothing in it can close the element.
    """
    text = json.dumps(data, ensure_ascii=False)
    for character, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - no character of markup is left in it
