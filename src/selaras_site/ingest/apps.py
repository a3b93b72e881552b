"""
The application of ingest.
"""

from django.apps import AppConfig


class IngestConfig(AppConfig):
    """
    Sources, their runs, and what was refused.
    """

    name = "selaras_site.ingest"
    label = "ingest"
    verbose_name = "Masuk"
