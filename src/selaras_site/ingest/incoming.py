"""
What readers of other people's formats give: articles, and what was refused and why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from selaras.article import Article
from selaras.languages import SOURCE, Tag

Status = Literal["published", "draft", "withheld", "withdrawn"]
"""
What the source says of an article's state. ``withheld``: not to be shown until further
notice. ``withdrawn``: not to be shown again, and to be taken down where it is shown.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingImage:
    """
    A picture of an article, with its words as plain text.
    """

    url: str
    caption: str = ""
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingArticle:
    """
    An article as it came from a source.

    ``external_id`` names it within its source, and stays when it is revised.
    ``headline`` and ``summary`` are those of ``article`` as plain text. Dates have a
    time zone. ``section`` is the source's own word, a hint only. ``images`` are those
    of the body and those beside it, by address; ``lead_image`` is the address of the
    one that the source puts first. An article that is withheld or withdrawn may have
    no text.
    """

    external_id: str
    url: str = ""
    headline: str = ""
    summary: str = ""
    article: Article = field(default_factory=Article)
    section: str = ""
    byline: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    embargoed_until: datetime | None = None
    language: Tag = SOURCE
    images: Mapping[str, IncomingImage] = field(default_factory=dict)
    lead_image: str = ""
    usage_terms: str = ""
    status: Status = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """
    What was not taken in: where it stood, and in a full sentence why not.
    """

    where: str
    reason: str
    external_id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """
    Everything that one source gave.
    """

    articles: tuple[IncomingArticle, ...] = ()
    refused: tuple[Refused, ...] = ()
