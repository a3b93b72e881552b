"""
Make a draft of a translation that somebody else made, so that it can be checked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from selaras.article import Article, Inline, Mark, Paragraph, Segment, cut
from selaras.errors import ArticleEmpty, SegmentMismatch
from selaras.languages import Tag
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.steps import check_with, verbatim_of


def compare(article: Article, translation: Article) -> Draft:
    """
    Pair an article with its translation, text by text, and check every pair.

    Sentences are paired one to one where a text has equally many in both; otherwise
    the whole text is one pair. Raises ``SegmentMismatch`` when the two do not have the
    same texts in the same places.
    """
    ours, theirs = texts_of(article), texts_of(translation)
    if [path for path, _ in ours] != [path for path, _ in theirs]:
        raise SegmentMismatch(first_difference(ours, theirs))
    segments = tuple(
        segment
        for (_, source), (_, target) in zip(ours, theirs, strict=True)
        for segment in paired(source, target)
    )
    draft = Draft(article=article, language=translation.language, segments=segments)
    (checked,) = check_with()((draft,))
    return checked


LINE = "line "
"""
How the path of a segment begins that is a line of a file, counted from 1.
"""


def compare_lines(
    sources: Sequence[str], targets: Sequence[str], *, language: Tag
) -> Draft:
    """
    Pair lines with lines and check every pair; one may be empty, but not both.

    Raises ``SegmentMismatch`` when there are not equally many, and ``ArticleEmpty``
    when there is nothing to compare: that nothing was found would say too much.
    """
    if len(sources) != len(targets):
        raise SegmentMismatch(
            f"The original has {len(sources)} lines and the translation has "
            f"{len(targets)}: line by line, there must be equally many."
        )
    if not any((*sources, *targets)):
        raise ArticleEmpty("Neither the original nor the translation holds any text.")
    pairs = enumerate(zip(sources, targets, strict=True), start=1)
    draft = Draft(
        article=Article(blocks=tuple(Paragraph(text=Inline(text=s)) for s in sources)),
        language=language,
        segments=tuple(
            line_pair(n, ours, theirs) for n, (ours, theirs) in pairs if ours or theirs
        ),
    )
    (checked,) = check_with()((draft,))
    return checked


def line_pair(number: int, source: str, target: str) -> DraftSegment:
    """
    One line and its translation.
    """
    segment = Segment(path=f"{LINE}{number}", text=source)
    return DraftSegment(source=segment, text=target, verbatim=verbatim_of(segment))


Text = tuple[str, tuple[Segment, ...]]


def texts_of(article: Article) -> list[Text]:
    """
    Every text of an article with its sentences.
    """
    grouped = groupby(cut(article), key=lambda segment: segment.path.partition("#")[0])
    return [(path, tuple(sentences)) for path, sentences in grouped]


def first_difference(ours: Sequence[Text], theirs: Sequence[Text]) -> str:
    """
    A sentence that says where two articles part.
    """
    for (expected, _), (found, _) in zip(ours, theirs, strict=False):
        if expected != found:
            return (
                f"The original has {expected} where the translation has {found}: "
                "the two must have the same blocks in the same order."
            )
    return (
        f"The original has {len(ours)} texts (headline, paragraphs, captions and so "
        f"on); the translation has {len(theirs)}."
    )


def paired(
    source: tuple[Segment, ...], target: tuple[Segment, ...]
) -> Iterator[DraftSegment]:
    """
    Sentence with sentence, or all with all.
    """
    if len(source) != len(target):
        source, target = (whole(source),), (whole(target),)
    for ours, theirs in zip(source, target, strict=True):
        yield DraftSegment(
            source=ours,
            text=theirs.text,
            marks=theirs.marks,
            verbatim=verbatim_of(ours),
        )


def whole(sentences: Sequence[Segment]) -> Segment:
    """
    Sentences of one text as one segment.
    """
    text, marks = "", []
    for sentence in sentences:
        marks += [moved(mark, len(text)) for mark in sentence.marks]
        text += sentence.text + sentence.glue
    return replace(sentences[0], text=text.rstrip(), marks=tuple(marks), glue="")


def moved(mark: Mark, by: int) -> Mark:
    """
    A mark so many characters further on.
    """
    return replace(mark, start=mark.start + by, end=mark.end + by)
