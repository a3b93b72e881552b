"""
Markdown, read and written.
"""

from selaras.article.formats.markdown_reader import read
from selaras.article.formats.markdown_writer import write

__all__ = ["read", "write"]
