"""
What the search index knows: the public versions, and nothing else.
"""

from wagtail.search.backends import get_search_backends

from selaras_site.translations.models import PUBLIC, Version


def index_article(article_id: int) -> None:
    """
    Bring the index of one article's versions up to date.
    """
    versions = Version.objects.filter(article_id=article_id)
    for backend in get_search_backends(with_auto_update=True):
        index = backend.get_index_for_model(Version)
        for version in versions.exclude(state__in=PUBLIC):
            index.delete_item(version)
        index.add_items(Version, list(versions.filter(state__in=PUBLIC)))
