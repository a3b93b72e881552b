"""
One lock for each article.
"""

from selaras_site.articles.models import Article


def lock_article(article_id: int) -> None:
    """
    Let nobody else change the versions of an article before this transaction is done.

    Everything that does takes this lock first: publication, workers, and people. So a
    worker cannot go live with a text that is being replaced, and no two wait for each
    other.
    """
    Article.objects.select_for_update().only("pk").get(pk=article_id)
