"""
HTML, read and written.
"""

from selaras.article.formats.html_reader import read
from selaras.article.formats.html_writer import inline_html, write, write_fragment

__all__ = ["inline_html", "read", "write", "write_fragment"]
