"""
The addresses of readers' pages: Indonesian has no prefix, the others their tag.

An article's id is its identity; the section and the words are a decoration that a wrong
address is redirected to.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from selaras.languages import SOURCE, Tag
from selaras_site.articles.models import Article, Section


def at(language: Tag, name: str, **parts: Any) -> str:
    """
    The address of a page by its name, in a language.
    """
    if language == SOURCE:
        return reverse(f"public:{name}", kwargs=parts)
    return reverse(f"public-{language}:{name}", kwargs=parts)


def absolute(path: str) -> str:
    """
    An address of ours as others must write it.
    """
    return f"{settings.SITE_URL}{path}"


def default_language(paths: Mapping[Tag, str]) -> Tag:
    """
    Which of the languages of a page is for readers of none of ours: ``x-default``.
    """
    chosen: Tag = "en" if settings.SELARAS_X_DEFAULT == "english" else SOURCE
    return chosen if chosen in paths else SOURCE


def page_address(path: str, number: int) -> str:
    """
    A page of a list; the first has no number.
    """
    return f"{path}?page={number}" if number > 1 else path


def section_address(section: Section, language: Tag) -> str:
    """
    A section's page.
    """
    return at(language, "section", section=section.slug_in(language))


def article_address(article: Article, language: Tag, slug: str) -> str:
    """
    An article or its version; ``slug`` are the words of that language.
    """
    return at(
        language,
        "article",
        section=article.section.slug_in(language),
        id=article.pk,
        slug=slug,
    )


def original_address(article: Article) -> str:
    """
    The Indonesian original.
    """
    return article_address(article, SOURCE, article.slug)
