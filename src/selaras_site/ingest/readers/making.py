"""
What readers share: what was found in an item becomes an article, or is refused.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from selaras.article import Article, Inline
from selaras.article.formats.building import language_named
from selaras.article.formats.cleaning import clean, safe_source
from selaras.errors import ArticleError
from selaras.languages import Tag
from selaras_site.ingest.errors import IngestError, ItemRefused
from selaras_site.ingest.incoming import (
    Harvest,
    IncomingArticle,
    IncomingImage,
    Refused,
    Status,
)
from selaras_site.ingest.readers.bodies import (
    absolute,
    images_of,
    plain,
    read_body,
    squeezed,
)
from selaras_site.ingest.readers.dates import read_date
from selaras_site.ingest.readers.decoding import DAMAGED, refuse_damaged

MAX_ITEMS = 5_000
"""
The most items of one source that are taken in at once.
"""

MAX_LINE = 1_000
MAX_TAGS = 100

Item = TypeVar("Item")
Outcome = IncomingArticle | Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    What a reader found in an item, as it stands there.

    ``headline``, ``summary`` and ``body`` are HTML, unless there is an ``article``
    already; everything else is plain text. ``base`` is where addresses start from.
    """

    external_id: str = ""
    url: str = ""
    base: str = ""
    headline: str = ""
    summary: str = ""
    body: str = ""
    article: Article | None = None
    section: str = ""
    byline: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    embargo: str = ""
    language: str = ""
    images: tuple[IncomingImage, ...] = ()
    usage_terms: str = ""
    status: Status = "published"


Find = Callable[[Item], Found]
"""
How a reader looks at one item; it raises ``ItemRefused`` for what is no article.
"""


def gather(outcomes: Iterable[Outcome]) -> Harvest:
    """
    Everything that comes, up to the most that is taken in at once.

    A source that breaks off gives what came before, and one that is broken from the
    beginning raises.
    """
    articles: list[IncomingArticle] = []
    refused: list[Refused] = []
    try:
        for number, outcome in enumerate(outcomes, start=1):
            if number > MAX_ITEMS:
                refused.append(too_many(number))
                break
            kept = articles if isinstance(outcome, IncomingArticle) else refused
            kept.append(outcome)  # type: ignore[arg-type]
    except IngestError as error:
        if not articles and not refused:
            raise
        where = f"item {len(articles) + len(refused) + 1} and all behind it"
        refused.append(Refused(where=where, reason=str(error)))
    return Harvest(articles=tuple(articles), refused=tuple(refused))


def too_many(number: int) -> Refused:
    """
    What is said of the items over the limit.
    """
    return Refused(
        where=f"item {number} and all behind it",
        reason=f"At most {MAX_ITEMS:,} items of one source are taken in at once, but "
        "this one has more.",
    )


def outcomes(items: Iterable[Item], find: Find[Item]) -> Iterator[Outcome]:
    """
    What becomes of every item.
    """
    for number, item in enumerate(items, start=1):
        yield outcome(item, find, f"item {number}")


def outcome(item: Item, find: Find[Item], where: str) -> Outcome:
    """
    What becomes of one item.
    """
    found = Found()
    try:
        found = find(item)
        return make_article(found)
    except (ItemRefused, ArticleError) as error:
        return Refused(
            where=where,
            reason=str(error),
            external_id=presentable(found.external_id),
            title=presentable(plain(DAMAGED.sub("?", found.headline[:MAX_LINE]))),
        )


def make_article(found: Found) -> IncomingArticle:
    """
    The article that was found, or ``ItemRefused`` with the reason why it is none.
    """
    if found.status in ("withheld", "withdrawn"):
        return make_withdrawal(found)
    refuse_any_damage(found)
    article = article_of(found)
    refuse_incomplete(article)
    external_id = identifier(found)
    language = language_of(found)
    images = {image.url: image for image in images_beside(found)}
    lead = next(iter(images), "")
    for image in images_of(article):
        images[image.url] = merged(image, images.get(image.url))
    return IncomingArticle(
        external_id=external_id,
        url=web_address(found.url),
        headline=squeezed(article.headline.text),
        summary=squeezed(article.summary.text),
        article=replace(article, id=external_id, language=language, extra=about(found)),
        section=line(found.section),
        byline=line(found.byline),
        place=line(found.place),
        tags=tags_of(found),
        published_at=read_date(found.published),
        modified_at=read_date(found.modified),
        embargoed_until=read_date(found.embargo),
        language=language,
        images=images,
        lead_image=lead or next(iter(images), ""),
        usage_terms=line(found.usage_terms),
        status=found.status,
    )


def make_withdrawal(found: Found) -> IncomingArticle:
    """
    The mark that an article may no longer be shown.

    Only its identifier can keep it from being made: a text that is damaged or a date
    that cannot be read must not keep a withdrawn article on the page.
    """
    headline = presentable(plain(DAMAGED.sub("?", found.headline[:MAX_LINE])))
    external_id = identifier(found)
    return IncomingArticle(
        external_id=external_id,
        url=web_address(presentable(found.url)),
        headline=headline,
        article=Article(headline=Inline(text=headline), id=external_id),
        language=language_of(found),
        status=found.status,
    )


def identifier(found: Found) -> str:
    """
    What names the article within its source.
    """
    refuse_damaged("identifier", found.external_id + found.url)
    if external_id := line(found.external_id) or line(found.url):
        return external_id
    raise ItemRefused("An identifier or an address was expected, but got neither.")


def language_of(found: Found) -> Tag:
    """
    The language that a source names, as this project writes it.

    >>> language_of(Found(language="id_ID")), language_of(Found())
    ('id', 'id')
    """
    return language_named(presentable(found.language).replace("_", "-"))


def refuse_any_damage(found: Found) -> None:
    """
    Raise where any text of an item was damaged on its way.
    """
    for each in fields(found):
        value = getattr(found, each.name)
        if isinstance(value, str):
            refuse_damaged(each.name.replace("_", " "), value)
    for tag in found.tags:
        refuse_damaged("tags", tag)
    for image in found.images:
        refuse_damaged("images", f"{image.url} {image.caption} {image.alt}")
        refuse_damaged("images", image.credit)


def article_of(found: Found) -> Article:
    """
    The article of what was found, read from its HTML unless it was read already.
    """
    if found.article is not None:
        return found.article
    return read_body(
        headline=found.headline,
        summary=found.summary,
        body=found.body,
        base=found.base or found.url,
    )


def refuse_incomplete(article: Article) -> None:
    """
    Raise where an article has no headline, or nothing below it.
    """
    if not article.headline.text.strip():
        raise ItemRefused("A headline was expected, but the item has none.")
    if not article.blocks:
        raise ItemRefused("A body was expected, but the item has only a headline.")


def images_beside(found: Found) -> Iterator[IncomingImage]:
    """
    The pictures beside the body that have an address.
    """
    for image in found.images:
        address = absolute(image.url, found.base or found.url)
        if address and (safe := safe_source(address)):
            yield IncomingImage(
                url=safe,
                caption=line(image.caption),
                alt=line(image.alt),
                credit=line(image.credit),
            )


def merged(image: IncomingImage, other: IncomingImage | None) -> IncomingImage:
    """
    One picture out of what is said of it in two places.
    """
    if other is None:
        return image
    return IncomingImage(
        url=image.url,
        caption=image.caption or other.caption,
        alt=image.alt or other.alt,
        credit=image.credit or other.credit,
    )


def about(found: Found) -> Mapping[str, str]:
    """
    What the article carries along that is not text to translate.
    """
    held = dict(found.article.extra) if found.article else {}
    said = {"section": line(found.section), "byline": line(found.byline)}
    return held | {key: value for key, value in said.items() if value}


def tags_of(found: Found) -> tuple[str, ...]:
    """
    The tags, each once.
    """
    tags = filter(None, map(line, found.tags))
    return tuple(dict.fromkeys(tags))[:MAX_TAGS]


def line(text: str) -> str:
    """
    A text on one line, of a length that a database takes.
    """
    return squeezed(clean(text))[:MAX_LINE]


def presentable(text: str) -> str:
    """
    A line that can be shown and stored, whatever it came from.
    """
    return line(DAMAGED.sub("?", text))


def web_address(text: str) -> str:
    """
    An address of a page, or nothing for what is none.

    >>> web_address("https://contoh.id/1"), web_address("urn:newsml:contoh.id:1")
    ('https://contoh.id/1', '')
    """
    address = safe_source(text.strip())
    return address if address.lower().startswith(("http://", "https://")) else ""
