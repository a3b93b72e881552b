"""
RSS 0.9 to 2.0, RDF and Atom, with the modules that news feeds use.
"""

import io
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import feedparser

from selaras_site.ingest.errors import DoctypeRefused, SourceUnreadable
from selaras_site.ingest.incoming import Harvest, IncomingImage
from selaras_site.ingest.readers.bodies import html_of, plain
from selaras_site.ingest.readers.decoding import decode, without_declaration
from selaras_site.ingest.readers.making import Found, gather, outcomes
from selaras_site.ingest.readers.xml_elements import elements

Entry: TypeAlias = Mapping[str, Any]

BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)
PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.IGNORECASE)

MEDIA_WORDS = re.compile(r"<(/?)media:(description|title)\b[^<>]*?(/?)>")
MEDIA_NAMES = {"description": "media:caption", "title": "media:heading"}
"""
feedparser takes the words of a picture for those of the article, unless they have other
names.
"""

MAX_MALFORMED = 2_000_000
"""
Characters of the longest feed that is read although it is not well-formed. Such a feed
goes to a parser whose work can grow faster than the feed does.
"""


def read(data: bytes, content_type: str = "", url: str = "") -> Harvest:
    """
    Read a feed. ``url`` is where it came from.
    """
    text = decode(data, content_type)
    refuse_doctype(text)
    parsed = parse(without_declaration(text))
    about = parsed.get("feed", {})
    find = partial(find_article, language=about.get("language") or "", feed_url=url)
    return gather(outcomes(parsed["entries"], find))


def refuse_doctype(text: str) -> None:
    """
    Raise where a document type stands before the root element.
    """
    position = 0
    while found := BEFORE_ROOT.match(text, position):
        position = found.end()
    if DOCTYPE.match(text, position):
        raise DoctypeRefused(
            "XML without a document type was expected, but this one begins with "
            f"{text[position : position + 40]!r}."
        )


def parse(text: str) -> Mapping[str, Any]:
    """
    What feedparser makes of a feed.
    """
    data = MEDIA_WORDS.sub(renamed, text).encode()
    if len(text) > MAX_MALFORMED:
        refuse_malformed(data)
    try:
        # A stream, since feedparser opens a file or an address that bytes may name.
        parsed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        # It promises no exceptions, and has raised a dozen kinds on broken feeds.
        raise SourceUnreadable(
            f"A feed was expected, but it cannot be read: {error!r:.200}."
        ) from error
    if not parsed.get("version") and not parsed.get("entries"):
        why = parsed.get("bozo_exception") or "there is no <rss>, <feed> or <rdf:RDF>"
        raise SourceUnreadable(f"A feed was expected, but {why!s:.200}.")
    return parsed


def renamed(tag: re.Match[str]) -> str:
    """
    A tag round the words of a picture, by a name that keeps them apart.
    """
    return f"<{tag[1]}{MEDIA_NAMES[tag[2]]}{tag[3]}>"


def refuse_malformed(data: bytes) -> None:
    """
    Raise where XML is not well-formed.
    """
    for _ in elements(io.BytesIO(data)):
        pass


def find_article(entry: Entry, *, language: str, feed_url: str) -> Found:
    """
    What an entry says.
    """
    summary, body = summary_and_body(entry)
    link = entry.get("link") or ""
    published = entry.get("published") or ""
    # Its ``get`` would answer, and warn, with the other date.
    updated = entry["updated"] if "updated" in entry else ""  # noqa: SIM401
    terms = tuple(tag.get("label") or tag.get("term") or "" for tag in tags_of(entry))
    return Found(
        external_id=entry.get("id") or link,
        url=link,
        base=link or feed_url,
        headline=html_in(entry.get("title_detail"), paragraphs=False),
        summary=summary,
        body=body,
        section=terms[0] if terms else "",
        tags=terms[1:],
        byline=byline_of(entry),
        published=published or updated,
        modified=updated,
        language=language_in(entry) or language,
        images=tuple(images_of(entry)),
        usage_terms=entry.get("rights") or "",
    )


def summary_and_body(entry: Entry) -> tuple[str, str]:
    """
    The summary and the body. Where there is only a description, it is the body.
    """
    summary = html_in(entry.get("summary_detail"))
    contents = [html_in(each) for each in entry.get("content") or []]
    body = max(contents, key=len, default="")
    return (summary, body) if body.strip() else ("", summary)


def html_in(detail: Entry | None, *, paragraphs: bool = True) -> str:
    """
    A text of an entry as HTML.
    """
    value = (detail or {}).get("value") or ""
    if not detail or detail.get("type") != "text/plain":
        return value
    escaped = html_of(value)
    return escaped if paragraphs else escaped.removeprefix("<p>").removesuffix("</p>")


def tags_of(entry: Entry) -> list[Entry]:
    """
    The categories of an entry.
    """
    return entry.get("tags") or []


def byline_of(entry: Entry) -> str:
    """
    The names of the authors.
    """
    names = (author.get("name") or "" for author in entry.get("authors") or [])
    return ", ".join(dict.fromkeys(filter(None, names))) or entry.get("author") or ""


def language_in(entry: Entry) -> str:
    """
    The language of the headline, if the feed marks it (``xml:lang``).
    """
    return (entry.get("title_detail") or {}).get("language") or ""


def images_of(entry: Entry) -> Iterator[IncomingImage]:
    """
    The pictures beside the text: those of Media RSS, then the enclosures.
    """
    caption = plain(entry.get("media_caption") or "")
    credit = next(
        (each.get("content") or "" for each in entry.get("media_credit") or []), ""
    )
    links = [
        each for each in entry.get("links") or [] if each.get("rel") == "enclosure"
    ]
    for media in [*(entry.get("media_content") or []), *links]:
        address = media.get("url") or media.get("href") or ""
        if address and is_picture(media, address):
            yield IncomingImage(url=address, caption=caption, credit=credit)
    if not entry.get("media_content") and not links:
        for thumbnail in entry.get("media_thumbnail") or []:
            yield IncomingImage(url=thumbnail.get("url") or "", credit=credit)


def is_picture(media: Entry, address: str) -> bool:
    """
    Whether a medium is a picture, by what is said of it or else by its address.
    """
    kind = media.get("medium") or media.get("type") or ""
    return kind.startswith("image") if kind else bool(PICTURE.search(address))
