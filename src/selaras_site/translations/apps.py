"""
The application of versions.
"""

from django.apps import AppConfig
from django.core import checks


class TranslationsConfig(AppConfig):
    """
    Versions, segments, findings, decisions.
    """

    name = "selaras_site.translations"
    label = "translations"
    verbose_name = "Versi"

    def ready(self) -> None:
        """
        Follow what happens to originals, and let Django look at the gate's policy.
        """
        from selaras_site.translations import following, gating, sampling

        following.connect()
        checks.register(gating.policy_check)
        checks.register(sampling.floor_check)
