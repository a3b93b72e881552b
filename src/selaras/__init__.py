"""
Selaras: write in Indonesian, publish in six languages, nothing silently wrong.
"""

__version__ = "0.1.0"
