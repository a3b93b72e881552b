"""
NITF 3.x, the format that newspapers' systems still export.
"""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from selaras_site.ingest.errors import SourceUnreadable
from selaras_site.ingest.incoming import Harvest, IncomingImage
from selaras_site.ingest.readers.making import Found, gather, outcomes
from selaras_site.ingest.readers.ninjs import STATUSES
from selaras_site.ingest.readers.xml_elements import (
    XML_LANG,
    attribute,
    child,
    descendants,
    elements,
    inner_html,
    refuse_heavy,
    text_at,
)

NAMES = {
    "hl1": "h2",
    "hl2": "h2",
    "bq": "blockquote",
    "block": "div",
    "fn": "div",
    "credit": "footer",
    "media": "template",
    "media-caption": "figcaption",
}
"""
From NITF's names to those of HTML. Media are read apart; ``template`` drops them.
"""


def read(data: bytes) -> Harvest:
    """
    Read a document, or several in an envelope.
    """
    found = list(elements(io.BytesIO(data), "nitf"))
    if not found:
        raise SourceUnreadable("NITF was expected, but there is no <nitf> element.")
    return gather(outcomes(found, find_article))


def find_article(element: Element) -> Found:
    """
    What a document says.
    """
    refuse_heavy(element)
    head, body = child(element, "head"), child(element, "body")
    data, top = child(head, "docdata"), child(body, "body.head")
    publication = next(descendants(head, "pubdata"), None)
    issued = attribute(child(data, "date.issue"), "norm")
    keywords = descendants(child(data, "key-list"), "keyword")
    content = child(body, "body.content")
    return Found(
        external_id=attribute(child(data, "doc-id"), "id-string"),
        url=attribute(publication, "ex-ref"),
        headline=headline_of(top) or text_at(head, "title"),
        summary=inner_html(child(top, "abstract"), NAMES),
        body=inner_html(content, NAMES),
        section=attribute(publication, "position.section"),
        tags=tuple(attribute(each, "key") for each in keywords),
        byline=byline_of(top),
        place=text_at(top, "dateline", "location") or text_at(top, "dateline"),
        published=issued or attribute(publication, "date.publication"),
        modified=attribute(child(data, "date.release"), "norm"),
        language=attribute(element, XML_LANG) or attribute(body, XML_LANG),
        images=tuple(images_of(content)),
        usage_terms=text_at(data, "rights") or text_at(data, "doc.rights"),
        status=STATUSES.get(attribute(data, "management-status"), "published"),
    )


def headline_of(top: Element | None) -> str:
    """
    The headline: ``hedline`` is how the standard spells it.
    """
    return inner_html(child(top, "hedline", "hl1"), NAMES)


def byline_of(top: Element | None) -> str:
    """
    The reporter's name, or the whole line if no name is marked in it.
    """
    return text_at(top, "byline", "person") or text_at(top, "byline")


def images_of(content: Element | None) -> Iterator[IncomingImage]:
    """
    The pictures that stand in the text.
    """
    for media in descendants(content, "media"):
        reference = child(media, "media-reference")
        if attribute(media, "media-type") == "image":
            yield IncomingImage(
                url=attribute(reference, "source"),
                caption=text_at(media, "media-caption"),
                alt=attribute(reference, "alternate-text"),
                credit=text_at(media, "media-producer"),
            )
