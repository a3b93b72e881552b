"""
How a preview becomes a page.

Articles know nothing of readers' pages: the application of those registers here what
writes one.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponseBase

if TYPE_CHECKING:
    from selaras_site.articles.models import Article

Writer = Callable[[HttpRequest, "Article"], HttpResponseBase]

_writers: list[Writer] = []


def register(writer: Writer) -> None:
    """
    Let previews be written by this; the last one registered counts.
    """
    _writers.append(writer)


def preview(request: HttpRequest, article: "Article") -> HttpResponseBase:
    """
    An article as readers would see it; it need not be saved, nor be complete.
    """
    if not _writers:
        raise ImproperlyConfigured(
            "Expected an application that writes previews; none has registered."
        )
    return _writers[-1](request, article)
