"""
What authors said that doubtful facts mean.

The core takes one reading for each way of writing in an article: "1,127" is the same
number wherever it stands. So there is one row for each, with the sentence in which it
was asked about; it holds as long as that sentence stands in the article.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import models, transaction

from selaras.article import Article as CoreArticle
from selaras.article import cut
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article

LONGEST = 200
"""
Characters of the longest thing that can be asked about.
"""


class Confirmation(models.Model):
    """
    A reading that a person chose for something in an article.
    """

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="confirmations"
    )
    sentence = models.TextField()
    item = models.CharField(max_length=LONGEST)
    reading = models.TextField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "item"], name="confirmation_one_for_each_item"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} = {self.reading}"


def standing_confirmations(
    rows: Iterable[Confirmation], article: CoreArticle
) -> dict[str, Confirmation]:
    """
    Those whose sentence stands in an article, by what they are about.
    """
    rows = list(rows)
    if not rows:
        return {}
    sentences = {segment.text for segment in cut(article)}
    return {row.item: row for row in rows if row.sentence in sentences}


@transaction.atomic
def fact_confirm(
    *, article: Article, sentence: str, item: str, reading: str, by: User
) -> Confirmation:
    """
    Keep what something in an article means, in place of what was said of it before.

    It is passed on when the article is published the next time.
    """
    Confirmation.objects.filter(article=article, item=item).delete()
    return Confirmation.objects.create(
        article=article, sentence=sentence, item=item, reading=reading, made_by=by
    )


@transaction.atomic
def fact_reopen(*, article: Article, item: str) -> bool:
    """
    Forget what something in an article means; whether anything was said of it.
    """
    gone, _kinds = Confirmation.objects.filter(article=article, item=item).delete()
    return bool(gone)
