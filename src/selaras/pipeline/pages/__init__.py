"""
Pages: drafts as linked HTML files, one a language, that open without a server.
"""

from selaras.pipeline.pages.surroundings import Surroundings
from selaras.pipeline.pages.writing import Entry, article_pages, index_page, pages_of

__all__ = ["Entry", "Surroundings", "article_pages", "index_page", "pages_of"]
