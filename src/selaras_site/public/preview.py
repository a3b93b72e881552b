"""
An article that nobody has published, as readers would see it.
"""

import copy
from dataclasses import replace
from datetime import datetime

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation

from selaras.article import article_data
from selaras.languages import LANGUAGES, SOURCE
from selaras_site.articles.bridge import core_article
from selaras_site.articles.models import Article, Section, SectionName
from selaras_site.public.article_page import Facts, article_page
from selaras_site.public.pages import ArticlePage
from selaras_site.translations.models import Snapshot

NOWHERE = "-"
"""
Stands in an address for words that nobody has written yet.
"""


def preview(request: HttpRequest, article: Article) -> HttpResponseBase:
    """
    The preview of an article in the language that it is written in.
    """

    # Readers' pages stand in no frame; a preview stands in one of the newsroom's own.
    @csp_replace({"frame-ancestors": [SELF]})
    def framed(request: HttpRequest) -> HttpResponse:
        page = preview_page(article)
        return render(request, "public/preview.html", {"page": page})

    with translation.override(LANGUAGES[SOURCE].html.lower()):
        return framed(request)


def preview_page(article: Article) -> ArticlePage:
    """
    The page of an article as it stands in a form; nothing is written for it.

    Pictures are the exception: a size that was never asked for is made and kept.
    """
    now = timezone.now()
    shown = completed(article, now)
    snapshot = snapshot_unsaved(shown, now)
    facts = Facts(
        article=shown,
        language=SOURCE,
        snapshot=snapshot,
        newest=snapshot,
        version=None,
        public={},
    )
    page = article_page(facts)
    return replace(page, frame=replace(page.frame, is_indexed=False, alternates=()))


def completed(article: Article, now: datetime) -> Article:
    """
    A copy of an article with a stand-in for whatever a page cannot do without.
    """
    shown = copy.copy(article)
    shown.pk = shown.pk or 0
    shown.slug = shown.slug or NOWHERE
    shown.first_published_at = shown.first_published_at or shown.go_live_at or now
    if shown.section_id is None:
        name = SectionName(language=SOURCE, name="…", slug=NOWHERE)
        shown.section = Section(pk=0, slug=NOWHERE, names=[name])
    return shown


def snapshot_unsaved(article: Article, now: datetime) -> Snapshot:
    """
    What would be kept of the article if it were published now.
    """
    return Snapshot(
        article=article,
        content=article_data(core_article(article)),
        has_lead=article.lead_image_id is not None,
        corrections=[
            {"id": c.pk, "made_at": (c.made_at or now).isoformat()}
            for c in article.corrections.all()
        ],
        made_at=max(now, article.first_published_at),
    )
