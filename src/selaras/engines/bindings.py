"""
What we use of the runtimes, with its types, and their failures as ours.

They are loaded here and only when a model is: importing the engine costs nothing.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from selaras.engines.part import Machine
from selaras.errors import EngineBroken


class Tokenizer(Protocol):
    """
    A SentencePiece model.
    """

    def encode(self, text: str, *, out_type: type[str]) -> list[str]:
        """
        The pieces of a text.
        """

    def decode(self, pieces: Sequence[str]) -> str:
        """
        The text of pieces.
        """


class Result(Protocol):
    """
    The hypotheses for one sentence, best first; each list is as long as asked for.
    """

    hypotheses: list[list[str]]
    scores: list[float]
    attention: list[list[list[float]]]


class Waiting(Protocol):
    """
    A result that the runtime is working on.
    """

    def result(self) -> Result:
        """
        Wait for it; a failure of the runtime is raised here.
        """


class Translator(Protocol):
    """
    A CTranslate2 model.
    """

    def translate_batch(
        self,
        source: Sequence[Sequence[str]],
        target_prefix: Sequence[Sequence[str]] | None,
        **options: object,
    ) -> list[Waiting]:
        """
        Translate, in batches of the runtime's own making.
        """


def open_translator(folder: Path, machine: Machine) -> Translator:
    """
    Load the model in a folder.
    """
    import ctranslate2

    try:
        translator = ctranslate2.Translator(
            str(folder),
            device="cpu",
            compute_type=machine.compute_type,
            inter_threads=machine.inter_threads,
            intra_threads=machine.intra_threads,
        )
    except (RuntimeError, ValueError) as error:
        raise EngineBroken(
            f"The model in {folder} could not be loaded: {error}."
        ) from error
    return cast("Translator", translator)


def open_tokenizer(path: Path) -> Tokenizer:
    """
    Load a SentencePiece model.
    """
    import sentencepiece

    try:
        tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise EngineBroken(f"{path} is no tokenizer: {error}.") from error
    return cast("Tokenizer", tokenizer)
