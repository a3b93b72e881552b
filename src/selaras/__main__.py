"""
``python -m selaras`` is the program ``selaras``.
"""

from selaras.cli import app

if __name__ == "__main__":
    app(prog_name="selaras")
