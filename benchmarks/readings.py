"""
What people said who read the translations of the model in the box, one by one.

A file ``data/read-SET.tsv`` has a line for every sentence that was shown in
translation: ``article, sentence, language, translation, verdict, kind, remark``.
Instead of the translation it holds a digest: where the model or a repair says something
else today, nobody has read it, and the line does not count. The set itself, with the
Indonesian sentences, is ``data/native-dev.tsv`` or one of ``training/news6``.
"""

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from selaras.article import Article, Inline, Paragraph
from selaras.languages import TARGETS, Tag
from selaras.pipeline import Draft, DraftSegment, Shown, translate_articles
from selaras.pipeline.composing import composed

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"

SETS: Mapping[str, Path] = {
    "native-dev": DATA / "native-dev.tsv",
    "part-y": ROOT / "training" / "news6" / "part-y.tsv",
}
"""
The sets of which translations were read.
"""


SECTIONS: Mapping[str, str] = {
    "dis": "bencana",
    "law": "hukum",
    "pol": "politik",
}
"""
The grave sections, by what an article's name begins with.
"""


PLAIN = str.maketrans("“”", '""')


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    What a reader said of one translation: that it is critical, minor or right.

    ``kind`` is that of a critical error.
    """

    translation: str
    verdict: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """
    A sentence of an article as the pipeline makes it now, and what a reader said.

    There is no reading where the sentence is shown in Indonesian, or says something
    else than what was read.
    """

    article: str
    sentence: int
    draft: Draft
    segment: DraftSegment
    reading: Reading | None

    @property
    def language(self) -> Tag:
        """
        The language of the translation.
        """
        return self.draft.language

    @property
    def is_critical(self) -> bool:
        """
        Whether the reader found a critical error.
        """
        return self.reading is not None and self.reading.verdict == "critical"


def read_again(name: str) -> list[list[Read]]:
    """
    Translate the articles of a set that were read.

    Returns one list of sentences for each article, the languages behind each other.
    """
    readings = readings_of(name)
    articles = articles_of(name, {article for article, _, _ in readings})
    with composed("local", memory=None) as engine:
        drafts = translate_articles(list(articles.values()), engine=engine)
    return [
        [one for draft in group for one in read_in(draft, readings)] for group in drafts
    ]


def read_in(
    draft: Draft, readings: Mapping[tuple[str, int, Tag], Reading]
) -> Iterator[Read]:
    """
    The sentences of a draft with their readings.
    """
    for place, segment in enumerate(draft.segments):
        reading = readings.get((draft.article.id, place, draft.language))
        if segment.shown is Shown.ORIGINAL or (
            reading and reading.translation != digest(segment.text)
        ):
            reading = None
        yield Read(
            article=draft.article.id,
            sentence=place,
            draft=draft,
            segment=segment,
            reading=reading,
        )


def readings_of(name: str) -> dict[tuple[str, int, Tag], Reading]:
    """
    What was said, by article, sentence and language.
    """
    path = DATA / f"read-{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            (row["article"], int(row["sentence"]), row["language"]): Reading(
                translation=row["translation"],
                verdict=row["verdict"],
                kind=row["kind"],
            )
            for row in rows
        }


def articles_of(name: str, wanted: set[str]) -> dict[str, Article]:
    """
    Articles of a six-way file: the headline, and a paragraph for each sentence.
    """
    sentences: dict[str, list[str]] = {}
    for line in SETS[name].read_text(encoding="utf-8").splitlines():
        article, _, source, *_ = line.split("\t")
        sentences.setdefault(article, []).append(source)
    return {
        article: article_of(article, texts)
        for article, texts in sentences.items()
        if article in wanted
    }


def article_of(name: str, texts: Sequence[str]) -> Article:
    """
    An article of some sentences.
    """
    headline, *others = texts
    return Article(
        id=name,
        extra={"section": SECTIONS.get(name.partition("-")[0], "")},
        headline=Inline(text=headline),
        blocks=tuple(Paragraph(text=Inline(text=text)) for text in others),
    )


def digest(text: str) -> str:
    """
    A text as a file of readings knows it: the shape of quotation marks is no matter.
    """
    return hashlib.sha256(text.translate(PLAIN).encode()).hexdigest()[:10]


def counted(articles: Sequence[Sequence[Read]]) -> dict[Tag, int]:
    """
    How many sentences of each language were read as they are now.
    """
    return {
        tag: sum(
            one.reading is not None and one.language == tag
            for article in articles
            for one in article
        )
        for tag in TARGETS
    }
