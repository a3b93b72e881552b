"""
IPTC ninjs 1.x, 2.x and 3.x, and what Superdesk makes of it.

From 2.0 on texts are lists of objects with a role and a type; 3.0 changed only how
names are written (``versionCreated`` for ``versioncreated``), so names are folded.
"""

from collections.abc import Iterator
from functools import partial
from html import escape

from selaras_site.ingest.errors import ItemRefused
from selaras_site.ingest.incoming import Harvest, IncomingImage, Status
from selaras_site.ingest.readers.bodies import html_of, plain
from selaras_site.ingest.readers.decoding import decode
from selaras_site.ingest.readers.json_fields import (
    Fields,
    fields_of,
    items,
    load_json,
    objects,
    text,
    texts,
)
from selaras_site.ingest.readers.making import Found, gather, outcomes

STATUSES: dict[str, Status] = {
    "usable": "published",
    "withheld": "withheld",
    "canceled": "withdrawn",
    "cancelled": "withdrawn",
}
"""
From ``pubstatus`` to ours (IPTC NewsCodes, newsitem status).
"""

LISTS = ("_items", "items")


def read(data: bytes, content_type: str = "", url: str = "") -> Harvest:
    """
    Read one item, a list of items, or an object with a list of them.
    """
    return read_value(load_json(decode(data, content_type)), url)


def read_value(value: object, url: str = "") -> Harvest:
    """
    Read items out of parsed JSON.
    """
    found: object = [value]
    if isinstance(value, list):
        found = value
    elif isinstance(value, dict):
        found = next((value[name] for name in LISTS if name in value), [value])
    listed = found if isinstance(found, list) else [found]
    return gather(outcomes(listed, partial(find_article, url)))


def find_article(feed_url: str, value: object) -> Found:
    """
    What an item says.
    """
    item = folded(fields_of(value))
    kind = text(item, "type") or "text"
    if kind != "text":
        raise ItemRefused(f"An item of type 'text' was expected, but got {kind!r:.60}.")
    sections, subjects = names_in(item, "service"), names_in(item, "subject")
    section = next(iter([*sections, *subjects]), "")
    url = text(item, "url") or text(item, "canonicalurl")
    return Found(
        external_id=text(item, "uri") or text(item, "guid"),
        url=url or text(item, "uri"),
        base=url or feed_url,
        headline=text_in(item, "headline"),
        summary=text_in(item, "description"),
        body=body_of(item),
        section=section,
        tags=tuple(
            name
            for name in [*sections, *subjects, *texts(item, "keywords")]
            if name != section
        ),
        byline=plain(text(item, "byline") or text(item, "by")),
        place=text(item, "located") or ", ".join(names_in(item, "place")),
        published=text(item, "firstcreated") or text(item, "versioncreated"),
        modified=text(item, "versioncreated"),
        embargo=text(item, "embargoed") or text(item, "embargoeduntil"),
        language=text(item, "language"),
        images=tuple(images_of(item)),
        usage_terms=text(item, "usageterms"),
        status=status_of(item),
    )


def folded(fields: Fields) -> Fields:
    """
    Fields by their names in lower case.
    """
    return {name.lower(): value for name, value in fields.items()}


def status_of(item: Fields) -> Status:
    """
    What an item says of its state; it is usable unless it says otherwise.
    """
    word = text(item, "pubstatus") or "usable"
    status = STATUSES.get(word.lower())
    if status is None:
        raise ItemRefused(
            "One of usable, withheld and canceled was expected as 'pubstatus', but got "
            f"{word!r:.60}."
        )
    return status


def text_in(item: Fields, name: str) -> str:
    """
    A short text as HTML: ``headline``, or out of ``headlines`` the main one.
    """
    if marked := text(item, f"{name}_html") or text(item, f"{name}_xhtml"):
        return marked
    plain_text = text(item, name) or text(item, f"{name}_text")
    if plain_text:
        return escape(plain_text, quote=False)
    return html_in(best_of(item, f"{name}s"))


def body_of(item: Fields) -> str:
    """
    The body as HTML.
    """
    for name in ("body_html", "body_xhtml"):
        if marked := text(item, name):
            return marked
    if plain_text := text(item, "body_text"):
        return html_of(plain_text)
    body = best_of(item, "bodies")
    return text(body, "value") if is_html(body) else html_of(text(body, "value"))


def best_of(item: Fields, name: str) -> Fields:
    """
    Out of texts with roles the main one, as HTML if there is a choice.
    """
    found = [folded(each) for each in objects(item, name)]
    found.sort(key=lambda each: (text(each, "role") in ("", "main"), is_html(each)))
    return found[-1] if found else {}


def is_html(body: Fields) -> bool:
    """
    Whether a text with a type is HTML.
    """
    return "html" in text(body, "contenttype").lower()


def html_in(body: Fields) -> str:
    """
    A short text with a type, as HTML.
    """
    value = text(body, "value")
    return value if is_html(body) else escape(value, quote=False)


def names_in(item: Fields, name: str) -> list[str]:
    """
    The names of what an item is about; 2.0 made the word a plural.
    """
    listed = objects(item, name) or objects(item, f"{name}s")
    return [found for each in listed if (found := text(each, "name"))]


def images_of(item: Fields) -> Iterator[IncomingImage]:
    """
    The pictures that go with an item.
    """
    for each in associated(item):
        picture = folded(each)
        address = largest_of(picture)
        if text(picture, "type") == "picture" and address:
            yield IncomingImage(
                url=address,
                caption=plain(text_in(picture, "description")),
                alt=text(picture, "alttext") or text(picture, "alt_text"),
                credit=text(picture, "creditline")
                or text(picture, "byline")
                or text(picture, "by")
                or text(picture, "copyrightholder"),
            )


def associated(item: Fields) -> list[Fields]:
    """
    What goes with an item; a list since 2.0, an object by name before.
    """
    value = item.get("associations")
    if isinstance(value, dict):
        return [each for each in value.values() if isinstance(each, dict)]
    return objects(item, "associations")


def largest_of(picture: Fields) -> str:
    """
    The address of the largest rendition.
    """
    value = picture.get("renditions")
    listed = list(value.values()) if isinstance(value, dict) else value
    found = [each for each in items({"all": listed}, "all") if isinstance(each, dict)]
    best = max(found, key=width_of, default={})
    return text(best, "href")


def width_of(rendition: Fields) -> float:
    """
    How wide a rendition is, if it says so.
    """
    width = rendition.get("width")
    return width if isinstance(width, int | float) else 0
