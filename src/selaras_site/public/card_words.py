"""
What stands on the card of an article, and the address that changes with it.
"""

import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from selaras.languages import Tag
from selaras_site.articles.models import NewsImage
from selaras_site.public.addresses import at
from selaras_site.public.conditional import digest
from selaras_site.public.lists import Item
from selaras_site.translations.models import Level

DESIGN = 1
"""
Count on when cards are drawn differently: all are drawn again.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """
    The words on a card.
    """

    headline: str
    language: Tag
    section: str
    site_name: str
    notice: str


def card_address(story: Item) -> str:
    """
    Where the card of an article is.

    Places to share at keep a picture for weeks by its address: another headline or
    another picture must have another one.
    """
    path = at(story.language, "card", id=story.article.pk)
    shown = [DESIGN, asdict(wording(story)), story.article.lead_image_id]
    return f"{path}?v={digest(json.dumps(shown).encode())[:12]}"


def wording(story: Item) -> Wording:
    """
    What stands on the card.
    """
    return Wording(
        headline=story.headline.text,
        language=story.language,
        section=story.article.section.name_in(story.language),
        site_name=settings.SITE_NAME,
        notice=notice(story.version.level if story.version else Level.HUMAN),
    )


def notice(level: str) -> str:
    """
    Who translated, in the reader's language; what people wrote needs no notice.
    """
    if level == Level.MACHINE:
        return _("Translated from Indonesian by AI, not yet reviewed")
    if level == Level.REVIEWED:
        return _("Translated from Indonesian with AI, reviewed by a person")
    return ""


def name_of(words: Wording, image: NewsImage | None) -> str:
    """
    A name for everything that the card is drawn from.
    """
    pictured = image and (
        image.pk,
        image.file.name,
        image.file_hash,
        image.focal_point_x,
        image.focal_point_y,
    )
    return digest(json.dumps([DESIGN, asdict(words), pictured]).encode())
