"""
The body of an article: the core's writer of pages, with our pictures and reports.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from django.utils.translation import gettext as _
from markupsafe import Markup

from selaras.article import Article as CoreArticle
from selaras.article import Image, List, Mark
from selaras.languages import SOURCE
from selaras.pipeline import Doubt, Draft, DraftSegment, Shown
from selaras.pipeline.pages.body import Body, tag
from selaras.pipeline.pages.wording import WORDING
from selaras_site.articles.bridge import PICTURE
from selaras_site.public.inner_links import link_address
from selaras_site.public.pages import Picture
from selaras_site.public.texts import phrased, text_words
from selaras_site.translations.drafts import ELSEWHERE, PERSON

Pictures = Mapping[int, Picture]
"""
Pictures by their id, in sizes for the body.
"""

DEEPEST = 4
"""
The depth from which on an item of a list is not moved in any further.
"""


class SiteBody(Body):
    """
    Writes a draft as readers of the site see it, in the language that is active.
    """

    def __init__(
        self,
        draft: Draft,
        pictures: Pictures,
        report_url: str,
        *,
        version: int = 0,
        is_machine: bool = False,
    ) -> None:
        super().__init__(draft, WORDING[draft.language])
        self.pictures, self.report_url, self.version = pictures, report_url, version
        self.is_machine = is_machine

    @property
    def by_person(self) -> int:
        """
        How many sentences are said to be checked or corrected by a person.
        """
        return sum(map(self.is_by_person, self.draft.segments))

    @property
    def turned_down(self) -> int:
        """
        How many sentences are in Indonesian because a person rejected the translation.
        """
        return sum(map(is_turned_down, self.draft.segments))

    def is_by_person(self, segment: DraftSegment) -> bool:
        """
        Whether a translation is said to be checked or corrected by a person.

        Where somebody reviewed the whole nothing is said of single sentences, as if the
        others were not checked. What was taken over from another article, nobody
        checked here.
        """
        if not self.is_machine or segment.shown is Shown.ORIGINAL:
            return False
        made = segment.provenance
        if made is None or made.engine != PERSON.engine:
            return False
        return ELSEWHERE not in made.steps

    @property
    def doubted(self) -> int:
        """
        How many sentences readers are told to doubt.
        """
        return sum(map(self.is_doubted, self.draft.segments))

    def is_doubted(self, segment: DraftSegment) -> bool:
        """
        Whether a translation is said not to be certain; not where a person answers.
        """
        return self.is_machine and segment.doubt is not None

    def sentence(self, number: int, segment: DraftSegment) -> Markup:
        """
        One sentence, its original behind it, and the white space after it.
        """
        text, html = self.shown(segment)
        kind = Markup(" doubt") if self.is_doubted(segment) else Markup("")
        is_left = self.is_translation and segment.shown is Shown.ORIGINAL
        if is_headline(segment) and "<" not in html:
            html = phrased(text, SOURCE if is_left else self.draft.language)
        if is_left and text:
            kind = Markup(" left")
            html = Markup('<span lang="id" dir="ltr">{}</span>').format(html)
        behind = self.behind(number, segment) if self.is_translation else Markup("")
        return Markup('<span class="s{}" id="s{}">{}{}</span>{}').format(
            kind, number, html, behind, self.glue(segment)
        )

    def behind(self, number: int, segment: DraftSegment) -> Markup:
        """
        The Indonesian sentence, or why it is one; and where to report an error.
        """
        if segment.shown is Shown.ORIGINAL:
            mark, label = "!", _("Why is this sentence in Indonesian?")
            inside = Markup("<span>{}</span>").format(why_original(segment))
        else:
            mark, label = "id", _("Show the original")
            inside = Markup('<span lang="id" dir="ltr">{}</span>').format(
                segment.source.text
            )
            if self.is_doubted(segment):
                mark, label = _("?"), _("Why is this sentence not certain?")
                said = Markup("<span>{}</span>").format(why_doubted(segment))
                inside = said + inside
        if self.is_by_person(segment):
            inside += Markup('<span class="by-person">{}</span>').format(
                _("A person checked or corrected the translation of this sentence.")
            )
        return Markup(
            '<a class="peek" href="#o{n}" title="{label}" '
            'aria-label="{mark} – {label} ({n})">{mark}</a>'
            '<span class="behind" id="o{n}" role="note">{inside} '
            '<a class="report" href="{report}?s={n}&amp;v={version}" rel="nofollow">'
            "{say}</a> "
            '<a class="close" href="#s{n}">{close}</a></span>'
        ).format(
            n=number,
            label=label,
            mark=mark,
            inside=inside,
            report=self.report_url,
            version=self.version,
            say=_("Report an error in this sentence"),
            close=_("Close"),
        )

    def led(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        """
        Marks with links that lead to articles of ours in the reader's language.
        """
        for mark in marks:
            if mark.kind != "link":
                yield mark
            elif href := link_address(mark.href, self.draft.language):
                yield replace(mark, href=href)

    def list_block(self, block: List, path: str) -> Markup:
        """
        A list; depth is a class, because our policy forbids styles in a page.
        """
        ordered = block.items[0].number is not None if block.items else False
        items = Markup("").join(
            Markup("<li{}{}>{}</li>").format(
                Markup(' value="{}"').format(item.number)
                if item.number is not None
                else "",
                Markup(' class="depth-{}"').format(min(item.depth, DEEPEST))
                if item.depth
                else "",
                self.sentences(f"{path}.items.{index}.text"),
            )
            for index, item in enumerate(block.items)
        )
        return tag("ol" if ordered else "ul", items)

    def image(self, block: Image, path: str) -> Markup:
        """
        A picture of ours, with its words; one that is gone leaves its caption.
        """
        picture = self.pictures.get(picture_id(block.src))
        shown = Markup("")
        if picture:
            shown = Markup(
                '<img src="{}" srcset="{}" sizes="(max-width: 45rem) 100vw, 42rem" '
                'width="{}" height="{}" alt="{}"{} loading="lazy" decoding="async">'
            ).format(
                picture.src,
                picture.srcset,
                picture.width,
                picture.height,
                *self.alt(f"{path}.alt"),
            )
        caption = self.sentences(f"{path}.caption")
        if picture and picture.credit:
            caption += Markup(
                ' <span class="credit"><bdi translate="no">{}</bdi></span>'
            ).format(picture.credit)
        return tag("figure", shown + (tag("figcaption", caption) if caption else ""))

    def alt(self, path: str) -> tuple[str, Markup]:
        """
        The words for those who do not see a picture, and the language if it is another.

        An attribute can be in one language only: of two, the page's counts.
        """
        words = text_words(self.draft, path)
        if not words or words.language == self.draft.language:
            return words.text, Markup("")
        return words.text, Markup(' lang="{}" dir="{}"').format(words.lang, words.dir)

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
    How many texts were written anew, added or taken out between two articles.

    What was written anew counts once, and so does each text that is there no more.
    """
    before, after = texts_of(older), texts_of(newer)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(
        max(before_end - before_start, after_end - after_start)
        for kind, before_start, before_end, after_start, after_end in steps
        if kind != "equal"
    )


def texts_of(article: CoreArticle) -> list[str]:
    """
    The texts of an article in order, as what can be compared.
    """
    return [repr(text) for text in (article.headline, article.summary, *article.blocks)]


def is_headline(segment: DraftSegment) -> bool:
    """
    Whether a sentence stands in the headline.
    """
    return segment.source.path.partition("#")[0] == "headline"


def is_turned_down(segment: DraftSegment) -> bool:
    """
    Whether a person rejected the translation of a sentence.
    """
    made = segment.provenance
    is_persons = made is not None and made.engine == PERSON.engine
    return is_persons and segment.shown is Shown.ORIGINAL


def why_doubted(segment: DraftSegment) -> str:
    """
    Why the translation of a sentence is not certain.
    """
    if segment.doubt is Doubt.FOUND:
        return _(
            "Our checks doubt this translation, and nobody has looked at it yet. The "
            "Indonesian sentence prevails:"
        )
    return _(
        "The machine may have got this sentence wrong, and nobody has looked at it "
        "yet. The Indonesian sentence prevails:"
    )


def why_original(segment: DraftSegment) -> str:
    """
    Why a sentence is shown in Indonesian.
    """
    if is_turned_down(segment):
        return _(
            "A person turned down the translation of this sentence, so the Indonesian "
            "original is shown."
        )
    return _(
        "The translation of this sentence did not pass our checks, so the Indonesian "
        "original is shown."
    )
