"""
The application of readers' pages.
"""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """
    Pages, feeds, sitemaps, reports.
    """

    name = "selaras_site.public"
    label = "public"
    verbose_name = "Situs"
