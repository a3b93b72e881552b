"""
Pictures of articles that came in: fetched once, looked at, kept with their words.
"""

import hashlib
import io
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image
from wagtail.models import Collection

from selaras_site.articles.models import NewsImage
from selaras_site.ingest.errors import IngestError, ItemRefused
from selaras_site.ingest.fetching import Fetched, Fetcher
from selaras_site.ingest.fitting import shortened
from selaras_site.ingest.incoming import IncomingImage
from selaras_site.ingest.models import Picture

MAX_PICTURE = 20_000_000
"""
Bytes of the largest picture that is taken in.
"""

MAX_PIXELS = 50_000_000
"""
Pixels of the largest picture: a small file can unpack to gigabytes.
"""

MAX_PICTURES = 60
"""
The most pictures of one article.
"""

ENDINGS = {
    "JPEG": "jpg",
    "MPO": "jpg",  # What telephones make of several JPEGs; the first is shown.
    "PNG": "png",
    "WEBP": "webp",
    "GIF": "gif",
}
"""
The formats that are taken in, by what the bytes are and not by what they are called.
"""


@dataclass(slots=True)
class Pictures:
    """
    Our pictures by the address that they came from, and why others are not among them.

    ``passes`` where one may come the next time.
    """

    ids: dict[str, int] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    passes: bool = False


@dataclass(slots=True)
class Album:
    """
    The collection in which the pictures of one source are kept.

    ``tell`` is called before each picture: one may take a minute.
    """

    name: str
    fetcher: Fetcher
    tell: Callable[[], object] = lambda: None
    collection: Collection | None = None

    def take(self, images: Iterable[IncomingImage]) -> Pictures:
        """
        Take in pictures; one that cannot be had is told of, and the others go on.
        """
        taken = Pictures()
        for number, image in enumerate(images, start=1):
            self.tell()
            try:
                refuse_number(number)
                taken.ids[image.url] = self.take_one(image)
            except IngestError as error:
                taken.refused.append((image.url, str(error)))
                taken.passes |= error.retryable
        return taken

    def take_one(self, image: IncomingImage) -> int:
        """
        The id of a picture, which is fetched unless it was before.
        """
        collection = self.open()
        address_hash = hashlib.sha256(image.url.encode(errors="replace")).hexdigest()
        known = Picture.objects.filter(
            collection=collection, address_hash=address_hash
        ).first()
        if known:
            return known.image_id
        fetched = self.fetcher.fetch(image.url)
        assert isinstance(fetched, Fetched)  # No marks were sent.
        return picture_keep(collection, address_hash, image, fetched.data)

    def open(self) -> Collection:
        """
        The collection; made when the first picture comes.
        """
        if self.collection is None:
            root = Collection.get_first_root_node()
            found = root.get_children().filter(name=self.name).first()
            self.collection = found or root.add_child(name=self.name)
        return self.collection


def refuse_number(number: int) -> None:
    """
    Raise where an article has too many pictures.
    """
    if number > MAX_PICTURES:
        raise ItemRefused(
            f"At most {MAX_PICTURES} pictures of one article are taken in; this is "
            f"number {number}."
        )


@transaction.atomic
def picture_keep(
    collection: Collection, address_hash: str, image: IncomingImage, data: bytes
) -> int:
    """
    Keep a picture, and from where it came.
    """
    ending = ending_of(data)
    digest = hashlib.sha256(data).hexdigest()[:20]
    row = NewsImage(
        title=shortened(image.alt or image.caption or digest, 255),
        alt=shortened(image.alt, 300),
        credit=shortened(image.credit, 200),
        collection=collection,
        file=ContentFile(data, name=f"{digest}.{ending}"),
    )
    try:
        row.full_clean()
    except ValidationError as error:
        said = " ".join(error.messages)
        raise ItemRefused(f"The picture cannot be kept: {said}") from error
    row.save()
    Picture.objects.create(
        collection=collection,
        address_hash=address_hash,
        address=image.url,
        image=row,
    )
    return int(row.pk)


def ending_of(data: bytes) -> str:
    """
    How the name of a picture ends, by what it is; raises ``ItemRefused`` for others.

    It is decoded once: half a picture would fail on every page that shows it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=list(ENDINGS)) as picture:
                refuse_pixels(picture)
                picture.load()
                return ENDINGS[picture.format or ""]
    except ItemRefused:
        raise
    except Exception as error:
        # Pillow's decoders raise what they meet: OSError, SyntaxError, struct.error.
        raise ItemRefused(
            "A picture in JPEG, PNG, WebP or GIF was expected, but got "
            f"{data[:12]!r}: {error!s:.120}."
        ) from error


def refuse_pixels(picture: Image.Image) -> None:
    """
    Raise where a picture is too large to be worked with.
    """
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise ItemRefused(
            f"A picture of at most {MAX_PIXELS:,} pixels was expected; this one has "
            f"{width} × {height}."
        )
