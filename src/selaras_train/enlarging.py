"""
More text to learn from, made by the network that learns.

English that people wrote, and its translations, gets Indonesian sources (back
translation: Sennrich, Haddow and Birch, 2016), named ``CORPUS+bt``; Indonesian that
people wrote with its English gets translations of that English ("sequence-level
knowledge distillation": Kim and Rush, 2016), named ``CORPUS+made``. A source begins
with ``<bt>`` or with ``<s0>``, so that the network knows what a machine wrote.

All of it is in pieces of one vocabulary, so nothing is spelt in between; what is made
must have the digits of what it was made from, an end, and a likely length. A network
makes only what it learns to make: a language that the work folder has pairs from
English into.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch
from torch import Tensor

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras_train.batches import weight_of
from selaras_train.checkpoint import read_checkpoint
from selaras_train.errors import CheckpointUnusable, NothingToLearn
from selaras_train.greedy import written
from selaras_train.masks import Masks
from selaras_train.network import Network, Size
from selaras_train.recipe import Direction
from selaras_train.shards import Numbers, Offsets, Shard, read_shards
from selaras_train.vocabulary import END, PADDING, SYMBOLS, Vocabulary

BACK, MADE = "+bt", "+made"
"""
What is written after the name of a corpus whose sources or targets a machine made.
"""

TAGS: Mapping[str, str] = {BACK: "<bt>", MADE: "<s0>"}
PIVOT = "en"
SKIPPED = ("lexicon", "templates", "cldr-names", "news6")
"""
Corpora that stand in all languages already, or hold no sentences.
"""

AT_ONCE = 400_000
"""
Padded pieces of the sources that are translated together.
"""

ROWS = 12_000
LONGEST = 100
SLACK = 8
VARIED = 0.45
"""
The share of a translation's pieces that must differ from each other.
"""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Task:
    """
    The sentences of a shard that get something made of their English side.

    ``english`` and ``others`` are pairs in the same order, without tags and ends.
    """

    corpus: str
    other: Tag
    english: list[Numbers]
    others: list[Numbers]


class Enlarger:
    """
    A network on a device that translates sentences given as pieces.
    """

    def __init__(
        self, model: Path, vocabulary: Vocabulary, device: torch.device
    ) -> None:
        pieces = vocabulary.pieces()
        kind = torch.bfloat16 if device.type == "cuda" else torch.float32
        self.network = network_of(model, len(pieces)).to(device, kind).eval()
        self.device = device
        self.numbers = {piece: number for number, piece in enumerate(pieces)}
        self._digits = digits_of(pieces).to(device)
        barred = torch.zeros(len(pieces), dtype=kind)
        barred[:END] = -torch.inf
        barred[[self.numbers[symbol] for symbol in SYMBOLS]] = -torch.inf
        self._barred = barred.to(device)

    def translate(
        self, sentences: Sequence[Numbers], target: Tag, say: Say
    ) -> list[Numbers | None]:
        """
        Each sentence in another language; None where what came is not to be used.
        """
        tag = self.numbers[f"<2{target}>"]
        made: list[Numbers | None] = [None] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda n: len(sentences[n]))
        done = 0
        for places in portions(order, [len(sentences[n]) for n in order]):
            source = self._source([sentences[n] for n in places], tag)
            most = min(LONGEST, 2 * source.shape[1] + SLACK)
            target_pieces = written(self.network, source, self._barred, most)
            good = are_good(source, target_pieces, self._digits).cpu().numpy()
            lengths = (target_pieces > END).sum(1).cpu().numpy()
            rows = target_pieces.cpu().numpy().astype(numpy.uint16)
            for row, place in enumerate(places):
                if good[row]:
                    made[place] = rows[row, : lengths[row]]
            done += len(places)
        kept = sum(one is not None for one in made)
        say(f"{done} sentences into {target}, {kept} of them good")
        return made

    def _source(self, sentences: Sequence[Numbers], tag: int) -> Tensor:
        width = -(-(max(map(len, sentences)) + 2) // SLACK) * SLACK
        rows = numpy.full((len(sentences), width), PADDING, numpy.int64)
        rows[:, 0] = tag
        for row, sentence in enumerate(sentences):
            rows[row, 1 : len(sentence) + 1] = sentence
            rows[row, len(sentence) + 1] = END
        return torch.from_numpy(rows).to(self.device)


def are_good(source: Tensor, target: Tensor, digits: Tensor) -> Tensor:
    """
    Which rows of translations may be learnt from, of sources with a tag and an end.

    Those that end, are about as long, have the digits of their source as often as it
    has them, and do not repeat themselves.

    Args:
        digits: for each piece of the vocabulary which digit it is, as by ``digits_of``.
    """
    ends = (target == END).any(1)
    read, wrote = (source > END).sum(1) - 1, (target > END).sum(1)
    likely = (wrote > 0) & (2 * wrote + SLACK >= read) & (2 * read + SLACK >= wrote)
    asked, found = digits[source], digits[target]
    same = torch.ones_like(ends)
    for digit in range(10):
        same &= (asked == digit).sum(1) == (found == digit).sum(1)
    ordered = target.sort(1).values
    # Neither the end nor the padding makes a translation more varied.
    new = (ordered[:, 1:] > END) & (ordered.diff(dim=1) != 0)
    different = new.sum(1) + (ordered[:, 0] > END)
    return ends & likely & same & (different >= VARIED * wrote)


def digits_of(pieces: Sequence[str]) -> Tensor:
    """
    For each piece which digit it is, or -1.

    A digit that a vocabulary lacks is spelt as the byte that it is.

    >>> digits_of(["<pad>", "7", "<0x30>", "seven", "<0x41>"]).tolist()
    [-1, 7, 0, -1, -1]
    """
    known = {spelt: d for d in range(10) for spelt in (str(d), f"<0x{0x30 + d:02X}>")}
    return torch.tensor([known.get(piece, -1) for piece in pieces])


def network_of(model: Path, pieces: int) -> Network:
    """
    The network of a model file, which must be of a vocabulary of so many pieces.
    """
    content = read_checkpoint(model)
    try:
        size = Size(**content["size"])
        network = Network(size, Masks(0.0))
        network.load_state_dict(content["model"])
    except (KeyError, TypeError, RuntimeError) as error:
        raise CheckpointUnusable(f"{model} is not a model: {error}") from error
    if size.vocabulary != pieces:
        raise CheckpointUnusable(
            f"Expected a model of {pieces} pieces, as the vocabulary has, but {model} "
            f"has {size.vocabulary}."
        )
    return network


def enlarge(
    work: Path,
    model: Path,
    *,
    weights: Mapping[str, float],
    least: float,
    device: torch.device,
    say: Say = print,
) -> None:
    """
    Write the shards ``CORPUS+bt`` and ``CORPUS+made`` beside those of a work folder.

    Args:
        weights: the recipe's; only corpora of at least ``least`` are enlarged.
    """
    shards = read_shards(work / "train")
    learnt = learnt_from_english(shards)
    real = [shard for shard in shards if wanted(shard, weights, least)]
    both = [task_of(s) for s in real if direction_of(s) == (SOURCE, PIVOT)]
    back = [task_of(s) for s in real if direction_of(s) != (SOURCE, PIVOT)]
    if SOURCE not in learnt:
        back = []
    into = [tag for tag in learnt if tag != SOURCE]
    if not back and not (both and into):
        raise NothingToLearn(
            f"There is no English side in {work} to translate into a language that is "
            f"learnt from English there, in a corpus of a weight of {least} or more."
        )
    enlarger = Enlarger(model, Vocabulary(work / "vocabulary.model"), device)
    sources = Sources(enlarger, back, say)
    for shard in (*sources.shards(back), *made_shards(enlarger, both, into, say)):
        shard.write(work / "train")
        say(f"{shard.name}: {len(shard)} pairs, {len(shard.targets)} target tokens")


def learnt_from_english(shards: Iterable[Shard]) -> list[Tag]:
    """
    The languages that a network of these shards learns to write from English.
    """
    found = {target for source, target in map(direction_of, shards) if source == PIVOT}
    return [tag for tag in LANGUAGES if tag in found]


def wanted(shard: Shard, weights: Mapping[str, float], least: float) -> bool:
    """
    Whether a shard is real text that is worth translating.
    """
    corpus = shard.name.rpartition(".")[0]
    source, target = direction_of(shard)
    fit = (source, target) == (SOURCE, PIVOT) or (source == PIVOT and target != SOURCE)
    ours = "+" in corpus or corpus in SKIPPED
    return fit and not ours and weight_of(shard.name, weights) >= least


def direction_of(shard: Shard) -> Direction:
    """
    What a shard's pairs translate into what, by its name.
    """
    source, _, target = shard.name.rpartition(".")[2].partition("-")
    return source, target


def task_of(shard: Shard) -> Task:
    """
    A shard's pairs, the English side first.
    """
    corpus = shard.name.rpartition(".")[0]
    source, target = direction_of(shard)
    examples = [shard[number] for number in range(len(shard))]
    bare = [example.source[1:-1] for example in examples]
    targets = [example.target for example in examples]
    if source == PIVOT:
        return Task(corpus, target, bare, targets)
    return Task(corpus, source, targets, bare)


class Sources:
    """
    Indonesian for all the English of some tasks, each sentence translated once.
    """

    def __init__(self, enlarger: Enlarger, tasks: Iterable[Task], say: Say) -> None:
        self._numbers = enlarger.numbers
        distinct: dict[bytes, Numbers] = {}
        self._corpora: dict[bytes, str] = {}
        for task in tasks:
            for sentence in task.english:
                distinct.setdefault(sentence.tobytes(), sentence)
                self._corpora.setdefault(sentence.tobytes(), task.corpus)
        made = enlarger.translate(list(distinct.values()), SOURCE, say)
        self._made = {
            key: (english, source)
            for (key, english), source in zip(distinct.items(), made, strict=True)
            if source is not None
        }

    def shards(self, tasks: Iterable[Task]) -> Iterator[Shard]:
        """
        The tasks' pairs with Indonesian sources; and the English itself with them.
        """
        tag = self._numbers[TAGS[BACK]]
        for task in tasks:
            pairs = (
                (self._made[english.tobytes()][1], target)
                for english, target in zip(task.english, task.others, strict=True)
                if english.tobytes() in self._made
            )
            yield shard_of(
                f"{task.corpus}{BACK}.{SOURCE}-{task.other}",
                pairs,
                (self._numbers[f"<2{task.other}>"], tag),
            )
        by_corpus: dict[str, list[tuple[Numbers, Numbers]]] = {}
        for key, (english, source) in self._made.items():
            by_corpus.setdefault(self._corpora[key], []).append((source, english))
        for corpus, found in by_corpus.items():
            yield shard_of(
                f"{corpus}{BACK}.{SOURCE}-{PIVOT}",
                found,
                (self._numbers[f"<2{PIVOT}>"], tag),
            )


def made_shards(
    enlarger: Enlarger, tasks: Sequence[Task], into: Iterable[Tag], say: Say
) -> Iterator[Shard]:
    """
    The Indonesian of some tasks with what their English becomes in each language.
    """
    tag = enlarger.numbers[TAGS[MADE]]
    for target in into:
        for task in tasks:
            made = enlarger.translate(task.english, target, say)
            pairs = (
                (source, translation)
                for source, translation in zip(task.others, made, strict=True)
                if translation is not None
            )
            yield shard_of(
                f"{task.corpus}{MADE}.{SOURCE}-{target}",
                pairs,
                (enlarger.numbers[f"<2{target}>"], tag),
            )


def shard_of(
    name: str, pairs: Iterable[tuple[Numbers, Numbers]], tags: Sequence[int]
) -> Shard:
    """
    A shard of bare pairs, its sources with tags and end.
    """
    begin, end = numpy.array(tags, numpy.uint16), numpy.array([END], numpy.uint16)
    sources, targets = [], []
    for source, target in pairs:
        sources.append(numpy.concatenate([begin, source, end]))
        targets.append(target)
    read, read_offsets = flat(sources)
    wrote, wrote_offsets = flat(targets)
    unlinked = Shard.unlinked(len(targets))
    return Shard(name, read, wrote, read_offsets, wrote_offsets, *unlinked)


def flat(sentences: Sequence[Numbers]) -> tuple[Numbers, Offsets]:
    """
    Sentences end to end, and where each of them begins.
    """
    offsets = numpy.cumsum([0, *map(len, sentences)], dtype=numpy.int64)
    return numpy.concatenate([*sentences, numpy.zeros(0, numpy.uint16)]), offsets


def portions(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """
    Places sorted by length in runs that are translated together.

    >>> [len(run) for run in portions(range(5), [2, 2, 3, 90_000, 99_000])]
    [4, 1]
    """
    start = 0
    for stop, longest in enumerate(lengths):
        rows = stop - start + 1
        if rows > 1 and (rows > ROWS or rows * (longest + SLACK) > AT_ONCE):
            yield list(order[start:stop])
            start = stop
    if start < len(order):
        yield list(order[start:])
