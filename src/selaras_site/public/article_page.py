"""
An article's page in one language, from its rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from markupsafe import Markup

from selaras.article import Article as CoreArticle
from selaras.article import article_of_data
from selaras.languages import SOURCE, Tag
from selaras.pipeline import Draft
from selaras_site.articles.models import Article
from selaras_site.public.addresses import (
    absolute,
    article_address,
    at,
    original_address,
    section_address,
)
from selaras_site.public.body import (
    SiteBody,
    changed_paragraphs,
    picture_id,
    picture_ids,
)
from selaras_site.public.card_words import card_address
from selaras_site.public.frames import all_sections, frame
from selaras_site.public.linked import article_json_ld
from selaras_site.public.lists import Item, items, teasers
from selaras_site.public.pages import (
    ArticlePage,
    CorrectionNote,
    Entry,
    Notice,
    Picture,
    Teaser,
)
from selaras_site.public.pictures import BODY, LEAD, pictures
from selaras_site.public.share import share_row
from selaras_site.public.texts import text_words
from selaras_site.translations.certificates import reviewer_shown
from selaras_site.translations.drafts import draft_of, original_draft
from selaras_site.translations.models import (
    PUBLIC,
    Level,
    Segment,
    Snapshot,
    State,
    Version,
)
from selaras_site.translations.row_risks import expected_wrong
from selaras_site.translations.ticketing import thanks_for, with_thanks

MORE = 4


@dataclass(frozen=True, kw_only=True)
class Facts:
    """
    The rows of a page. ``version`` is nothing on the original.

    ``newest`` is the original as it is now, ``snapshot`` the one that is shown.
    """

    article: Article
    language: Tag
    snapshot: Snapshot
    newest: Snapshot
    version: Version | None
    public: Mapping[Tag, Version]

    @cached_property
    def paths(self) -> dict[Tag, str]:
        """
        Where the article can be read: the original, and every public version.
        """
        return {
            SOURCE: original_address(self.article),
            **{
                tag: article_address(self.article, tag, version.slug)
                for tag, version in self.public.items()
            },
        }

    @cached_property
    def rows(self) -> list[Segment]:
        """
        The sentences of the version.
        """
        return list(self.version.segments.all()) if self.version else []

    @property
    def modified_at(self) -> datetime:
        """
        When what is shown was published.
        """
        return self.snapshot.made_at


def facts_of(article: Article, language: Tag) -> Facts | None:
    """
    The rows of a page, or nothing where readers of the language have none.
    """
    rows = Version.objects.filter(article=article, state__in=PUBLIC)
    rows = with_thanks(rows.defer("search_text"))
    public = {row.language: row for row in rows}
    version = public.get(language)
    if not article.live or (language != SOURCE and version is None):
        return None
    newest = Snapshot.objects.filter(article=article).order_by("-id").first()
    if newest is None:
        return None
    shown = newest
    if version and version.snapshot_id != newest.pk:
        shown = version.snapshot
    return Facts(
        article=article,
        language=language,
        snapshot=shown,
        newest=newest,
        version=version,
        public=public,
    )


def draft_shown(facts: Facts) -> Draft:
    """
    What is shown, as a draft of the core.
    """
    if facts.version is None:
        return original_draft(facts.snapshot)
    return draft_of(facts.snapshot, facts.language, facts.rows)


def article_page(facts: Facts) -> ArticlePage:
    """
    The whole page.
    """
    draft = draft_shown(facts)
    article, language = facts.article, facts.language
    shown = body_pictures(facts, draft.article)
    report = at(language, "report", id=article.pk)
    version = facts.version.pk if facts.version else 0
    is_machine = facts.version is not None and facts.version.level == Level.MACHINE
    body = SiteBody(draft, shown, report, version=version, is_machine=is_machine)
    headline = text_words(draft, "headline")
    summary = text_words(draft, "summary")
    start, stop = extent(facts)
    corrections = tuple(correction_notes(facts, draft))
    lead = lead_picture(facts, draft, body, shown)
    card = absolute(card_address(shown_item(facts)))
    return ArticlePage(
        id=article.pk,
        frame=frame(
            language,
            all_sections(),
            facts.paths,
            title=headline.text,
            description=summary.text,
            current=article.section,
            kind="article",
            card_url=card,
            published_at=article.first_published_at,
            modified_at=facts.modified_at,
            json_ld=article_json_ld(facts, headline, summary, corrections, card),
        ),
        headline=body.sentences("headline"),
        headline_words=headline,
        summary=body.sentences("summary"),
        body=body.part(start, stop),
        section=Entry(
            name=article.section.name_in(language),
            url=section_address(article.section, language),
        ),
        published_at=article.first_published_at,
        modified_at=facts.modified_at,
        byline=article.byline,
        place=article.place,
        notice=notice_of(facts, report, body),
        picture=lead,
        caption=(
            body.sentences("blocks.0.caption")
            if facts.snapshot.has_lead
            else Markup("")
        ),
        tags=tuple(tag_entries(article, language)),
        corrections=corrections,
        share=share_row(
            language,
            absolute(facts.paths[language]),
            headline.text,
            short=absolute(at(language, "short", id=article.pk)),
        ),
        more=tuple(more_of(facts)),
    )


def shown_item(facts: Facts) -> Item:
    """
    The article as the other parts of the site know it.
    """
    return Item(article=facts.article, language=facts.language, version=facts.version)


def extent(facts: Facts) -> tuple[int, int]:
    """
    Which blocks are the body: behind the main picture, before the corrections.
    """
    count = len(facts.snapshot.content["blocks"])
    return int(facts.snapshot.has_lead), count - len(facts.snapshot.corrections)


def body_pictures(facts: Facts, article: CoreArticle) -> dict[int, Picture]:
    """
    The pictures of the page, by their id.
    """
    ids = picture_ids(article)
    if not ids:
        return {}
    if facts.snapshot.has_lead:
        lead, *others = ids
        return (
            {**pictures(others, BODY), **pictures([lead], LEAD)}
            if others
            else pictures([lead], LEAD)
        )
    return pictures(ids, BODY)


def lead_picture(
    facts: Facts, draft: Draft, body: SiteBody, shown: Mapping[int, Picture]
) -> Picture | None:
    """
    The main picture with its text in the language of the page.
    """
    if not facts.snapshot.has_lead:
        return None
    block = draft.article.blocks[0]
    picture = shown.get(picture_id(getattr(block, "src", "")))
    if picture is None:
        return None
    return Picture(
        src=picture.src,
        srcset=picture.srcset,
        width=picture.width,
        height=picture.height,
        alt=text_words(draft, "blocks.0.alt"),
        credit=picture.credit,
    )


def correction_notes(facts: Facts, draft: Draft) -> Iterator[CorrectionNote]:
    """
    The corrections of the article as readers of the page see them, newest first.
    """
    _, stop = extent(facts)
    numbered = list(enumerate(facts.snapshot.corrections, start=stop))
    for place, correction in reversed(numbered):
        yield CorrectionNote(
            made_at=datetime.fromisoformat(correction["made_at"]),
            text=text_words(draft, f"blocks.{place}.text"),
        )


def notice_of(facts: Facts, report: str, body: SiteBody) -> Notice | None:
    """
    What readers are told of a version before they read it.
    """
    version = facts.version
    if version is None or version.made_at is None:
        return None
    is_stale = version.state == State.STALE
    return Notice(
        level=version.level,
        engine=version.engine,
        made_at=version.made_at,
        source_at=facts.snapshot.made_at,
        original_url=original_address(facts.article),
        report_url=report,
        certificate_url=at(facts.language, "certificate", id=facts.article.pk),
        reviewer=reviewer_shown(version.reviewed_by),
        reviewed_at=version.reviewed_at,
        stale_since=facts.newest.made_at if is_stale else None,
        changed=changed(facts) if is_stale else 0,
        left=version.failed_closed,
        doubted=body.doubted,
        expected_wrong=expected_wrong(facts.rows) if body.doubted > 1 else 0,
        by_person=body.by_person,
        turned_down=body.turned_down,
        sentences=version.sentences,
        thanks=thanks_for(version),
    )


def changed(facts: Facts) -> int:
    """
    How many paragraphs of the original are newer than what is shown.
    """
    return changed_paragraphs(
        article_of_data(facts.snapshot.content), article_of_data(facts.newest.content)
    )


def tag_entries(article: Article, language: Tag) -> Iterator[Entry]:
    """
    The tags of the article; they are Indonesian words in every language.
    """
    for tag in article.tags.all():
        yield Entry(
            name=tag.name, url=at(language, "tag", tag=tag.slug), language=SOURCE
        )


def more_of(facts: Facts) -> Iterator[Teaser]:
    """
    Other articles of the section.
    """
    others: list[Item] = items(
        facts.language,
        section=facts.article.section,
        without=facts.article.pk,
        most=MORE,
        with_pictures=False,
    )
    yield from teasers(others, with_pictures=False)
