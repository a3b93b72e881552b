"""
The command line: parse, call, print.
"""

from selaras.cli.app import app

__all__ = ["app"]
