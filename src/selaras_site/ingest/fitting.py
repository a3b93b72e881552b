"""
Whether an article that came in fits this newsroom, and how its parts are made to fit.

Nothing is cut silently: what has no place is refused, or stands elsewhere.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from selaras.article import (
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    Mark,
    Paragraph,
    Quote,
    article_data,
)
from selaras.fidelity import likely_language
from selaras.languages import LANGUAGES, SOURCE
from selaras.pipeline.refusing import refuse_foreign
from selaras_site.ingest.errors import ItemRefused
from selaras_site.ingest.incoming import IncomingArticle
from selaras_site.ingest.readers.bodies import body_text

HEADLINE = 200
SUMMARY = 600
SHORT = 200
"""
Characters of a heading in the text, of a speaker, and of the title of a box.
"""

EXTERNAL_ID = 300
UNSET = frozenset({"en"})
"""
What software says of the language where nobody told it one.
"""


def refuse_unfit(incoming: IncomingArticle) -> None:
    """
    Raise ``ItemRefused`` or ``ArticleForeign`` for what cannot be an original here.
    """
    length = len(incoming.headline)
    if length > HEADLINE:
        raise ItemRefused(
            f"A headline of at most {HEADLINE} characters was expected; this one has "
            f"{length}."
        )
    if incoming.language != SOURCE and not is_plainly_ours(incoming):
        row = LANGUAGES.get(incoming.language)
        named = row.english_name if row else repr(incoming.language[:40])
        raise ItemRefused(
            "An Indonesian article was expected; its source says that it is in "
            f"{named}."
        )
    refuse_foreign(replace(incoming.article, language=SOURCE))


def is_plainly_ours(incoming: IncomingArticle) -> bool:
    """
    Whether the text is Indonesian although the source says it is English.

    Sites whose owner never set a language call all they have "en-US".
    """
    if incoming.language not in UNSET:
        return False
    return likely_language(body_text(incoming.article)) == SOURCE


def fingerprint_of(incoming: IncomingArticle) -> str:
    """
    What tells an article that changed from one that did not.

    Its dates do not count: feeds renew them without a change.
    """
    embargo = incoming.embargoed_until
    said = {
        "article": article_data(incoming.article),
        "byline": incoming.byline,
        "place": incoming.place,
        "tags": incoming.tags,
        "embargo": embargo.isoformat() if embargo else "",
        "lead": incoming.lead_image,
        "images": [
            [i.url, i.caption, i.alt, i.credit] for i in incoming.images.values()
        ],
        "status": incoming.status,
    }
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def key_of(external_id: str) -> str:
    """
    An identifier as the database keeps it: a long one by its beginning and its hash.

    >>> key_of("urn:newsml:contoh.id:1"), len(key_of("x" * 900))
    ('urn:newsml:contoh.id:1', 300)
    """
    if len(external_id) <= EXTERNAL_ID:
        return external_id
    digest = hashlib.sha256(external_id.encode(errors="replace")).hexdigest()
    return f"{external_id[: EXTERNAL_ID - len(digest) - 1]}#{digest}"


def fitting_summary(incoming: IncomingArticle) -> str:
    """
    The summary, if it has a place above the text.
    """
    return incoming.summary if len(incoming.summary) <= SUMMARY else ""


def fitting_blocks(incoming: IncomingArticle, *, lead: str) -> Iterator[Block]:
    """
    The blocks as the editor takes them; a summary that is too long stands before them.

    ``lead`` is the address of the picture that stands above the text, and so no longer
    in it.
    """
    if incoming.summary and not fitting_summary(incoming):
        yield Paragraph(text=incoming.article.summary)
    for block in incoming.article.blocks:
        if lead and isinstance(block, Image) and block.src == lead:
            lead = ""
        else:
            yield from fitting(block)


def newest_of_each(articles: Iterable[IncomingArticle]) -> list[IncomingArticle]:
    """
    Each article once: agencies send all versions of one in a file, in any order.

    A version that takes the article down counts before all others. The oldest article
    comes first, so that the newest is published last.
    """
    newest: dict[str, IncomingArticle] = {}
    for article in articles:
        before = newest.get(article.external_id)
        if before is None or version_of(article) > version_of(before):
            newest[article.external_id] = article
    return sorted(newest.values(), key=published)


def published(article: IncomingArticle) -> float:
    """
    When an article was published elsewhere; one that does not say so stands last.
    """
    return article.published_at.timestamp() if article.published_at else math.inf


def version_of(article: IncomingArticle) -> tuple[bool, float]:
    """
    Where a version stands among those of the same article.
    """
    moment = article.modified_at
    return is_taken_down(article), moment.timestamp() if moment else 0.0


def is_taken_down(article: IncomingArticle) -> bool:
    """
    Whether the source says that an article may not be shown.
    """
    return article.status in ("withheld", "withdrawn")


def fitting(block: Block) -> Iterator[Block]:
    """
    A block as the editor takes it; what is too long for its field is a paragraph.
    """
    match block:
        case Heading(text=text) if len(text.text) > SHORT:
            yield bold(text)
        case Quote(speaker=speaker) if len(speaker.text) > SHORT:
            yield replace(block, speaker=Inline(text=""))
            yield Paragraph(text=speaker)
        case FactBox(title=title, blocks=inside) if not 0 < len(title.text) <= SHORT:
            if title:
                yield bold(title)
            yield from inside
        case Embed(kind="url", content=content) if not is_embeddable(content):
            if said := block.caption or Inline(text=content):
                yield Paragraph(text=said)
        case Embed(kind="rule"):
            return
        case _:
            yield block


def bold(text: Inline) -> Paragraph:
    """
    A line of its own in bold.
    """
    mark = Mark(start=0, end=len(text.text), kind="bold")
    return Paragraph(text=Inline(text=text.text, marks=(mark,)))


def is_embeddable(address: str) -> bool:
    """
    Whether the editor takes an address as an embed.
    """
    return address.startswith(("http://", "https://")) and " " not in address


def shortened(text: str, limit: int) -> str:
    """
    A line of at most so many characters; what was cut shows that it was.

    >>> shortened("Rani Lestari, Budi Santoso, Siti Aminah", 28)
    'Rani Lestari, Budi…'
    """
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    return f"{kept.rpartition(' ')[0].rstrip(' ,;') or kept}…"
