"""
The application of accounts.
"""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """
    People and roles.
    """

    name = "selaras_site.accounts"
    label = "accounts"
    verbose_name = "Akun"
