"""
The picture of a shared link: drawn from the headline that readers of a language see.

Only what is public has a card, so nobody can make us draw more than there are articles.
"""

from dataclasses import asdict
from io import BytesIO

import structlog
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotFound,
)
from django.utils.cache import patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from PIL import Image

from selaras.languages import Tag
from selaras_site.articles.models import NewsImage
from selaras_site.public.card_files import card_path, kept_card
from selaras_site.public.card_words import Wording, name_of, wording
from selaras_site.public.cards import (
    CardError,
    PictureUnreadable,
    draw_card,
    media_type,
)
from selaras_site.public.cards.drawing import PAPER, SIZE
from selaras_site.public.pictures import CARD
from selaras_site.public.stories import story
from selaras_site.public.views import in_language

log = structlog.get_logger(__name__)

SECONDS = 60
"""
How long anybody may keep a card: the headline on it may be withdrawn.
"""


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
    patch_cache_control(response, public=True, max_age=SECONDS)
    response["ETag"] = quote_etag(name)
    return response


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
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response
