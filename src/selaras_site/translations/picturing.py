"""
Pictures in the sizes of readers' pages, made when their article is published.
"""

from collections.abc import Iterator

from selaras.article import Image, article_of_data
from selaras_site.articles.bridge import PICTURE
from selaras_site.articles.images import BODY, LEAD, TEASER, Forms
from selaras_site.articles.models import NewsImage
from selaras_site.translations.models import Snapshot


def make(article_id: int) -> int:
    """
    Make all sizes of the pictures of an article as it is now; how many pictures.

    What is there already is left as it is.
    """
    snapshot = Snapshot.objects.filter(article=article_id).order_by("-id").first()
    if snapshot is None:
        return 0
    wanted = dict(pictures_of(snapshot))
    images = NewsImage.objects.in_bulk(list(wanted))
    for number, image in images.items():
        image.get_renditions(*wanted[number])
    return len(images)


def pictures_of(snapshot: Snapshot) -> Iterator[tuple[int, Forms]]:
    """
    The pictures of ours in a snapshot, with the sizes that each is shown in.
    """
    blocks = article_of_data(snapshot.content).blocks
    for place, block in enumerate(blocks):
        if isinstance(block, Image) and block.src.startswith(PICTURE):
            is_lead = place == 0 and snapshot.has_lead
            forms = tuple(dict.fromkeys((*LEAD, *TEASER))) if is_lead else BODY
            yield int(block.src.removeprefix(PICTURE)), forms
