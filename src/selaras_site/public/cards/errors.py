"""
Everything that drawing a card can raise.

* SelarasError
  x CardError
    + FontMissing          no typeface for a script is on this machine
    + ShapingUnavailable   this machine cannot join Arabic letters
    + PictureUnreadable    draw the card again without the picture
"""

from selaras.errors import SelarasError


class CardError(SelarasError):
    """
    The card cannot be drawn.
    """


class FontMissing(CardError):
    """
    No typeface for this language was found; the message says what to install.
    """


class ShapingUnavailable(CardError):
    """
    Pillow came without raqm, and unshaped Arabic is worse than no card.
    """


class PictureUnreadable(CardError):
    """
    The picture is no JPEG, PNG or WebP, is broken, or is too large to open.
    """
