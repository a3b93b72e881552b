"""
Pages that list articles or corrections.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from taggit.models import Tag as TagRow

from selaras.article import article_of_data
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras_site.articles.models import Section
from selaras_site.public.addresses import section_address
from selaras_site.public.frames import all_sections, everywhere, frame
from selaras_site.public.lists import Item, found, in_order, items, teasers
from selaras_site.public.pages import (
    CorrectionNote,
    CorrectionsPage,
    Entry,
    ListPage,
    Words,
)
from selaras_site.translations.drafts import draft_of, text_shown
from selaras_site.translations.models import PUBLIC, Snapshot, Version

SIZE = 20


def home(language: Tag, number: int) -> ListPage:
    """
    The newest articles of a language.
    """
    paths = everywhere("home")
    return list_page(
        language,
        paths,
        "home",
        settings.SITE_NAME,
        items(language, start=start_of(number), most=SIZE + 1),
        number,
        description=_("News from Indonesia, in six languages."),
    )


def section(language: Tag, chosen: Section, number: int) -> ListPage:
    """
    The newest articles of a section.
    """
    paths = {tag: section_address(chosen, tag) for tag in LANGUAGES}
    return list_page(
        language,
        paths,
        "section",
        chosen.name_in(language),
        items(language, section=chosen, start=start_of(number), most=SIZE + 1),
        number,
        current=chosen,
    )


def tag(language: Tag, slug: str, number: int) -> ListPage | None:
    """
    The newest articles with a tag; nothing where nobody ever used it.
    """
    row = TagRow.objects.filter(slug=slug).first()
    if row is None:
        return None
    shown = items(language, tag=slug, start=start_of(number), most=SIZE + 1)
    return list_page(
        language, everywhere("tag", tag=slug), "tag", row.name, shown, number
    )


def search(language: Tag, text: str, number: int) -> ListPage:
    """
    What a search finds; searches are not for search engines.
    """
    shown = found(language, text, start=start_of(number), most=SIZE + 1)
    return list_page(
        language,
        everywhere("search"),
        "search",
        _("Search"),
        shown,
        number,
        query=text,
        is_indexed=False,
        alternates=(),
    )


def list_page(
    language: Tag,
    paths: dict[Tag, str],
    kind: str,
    title: str,
    shown: Sequence[Item],
    number: int,
    *,
    query: str = "",
    **more: Any,
) -> ListPage:
    """
    A list with the addresses of the pages beside it.
    """
    here = paths[language]
    return ListPage(
        frame=frame(language, all_sections(), paths, title=title, **more),
        kind=kind,
        title=title,
        teasers=tuple(teasers(shown[:SIZE])),
        newer=numbered(here, number - 1, query) if number > 1 else "",
        older=numbered(here, number + 1, query) if len(shown) > SIZE else "",
        query=query,
    )


def start_of(number: int) -> int:
    """
    Where a page begins.
    """
    return (number - 1) * SIZE


def numbered(path: str, number: int, query: str = "") -> str:
    """
    The address of a page in a list; the first has no number.
    """
    parts = {"q": query} if query else {}
    if number > 1:
        parts["page"] = str(number)
    return f"{path}?{urlencode(parts)}" if parts else path


def corrections(language: Tag, number: int) -> CorrectionsPage:
    """
    All corrections that readers of a language can see.
    """
    notes = sorted(all_notes(language), key=lambda note: note.made_at, reverse=True)
    paths = everywhere("corrections")
    shown = notes[start_of(number) : start_of(number) + SIZE]
    more = len(notes) > start_of(number) + SIZE
    return CorrectionsPage(
        frame=frame(language, all_sections(), paths, title=_("Corrections")),
        corrections=tuple(shown),
        newer=numbered(paths[language], number - 1) if number > 1 else "",
        older=numbered(paths[language], number + 1) if more else "",
    )


def all_notes(language: Tag) -> Iterator[CorrectionNote]:
    """
    The corrections of every published article that has any.
    """
    if language == SOURCE:
        yield from original_notes()
    else:
        yield from version_notes(language)


def original_notes() -> Iterator[CorrectionNote]:
    """
    Corrections in the newsroom's own words.
    """
    newest = Snapshot.objects.filter(article=OuterRef("article")).order_by("-pk")
    rows = Snapshot.objects.filter(
        pk=Subquery(newest.values("pk")[:1]), article__live=True
    ).exclude(corrections=[])
    shown = list(rows)
    entries = entries_of(SOURCE, [row.article_id for row in shown])
    for row in shown:
        texts = article_of_data(row.content).blocks[-len(row.corrections) :]
        for made, block in zip(row.corrections, texts, strict=True):
            yield CorrectionNote(
                made_at=datetime.fromisoformat(made["made_at"]),
                text=Words(text=block.text.text, language=SOURCE),  # type: ignore[union-attr]
                article=entries.get(row.article_id),
            )


def version_notes(language: Tag) -> Iterator[CorrectionNote]:
    """
    Corrections as a language's readers see them.
    """
    rows = (
        Version.objects.filter(language=language, state__in=PUBLIC, article__live=True)
        .exclude(snapshot__corrections=[])
        .select_related("snapshot")
        .prefetch_related("segments")
    )
    shown = list(rows)
    entries = entries_of(language, [row.pk for row in shown])
    for row in shown:
        draft = draft_of(row.snapshot, language, list(row.segments.all()))
        first = len(draft.article.blocks) - len(row.snapshot.corrections)
        for place, made in enumerate(row.snapshot.corrections, start=first):
            text, is_original = text_shown(draft, f"blocks.{place}.text")
            yield CorrectionNote(
                made_at=datetime.fromisoformat(made["made_at"]),
                text=Words(text=text, language=SOURCE if is_original else language),
                article=entries.get(row.pk),
            )


def entries_of(language: Tag, keys: Sequence[int]) -> dict[int, Entry]:
    """
    Links to articles by the keys of their rows.
    """
    return {
        (entry.version or entry.article).pk: Entry(
            name=entry.headline.text, url=entry.address
        )
        for entry in in_order(language, keys)
    }
