"""
The application of operations.
"""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """
    Heartbeats, logs, measurements.
    """

    name = "selaras_site.operations"
    label = "operations"
    verbose_name = "Operasi"

    def ready(self) -> None:
        """
        Let everything that is logged go one way.
        """
        from selaras_site.operations.logs import configure

        configure()
