"""
What can be told of an article that came in before.
"""

from django.utils import timezone

from selaras_site.articles.models import Article
from selaras_site.ingest.incoming import IncomingArticle
from selaras_site.ingest.models import Taken
from selaras_site.ingest.reporting import Kind


def locked(article: Article) -> Article:
    """
    The row as it is now, nobody else changing it before we are done.
    """
    row: Article = Article.objects.select_for_update().get(pk=article.pk)
    return row


def taken_of(article: Article) -> Taken | None:
    """
    What the article was like when it was last taken in.
    """
    return getattr(article, "taken", None)


def is_ours(article: Article) -> bool:
    """
    Whether nobody has changed an article, or decided about it, since it came in.
    """
    taken = taken_of(article)
    if taken is None or article.latest_revision_id != taken.revision:
        return False
    if article.locked or article.workflow_in_progress:
        return False
    # One that we published and that is not to be seen was taken down by a person.
    return not taken.was_public or article.live or article.approved_schedule


def is_older(incoming: IncomingArticle, taken: Taken) -> bool:
    """
    Whether what comes is older than what came before, or is what was withdrawn.
    """
    if incoming.modified_at is None or taken.modified_at is None:
        return False
    if taken.modified_at > timezone.now():
        # A clock that ran ahead must not shut the source up until its time comes.
        return False
    if taken.is_withdrawn:
        return incoming.modified_at <= taken.modified_at
    return incoming.modified_at < taken.modified_at


def is_past(incoming: IncomingArticle) -> bool:
    """
    Whether an article was published elsewhere before, and may be here.
    """
    now = timezone.now()
    embargo = incoming.embargoed_until
    is_free = embargo is None or embargo <= now
    return is_free and incoming.published_at is not None and incoming.published_at < now


def foreseen(article: Article | None) -> Kind:
    """
    What would become of an article.
    """
    if article is None:
        return Kind.NEW
    return Kind.UPDATED if is_ours(article) else Kind.OFFERED
