"""
The application of the desk.
"""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """
    Panels, the page of a version, the dashboard, reports of readers.
    """

    name = "selaras_site.desk"
    label = "desk"
    verbose_name = "Meja redaksi"
