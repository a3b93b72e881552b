"""
The command line of a site: parse, call, print.
"""

from selaras_site.cli.app import app

__all__ = ["app"]
