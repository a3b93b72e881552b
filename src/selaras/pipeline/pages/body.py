"""
The body of a page: blocks as HTML, every sentence with its original behind it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from selaras.article import (
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    Mark,
    Paragraph,
    Quote,
    Table,
)
from selaras.article.formats.cleaning import safe_address
from selaras.article.formats.html import inline_html
from selaras.article.formats.isolating import isolated
from selaras.languages import LANGUAGES
from selaras.pipeline.draft import Draft, DraftSegment, Shown
from selaras.pipeline.pages.surroundings import NOWHERE, Surroundings
from selaras.pipeline.pages.wording import Wording

SPACE = Markup(" ")


class Body:
    """
    Writes the texts of one draft, found by their path in the article.
    """

    def __init__(
        self, draft: Draft, wording: Wording, around: Surroundings = NOWHERE
    ) -> None:
        self.draft = draft
        self.wording = wording
        self.around = around
        self.is_translation = draft.language != draft.article.language
        self.by_text: dict[str, list[tuple[int, DraftSegment]]] = defaultdict(list)
        for number, segment in enumerate(draft.segments, start=1):
            text, _, _ = segment.source.path.partition("#")
            self.by_text[text].append((number, segment))

    def has(self, path: str) -> bool:
        """
        Whether there is any text at this path.
        """
        return path in self.by_text

    def plain(self, path: str) -> str:
        """
        The text at a path without marks: for titles and alt texts.
        """
        return " ".join(self.shown(s)[0] for _, s in self.by_text.get(path, ()))

    def sentences(self, path: str) -> Markup:
        """
        The sentences at a path, each with an id and its original behind it.
        """
        return Markup("").join(
            self.sentence(number, segment)
            for number, segment in self.by_text.get(path, ())
        )

    def sentence(self, number: int, segment: DraftSegment) -> Markup:
        """
        One sentence and the white space after it.
        """
        text, html = self.shown(segment)
        glue = self.glue(segment)
        if not self.is_translation:
            return Markup('<span class="sentence" id="s{}">{}</span>{}').format(
                number, html, glue
            )
        if segment.shown is Shown.ORIGINAL and text:
            html = Markup('<span class="left" lang="id" dir="ltr">{}</span>').format(
                html
            )
        return Markup(
            '<span class="sentence{doubt}" id="s{n}">{html}{behind}</span>{glue}'
        ).format(
            doubt=" doubt" if segment.doubt else "",
            n=number,
            html=html,
            behind=self.behind(number, segment),
            glue=glue,
        )

    def glue(self, segment: DraftSegment) -> Markup:
        """
        What parts a sentence from the next one: a line's end, a space, or nothing.
        """
        if "\n" in segment.source.glue:
            return Markup("<br>")
        is_spaced = LANGUAGES[self.draft.language].spaced
        has_space = segment.source.glue != ""
        needs_space = is_spaced or segment.shown is Shown.ORIGINAL
        return SPACE if has_space and needs_space else Markup("")

    def behind(self, number: int, segment: DraftSegment) -> Markup:
        """
        The Indonesian sentence, or why it is one: a link and a ``:target`` rule.

        Closing leads back to the marker, so that the page does not jump.
        """
        if segment.shown is Shown.ORIGINAL:
            mark, label, inside = (
                "!",
                self.wording.why_indonesian,
                Markup("<span>{}</span>").format(self.wording.this_one_left),
            )
        elif segment.text != segment.source.text or segment.doubt:
            mark, label, inside = (
                "id",
                self.wording.show_original,
                Markup('<span lang="id" dir="ltr">{}</span>').format(
                    segment.source.text
                ),
            )
            if segment.doubt:
                mark, label = self.wording.doubt_mark, self.wording.why_in_doubt
                said = Markup("<span>{}</span> ").format(self.wording.this_one_in_doubt)
                inside = said + inside
        else:
            return Markup("")
        return Markup(
            '<span class="behind" role="note"><a class="peek" id="p{n}" href="#s{n}" '
            'title="{label}" aria-label="{label} ({mark})">{mark}</a>'
            '<span class="original"><a href="#p{n}">{close}</a>{inside}</span></span>'
        ).format(
            n=number,
            mark=mark,
            label=label.format(n=number),
            close=self.wording.close,
            inside=inside,
        )

    def shown(self, segment: DraftSegment) -> tuple[str, Markup]:
        """
        What a reader sees of a segment, as text and as HTML.
        """
        if segment.shown is Shown.ORIGINAL or not self.is_translation:
            text, marks = segment.source.text, segment.source.marks
            language = self.draft.article.language
        else:
            text, marks = segment.text, segment.marks
            language = self.draft.language
        html = inline_html(Inline(text=text, marks=tuple(self.led(marks))))
        return text, Markup(isolated(html, language))  # noqa: S704 - it is escaped

    def led(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        """
        Marks with links that lead from this page to where they should.
        """
        for mark in marks:
            if mark.kind != "link":
                yield mark
            elif href := self.around.link(mark.href, self.draft.language):
                yield replace(mark, href=href)

    def blocks(self) -> Markup:
        """
        All blocks of the article.
        """
        return Markup("\n").join(
            self.block(block, f"blocks.{index}")
            for index, block in enumerate(self.draft.article.blocks)
        )

    def block(self, block: Block, path: str) -> Markup:
        """
        One block.
        """
        match block:
            case Paragraph():
                return tag("p", self.sentences(f"{path}.text"))
            case Heading(level=level):
                return tag(f"h{level}", self.sentences(f"{path}.text"))
            case List():
                return self.list_block(block, path)
            case Quote():
                return self.quote(block, path)
            case Image():
                return self.image(block, path)
            case Table():
                return self.table(block, path)
            case Embed():
                return self.embed(block, path)
            case FactBox():
                return self.fact_box(block, path)

    def list_block(self, block: List, path: str) -> Markup:
        """
        A list; depth is an indent, the number is the source's own.
        """
        ordered = block.items[0].number is not None if block.items else False
        items = Markup("").join(
            Markup("<li{}{}>{}</li>").format(
                Markup(' value="{}"').format(item.number)
                if item.number is not None
                else "",
                Markup(' style="margin-inline-start:{}em"').format(1.5 * item.depth)
                if item.depth
                else "",
                self.sentences(f"{path}.items.{index}.text"),
            )
            for index, item in enumerate(block.items)
        )
        return tag("ol" if ordered else "ul", items)

    def quote(self, block: Quote, path: str) -> Markup:
        """
        A quotation and its speaker.
        """
        said = Markup("").join(
            tag("p", self.sentences(f"{path}.paragraphs.{index}"))
            for index in range(len(block.paragraphs))
        )
        speaker = self.sentences(f"{path}.speaker")
        return tag(
            "blockquote", said + (tag("footer", "— " + speaker) if speaker else "")
        )

    def image(self, block: Image, path: str) -> Markup:
        """
        A picture with its words.
        """
        if source := self.around.picture(block.src):
            picture = Markup('<img src="{}" alt="{}" loading="lazy">').format(
                source, self.plain(f"{path}.alt")
            )
        else:
            picture = Markup('<p class="absent">{}</p>').format(
                self.sentences(f"{path}.alt")
            )
        words = Markup(" ").join(
            self.sentences(f"{path}.{part}")
            for part in ("caption", "credit")
            if self.has(f"{path}.{part}")
        )
        return tag("figure", picture + (tag("figcaption", words) if words else ""))

    def table(self, block: Table, path: str) -> Markup:
        """
        A table that scrolls by itself where it is too wide.
        """
        rows = Markup("").join(
            tag("tr", Markup("").join(self.cells(block, path, row)))
            for row in range(len(block.rows))
        )
        caption = self.sentences(f"{path}.caption")
        inside = (tag("caption", caption) if caption else Markup("")) + rows
        return Markup('<div class="scroll">{}</div>').format(tag("table", inside))

    def cells(self, block: Table, path: str, row: int) -> Iterator[Markup]:
        """
        The cells of one row.
        """
        name = "th" if row < block.header_rows else "td"
        for column in range(len(block.rows[row])):
            yield tag(name, self.sentences(f"{path}.rows.{row}.{column}"))

    def embed(self, block: Embed, path: str) -> Markup:
        """
        What is carried over as it is; an address becomes a link, never a frame.
        """
        caption = self.sentences(f"{path}.caption")
        match block.kind:
            case "rule":
                return Markup("<hr>")
            case "code":
                content = tag("pre", tag("code", block.content))
            case "url" if safe_address(block.content):
                content = Markup('<p><a href="{0}" dir="ltr">{0}</a></p>').format(
                    block.content
                )
            case _:
                content = tag("p", block.content)
        return (
            tag("figure", content + tag("figcaption", caption)) if caption else content
        )

    def fact_box(self, block: FactBox, path: str) -> Markup:
        """
        A box beside the story.
        """
        title = self.sentences(f"{path}.title")
        inside = Markup("").join(
            self.block(inner, f"{path}.blocks.{index}")
            for index, inner in enumerate(block.blocks)
        )
        return Markup('<aside class="facts">{}{}</aside>').format(
            tag("h2", title) if title else "", inside
        )


def tag(name: str, inside: str) -> Markup:
    """
    Wrap what is inside in an element; plain text is escaped.

    >>> tag("p", "5 < 6")
    Markup('<p>5 &lt; 6</p>')
    """
    return Markup("<{0}>{1}</{0}>").format(Markup(name), escape(inside))  # noqa: S704
