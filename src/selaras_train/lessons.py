"""
What an adapted model learns from: corrections, and news in every language beside them.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from selaras.languages import Tag
from selaras.weights.manifest import Pair as Route
from selaras_train.corpora import Pair
from selaras_train.corrections import Corrections, News
from selaras_train.preparing import encode
from selaras_train.recipe import Shape
from selaras_train.shards import Shard
from selaras_train.vocabulary import Vocabulary

CORRECTIONS, REHEARSED = "corrections", "rehearsed"


def write_lessons(
    direction: Route,
    corrections: Corrections,
    rehearsed: News,
    vocabulary: Vocabulary,
    data: Path,
) -> list[Shard]:
    """
    Write what is learnt from into a folder: the corrections, then what is rehearsed.
    """
    source, target = direction

    def lesson(corpus: str, target: Tag, pairs: Iterable[Pair]) -> Shard:
        return encode(corpus, (source, target), pairs, vocabulary, Shape().longest)

    corrected = lesson(CORRECTIONS, target, corrections.learnt)
    news = (lesson(REHEARSED, tag, pairs) for tag, pairs in rehearsed.items())
    shards = [corrected, *(shard for shard in news if len(shard))]
    for shard in shards:
        shard.write(data)
    return shards


def weights_of(direction: Route, rehearsed: Sequence[Shard]) -> dict[str, float]:
    """
    How often each language is rehearsed: together as often as corrections are learnt.

    Half of it is in the language that was corrected, which changes most.

    >>> shards = [Shard.of(f"rehearsed.id-{tag}", []) for tag in ("en", "fr", "zh")]
    >>> weights_of(("id", "en"), shards)
    {'rehearsed.id-en': 0.5, 'rehearsed': 0.25}
    """
    own = f"{REHEARSED}.{'-'.join(direction)}"
    others = sum(shard.name != own for shard in rehearsed)
    share = 0.5 if 0 < others < len(rehearsed) else 1.0
    return {own: share, REHEARSED: share / max(others, 1)}
