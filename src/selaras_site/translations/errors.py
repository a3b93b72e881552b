"""
What services refuse.

* SelarasError
  x SiteError       something was asked for that cannot be done now
    + NotAllowed    the version or its original is not in a state for it
"""

from selaras.errors import SelarasError


class SiteError(SelarasError):
    """
    Something was asked of the site that cannot be done now.
    """


class NotAllowed(SiteError):
    """
    The version or its original is not in a state for it.
    """
