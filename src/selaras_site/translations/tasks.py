"""
Work outside requests. Each task can be killed at any instant and run again.
"""

from django_tasks import task


@task(priority=50)
def translate_snapshot(snapshot_id: int) -> int:
    """
    Make every version that waits for a snapshot; how many went live or were held.
    """
    from selaras_site.translations import translating

    return translating.translate(snapshot_id)


@task(priority=20)
def make_pictures(article_id: int) -> int:
    """
    Make the pictures of an article in all sizes, so that no reader waits for it.
    """
    from selaras_site.translations import picturing

    return picturing.make(article_id)


@task()
def index_versions(article_id: int) -> None:
    """
    Let the search index know what readers of an article see now.
    """
    from selaras_site.translations import indexing

    indexing.index_article(article_id)
