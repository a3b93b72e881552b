"""
Pages: drafts as linked HTML files, one a language, that open without a server.
"""

from selaras.pipeline.pages.writing import article_pages, index_page

__all__ = ["article_pages", "index_page"]
