"""
Pictures, with what a newsroom must know about each.
"""

from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

Forms = tuple[str, ...]

LEAD: Forms = ("fill-640x360|format-webp", "fill-1280x720|format-webp")
TEASER: Forms = (
    "fill-320x180|format-webp",
    "fill-640x360|format-webp",
    "fill-1280x720|format-webp",
)
CARD = "fill-1200x630|format-jpeg"
BODY: Forms = ("max-640x640|format-webp", "max-1280x1280|format-webp")
"""
The sizes of readers' pages, the smallest first: above the text, in a list, behind the
headline of a share card, in the text.
"""


class NewsImage(AbstractImage):
    """
    A picture with its credit and the words for those who do not see it.
    """

    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_(
            "What the picture shows, in Indonesian, for those who cannot see it."
        ),
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True)

    admin_form_fields = (
        "title",
        "file",
        "alt",
        "credit",
        "licence",
        *(
            f
            for f in Image.admin_form_fields
            if f not in {"title", "file", "description"}
        ),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self) -> str:
        """
        The words for those who do not see it; nothing is better than a file's name.
        """
        return self.alt

    def generate_rendition_file(
        self,
        filter: Filter,  # noqa: A002 - Wagtail's name
        **options: Any,
    ) -> ContentFile[bytes]:
        """
        A picture in one size, in memory: Wagtail leaves its temporary file open.
        """
        with super().generate_rendition_file(filter, **options) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)


class NewsRendition(AbstractRendition):
    """
    A picture in one size.
    """

    image = models.ForeignKey(
        NewsImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="rendition_once_for_each_form",
            )
        ]
