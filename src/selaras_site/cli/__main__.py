"""
``python -m selaras_site.cli``: the same as ``selaras-site``.
"""

from selaras_site.cli import app

if __name__ == "__main__":
    app()
