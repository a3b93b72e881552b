"""
Work outside requests. Each task can be killed at any instant and run again.
"""

from datetime import timedelta

from django.utils import timezone
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


@task(priority=60)
def index_versions(article_id: int) -> None:
    """
    Let the search index and the desk's queue know what there is of an article now.

    Before the next article is translated: what readers see must not wait for the desk.
    """
    from selaras_site.translations import indexing, queueing

    indexing.index_article(article_id)
    queueing.queue_fill(article_id)


ATTEMPTS = 5
"""
How often it is tried again to learn from a decision: for half an hour, in all.
"""


@task(priority=30)
def follow_decision(decision_id: int, attempt: int = 0) -> None:
    """
    Let the newsroom learn from what a person decided about a sentence.

    Nothing runs a task again that failed, and a locked file or a full disk must not
    cost a correction: what failed is ordered once more, later each time.
    """
    from selaras_site.translations import learning

    try:
        learning.follow(decision_id)
    except ExceptionGroup:
        if attempt < ATTEMPTS:
            later = timezone.now() + timedelta(minutes=2**attempt)
            follow_decision.using(run_after=later).enqueue(decision_id, attempt + 1)
        raise
