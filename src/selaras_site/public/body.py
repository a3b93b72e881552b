"""
The body of an article: the core's writer of pages, with our pictures and reports.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from markupsafe import Markup

from selaras.article import Article as CoreArticle
from selaras.article import Image
from selaras.pipeline import Draft, DraftSegment, Shown
from selaras.pipeline.pages.body import Body, tag
from selaras.pipeline.pages.surroundings import NOWHERE
from selaras.pipeline.pages.wording import WORDING
from selaras_site.articles.bridge import PICTURE
from selaras_site.public.pages import Picture

Pictures = Mapping[int, Picture]
"""
Pictures by their id, in sizes for the body.
"""


class SiteBody(Body):
    """
    Writes a draft as readers of the site see it, in the language that is active.
    """

    def __init__(self, draft: Draft, pictures: Pictures, report_url: str) -> None:
        super().__init__(draft, WORDING[draft.language], NOWHERE)
        self.pictures, self.report_url = pictures, report_url

    def sentence(self, number: int, segment: DraftSegment) -> Markup:
        """
        One sentence, its original behind it, and the white space after it.
        """
        text, html = self.shown(segment)
        left = Markup("")
        if self.is_translation and segment.shown is Shown.ORIGINAL and text:
            left = Markup(" left")
            html = Markup('<span lang="id" dir="ltr">{}</span>').format(html)
        behind = self.behind(number, segment) if self.is_translation else Markup("")
        return Markup('<span class="s{}" id="s{}">{}{}</span>{}').format(
            left, number, html, behind, self.glue(segment)
        )

    def behind(self, number: int, segment: DraftSegment) -> Markup:
        """
        The Indonesian sentence, or why it is one; and where to report an error.
        """
        if segment.shown is Shown.ORIGINAL:
            mark, label = "!", _("Why is this sentence in Indonesian?")
            inside = Markup("<span>{}</span>").format(
                _(
                    "The translation of this sentence did not pass our checks, so the "
                    "Indonesian original is shown."
                )
            )
        else:
            mark, label = "id", _("Show the original")
            inside = Markup('<span lang="id" dir="ltr">{}</span>').format(
                segment.source.text
            )
        return Markup(
            '<a class="peek" href="#o{n}" title="{label}" aria-label="{label} ({n})">'
            '{mark}</a><span class="behind" id="o{n}" role="note">{inside} '
            '<a class="report" href="{report}?s={n}" rel="nofollow">{say}</a> '
            '<a class="close" href="#s{n}">{close}</a></span>'
        ).format(
            n=number,
            label=label,
            mark=mark,
            inside=inside,
            report=self.report_url,
            say=_("Report an error in this sentence"),
            close=_("Close"),
        )

    def image(self, block: Image, path: str) -> Markup:
        """
        A picture of ours, with its words; one that is gone leaves its caption.
        """
        picture = self.pictures.get(picture_id(block.src))
        shown = Markup("")
        if picture:
            shown = Markup(
                '<img src="{}" srcset="{}" sizes="(max-width: 45rem) 100vw, 42rem" '
                'width="{}" height="{}" alt="{}" loading="lazy" decoding="async">'
            ).format(
                picture.src,
                picture.srcset,
                picture.width,
                picture.height,
                self.plain(f"{path}.alt"),
            )
        caption = self.sentences(f"{path}.caption")
        if picture and picture.credit:
            caption += Markup(' <span class="credit"><bdi>{}</bdi></span>').format(
                picture.credit
            )
        return tag("figure", shown + (tag("figcaption", caption) if caption else ""))

    def part(self, start: int, stop: int) -> Markup:
        """
        Some of the blocks, by their place in the article.
        """
        blocks = self.draft.article.blocks
        return Markup("\n").join(
            self.block(blocks[n], f"blocks.{n}") for n in range(start, stop)
        )


def picture_id(src: str) -> int:
    """
    The id of a picture by its address in a core article; 0 for a stranger's.
    """
    number = src.removeprefix(PICTURE)
    return int(number) if src.startswith(PICTURE) and number.isdigit() else 0


def picture_ids(article: CoreArticle) -> list[int]:
    """
    The pictures of ours that an article shows.
    """
    found = (picture_id(b.src) for b in article.blocks if isinstance(b, Image))
    return [number for number in found if number]


def changed_paragraphs(older: CoreArticle, newer: CoreArticle) -> int:
    """
    How many texts of the newer article the older one does not have.
    """
    known = {repr(block) for block in older.blocks}
    known |= {repr(older.headline), repr(older.summary)}
    texts = (newer.headline, newer.summary, *newer.blocks)
    return sum(repr(text) not in known for text in texts)
