"""
Every address of the site.
"""

from django.urls import include, path
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from selaras_site.operations import urls as operations_urls
from selaras_site.public import certificate, robots, sitemap_views
from selaras_site.public.conditional import revalidated
from selaras_site.public.urls import ALL_LANGUAGES, patterns

# Languages with a prefix stand before Indonesian, whose sections may be any word.
READERS = [
    path(prefix, include((patterns(language), "public"), namespace=namespace))
    for language, prefix, namespace in reversed(ALL_LANGUAGES)
]

handler400 = "selaras_site.public.faults.bad_request"
handler403 = "selaras_site.public.faults.forbidden"
handler404 = "selaras_site.public.faults.not_found"
handler500 = "selaras_site.public.faults.failed"

urlpatterns = [
    path("newsroom/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("", include(operations_urls)),
    path("robots.txt", robots.robots, name="robots"),
    path(
        ".well-known/selaras-certificate-keys.json",
        revalidated(certificate.keys),
        name="certificate-keys",
    ),
    path("sitemap.xml", sitemap_views.index, name="sitemap"),
    path("sitemap-pages.xml", sitemap_views.pages, name="sitemap-pages"),
    path("sitemap-news-<slug:language>.xml", sitemap_views.news, name="sitemap-news"),
    path(
        "sitemap-<slug:language>-<int:number>.xml",
        sitemap_views.articles,
        name="sitemap-articles",
    ),
    *READERS,
]
