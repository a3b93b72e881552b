"""
Scores of an exported model on aligned text, each number with its signature.
"""

import hashlib
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import ctranslate2

from selaras.engines.cleaning import clean
from selaras.engines.runtime import SHORTLISTS
from selaras.evaluation import Measurement, evaluate
from selaras_train.errors import CorpusUnreadable
from selaras_train.export import TOKENIZER
from selaras_train.recipe import Direction
from selaras_train.vocabulary import Vocabulary

LONGEST = 200
"""
Pieces after which a translation that does not end is stopped.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """
    How translations are searched for; ``beam`` 1 is greedy.
    """

    beam: int = 2
    repetition_penalty: float = 1.1
    threads: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """
    One model on one set: the scores, the speed, and what it wrote.
    """

    set_name: str
    direction: Direction
    measurements: tuple[Measurement, ...]
    translations: tuple[str, ...]


class Exported:
    """
    An exported model, loaded.
    """

    def __init__(self, folder: Path, search: Search) -> None:
        self.folder, self.search = folder, search
        self._vocabulary = Vocabulary(folder / TOKENIZER)
        self._translator = ctranslate2.Translator(
            str(folder),
            compute_type="int8",
            inter_threads=search.threads,
            intra_threads=1,
        )

    def translate(self, sentences: Sequence[str], target: str) -> list[str]:
        """
        Translate sentences into a language.
        """
        results = self._translator.translate_batch(
            [self._vocabulary.spelt(clean(text), target) for text in sentences],
            beam_size=self.search.beam,
            repetition_penalty=self.search.repetition_penalty,
            max_batch_size=2048,
            batch_type="tokens",
            max_decoding_length=LONGEST,
            disable_unk=True,
            use_vmap=(self.folder / SHORTLISTS).is_file(),
        )
        return [self._vocabulary.text(result.hypotheses[0]) for result in results]

    def signature(self) -> str:
        """
        What a score of this model must say about it.
        """
        weights = hashlib.sha256((self.folder / "model.bin").read_bytes()).hexdigest()
        return (
            f"beam:{self.search.beam}|penalty:{self.search.repetition_penalty}"
            f"|engine:ctranslate2-{ctranslate2.__version__}|weights:{weights[:8]}"
        )


def score_model(
    folder: Path,
    source: Path,
    reference: Path,
    *,
    direction: Direction,
    search: Search,
    name: str = "",
    limit: int | None = None,
) -> Scored:
    """
    Translate a file with an exported model and compare it with its reference.
    """
    sources, references = lines_of(source)[:limit], lines_of(reference)[:limit]
    model = Exported(folder, search)
    begun = time.perf_counter()
    translations = model.translate(sources, direction[1])
    speed = len(sources) / (time.perf_counter() - begun)
    set_name = name or source.stem
    measured = evaluate(
        translations,
        references,
        language=direction[1],
        sources=sources,
        source_language=direction[0],
    )
    return Scored(
        set_name=set_name,
        direction=direction,
        measurements=tuple(signed([*measured, pace(speed)], model, set_name)),
        translations=tuple(translations),
    )


def pace(speed: float) -> Measurement:
    """
    A speed as a measurement: it says nothing without the machine it was taken on.
    """
    return Measurement(name="sentences per second", value=speed, signature="wall clock")


def signed(
    measurements: Iterable[Measurement], model: Exported, set_name: str
) -> Iterable[Measurement]:
    """
    Measurements whose signatures also name the set, the search and the weights.
    """
    for measured in measurements:
        yield Measurement(
            name=measured.name,
            value=measured.value,
            signature=f"{measured.signature}|set:{set_name}|{model.signature()}",
        )


def as_json(scored: Scored) -> str:
    """
    Scores as JSON, without the translations.
    """
    content = {
        "set": scored.set_name,
        "direction": "-".join(scored.direction),
        "measurements": [asdict(measured) for measured in scored.measurements],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def lines_of(path: Path) -> list[str]:
    """
    The lines of a file; only a line feed ends one, so that files stay aligned.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusUnreadable(f"Expected {path} to be UTF-8: {error}.") from error
    return text.removesuffix("\n").split("\n")
