"""
The addresses of readers' pages in one language; included once for each of the six.
"""

from typing import Any

from django.urls import URLPattern, path

from selaras.languages import SOURCE, TARGETS, Tag
from selaras_site.public import cards_view, certificate, feed_views, report_views, views
from selaras_site.public.conditional import revalidated

ALL_LANGUAGES = [
    (SOURCE, "", "public"),
    *((t, f"{t}/", f"public-{t}") for t in TARGETS),
]


def patterns(language: Tag) -> list[URLPattern]:
    """
    The pages of a language. A section stands last: its address may be any word.
    """

    def page(route: str, view: Any, name: str) -> URLPattern:
        return path(route, revalidated(view), {"language": language}, name=name)

    return [
        page("", views.home, "home"),
        page("p/<int:id>", views.short, "short"),
        page("p/<int:id>/certificate", certificate.page, "certificate"),
        page(
            "p/<int:id>/certificate.json", certificate.document, "certificate-document"
        ),
        page("certificate/verify/", certificate.verify, "certificate-verify"),
        page("search/", views.search, "search"),
        page("corrections/", views.corrections, "corrections"),
        page("tag/<slug:tag>/", views.tag, "tag"),
        page("about/<slug:page>/", views.policy, "policy"),
        page("report/<int:id>/", report_views.report, "report"),
        page("report/<uuid:token>/", report_views.outcome, "report-outcome"),
        page("card/<int:id>.png", cards_view.card, "card"),
        page("feed.<slug:form>", feed_views.feed, "feed"),
        page("<slug:section>/feed.<slug:form>", feed_views.feed, "section-feed"),
        page("<slug:section>/", views.section, "section"),
        page("<slug:section>/<int:id>/<slug:slug>", views.article, "article"),
        # The id is the article: these lead to its address.
        page("<int:id>", views.article, "article-id"),
        page("<slug:section>/<int:id>", views.article, "article-in-section"),
        page("<slug:section>/<int:id>/", views.article, "article-in-section"),
        page("<slug:section>/<int:id>/<slug:slug>/", views.article, "article-slashed"),
    ]
