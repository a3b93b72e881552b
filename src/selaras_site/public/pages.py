"""
What a page shows, ready to be written: selectors fill these, templates read them.

No template asks the database anything. Every text that is not in the page's language
comes with its own: ``lang`` is an HTML tag, ``dir`` is ``ltr`` or ``rtl``.
"""

from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from selaras.languages import LANGUAGES, SOURCE, Language, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    A text with the language that it is in.

    ``parts`` are its sentences where they are not all in one; ``language`` is then the
    page's.
    """

    text: str
    language: Tag
    parts: tuple["Words", ...] = ()

    @property
    def lang(self) -> str:
        """
        The value of ``lang``.
        """
        return LANGUAGES[self.language].html

    @property
    def dir(self) -> str:
        """
        The value of ``dir``.
        """
        return LANGUAGES[self.language].direction

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """
    The same page in another language, or in this one.

    ``url`` is absolute where the page exists in that language; in the language switch
    it is the language's front page where it does not, and ``exists`` is false.
    """

    language: Tag
    url: str
    exists: bool = True
    is_current: bool = False

    @property
    def facts(self) -> Language:
        """
        Name, HTML tag, direction.
        """
        return LANGUAGES[self.language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    A link in a navigation; ``language`` is nothing where it is the page's.
    """

    name: str
    url: str
    is_current: bool = False
    language: Tag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """
    A picture in the sizes that browsers choose from; width and height in pixels.
    """

    src: str
    srcset: str
    width: int
    height: int
    alt: Words
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """
    What stands around every page.

    ``alternates`` are the live ones for hreflang, itself among them, empty on a page
    that must not be indexed; ``switch`` has all six for the reader.
    """

    language: Tag
    title: str
    description: str
    canonical: str
    site_name: str
    home_url: str
    sections: tuple[Entry, ...]
    switch: tuple[Alternate, ...]
    alternates: tuple[Alternate, ...] = ()
    default_url: str = ""
    footer: tuple[Entry, ...] = ()
    search_url: str = ""
    feeds: tuple[Entry, ...] = ()
    json_ld: str = ""
    card_url: str = ""
    kind: str = "website"
    is_indexed: bool = True
    published_at: datetime | None = None
    modified_at: datetime | None = None

    @property
    def facts(self) -> Language:
        """
        Name, HTML tag, direction of the page's language.
        """
        return LANGUAGES[self.language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """
    An article in a list; ``is_doubted`` says that its headline or summary may be wrong.
    """

    url: str
    headline: Words
    summary: Words
    section: Entry
    published_at: datetime
    picture: Picture | None = None
    is_stale: bool = False
    is_doubted: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """
    What stands before the body of a version, in the reader's language.

    ``level`` is machine, reviewed or human. ``stale_since`` is set while the original
    is newer; ``changed`` is then the number of paragraphs that changed. ``left`` is the
    number of sentences shown in Indonesian because their translation failed the checks,
    or, ``turned_down`` of them, because a person rejected it; ``doubted`` is how many
    translations are said not to be certain, and ``expected_wrong`` in how many of them
    a serious error must be expected, where that is known.
    ``by_person`` is the number of those that a person checked or corrected, where
    nobody reviewed the whole. ``thanks`` are the readers who helped, by the names that
    they gave.
    """

    level: str
    engine: str
    made_at: datetime
    source_at: datetime
    original_url: str
    report_url: str
    certificate_url: str = ""
    reviewer: str = ""
    reviewed_at: datetime | None = None
    stale_since: datetime | None = None
    changed: int = 0
    left: int = 0
    doubted: int = 0
    expected_wrong: int = 0
    by_person: int = 0
    turned_down: int = 0
    sentences: int = 0
    thanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink:
    """
    A place to share at: a plain link, no script of theirs.

    ``kind`` names it ("whatsapp", "wechat", "copy", "print", "email", ...).
    """

    kind: str
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """
    The row of places to share at, and the QR code for those that scan.
    """

    url: str
    title: str
    links: tuple[ShareLink, ...]
    qr: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNote:
    """
    A correction as readers see it.
    """

    made_at: datetime
    text: Words
    article: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """
    An article or one of its versions. ``notice`` is nothing on the original.
    """

    frame: Frame
    id: int
    headline: Markup
    headline_words: Words
    summary: Markup
    body: Markup
    section: Entry
    published_at: datetime
    modified_at: datetime
    byline: str = ""
    place: str = ""
    notice: Notice | None = None
    picture: Picture | None = None
    caption: Markup = field(default_factory=Markup)
    tags: tuple[Entry, ...] = ()
    corrections: tuple[CorrectionNote, ...] = ()
    share: Share | None = None
    more: tuple[Teaser, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """
    A front page, a section, a tag or what a search found.

    ``newer`` and ``older`` are addresses of the pages beside this one, or empty.
    """

    frame: Frame
    kind: str
    title: str
    teasers: tuple[Teaser, ...]
    newer: str = ""
    older: str = ""
    query: str = ""

    @property
    def title_words(self) -> Words:
        """
        The title with its language: tags are Indonesian words in every language.
        """
        language = SOURCE if self.kind == "tag" else self.frame.language
        return Words(text=self.title, language=language)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage:
    """
    All corrections, newest first.
    """

    frame: Frame
    corrections: tuple[CorrectionNote, ...]
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """
    The form for an error in a sentence, or the thanks for it.

    ``version`` and ``sentence_key`` say which sentence it was, whatever is public when
    the form comes back. ``name`` is how the reader wishes to be thanked;
    ``outcome_url`` is where they see what became of what they sent.
    """

    frame: Frame
    article: Entry
    sentence: Words
    source: Words
    kinds: tuple[Entry, ...]
    chosen: str = ""
    text: str = ""
    error: str = ""
    is_sent: bool = False
    version: int = 0
    sentence_key: str = ""
    name: str = ""
    outcome_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomePage:
    """
    What became of a report, for the reader who has its address.

    ``state`` is open, corrected or declined. ``article`` is nothing, and so are the
    sentences, where readers cannot see the version any more: what was taken down is not
    to be read here either. ``now`` is nothing where the sentence is not there any more.
    """

    frame: Frame
    state: str
    kind: str
    text: str
    made_at: datetime
    closed_at: datetime | None
    answer: str
    article: Entry | None
    seen: Words
    source: Words
    now: Words
    is_changed: bool
    is_thanked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPage:
    """
    A page about the newspaper and its machine.
    """

    frame: Frame
    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage:
    """
    Nothing here in this language; ``original`` is where the article is, if anywhere.
    """

    frame: Frame
    original: Entry | None = None
    teasers: tuple[Teaser, ...] = ()
