"""
Write drafts as pages: the language switch, the notice, the sentence behind a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date, format_time, get_timezone_name
from jinja2 import Environment, PackageLoader

from selaras.article import Article
from selaras.languages import LANGUAGES, SOURCE, Language, Tag
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.pages.body import Body
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


def article_pages(drafts: Sequence[Draft], *, at: datetime) -> Mapping[str, str]:
    """
    Return file name to HTML for one article: the original, and each draft's page.

    All drafts must be of one article; ``at`` is when they were made.
    """
    article = drafts[0].article
    pages = pages_of(tuple(draft.language for draft in drafts))
    files = {"id.html": page(original(article), pages, at=at)}
    for draft in drafts:
        files[f"{draft.language}.html"] = page(draft, pages, at=at)
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


def page(draft: Draft, pages: Sequence[Page], *, at: datetime) -> str:
    """
    One page.
    """
    language, wording = LANGUAGES[draft.language], WORDING[draft.language]
    body = Body(draft, wording)
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
            engine=engine_names(draft.segments),
            time=written_time(at, language),
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
    date = format_date(at, "long", locale=locale)
    time = format_time(at, "short", tzinfo=at.tzinfo, locale=locale)
    return f"{date} {time} {get_timezone_name(at, width='short', locale=locale)}"


def engine_names(segments: Sequence[DraftSegment]) -> str:
    """
    The engines that took part, each named once with its model.
    """
    names = dict.fromkeys(
        f"{made.engine} ({made.model})" if made.model else made.engine
        for segment in segments
        if (made := segment.provenance)
    )
    return ", ".join(names)


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
