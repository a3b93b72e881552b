"""
The blocks of an article's body in the editor: the closed set of the core, no more.

A block holds no rule about text; ``bridge`` reads its value.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

INLINE = ["bold", "italic", "link", "code"]
LISTS = [*INLINE, "ol", "ul"]


class HeadingBlock(blocks.StructBlock):
    """
    A heading inside the body.
    """

    text = blocks.CharBlock(label=_("Heading"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("2", "2"), ("3", "3")], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        form_classname = "heading-block"


class QuoteBlock(blocks.StructBlock):
    """
    What somebody said, set apart.
    """

    text = blocks.TextBlock(label=_("Quotation"), rows=3)
    speaker = blocks.CharBlock(label=_("Speaker"), max_length=200, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class PictureBlock(blocks.StructBlock):
    """
    A picture with its words; alternative text and credit are the picture's own.
    """

    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=500, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")


class EmbedBlock(blocks.StructBlock):
    """
    Something that stands elsewhere; readers get a link, never a stranger's script.
    """

    address = blocks.URLBlock(label=_("Address"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=300, required=False)

    class Meta:
        icon = "media"
        label = _("Embed")


class FactBoxBlock(blocks.StructBlock):
    """
    A box beside the story.
    """

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    body = blocks.RichTextBlock(label=_("Text"), features=LISTS)

    class Meta:
        icon = "list-ul"
        label = _("Fact box")


class BodyBlock(blocks.StreamBlock):
    """
    A whole body.
    """

    paragraph = blocks.RichTextBlock(
        label=_("Paragraph"), icon="pilcrow", features=INLINE
    )
    heading = HeadingBlock()
    list = blocks.RichTextBlock(
        label=_("List"), icon="list-ul", features=["ol", "ul", *INLINE]
    )
    quote = QuoteBlock()
    picture = PictureBlock()
    table = TypedTableBlock(
        [("text", blocks.CharBlock(required=False))], label=_("Table"), icon="table"
    )
    embed = EmbedBlock()
    fact_box = FactBoxBlock()

    class Meta:
        required = False
