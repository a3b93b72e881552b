"""
The application of originals.
"""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """
    Sections, articles, pictures.
    """

    name = "selaras_site.articles"
    label = "articles"
    verbose_name = "Artikel"
