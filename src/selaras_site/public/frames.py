"""
What stands around every page: navigation, the language switch, hreflang.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from selaras.languages import LANGUAGES, Tag
from selaras_site.articles.models import Section
from selaras_site.public.addresses import (
    absolute,
    at,
    default_language,
    page_address,
    section_address,
)
from selaras_site.public.pages import Alternate, Entry, Frame

Paths = Mapping[Tag, str]
"""
Where a page exists: its address by language.
"""


def all_sections() -> list[Section]:
    """
    The sections of the newspaper with all their names, in two queries.
    """
    return list(Section.objects.prefetch_related("names"))


def frame(
    language: Tag,
    sections: Sequence[Section],
    paths: Paths,
    *,
    title: str,
    description: str = "",
    current: Section | None = None,
    number: int = 1,
    **more: Any,
) -> Frame:
    """
    The surroundings of a page that exists at these addresses.

    ``number`` is the place of a list's page. From the second on it has no alternates:
    what stands on it is not what stands on the same page in another language.
    """
    return Frame(
        language=language,
        title=title,
        description=description,
        canonical=absolute(page_address(paths[language], number)),
        site_name=settings.SITE_NAME,
        home_url=at(language, "home"),
        sections=tuple(
            Entry(
                name=section.name_in(language),
                url=section_address(section, language),
                is_current=section == current,
            )
            for section in sections
        ),
        switch=tuple(switch(language, paths)),
        search_url=at(language, "search"),
        footer=footer(language),
        **{
            "alternates": () if number > 1 else tuple(alternates(language, paths)),
            **default(paths),
            **feeds(language, current),
            **more,
        },
    )


def switch(language: Tag, paths: Paths) -> Iterable[Alternate]:
    """
    All six languages; where the page does not exist, their front page.
    """
    for tag in LANGUAGES:
        yield Alternate(
            language=tag,
            url=paths.get(tag) or at(tag, "home"),
            exists=tag in paths,
            is_current=tag == language,
        )


def alternates(language: Tag, paths: Paths) -> Iterable[Alternate]:
    """
    The languages in which the page exists, itself among them: the same set on all.
    """
    for tag in LANGUAGES:
        if tag in paths:
            yield Alternate(
                language=tag, url=absolute(paths[tag]), is_current=tag == language
            )


def default(paths: Paths) -> dict[str, str]:
    """
    The page for readers of no language of ours: the original, or the English version.
    """
    chosen = default_language(paths)
    return {"default_url": absolute(paths[chosen])} if chosen in paths else {}


def feeds(language: Tag, section: Section | None) -> dict[str, tuple[Entry, ...]]:
    """
    The feeds that a page points to: of its section, else of the language.
    """
    own = {"section": section.slug_in(language)} if section else {}
    kind = "section-feed" if section else "feed"
    name = section.name_in(language) if section else settings.SITE_NAME
    return {
        "feeds": tuple(
            Entry(name=f"{name} ({label})", url=at(language, kind, form=form, **own))
            for form, label in (("rss", "RSS"), ("atom", "Atom"), ("json", "JSON Feed"))
        )
    }


def footer(language: Tag) -> tuple[Entry, ...]:
    """
    The links under every page.
    """
    return (
        Entry(name=_("Corrections"), url=at(language, "corrections")),
        Entry(name=_("About us"), url=at(language, "policy", page="about")),
        Entry(name=_("How we use AI"), url=at(language, "policy", page="ai")),
    )


def everywhere(name: str, **parts: str) -> dict[Tag, str]:
    """
    A page that exists in all languages at the same address behind the prefix.
    """
    return {tag: at(tag, name, **parts) for tag in LANGUAGES}
