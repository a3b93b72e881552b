"""
What WordPress answers at ``/wp-json/wp/v2/posts?_embed``.

A page of that answer is a list of posts; one post alone is read too. Without
``_embed`` there are no names of authors and terms, and no pictures beside the text.
"""

from collections.abc import Iterator

from selaras_site.ingest.errors import ItemRefused, SourceUnreadable
from selaras_site.ingest.incoming import Harvest, IncomingImage, Status
from selaras_site.ingest.readers.bodies import plain
from selaras_site.ingest.readers.decoding import decode
from selaras_site.ingest.readers.json_fields import (
    Fields,
    fields_of,
    inner,
    items,
    load_json,
    objects,
    text,
)
from selaras_site.ingest.readers.making import Found, gather, outcomes

STATUSES: dict[str, Status] = {
    "publish": "published",
    "draft": "draft",
    "pending": "draft",
    "future": "draft",
    "private": "draft",
    "trash": "withdrawn",
}
"""
From WordPress's word for a post's state to ours.
"""


def read(data: bytes, content_type: str = "", url: str = "") -> Harvest:
    """
    Read one page of posts. ``url`` is where it came from.
    """
    return read_value(load_json(decode(data, content_type)), url)


def read_value(value: object, url: str = "") -> Harvest:
    """
    Read posts out of parsed JSON.
    """
    del url  # Every post says where it is.
    if isinstance(value, dict) and "code" in value and "message" in value:
        raise SourceUnreadable(
            f"Posts were expected, but WordPress answered {value['code']!r:.60}: "
            f"{value['message']!r:.200}."
        )
    return gather(outcomes(value if isinstance(value, list) else [value], find_article))


def find_article(value: object) -> Found:
    """
    What a post says.
    """
    post = fields_of(value)
    refuse_others(post)
    terms = list(terms_of(post))
    categories = (name for taxonomy, name in terms if taxonomy == "category")
    section = next(categories, "")
    return Found(
        external_id=plain(rendered(post, "guid")) or text(post, "link"),
        url=text(post, "link"),
        headline=rendered(post, "title"),
        summary=rendered(post, "excerpt"),
        body=rendered(post, "content"),
        section=section,
        tags=tuple(name for _, name in terms if name != section),
        byline=byline_of(post),
        published=moment(post, "date"),
        modified=moment(post, "modified"),
        language=text(post, "lang"),
        images=tuple(images_of(post)),
        status=STATUSES.get(text(post, "status") or "publish", "draft"),
    )


def refuse_others(post: Fields) -> None:
    """
    Raise for what is no post, or one behind a password.
    """
    kind = text(post, "type") or "post"
    if kind != "post":
        raise ItemRefused(f"A post was expected, but got an item of type {kind!r:.60}.")
    if inner(post, "content").get("protected") is True:
        raise ItemRefused("A text was expected, but this post is behind a password.")


def rendered(post: Fields, name: str) -> str:
    """
    A text as WordPress rendered it.
    """
    return text(inner(post, name), "rendered")


def moment(post: Fields, name: str) -> str:
    """
    A date, in universal time where WordPress gives that.
    """
    universal = text(post, f"{name}_gmt")
    return f"{universal}Z" if universal else text(post, name)


def terms_of(post: Fields) -> Iterator[tuple[str, str]]:
    """
    The taxonomy and name of every term of a post.
    """
    for group in items(inner(post, "_embedded"), "wp:term"):
        for term in group if isinstance(group, list) else []:
            fields = fields_of(term)
            if name := plain(text(fields, "name")):
                yield text(fields, "taxonomy"), name


def byline_of(post: Fields) -> str:
    """
    The names of the authors; one that may not be read has none.
    """
    authors = objects(inner(post, "_embedded"), "author")
    return ", ".join(filter(None, (plain(text(each, "name")) for each in authors)))


def images_of(post: Fields) -> Iterator[IncomingImage]:
    """
    The featured picture.
    """
    for media in objects(inner(post, "_embedded"), "wp:featuredmedia"):
        if text(media, "media_type") in ("", "image"):
            yield IncomingImage(
                url=text(media, "source_url"),
                caption=plain(rendered(media, "caption")),
                alt=plain(text(media, "alt_text")),
            )
