"""
The log of corrections, newest first.

A page costs what its own corrections cost, however many there are.
"""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from selaras.article import article_of_data
from selaras.languages import SOURCE, Tag
from selaras_site.articles.bridge import plain
from selaras_site.articles.models import Correction
from selaras_site.public.frames import all_sections, everywhere, frame
from selaras_site.public.listing import SIZE, numbered, start_of
from selaras_site.public.lists import Item, item, parted
from selaras_site.public.pages import CorrectionNote, CorrectionsPage, Entry, Words
from selaras_site.public.stories import rows
from selaras_site.public.texts import text_words
from selaras_site.translations.drafts import draft_of
from selaras_site.translations.models import COMING, PUBLIC, Version

Texts = Mapping[tuple[int, str], Words]
"""
Corrections as a version has them, by their article and their Indonesian text.
"""


def corrections_page(language: Tag, number: int) -> CorrectionsPage:
    """
    The corrections of articles that readers of a language have, or will have.

    One that is not translated yet is listed in Indonesian: a correction does not wait.
    """
    start = start_of(number)
    found = list(made(language)[start : start + SIZE + 1])
    paths = everywhere("corrections")
    return CorrectionsPage(
        frame=frame(
            language, all_sections(), paths, title=_("Corrections"), number=number
        ),
        corrections=tuple(notes(language, found[:SIZE])),
        newer=numbered(paths[language], number - 1) if number > 1 else "",
        older=numbered(paths[language], number + 1) if len(found) > SIZE else "",
    )


def made(language: Tag) -> QuerySet[Correction]:
    """
    The corrections of a language's log; not of what was withdrawn from it.
    """
    found = Correction.objects.filter(article__live=True)
    if language != SOURCE:
        kept = Version.objects.filter(
            article=OuterRef("article"),
            language=language,
            state__in=(*PUBLIC, *COMING),
        )
        found = found.filter(Exists(kept))
    return (
        found.select_related("article__section")
        .prefetch_related("article__section__names")
        .defer("article__body")
        .order_by("-made_at", "-id")
    )


def notes(language: Tag, found: Iterable[Correction]) -> Iterator[CorrectionNote]:
    """
    Corrections as readers of a language see them.
    """
    found = list(found)
    shown = stories_of(language, {row.article_id for row in found})
    texts = dict(translated(language, shown.values()))
    for row in found:
        text = plain(row.text).text
        story = shown.get(row.article_id) or Item(article=row.article, language=SOURCE)
        yield CorrectionNote(
            made_at=row.made_at,
            text=texts.get((row.article_id, text), Words(text=text, language=SOURCE)),
            article=Entry(
                name=story.headline.text,
                url=story.address,
                language=story.headline.language,
            ),
        )


def stories_of(language: Tag, ids: Iterable[int]) -> dict[int, Item]:
    """
    What readers of a language have of some articles, by their id.
    """
    if language == SOURCE:
        return {}
    found = rows(language).filter(article__in=ids)
    shown = found.select_related("article__section", "snapshot")
    stories = parted(item(row, language) for row in shown.prefetch_related("segments"))
    return {story.article.pk: story for story in stories}


def translated(
    language: Tag, stories: Iterable[Item]
) -> Iterator[tuple[tuple[int, str], Words]]:
    """
    The corrections that versions have. An older version may have another text.
    """
    for story in stories:
        version = story.version
        if version is None or not version.snapshot.corrections:
            continue
        draft = draft_of(version.snapshot, language, list(version.segments.all()))
        source = article_of_data(version.snapshot.content)
        first = len(source.blocks) - len(version.snapshot.corrections)
        for place, block in enumerate(source.blocks[first:], start=first):
            words = text_words(draft, f"blocks.{place}.text")
            yield (story.article.pk, block.text.text), words  # type: ignore[union-attr]
