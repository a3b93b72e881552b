"""
Write drafts as pages: the language switch, the notice, the sentence behind a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from babel.dates import format_date, format_time, get_datetime_format
from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape

from selaras.article import Article
from selaras.engines import Provenance
from selaras.languages import LANGUAGES, SOURCE, Language, Tag
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.pages.body import Body
from selaras.pipeline.pages.surroundings import NOWHERE, Surroundings
from selaras.pipeline.pages.wording import WORDING
from selaras.pipeline.steps import begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    One language's file in an article's folder.
    """

    language: Language

    @property
    def file(self) -> str:
        """
        The file's name.
        """
        return f"{self.language.tag}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One article in the index.
    """

    folder: str
    headline: str
    pages: tuple[Page, ...]

    @property
    def address(self) -> str:
        """
        The folder's name as an address has it: names hold spaces, ``#`` and ``?``.
        """
        return quote(self.folder, safe="")


def article_pages(
    drafts: Sequence[Draft], *, at: datetime, around: Surroundings = NOWHERE
) -> Mapping[str, str]:
    """
    Return file name to HTML for one article: the original, and each draft's page.

    All drafts must be of one article; ``at`` is when they were made. Relative addresses
    that ``around`` does not know become words without a link or a picture.
    """
    article = drafts[0].article
    pages = pages_of(tuple(draft.language for draft in drafts))
    files = {"id.html": page(original(article), pages, at=at, around=around)}
    for draft in drafts:
        files[f"{draft.language}.html"] = page(draft, pages, at=at, around=around)
    return files


def index_page(entries: Sequence[Entry]) -> str:
    """
    Return the page that lists the articles and their versions.
    """
    return (
        environment()
        .get_template("index.html")
        .render(entries=entries, language=LANGUAGES[SOURCE], wording=WORDING[SOURCE])
    )


def pages_of(languages: Sequence[Tag]) -> tuple[Page, ...]:
    """
    The pages of an article's folder, the original first.
    """
    return tuple(Page(language=LANGUAGES[tag]) for tag in (SOURCE, *languages))


def original(article: Article) -> Draft:
    """
    The article itself in the shape of a draft, so that one template shows both.
    """
    return begin(article, article.language)


def page(
    draft: Draft, pages: Sequence[Page], *, at: datetime, around: Surroundings
) -> str:
    """
    One page.
    """
    language, wording = LANGUAGES[draft.language], WORDING[draft.language]
    body = Body(draft, wording, around)
    engine = engine_names(draft.segments)
    return (
        environment()
        .get_template("article.html")
        .render(
            title=body.plain("headline") or draft.article.id,
            language=language,
            wording=wording,
            pages=pages,
            is_translation=draft.language != draft.article.language,
            failed_closed=len(draft.failed_closed),
            doubted=len(draft.doubted),
            engine=engine,
            made_by=made_by(engine, at, language),
            sentences=body.sentences,
            has=body.has,
            body=body.blocks(),
        )
    )


def written_time(at: datetime, language: Language) -> str:
    """
    A time with its zone, as the language writes it (CLDR).

    >>> from datetime import UTC
    >>> written_time(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), LANGUAGES["ja"])
    '2026年3月2日 9:30 UTC'
    """
    locale = language.locale
    glue = str(get_datetime_format("long", locale=locale)).replace("'", "")
    date = format_date(at, "long", locale=locale)
    time = format_time(at, "short", tzinfo=at.tzinfo, locale=locale)
    return f"{glue.format(time, date)} {zone_name(at, language)}"


INDONESIAN_ZONES = {
    timedelta(hours=7): "WIB",
    timedelta(hours=8): "WITA",
    timedelta(hours=9): "WIT",
}


def zone_name(at: datetime, language: Language) -> str:
    """
    The zone of a time: Indonesians know theirs by name, others by its hours.

    >>> from datetime import timezone
    >>> at = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    >>> zone_name(at, LANGUAGES["id"]), zone_name(at, LANGUAGES["fr"])
    ('WIB', 'UTC+7')
    """
    offset = at.utcoffset() or timedelta()
    if language.tag == SOURCE and offset in INDONESIAN_ZONES:
        return INDONESIAN_ZONES[offset]
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    if not hours and not minutes:
        return "UTC"
    sign = "+" if offset > timedelta() else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def made_by(engine: str, at: datetime, language: Language) -> Markup:
    """
    The sentence that says what translated a page, and when.
    """
    time = Markup('<time datetime="{}">{}</time>').format(
        at.isoformat(timespec="minutes"), written_time(at, language)
    )
    named = Markup("<bdi>{}</bdi>").format(engine)
    return escape(WORDING[language.tag].made_by).format(engine=named, time=time)


def engine_names(segments: Sequence[DraftSegment]) -> str:
    """
    The engines that took part, each named once: what we copied ourselves is none.
    """
    names = dict.fromkeys(
        name_of(made)
        for segment in segments
        if (made := segment.provenance) and made.steps != ("copied",)
    )
    return ", ".join(names)


def name_of(made: Provenance) -> str:
    """
    An engine by the name that tells a reader most: of the one in the box, its model.

    >>> name_of(Provenance(engine="local", model="selaras-1"))
    'selaras-1'
    """
    if made.engine == "local" and made.model:
        return made.model
    return f"{made.engine} ({made.model})" if made.model else made.engine


def environment() -> Environment:
    """
    The templates of this package, escaping everything.
    """
    return Environment(
        loader=PackageLoader("selaras.pipeline.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
