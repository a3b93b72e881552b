"""
The pieces that sentences are written in: one SentencePiece model for all languages.
"""

import random
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import sentencepiece

from selaras.engines.covers import SIGNS
from selaras.languages import LANGUAGES, Tag
from selaras_train.errors import NothingToLearn

PADDING, UNKNOWN, BEGIN, END = range(4)
"""
Numbers that every vocabulary of ours gives to its first four pieces.
"""

SYMBOLS: tuple[str, ...] = (
    *(f"<2{tag}>" for tag in ("id", "en", "fr", "zh", "ja", "ar")),
    *SIGNS,
    *("<bt>", "<news>", "<sep>", "<s0>", "<s1>", "<s2>"),
)
"""
Pieces with a meaning: target languages, stand-ins for numbers and names, spares.
"""

SAMPLE = 400_000
"""
Lines of one language that a vocabulary is learnt from at most.
"""


class Vocabulary:
    """
    A learnt vocabulary, loaded: text becomes piece numbers and comes back.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(path))

    def __len__(self) -> int:
        return int(self._processor.get_piece_size())

    def pieces(self) -> list[str]:
        """
        Every piece, in the order of its number.
        """
        return [str(self._processor.id_to_piece(n)) for n in range(len(self))]

    def source(self, text: str, target: Tag) -> list[int]:
        """
        A sentence to translate: the target's tag, its pieces, the end.
        """
        tag = self._processor.piece_to_id(f"<2{target}>")
        return [tag, *self._processor.encode(text), END]

    def target(self, text: str) -> list[int]:
        """
        A sentence as a translation, without begin and end.
        """
        return [int(number) for number in self._processor.encode(text)]

    def spelt(self, text: str, target: Tag) -> list[str]:
        """
        What ``source`` gives, as an engine wants it: in pieces.
        """
        return [f"<2{target}>", *self._processor.encode(text, out_type=str), "</s>"]

    def text(self, pieces: Sequence[str]) -> str:
        """
        The text that some pieces spell.
        """
        return str(self._processor.decode(list(pieces)))


def learn_vocabulary(
    texts: dict[Tag, Iterable[str]], *, size: int, path: Path, seed: int = 1
) -> Vocabulary:
    """
    Learn a vocabulary of ``size`` pieces for some languages and write it to ``path``.

    Digits stand alone, so that no number is a piece the network must have seen before;
    what the alphabet lacks is spelt in bytes, so that nothing is unknown.
    """
    if unknown := set(texts) - set(LANGUAGES):
        raise NothingToLearn(f"There is no language {', '.join(sorted(unknown))}.")
    chooser = random.Random(seed)  # noqa: S311 - not a secret
    lines = list(chain.from_iterable(_sample(texts[tag], chooser) for tag in texts))
    chooser.shuffle(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _learn(lines, size, path)
    except RuntimeError as error:
        raise NothingToLearn(
            f"{len(lines)} lines do not give a vocabulary of {size} pieces: {error}"
        ) from error
    return Vocabulary(path)


def _sample(lines: Iterable[str], chooser: random.Random) -> list[str]:
    distinct = list(dict.fromkeys(lines))
    chooser.shuffle(distinct)
    return distinct[:SAMPLE]


def _learn(lines: list[str], size: int, path: Path) -> None:
    with path.open("wb") as model:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(lines),
            model_writer=model,
            vocab_size=size,
            character_coverage=0.9995,
            pad_id=PADDING,
            unk_id=UNKNOWN,
            bos_id=BEGIN,
            eos_id=END,
            user_defined_symbols=list(SYMBOLS),
            byte_fallback=True,
            split_digits=True,
            normalization_rule_name="identity",
            max_sentence_length=3000,
            num_threads=2,
            minloglevel=2,
        )
