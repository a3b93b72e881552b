"""
NewsML-G2 news items, alone or in a news message, with HTML or NITF inside.
"""

import io
from xml.etree.ElementTree import Element

from selaras_site.ingest.errors import ItemRefused, SourceUnreadable
from selaras_site.ingest.incoming import Harvest, Status
from selaras_site.ingest.readers.bodies import html_of
from selaras_site.ingest.readers.making import Found, gather, outcomes
from selaras_site.ingest.readers.ninjs import STATUSES
from selaras_site.ingest.readers.nitf import NAMES
from selaras_site.ingest.readers.xml_elements import (
    XML_LANG,
    attribute,
    child,
    children,
    descendants,
    elements,
    inner_html,
    refuse_heavy,
    text_at,
    text_of,
)


def read(data: bytes) -> Harvest:
    """
    Read a news item, or all those of a news message.
    """
    found = list(elements(io.BytesIO(data), "newsItem"))
    if not found:
        raise SourceUnreadable(
            "NewsML-G2 was expected, but there is no <newsItem> element."
        )
    return gather(outcomes(found, find_article))


def find_article(element: Element) -> Found:
    """
    What a news item says.
    """
    refuse_heavy(element)
    item, about = child(element, "itemMeta"), child(element, "contentMeta")
    refuse_others(item)
    subjects = [text_at(each, "name") for each in children(about, "subject")]
    subjects = [name for name in subjects if name]
    rights = child(element, "rightsInfo")
    return Found(
        external_id=attribute(element, "guid"),
        url=attribute(child(item, "link"), "href"),
        headline=inner_html(child(about, "headline"), {}),
        summary=inner_html(child(about, "description"), {}),
        body=body_of(element),
        section=next(iter(subjects), ""),
        tags=(*subjects[1:], *map(text_of, children(about, "keyword"))),
        byline=text_at(about, "by") or text_at(about, "creator", "name"),
        place=text_at(about, "located", "name") or text_at(about, "dateline"),
        published=text_at(item, "firstCreated") or text_at(item, "versionCreated"),
        modified=text_at(item, "versionCreated"),
        embargo=text_at(item, "embargoed"),
        language=attribute(child(about, "language"), "tag")
        or attribute(element, XML_LANG),
        usage_terms=text_at(rights, "usageTerms"),
        status=status_of(item),
    )


def refuse_others(item: Element | None) -> None:
    """
    Raise for pictures, videos and packages.
    """
    kind = last_of(attribute(child(item, "itemClass"), "qcode") or "text")
    if kind != "text":
        raise ItemRefused(
            f"A text was expected, but got an item of class {kind!r:.60}."
        )


def status_of(item: Element | None) -> Status:
    """
    What an item says of its state; it is usable unless it says otherwise.
    """
    word = last_of(attribute(child(item, "pubStatus"), "qcode") or "usable")
    status = STATUSES.get(word)
    if status is None:
        raise ItemRefused(
            "One of usable, withheld and canceled was expected as <pubStatus>, but "
            f"got {word!r:.60}."
        )
    return status


def last_of(qcode: str) -> str:
    """
    A code without its scheme.

    >>> last_of("stat:canceled")
    'canceled'
    """
    return qcode.rpartition(":")[2].lower()


def body_of(element: Element) -> str:
    """
    The first content that is text, as HTML.
    """
    content = child(element, "contentSet")
    for inline in children(content, "inlineXML"):
        body = next(descendants(inline, "body.content"), None)
        if body is None:
            body = next(descendants(inline, "body"), inline)
        if found := inner_html(body, NAMES):
            return found
    data = text_at(content, "inlineData")
    return html_of(data) if data else ""
