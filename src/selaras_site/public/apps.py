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

    def ready(self) -> None:
        """
        Write the previews of articles.
        """
        from selaras_site.articles import previews
        from selaras_site.public.preview import preview

        previews.register(preview)
