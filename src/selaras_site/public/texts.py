"""
Texts as readers see them, sentence by sentence, each with the language it ended up in.

A text of which one sentence failed its checks is in two languages: it counts as the
page's, and its Indonesian sentences say so themselves.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from markupsafe import Markup, escape

from selaras.article.formats.isolating import isolated
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.pipeline import Draft, Shown
from selaras_site.public.cards.phrases import phrases_of
from selaras_site.public.pages import Words
from selaras_site.translations.drafts import text_shown
from selaras_site.translations.models import Segment

PHRASED: frozenset[Tag] = frozenset({"ja"})
"""
Languages whose headlines break between phrases, which only a model can tell.
"""


def text_words(draft: Draft, path: str) -> Words:
    """
    A text of a draft as readers see it.
    """
    text, _ = text_shown(draft, path)
    segments = (s for s in draft.segments if s.source.path.partition("#")[0] == path)
    parts = [
        (s.source.text, SOURCE) if s.shown is Shown.ORIGINAL else (s.text, None)
        for s in segments
    ]
    return words_of_parts(text, draft.language, parts)


def row_words(text: str, language: Tag, rows: Iterable[Segment]) -> Words:
    """
    A text of a version as readers see it, from the rows of its sentences.
    """
    parts = [
        (row.source, SOURCE)
        if row.shown == Segment.Shown.ORIGINAL
        else (row.text, None)
        for row in rows
    ]
    return words_of_parts(text, language, parts)


def words_of_parts(
    text: str, language: Tag, parts: Sequence[tuple[str, Tag | None]]
) -> Words:
    """
    A text and its sentences, of which those without a language are in the page's.
    """
    found = {tag or language for said, tag in parts if said}
    if len(found) < 2:
        return Words(text=text, language=found.pop() if found else language)
    return Words(
        text=text,
        language=language,
        parts=tuple(
            Words(text=said, language=tag or language) for said, tag in parts if said
        ),
    )


def spoken_html(words: Words, language: Tag, *, is_headline: bool = False) -> Markup:
    """
    A text on a page of a language; what is in another says so.

    >>> spoken_html(Words(text="5 < 6", language="id"), "ar")
    Markup('<span lang="id" dir="ltr">5 &lt; 6</span>')
    """
    if words.parts:
        gap = " " if LANGUAGES[words.language].spaced else ""
        written = Markup("")
        before: Tag | None = None
        for part in words.parts:
            if before is not None:
                written += gap if before == part.language == language else " "
            written += spoken_html(part, language, is_headline=is_headline)
            before = part.language
        return written
    html = phrased(words.text, words.language) if is_headline else escape(words.text)
    html = Markup(isolated(html, words.language))  # noqa: S704 - it is escaped
    if words.language == language or not words.text:
        return html
    return Markup('<span lang="{}" dir="{}">{}</span>').format(
        words.lang, words.dir, html
    )


def template_html(html: Markup) -> SafeString:
    """
    What is escaped already, in Django's own type.
    """
    return mark_safe(str(html))  # noqa: S308 - Markup has escaped it


def phrased(text: str, language: Tag) -> Markup:
    """
    A headline that may only break where a reader would end a line.

    >>> phrased("ジャカルタで地震、27人死亡", "ja")
    Markup('<span class="phrases">ジャカルタで<wbr>地震、<wbr>27人死亡</span>')
    >>> phrased("Gempa", "id")
    Markup('Gempa')
    """
    return _phrased(text, language) if language in PHRASED and text else escape(text)


@lru_cache(maxsize=4096)
def _phrased(text: str, language: Tag) -> Markup:
    pieces, here = Markup(""), 0
    for word in phrases_of(text, language):
        gap = text[here : word.start]
        pieces += escape(gap) if gap or not here else Markup("<wbr>")
        pieces += escape(text[word.start : word.end])
        here = word.end
    return Markup('<span class="phrases">{}{}</span>').format(pieces, text[here:])
