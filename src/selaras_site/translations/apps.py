"""
The application of versions.
"""

from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    """
    Versions, segments, findings, decisions.
    """

    name = "selaras_site.translations"
    label = "translations"
    verbose_name = "Versi"

    def ready(self) -> None:
        """
        Follow what happens to originals.
        """
        from selaras_site.translations import following

        following.connect()
