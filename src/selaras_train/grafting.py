"""
A model to begin with, made of one that reads another language.

A model from English into French has learnt to write French already; a model from
Indonesian need not learn that again. Pieces that both vocabularies have keep what was
learnt of them. A new piece begins as the mean of the English pieces that translate it,
and where nobody knows these, of the old pieces that spell it (after Minixhofer,
Paischer and Rekabsaz, "WECHSEL: Effective initialization of subword embeddings for
cross-lingual transfer of monolingual language models", 2022).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy
import torch
from torch import Tensor

from selaras.languages import Tag
from selaras_train.aligning import links_of, require_aligner
from selaras_train.checkpoint import read_checkpoint, write_model
from selaras_train.corpora import Pair
from selaras_train.errors import CheckpointUnusable
from selaras_train.network import Size
from selaras_train.shards import Example
from selaras_train.vocabulary import SYMBOLS, UNKNOWN, Vocabulary

OFTEN = 3
"""
Times that a piece must be translated by another before that counts.
"""

SHARE = 0.1
"""
The least share of a piece's translations that one of them must have.
"""

SELDOM = 0.1
"""
The share of the old pieces that a new one is as unlikely as to be written.
"""

Say = Callable[[str], None]
Translations = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Tally:
    """
    How the pieces of a new vocabulary began.
    """

    kept: int = 0
    translated: int = 0
    spelt: int = 0


def graft(
    model: Path,
    old: Vocabulary,
    new: Vocabulary,
    pairs: Sequence[Pair],
    *,
    read: Tag,
    out: Path,
    say: Say = print,
) -> Tally:
    """
    Write ``out``, a model of the new vocabulary that knows what the old one knew.

    Args:
        model: weights of the old vocabulary, such as ``average.pt``.
        pairs: sentences that the new model reads, with what the old one reads.
        read: the language that the old one reads.

    Raises:
        CheckpointUnusable: the model's vocabulary is not as large as ``old``.
        AlignerMissing: eflomal is not installed.
    """
    require_aligner()
    content = read_checkpoint(model)
    size, named = Size(**content["size"]), content["model"]
    if size.vocabulary != len(old):
        raise CheckpointUnusable(
            f"Expected {model} to have {len(old)} pieces but it has {size.vocabulary}."
        )
    say(f"aligning {len(pairs)} pairs")
    translations = translations_of(pairs, old, new, read)
    embedding, bias, tally = begun(
        named["embedding.weight"].float(), named["bias"].float(), old, new, translations
    )
    say(
        f"{tally.kept} pieces kept, {tally.translated} begin as their translations, "
        f"{tally.spelt} as their letters"
    )
    write_model(
        out,
        replace(size, vocabulary=len(new)),
        {**named, "embedding.weight": embedding, "bias": bias},
        # What it learns from here on is another model's training.
        tokens=0,
        steps=0,
        seconds=0,
        guided=False,
        recipe="",
    )
    return tally


def translations_of(
    pairs: Iterable[Pair], old: Vocabulary, new: Vocabulary, target: Tag
) -> dict[str, dict[int, float]]:
    """
    For each piece of the new language, the old numbers that translate it and how often.
    """
    examples = [
        Example(
            numpy.array(new.source(pair.source, target), numpy.uint16),
            numpy.array(old.target(pair.target), numpy.uint16),
            numpy.zeros((0, 2), numpy.uint16),
        )
        for pair in pairs
    ]
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for example, links in zip(examples, links_of(examples), strict=True):
        for there, here in links:
            counts[int(example.source[here])][int(example.target[there])] += 1
    spelling = new.pieces()
    return {
        spelling[number]: usual
        for number, found in counts.items()
        if (usual := usual_of(found))
    }


def usual_of(found: Counter[int]) -> dict[int, float]:
    """
    The translations that are no accident, with their shares.

    >>> usual_of(Counter({7: 88, 8: 12, 9: 2}))
    {7: 0.88, 8: 0.12}
    """
    least = max(OFTEN, SHARE * found.total())
    usual = {number: count for number, count in found.items() if count >= least}
    return {number: count / sum(usual.values()) for number, count in usual.items()}


def begun(
    embedding: Tensor,
    bias: Tensor,
    old: Vocabulary,
    new: Vocabulary,
    translations: Translations,
) -> tuple[Tensor, Tensor, Tally]:
    """
    The embedding, of shape (new pieces, width), and the bias that a model begins with.
    """
    numbers = {piece: number for number, piece in enumerate(old.pieces())}
    rows, biases, tally = [], [], Tally()
    low = float(torch.quantile(bias, SELDOM))
    length = float(embedding.norm(dim=1).median())
    for piece in new.pieces():
        if piece in numbers:
            tally = replace(tally, kept=tally.kept + 1)
            rows.append(embedding[numbers[piece]])
            biases.append(float(bias[numbers[piece]]))
            continue
        meant = translations.get(piece)
        if meant:
            tally = replace(tally, translated=tally.translated + 1)
        else:
            tally = replace(tally, spelt=tally.spelt + 1)
            meant = spelling_of(piece, old)
        row = sum(
            (share * embedding[number] for number, share in meant.items()),
            torch.zeros(embedding.shape[1]),
        )
        # A mean is shorter than what it is the mean of; the network expects no such.
        rows.append(row * (length / float(row.norm().clamp_min(1e-6))))
        biases.append(low)
    return torch.stack(rows), torch.tensor(biases), tally


def spelling_of(piece: str, old: Vocabulary) -> dict[int, float]:
    """
    The old pieces that spell a new one, in equal shares.
    """
    if piece in SYMBOLS:
        return {UNKNOWN: 1.0}
    if piece.startswith("▁"):
        spelt = old.target(piece.removeprefix("▁"))
    else:
        # Behind a digit, which stands alone, it is spelt as within a word.
        spelt = old.target(f"0{piece}")[len(old.target("0")) :]
    spelt = spelt or [UNKNOWN]
    shares: dict[int, float] = defaultdict(float)
    for number in spelt:
        shares[number] += 1 / len(spelt)
    return dict(shares)
