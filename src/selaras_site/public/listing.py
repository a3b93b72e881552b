"""
Pages that list articles.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _
from taggit.models import Tag as TagRow

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras_site.articles.models import Article, Section
from selaras_site.public.addresses import at, section_address
from selaras_site.public.frames import all_sections, everywhere, frame
from selaras_site.public.lists import Item, found, items, lead_first, teasers
from selaras_site.public.pages import ListPage
from selaras_site.translations.models import PUBLIC, Version

SIZE = 20


def home(language: Tag, number: int) -> ListPage:
    """
    The newest articles of a language.
    """
    paths = everywhere("home")
    return list_page(
        language,
        paths,
        "home",
        settings.SITE_NAME,
        items(language, start=start_of(number), most=SIZE + 1),
        number,
        description=_("News from Indonesia, in six languages."),
    )


def section(language: Tag, chosen: Section, number: int) -> ListPage:
    """
    The newest articles of a section.
    """
    paths = {tag: section_address(chosen, tag) for tag in LANGUAGES}
    return list_page(
        language,
        paths,
        "section",
        chosen.name_in(language),
        items(language, section=chosen, start=start_of(number), most=SIZE + 1),
        number,
        current=chosen,
    )


def tag(language: Tag, slug: str, number: int) -> ListPage | None:
    """
    The newest articles with a tag; nothing where readers of the language have none.

    A tag of an article that nobody may see yet is not to be seen either.
    """
    paths = {tag: at(tag, "tag", tag=slug) for tag in tagged_languages(slug)}
    if language not in paths:
        return None
    name = TagRow.objects.get(slug=slug).name
    shown = items(language, tag=slug, start=start_of(number), most=SIZE + 1)
    return list_page(language, paths, "tag", name, shown, number)


def tagged_languages(slug: str) -> list[Tag]:
    """
    The languages that have an article with a tag.
    """
    tagged = Article.objects.filter(live=True, tags__slug=slug)
    if not tagged.exists():
        return []
    public = Version.objects.filter(article__in=tagged, state__in=PUBLIC).order_by()
    found = set(public.values_list("language", flat=True).distinct())
    return [tag for tag in LANGUAGES if tag == SOURCE or tag in found]


def search(language: Tag, text: str, number: int) -> ListPage:
    """
    What a search finds; searches are not for search engines.
    """
    shown = found(language, text, start=start_of(number), most=SIZE + 1)
    return list_page(
        language,
        everywhere("search"),
        "search",
        _("Search"),
        shown,
        number,
        query=text,
        is_indexed=False,
        alternates=(),
    )


def list_page(
    language: Tag,
    paths: dict[Tag, str],
    kind: str,
    title: str,
    shown: Sequence[Item],
    number: int,
    *,
    query: str = "",
    **more: Any,
) -> ListPage:
    """
    A list with the addresses of the pages beside it.
    """
    here = paths[language]
    listed = tuple(teasers(shown[:SIZE]))
    return ListPage(
        frame=frame(
            language, all_sections(), paths, title=title, number=number, **more
        ),
        kind=kind,
        title=title,
        teasers=lead_first(listed) if kind == "home" and number == 1 else listed,
        newer=numbered(here, number - 1, query) if number > 1 else "",
        older=numbered(here, number + 1, query) if len(shown) > SIZE else "",
        query=query,
    )


def start_of(number: int) -> int:
    """
    Where a page begins.
    """
    return (number - 1) * SIZE


def numbered(path: str, number: int, query: str = "") -> str:
    """
    The address of a page in a list; the first has no number.
    """
    parts = {"q": query} if query else {}
    if number > 1:
        parts["page"] = str(number)
    return f"{path}?{urlencode(parts)}" if parts else path
