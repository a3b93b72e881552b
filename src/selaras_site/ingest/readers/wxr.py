"""
WordPress exports (WXR 1.0 to 1.2), post by post, however large the file.

The file is read twice: pictures stand behind the posts that show them.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element

from selaras_site.ingest.errors import SourceUnreadable
from selaras_site.ingest.incoming import Harvest, IncomingImage
from selaras_site.ingest.readers.bodies import plain
from selaras_site.ingest.readers.making import Found, Outcome, gather, outcomes
from selaras_site.ingest.readers.wordpress import STATUSES
from selaras_site.ingest.readers.wxr_content import to_html
from selaras_site.ingest.readers.xml_elements import (
    TOO_HEAVY,
    attribute,
    children,
    elements,
    local,
    refuse_heavy,
    text_at,
    text_of,
)

NAMESPACE = "http://wordpress.org/export/"
TAKEN = frozenset({"publish", "draft"})
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ABOUT = frozenset({"language", "author"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """
    What a file says outside its posts: authors by login, pictures by number.
    """

    language: str
    authors: Mapping[str, str]
    pictures: Mapping[str, IncomingImage]


def read(source: bytes | Path) -> Harvest:
    """
    Read the posts of an export, up to the most that are taken in at once.
    """
    return gather(read_each(source))


def read_each(source: bytes | Path) -> Iterator[Outcome]:
    """
    Read every post of an export that is published or a draft, one after the other.

    Pages, pictures, menus and revisions are passed over; a file that breaks off raises
    behind the last whole post.
    """
    around = surroundings(source)
    with opened(source) as stream:
        posts = filter(is_wanted, elements(stream, "item"))
        yield from outcomes(posts, partial(find_article, around))


def opened(source: bytes | Path) -> BinaryIO:
    """
    The export from its beginning.
    """
    if isinstance(source, bytes):
        return io.BytesIO(source)
    try:
        return source.open("rb")
    except OSError as error:
        raise SourceUnreadable(
            f"An export was expected at {str(source)!r}, but it cannot be opened: "
            f"{error.strerror}."
        ) from error


def surroundings(source: bytes | Path) -> Surroundings:
    """
    Everything that posts refer to. A file that breaks off is read as far as it goes.
    """
    language = ""
    authors: dict[str, str] = {}
    pictures: dict[str, IncomingImage] = {}
    with opened(source) as stream:
        try:
            for element in elements(stream, "item", *ABOUT):
                name = local(element.tag)
                if name == "author":
                    login = text_at(element, "author_login")
                    authors[login] = text_at(element, "author_display_name") or login
                elif name == "language":
                    language = language or text_of(element)
                elif text_at(element, "post_type") == "attachment":
                    pictures[text_at(element, "post_id")] = picture(element)
        except SourceUnreadable:
            # The second reading meets the same place, and says so there.
            pass
    return Surroundings(language=language, authors=authors, pictures=pictures)


def is_wanted(element: Element) -> bool:
    """
    Whether an element is a post to be taken in, or one too heavy to tell.
    """
    if element.tag == TOO_HEAVY:
        return True
    is_post = text_at(element, "post_type") == "post"
    return is_post and text_at(element, "status") in TAKEN


def picture(element: Element) -> IncomingImage:
    """
    An attachment as a picture.
    """
    return IncomingImage(
        url=text_at(element, "attachment_url"),
        caption=plain(encoded(element, excerpt=True)),
        alt=plain(meta(element, "_wp_attachment_image_alt")),
    )


def find_article(around: Surroundings, element: Element) -> Found:
    """
    What a post says.
    """
    refuse_heavy(element)
    link = text_at(element, "link")
    login = text_at(element, "creator")
    lead = around.pictures.get(meta(element, "_thumbnail_id"))
    return Found(
        external_id=text_at(element, "guid") or link,
        url=link,
        headline=text_at(element, "title"),
        summary=encoded(element, excerpt=True),
        body=to_html(encoded(element, excerpt=False)),
        section=next(terms_of(element, "category"), ""),
        tags=(*list(terms_of(element, "category"))[1:], *terms_of(element, "post_tag")),
        byline=around.authors.get(login, login),
        published=moment(element, "post_date") or text_at(element, "pubDate"),
        modified=moment(element, "post_modified"),
        language=around.language,
        images=(lead,) if lead else (),
        status=STATUSES[text_at(element, "status")],
    )


def encoded(element: Element, *, excerpt: bool) -> str:
    """
    The body or the excerpt: both are called ``encoded``, in different namespaces.
    """
    for each in children(element, "encoded"):
        if (each.tag != CONTENT) == excerpt:
            return text_of(each)
    return ""


def moment(element: Element, name: str) -> str:
    """
    A date, in universal time where there is one; drafts have zeros there.
    """
    universal = text_at(element, f"{name}_gmt")
    if universal and not universal.startswith("0000"):
        return f"{universal}Z"
    return text_at(element, name)


def meta(element: Element, key: str) -> str:
    """
    A custom field of a post.
    """
    for each in children(element, "postmeta"):
        if text_at(each, "meta_key") == key:
            return text_at(each, "meta_value")
    return ""


def terms_of(element: Element, taxonomy: str) -> Iterator[str]:
    """
    The names of a post's terms of one taxonomy.
    """
    for each in children(element, "category"):
        if attribute(each, "domain") == taxonomy:
            yield plain(text_of(each))
