"""
The picture of a shared link: drawn from the headline that readers of a language see.

Only what is public has a card, so nobody can make us draw more than there are articles.
"""

import json
from dataclasses import asdict, dataclass
from io import BytesIO

import structlog
from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotFound,
)
from django.utils.cache import patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from PIL import Image

from selaras.languages import Tag
from selaras_site.articles.models import NewsImage
from selaras_site.public.card_files import card_path, kept_card
from selaras_site.public.cards import (
    CardError,
    PictureUnreadable,
    draw_card,
    media_type,
)
from selaras_site.public.cards.drawing import PAPER, SIZE
from selaras_site.public.conditional import digest
from selaras_site.public.lists import Item
from selaras_site.public.pictures import CARD
from selaras_site.public.stories import story
from selaras_site.public.views import in_language
from selaras_site.translations.models import Level

log = structlog.get_logger(__name__)

DESIGN = 1
"""
Count on when cards are drawn differently: all are drawn again.
"""

SECONDS = 3_600
A_DAY = 86_400
SECONDS_OF_PLAIN = 60


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


@require_safe
@in_language
def card(request: HttpRequest, language: Tag, id: int) -> HttpResponse:  # noqa: A002
    """
    The card of an article, from the disk if it was drawn before.
    """
    found = story(language, id)
    if found is None:
        return HttpResponseNotFound()
    words, image = wording(found), found.article.lead_image
    name = name_of(words, image)
    try:
        drawn = kept_card(card_path(language, id, name), lambda: draw(words, image))
    except CardError as fault:
        log.error("card_not_drawn", article=id, language=language, reason=str(fault))
        return plain_answer()
    response = HttpResponse(drawn, content_type=media_type(drawn))
    patch_cache_control(
        response, public=True, max_age=SECONDS, stale_while_revalidate=A_DAY
    )
    response["ETag"] = quote_etag(name)
    return response


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


def draw(words: Wording, image: NewsImage | None) -> bytes:
    """
    Draw a card; without the picture where it cannot be read.
    """
    fields = asdict(words)
    try:
        return draw_card(**fields, picture=photograph(image) if image else None)
    except (PictureUnreadable, OSError) as fault:
        log.warning("card_without_picture", reason=str(fault))
        return draw_card(**fields)


def photograph(image: NewsImage) -> bytes:
    """
    A picture in the size of a card.
    """
    rendition = image.get_rendition(CARD)
    with rendition.file.open("rb") as file:
        content: bytes = file.read()
    return content


def plain_answer() -> HttpResponse:
    """
    A card without words, until somebody has read the log. Nobody keeps it for long.
    """
    stream = BytesIO()
    Image.new("RGB", SIZE, PAPER).save(stream, "PNG")
    response = HttpResponse(stream.getvalue(), content_type="image/png")
    patch_cache_control(response, public=True, max_age=SECONDS_OF_PLAIN)
    return response
