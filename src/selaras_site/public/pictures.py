"""
Pictures in the sizes that pages need.
"""

from collections.abc import Iterable

import structlog

from selaras.languages import SOURCE
from selaras_site.articles.images import BODY, CARD, LEAD, TEASER, Forms
from selaras_site.articles.models import NewsImage
from selaras_site.public.pages import Picture, Words

__all__ = ["BODY", "CARD", "LEAD", "TEASER", "Forms", "picture", "pictures"]


log = structlog.get_logger(__name__)


def pictures(ids: Iterable[int], forms: Forms) -> dict[int, Picture]:
    """
    Pictures by their id, in some forms, the smallest first.
    """
    images = NewsImage.objects.filter(pk__in=set(ids)).prefetch_renditions(*forms)
    made = {image.pk: picture(image, forms) for image in images}
    return {number: shown for number, shown in made.items() if shown}


def picture(image: NewsImage, forms: Forms, alt: Words | None = None) -> Picture | None:
    """
    One picture; its renditions should have been fetched before.

    Nothing where its file is gone or cannot be read: a page stands without it.
    """
    try:
        made = list(image.get_renditions(*forms).values())
    except OSError as fault:
        log.warning("picture_unreadable", image=image.pk, reason=str(fault))
        return None
    return Picture(
        src=made[0].url,
        srcset=", ".join(f"{rendition.url} {rendition.width}w" for rendition in made),
        width=made[-1].width,
        height=made[-1].height,
        alt=alt or Words(text=image.alt, language=SOURCE),
        credit=image.credit,
    )
