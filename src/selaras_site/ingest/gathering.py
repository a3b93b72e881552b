"""
From an address, a file or a folder to a harvest; no Django here.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

import httpx

from selaras_site.ingest.addresses import parse_url
from selaras_site.ingest.errors import IngestError, StatusUnexpected
from selaras_site.ingest.fetching import MAX_BYTES, Fetched, Fetcher, NotModified
from selaras_site.ingest.incoming import Harvest, IncomingArticle, Refused
from selaras_site.ingest.readers import HEAD, is_export, read_any, read_path, wxr
from selaras_site.ingest.readers.making import MAX_ITEMS, Outcome

PART = 200
"""
Items of an export that are in memory at once.
"""

PER_PAGE = 50
MAX_PAGES = MAX_ITEMS // PER_PAGE
POSTS = "/wp-json/wp/v2/posts"
TOTAL_PAGES = "x-wp-totalpages"
INTERFACE = re.compile(r'<([^<>]{1,1000}/wp-json/?)>;\s*rel="https://api\.w\.org/"')

Tell = Callable[[], object]
"""
Called between two steps that may take long.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """
    What a source gives, in parts, and the marks to send next time.

    ``is_unchanged`` where it said that nothing is new. A part may only be read when it
    is asked for, and raise then what reading raises.
    """

    parts: Iterable[Harvest] = ()
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False


def is_web(address: str) -> bool:
    """
    Whether an address is one on the web and no path.

    >>> is_web("https://contoh.id/rss"), is_web("naskah")
    (True, False)
    """
    return "://" in address


def fetcher_for(
    address: str, *, allow_private: bool = False, max_bytes: int = MAX_BYTES
) -> Fetcher:
    """
    A fetcher for what an address leads to; close it.

    Only a source in one's own network may be on a port of its own.
    """
    port = port_of(address) if allow_private and is_web(address) else None
    return Fetcher(
        allow_private=allow_private,
        ports=[] if port is None else [port],
        max_bytes=max_bytes,
    )


def port_of(address: str) -> int | None:
    """
    The port that an address names.
    """
    return parse_url(address).port


def gather_path(path: Path) -> Gathered:
    """
    Read a file or a folder.
    """
    return Gathered(parts=parts_in(path))


def parts_in(path: Path) -> Iterator[Harvest]:
    """
    What is in a file or folder; an export, which may be a whole archive, in parts.
    """
    if path.is_file() and begins_as_export(path):
        yield from parts_of_export(path)
    else:
        yield read_path(path)


def begins_as_export(path: Path) -> bool:
    """
    Whether a file is an export of WordPress.
    """
    with path.open("rb") as stream:
        return is_export(stream.read(HEAD).decode(errors="replace"))


def parts_of_export(path: Path) -> Iterator[Harvest]:
    """
    Read an export to its end, or as far as it goes, without keeping it all.
    """
    part: list[Outcome] = []
    seen = 0
    try:
        for each in wxr.read_each(path):
            seen += 1
            part.append(each)
            if len(part) == PART:
                yield harvest_of(part)
                part = []
    except IngestError as error:
        if not seen:
            raise
        where = f"item {seen + 1} and all behind it"
        part.append(Refused(where=where, reason=str(error)))
    yield harvest_of(part)


def harvest_of(outcomes: Iterable[Outcome]) -> Harvest:
    """
    What became of items, as a harvest.
    """
    each = tuple(outcomes)
    return Harvest(
        articles=tuple(one for one in each if isinstance(one, IncomingArticle)),
        refused=tuple(one for one in each if isinstance(one, Refused)),
    )


def gather_address(
    address: str,
    fetcher: Fetcher,
    *,
    etag: str = "",
    last_modified: str = "",
    tell: Tell = lambda: None,
) -> Gathered:
    """
    Read what is at an address, with the pages that WordPress parts it into.

    A page of a site made with WordPress says where its posts are; they are read then.
    Parts of WordPress's answer have marks only for themselves, so they get none.
    """
    fetched = fetcher.fetch(address, etag=etag, last_modified=last_modified)
    if isinstance(fetched, NotModified):
        return Gathered(is_unchanged=True)
    if posts := posts_behind(fetched):
        address = posts
        fetched = fetch_afresh(posts, fetcher)
    first = harvest_in(fetched)
    pages = pages_of(fetched)
    if pages is None:
        return Gathered(
            parts=(first,), etag=fetched.etag, last_modified=fetched.last_modified
        )
    others = gather_pages(address, fetcher, pages=pages, tell=tell)
    return Gathered(parts=(joined(first, *others),))


def gather_pages(
    address: str, fetcher: Fetcher, *, pages: int, tell: Tell
) -> Iterator[Harvest]:
    """
    Read the pages behind the first; one that fails ends it, and what came stays.
    """
    for number in range(2, min(pages, MAX_PAGES) + 1):
        tell()
        try:
            yield harvest_at(page_address(address, number), fetcher)
        except IngestError as error:
            if has_shrunk(error):
                return
            where = f"page {number} and all behind it"
            yield Harvest(refused=(Refused(where=where, reason=str(error)),))
            return
    if pages > MAX_PAGES:
        reason = (
            f"At most {MAX_PAGES} pages of {PER_PAGE} posts are taken in at once, but "
            f"this site has {pages}. Its export (WXR) holds them all."
        )
        where = f"page {MAX_PAGES + 1} and all behind it"
        yield Harvest(refused=(Refused(where=where, reason=reason),))


def harvest_at(address: str, fetcher: Fetcher) -> Harvest:
    """
    Read what is at an address, once.
    """
    return harvest_in(fetch_afresh(address, fetcher))


def fetch_afresh(address: str, fetcher: Fetcher) -> Fetched:
    """
    What is at an address, whatever it was before.
    """
    fetched = fetcher.fetch(address)
    assert isinstance(fetched, Fetched)  # No marks were sent.
    return fetched


def harvest_in(fetched: Fetched) -> Harvest:
    """
    Read an answer.
    """
    return read_any(fetched.data, fetched.content_type, fetched.url)


def pages_of(fetched: Fetched) -> int | None:
    """
    How many pages WordPress says that there are; None where it is not WordPress.
    """
    said = fetched.headers.get(TOTAL_PAGES, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 8 else None


def has_shrunk(error: IngestError) -> bool:
    """
    Whether a page is missing because posts were removed since the first was read.

    WordPress answers 400 (``rest_post_invalid_page_number``) behind the last page.
    """
    return isinstance(error, StatusUnexpected) and error.status == 400


def joined(*harvests: Harvest) -> Harvest:
    """
    Several harvests as one.
    """
    return Harvest(
        articles=tuple(each for harvest in harvests for each in harvest.articles),
        refused=tuple(each for harvest in harvests for each in harvest.refused),
    )


def posts_address(address: str, *, since: datetime | None = None) -> str:
    """
    Where the posts of a site made with WordPress are, all or those changed of late.

    >>> posts_address("https://contoh.id/")
    'https://contoh.id/wp-json/wp/v2/posts?_embed=1&per_page=50&orderby=id&order=asc'
    """
    url = parse_url(address)
    if POSTS not in url.path:
        path = url.path.rstrip("/").removesuffix("/wp-json")
        url = url.copy_with(path=f"{path}{POSTS}", query=None)
    asked = {"_embed": "1", "per_page": str(PER_PAGE), "orderby": "id", "order": "asc"}
    if since is not None:
        asked["modified_after"] = since.strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(url.copy_merge_params({**asked, **dict(url.params)}))


def posts_behind(fetched: Fetched) -> str:
    """
    Where the posts behind a page are, if the page is one of WordPress's.

    It names its interface in a header (WordPress REST API, Discovery).
    """
    if "html" not in fetched.content_type.lower():
        return ""
    found = INTERFACE.search(fetched.headers.get("link", ""))
    return posts_address(urljoin(fetched.url, found[1])) if found else ""


def page_address(address: str, number: int) -> str:
    """
    The address of a further page.

    >>> page_address("https://contoh.id/wp-json/wp/v2/posts?per_page=50", 3)
    'https://contoh.id/wp-json/wp/v2/posts?per_page=50&page=3'
    """
    return str(httpx.URL(address).copy_merge_params({"page": str(number)}))
