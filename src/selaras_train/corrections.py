"""
What people corrected, as pairs to learn from: out of a TMX file or a memory.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from selaras.engines.cleaning import clean
from selaras.exchange.tmx import Tally, read_tmx
from selaras.languages import SOURCE, TARGETS, Tag
from selaras.memory import Memory
from selaras_train.corpora import Pair, read_corpus
from selaras_train.errors import NothingToLearn
from selaras_train.recipe import Corpus

LEAST = 60
"""
Corrections that are needed at least.
"""

HELD_BACK = 5
"""
Every how many corrections one is held back, to be measured with.
"""

NEWS = ("article", "sentence", "id", "en", "fr", "zh", "ja", "ar")
"""
The columns of a file of news of ours, which has no line that names them.
"""


News = Mapping[Tag, tuple[Pair, ...]]
"""
Sentences and their translations, by the language of these.
"""


@dataclass(frozen=True, slots=True)
class Corrections:
    """
    Pairs to learn from, and those held back: no source is among both.
    """

    learnt: tuple[Pair, ...]
    held_back: tuple[Pair, ...]


def corrections_in(
    target: Tag, *, tmx: Sequence[Path] = (), memories: Sequence[Path] = ()
) -> Corrections:
    """
    What people made of Indonesian sentences in a language, the last word of each.

    A TMX unit that says it is a machine's is left out; one that does not say is taken.
    Which are held back depends on the sentence alone, so that measuring again after
    more corrections never measures with what was learnt. Raises ``NothingToLearn``
    where there are too few.
    """
    newest: dict[str, Pair] = {}
    for text, translation in (*of_files(tmx, target), *of_memories(memories, target)):
        if text and translation:
            newest[text] = Pair("corrections", text, translation)
    if len(newest) < LEAST:
        raise NothingToLearn(
            f"Expected at least {LEAST} sentences that people corrected or wrote in "
            f"{target} but found {len(newest)}."
        )
    learnt = tuple(pair for pair in newest.values() if not is_held_back(pair.source))
    held_back = tuple(pair for pair in newest.values() if is_held_back(pair.source))
    if not learnt or not held_back:
        raise NothingToLearn(
            "Expected different sentences but got few again and again."
        )
    return Corrections(learnt, held_back)


def of_files(paths: Iterable[Path], target: Tag) -> Iterator[tuple[str, str]]:
    """
    The pairs of TMX files.
    """
    for path in paths:
        with path.open("rb") as stream:
            for pair in read_tmx(stream, Tally()):
                if pair.target == target and pair.level != "machine":
                    yield clean(pair.text), clean(pair.translation)


def of_memories(paths: Iterable[Path], target: Tag) -> Iterator[tuple[str, str]]:
    """
    What people wrote, out of memories.
    """
    for path in paths:
        if not path.is_file():
            raise NothingToLearn(f"There is no memory {path}.")
        with Memory(path) as memory:
            for entry in memory.entries(source=SOURCE, target=target, level="human"):
                yield clean(entry.text), clean(entry.translation)


def is_held_back(source: str) -> bool:
    """
    Whether a sentence is one of those that are only measured with.
    """
    digest = hashlib.blake2b(source.encode("utf-8"), digest_size=4).digest()
    return int.from_bytes(digest, "big") % HELD_BACK == 0


def news_in(paths: Sequence[Path], target: Tag, name: str) -> News:
    """
    Pairs from Indonesian out of tables: of our news, or with named columns.

    Into ``target``, and into every other language that the tables have as well: what a
    model learns in one language, it may forget in another.
    """
    others = (tag for tag in TARGETS if tag != target)
    return {tag: tuple(read_news(paths, tag, name)) for tag in (target, *others)}


def read_news(paths: Iterable[Path], target: Tag, name: str) -> Iterator[Pair]:
    """
    The pairs of tables into one language; none where they lack its column.
    """
    for path in paths:
        corpus = Corpus(path=path.name, name=name, columns=columns_of(path))
        for pair in read_corpus(corpus, (SOURCE, target), [path.parent]):
            yield Pair(name, clean(pair.source), clean(pair.target))


def columns_of(path: Path) -> tuple[str, ...]:
    """
    None where the first line names the columns, else those of our news.
    """
    with path.open(encoding="utf-8") as file:
        named = SOURCE in file.readline().rstrip("\n").split("\t")
    return () if named else NEWS
