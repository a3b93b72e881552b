"""
How articles of one source become articles of the newsroom.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import structlog
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, transaction
from wagtail.models import Revision

from selaras.errors import SelarasError
from selaras_site.articles.bridge import stream_data
from selaras_site.articles.models import Article, Section
from selaras_site.ingest.errors import ClaimLost
from selaras_site.ingest.fitting import (
    fingerprint_of,
    fitting_blocks,
    fitting_summary,
    is_taken_down,
    key_of,
    refuse_unfit,
    shortened,
)
from selaras_site.ingest.incoming import IncomingArticle
from selaras_site.ingest.judging import (
    foreseen,
    is_older,
    is_ours,
    is_past,
    locked,
    taken_of,
)
from selaras_site.ingest.models import Rule, Taken
from selaras_site.ingest.pictures import Album, Pictures
from selaras_site.ingest.reporting import Kind, Outcome

log = structlog.get_logger(__name__)

TAKEN = "selaras.ingest.taken"
OFFERED = "selaras.ingest.offered"
WITHDRAWN = "selaras.ingest.withdrawn"
"""
How the history of an article calls what happened to it here.
"""

OFFER = (
    "A person changed this article after it had come in, so it was left as it is. What "
    "the source sent is a revision in the article's history."
)


@dataclass(slots=True, kw_only=True)
class Intake:
    """
    How articles of one source are taken in.
    """

    name: str
    section: Section
    rule: Rule
    byline: str
    album: Album
    is_dry: bool

    def outcomes(self, incoming: IncomingArticle) -> Iterator[Outcome]:
        """
        Take in an article; whatever is wrong with it is wrong with it alone.

        A database or a disk that fails is no fault of the article, and is raised.
        """
        try:
            yield from list(self.take(incoming))
        except (OperationalError, InterfaceError, OSError, ClaimLost):
            raise
        except SelarasError as error:
            yield outcome(Kind.REFUSED, incoming, str(error))
        except ValidationError as error:
            yield outcome(Kind.REFUSED, incoming, sentence_of(error))
        except Exception as error:
            log.exception("article not taken in", source=self.name)
            reason = f"Something unexpected went wrong: {error!r:.200}."
            yield outcome(Kind.REFUSED, incoming, reason, passes=True)

    def take(self, incoming: IncomingArticle) -> Iterator[Outcome]:
        """
        Take in an article, or find that there is nothing to do.
        """
        article = self.find(incoming)
        if is_taken_down(incoming):
            yield self.withdraw(incoming, article)
            return
        if article is None and self.was_deleted(incoming):
            yield outcome(Kind.UNCHANGED, incoming)
            return
        refuse_unfit(incoming)
        lacks_only_pictures = False
        if article and (taken := taken_of(article)):
            lacks_only_pictures = taken.fingerprint == fingerprint_of(incoming)
            is_known = lacks_only_pictures and not taken.lacks_pictures
            if is_known or is_older(incoming, taken):
                yield outcome(Kind.UNCHANGED, incoming, article=article)
                return
        if self.is_dry:
            yield outcome(foreseen(article), incoming, article=article)
            return
        # Before the transaction: a server may take a minute to send a picture.
        pictures = self.album.take(incoming.images.values())
        if lacks_only_pictures and pictures.passes:
            done = outcome(Kind.UNCHANGED, incoming, article=article)
        else:
            done = self.write(incoming, article, pictures)
        yield done
        for address, reason in pictures.refused:
            yield Outcome(
                kind=Kind.PICTURE,
                external_id=incoming.external_id,
                title=incoming.headline,
                where=address,
                reason=reason,
                article_id=done.article_id,
                passes=pictures.passes,
            )

    def find(self, incoming: IncomingArticle) -> Article | None:
        """
        The article as we have it.
        """
        found: Article | None = (
            Article.objects.select_related("taken")
            .filter(source_name=self.name, external_id=key_of(incoming.external_id))
            .first()
        )
        return found

    def was_deleted(self, incoming: IncomingArticle) -> bool:
        """
        Whether somebody here deleted the article, which is a decision too.
        """
        return Taken.objects.filter(
            source_name=self.name, external_id=key_of(incoming.external_id)
        ).exists()

    @transaction.atomic
    def write(
        self, incoming: IncomingArticle, article: Article | None, pictures: Pictures
    ) -> Outcome:
        """
        Write an article: a new one, a new state of ours, or one beside a person's.
        """
        if article is None:
            made = self.make(incoming, pictures)
            self.save(made, incoming, pictures)
            return outcome(Kind.NEW, incoming, article=made)
        row = locked(article)
        if not is_ours(row):
            self.offer(row, incoming, pictures)
            return outcome(Kind.OFFERED, incoming, OFFER, article=row)
        newest = row.get_latest_revision_as_object()
        self.fill(newest, incoming, pictures)
        self.save(newest, incoming, pictures)
        return outcome(Kind.UPDATED, incoming, article=row)

    def make(self, incoming: IncomingArticle, pictures: Pictures) -> Article:
        """
        A new article that nobody sees yet.
        """
        article = Article(
            source_name=self.name,
            external_id=key_of(incoming.external_id),
            section=self.section,
            live=False,
        )
        self.fill(article, incoming, pictures)
        if self.goes_public(incoming) and is_past(incoming):
            # An archive keeps its dates. What is under embargo was published never yet.
            article.first_published_at = incoming.published_at
        article.full_clean()
        article.save()
        return article

    def fill(
        self, article: Article, incoming: IncomingArticle, pictures: Pictures
    ) -> None:
        """
        Give an article what came in.
        """
        lead = incoming.lead_image if incoming.lead_image in pictures.ids else ""
        article.headline = incoming.headline
        article.summary = fitting_summary(incoming)
        article.body = stream_data(fitting_blocks(incoming, lead=lead), pictures.ids)
        article.lead_image_id = pictures.ids.get(lead)
        article.lead_caption = (
            shortened(incoming.images[lead].caption, 500) if lead else ""
        )
        article.byline = shortened(incoming.byline or self.byline, 200)
        article.place = shortened(incoming.place, 100)
        article.embargo_until = incoming.embargoed_until
        article.go_live_at = None  # type: ignore[assignment]
        article.tags.set([tag for tag in incoming.tags if len(tag) <= 100])

    def save(
        self, article: Article, incoming: IncomingArticle, pictures: Pictures
    ) -> None:
        """
        Save a revision, and publish it if that is the rule.
        """
        revision = article.save_revision(log_action=TAKEN)
        is_public = self.goes_public(incoming)
        if is_public:
            revision.publish()
        self.remember(article, incoming, pictures, revision, is_public=is_public)

    def offer(
        self, row: Article, incoming: IncomingArticle, pictures: Pictures
    ) -> None:
        """
        Keep what came as a revision in the history of an article that a person changed.

        The newest revision, which the editor opens, stays the person's.
        """
        mine = row.latest_revision_id
        article = row.get_latest_revision_as_object()
        self.fill(article, incoming, pictures)
        article.save_revision(changed=False, log_action=OFFERED)
        Article.objects.filter(pk=row.pk).update(latest_revision=mine)
        self.remember(row, incoming, pictures, None, is_public=False)

    def remember(
        self,
        article: Article,
        incoming: IncomingArticle,
        pictures: Pictures,
        revision: Revision | None,
        *,
        is_public: bool,
    ) -> None:
        """
        Keep what the article was like when it came.
        """
        Taken.objects.update_or_create(
            source_name=article.source_name,
            external_id=article.external_id,
            defaults={
                "article_id": article.pk,
                "fingerprint": fingerprint_of(incoming),
                "revision": revision.pk if revision else None,
                "was_public": is_public,
                "is_withdrawn": False,
                "modified_at": incoming.modified_at,
                "lacks_pictures": pictures.passes,
            },
        )

    def goes_public(self, incoming: IncomingArticle) -> bool:
        """
        Whether an article is published, now or when its embargo ends.
        """
        return self.rule is Rule.PUBLISH and incoming.status == "published"

    def withdraw(self, incoming: IncomingArticle, article: Article | None) -> Outcome:
        """
        Take an article down, whoever changed it; its text stays in the newsroom.
        """
        taken = taken_of(article) if article else None
        fingerprint = fingerprint_of(incoming)
        is_known = taken is not None and taken.fingerprint == fingerprint
        if article is None or is_known:
            return outcome(Kind.UNCHANGED, incoming, article=article)
        if not self.is_dry:
            article_withdraw(article=article, fingerprint=fingerprint)
        return outcome(Kind.WITHDRAWN, incoming, article=article)


@transaction.atomic
def article_withdraw(*, article: Article, fingerprint: str) -> None:
    """
    Take an article down in all languages, and let no schedule bring it back.
    """
    row = locked(article)
    row.revisions.update(approved_go_live_at=None)
    if row.live:
        row.unpublish(log_action=WITHDRAWN)
    Taken.objects.update_or_create(
        source_name=row.source_name,
        external_id=row.external_id,
        defaults={
            "article_id": row.pk,
            "fingerprint": fingerprint,
            "was_public": False,
            "is_withdrawn": True,
            "lacks_pictures": False,
        },
    )


def outcome(
    kind: Kind,
    incoming: IncomingArticle,
    reason: str = "",
    *,
    article: Article | None = None,
    passes: bool = False,
) -> Outcome:
    """
    What became of an article.
    """
    return Outcome(
        kind=kind,
        external_id=incoming.external_id,
        title=incoming.headline,
        where=incoming.url,
        reason=reason,
        article_id=article.pk if article else None,
        passes=passes,
    )


def sentence_of(error: ValidationError) -> str:
    """
    What a form would say beside its fields, in one line.
    """
    if not hasattr(error, "message_dict"):
        return " ".join(error.messages)
    said = error.message_dict.items()
    return " ".join(f"{name}: {' '.join(messages)}" for name, messages in said)
