"""
The page for what is not here.
"""

from django.utils.translation import gettext as _

from selaras.languages import SOURCE, Tag
from selaras_site.articles.models import Article
from selaras_site.public.addresses import at, original_address
from selaras_site.public.frames import all_sections, frame
from selaras_site.public.lists import items, teasers
from selaras_site.public.pages import Entry, MissingPage


def missing_page(language: Tag, article: Article | None) -> MissingPage:
    """
    Say that there is nothing here, and where the original is if there is one.
    """
    original = None
    if article is not None and article.live:
        original = Entry(name=article.headline, url=original_address(article))
    paths = {language: at(language, "home")}
    if original:
        paths[SOURCE] = original.url
    others = items(language, most=6, with_pictures=False)
    return MissingPage(
        frame=frame(
            language,
            all_sections(),
            paths,
            title=_("Page not found"),
            is_indexed=False,
            alternates=(),
        ),
        original=original,
        teasers=tuple(teasers(others, with_pictures=False)),
    )
