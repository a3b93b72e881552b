"""
The picture that a shared link shows: a headline, set well in its own script.
"""

from selaras_site.public.cards.drawing import draw_card
from selaras_site.public.cards.errors import (
    CardError,
    FontMissing,
    PictureUnreadable,
    ShapingUnavailable,
)
from selaras_site.public.cards.pictures import media_type

__all__ = [
    "CardError",
    "FontMissing",
    "PictureUnreadable",
    "ShapingUnavailable",
    "draw_card",
    "media_type",
]
