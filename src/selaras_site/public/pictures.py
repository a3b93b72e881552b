"""
Pictures in the sizes that pages need, made when they are first asked for.
"""

from collections.abc import Iterable

from selaras.languages import SOURCE
from selaras_site.articles.models import NewsImage
from selaras_site.public.pages import Picture, Words

LEAD = ("fill-640x360|format-webp", "fill-1280x720|format-webp")
TEASER = ("fill-320x180|format-webp", "fill-640x360|format-webp")
BODY = ("max-640x640|format-webp", "max-1280x1280|format-webp")
CARD = "fill-1200x630|format-jpeg"

Forms = tuple[str, ...]


def pictures(ids: Iterable[int], forms: Forms) -> dict[int, Picture]:
    """
    Pictures by their id, in some forms, the smallest first.
    """
    images = NewsImage.objects.filter(pk__in=set(ids)).prefetch_renditions(*forms)
    return {image.pk: picture(image, forms) for image in images}


def picture(image: NewsImage, forms: Forms, alt: Words | None = None) -> Picture:
    """
    One picture; its renditions should have been fetched before.
    """
    made = list(image.get_renditions(*forms).values())
    return Picture(
        src=made[0].url,
        srcset=", ".join(f"{rendition.url} {rendition.width}w" for rendition in made),
        width=made[-1].width,
        height=made[-1].height,
        alt=alt or Words(text=image.alt, language=SOURCE),
        credit=image.credit,
    )
