"""
A photograph behind a headline, and the finished card as a small file.
"""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from selaras_site.public.cards.errors import PictureUnreadable

LARGEST_FILE = 300_000
"""
WhatsApp shows no preview for a picture much over this.
"""

MOST_PIXELS = 60_000_000
DRAFT = 1200
"""
A large JPEG is decoded no larger than a card needs, whichever way it is turned.
"""

FORMATS = ("JPEG", "PNG", "WEBP")
QUALITIES = (90, 84, 76, 66, 54, 40, 25)
SHADE = "#0E1116"
DARKEST, LIGHTEST = 200, 160
"""
How much shade of 255 lies over the top and the bottom, and over the middle: white text
stays readable on a photograph of snow.
"""


def backdrop(picture: bytes, size: tuple[int, int]) -> Image.Image:
    """
    Fill a card with a picture, darkened so that white text stands on it.
    """
    photograph = ImageOps.fit(_open(picture), size, Image.Resampling.LANCZOS)
    photograph.paste(SHADE, (0, 0), _veil(size))
    return photograph


def encode(card: Image.Image) -> bytes:
    """
    Write a card as PNG, or as JPEG where that is smaller, within the largest size.
    """
    candidates = [_written(card, "PNG", optimize=True)]
    for quality in QUALITIES:
        candidates.append(_written(card, "JPEG", quality=quality, subsampling=0))
        smallest = min(candidates, key=len)
        if len(smallest) <= LARGEST_FILE:
            return smallest
    return min(candidates, key=len)


def media_type(card: bytes) -> str:
    r"""
    Name the type of a card's bytes, for its ``Content-Type``.

    >>> media_type(b"\x89PNG...")
    'image/png'
    """
    return "image/png" if card.startswith(b"\x89PNG") else "image/jpeg"


def _open(picture: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(BytesIO(picture), formats=FORMATS)
            _require_modest(opened)
            opened.draft("RGB", (DRAFT, DRAFT))
            return ImageOps.exif_transpose(opened).convert("RGB")
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as fault:
        raise PictureUnreadable(
            f"Expected a JPEG, PNG or WebP picture but could not read it: {fault}"
        ) from fault


def _require_modest(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise ValueError(
            f"{picture.width} by {picture.height} pixels is more than {MOST_PIXELS}"
        )


def _veil(size: tuple[int, int]) -> Image.Image:
    middle = Image.new("L", (1, 3))
    middle.putdata([DARKEST, LIGHTEST, DARKEST])
    return middle.resize(size, Image.Resampling.BILINEAR)


def _written(card: Image.Image, kind: str, **options: bool | int) -> bytes:
    stream = BytesIO()
    card.save(stream, kind, **options)
    return stream.getvalue()
