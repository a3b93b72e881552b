"""
What follows when an original is published or taken down.

Wagtail tells of both with its own two signals, sent within the transaction of
``Article.publish`` and ``Article.unpublish``; nothing else is hung on signals.
"""

from typing import Any

from wagtail.models import Revision
from wagtail.signals import published, unpublished

from selaras_site.articles.models import Article
from selaras_site.translations import services


def connect() -> None:
    """
    Listen, once.
    """
    published.connect(on_published, sender=Article, dispatch_uid="selaras-published")
    unpublished.connect(
        on_unpublished, sender=Article, dispatch_uid="selaras-unpublished"
    )


def on_published(instance: Article, revision: Revision, **rest: Any) -> None:
    """
    A revision is live, or scheduled to be: only the former makes versions.
    """
    if instance.live and instance.live_revision_id == revision.pk:
        services.original_published(article=instance, revision_id=revision.pk)


def on_unpublished(instance: Article, **rest: Any) -> None:
    """
    The original was taken down, and with it all five versions.
    """
    services.original_withdrawn(article=instance)
