"""
What the local engine must be told about a model, and about the machine it runs on.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from selaras.languages import Tag

Pair = tuple[Tag, Tag]

MOST_BATCHES = 8
"""
More batches than these do not run side by side; cores beyond them share the work.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """
    How the best translation is searched for.

    ``max_source_pieces`` is the longest sentence that the model saw in training: a
    longer one is cut at its clauses. ``growth`` is how many times longer than its
    source a translation may become before it is stopped and marked.
    """

    beam_size: int = 4
    length_penalty: float = 1.0
    repetition_penalty: float = 1.1
    no_repeat_ngram_size: int = 0
    max_source_pieces: int = 110
    growth: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    One CTranslate2 folder, the pairs it translates, and how it is spoken to.

    ``prefix`` and ``suffix`` are the tokens around the source, ``target_prefix`` those
    that the translation begins with; ``{source}`` and ``{target}`` in them become the
    language's name in ``codes``, or its tag. ``cleaned`` says that the model was
    trained on text as ``cleaning.clean`` writes it, ``covers`` that it learnt the signs
    of ``engines.covers``.
    """

    folder: Path
    pairs: tuple[Pair, ...]
    tokenizer: str = "spm.model"
    target_tokenizer: str = ""
    prefix: str = "<2{target}>"
    suffix: str = "</s>"
    target_prefix: str = ""
    codes: Mapping[Tag, str] = field(default_factory=dict)
    cleaned: bool = True
    covers: bool = False
    decoding: Decoding = field(default_factory=Decoding)

    def tokens(self, template: str, pair: Pair) -> list[str]:
        """
        The tokens of a template for a pair of languages.
        """
        source, target = (self.codes.get(tag, tag) for tag in pair)
        return template.format(source=source, target=target).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """
    How the work is spread over the processor.

    ``inter_threads`` batches run side by side, each on ``intra_threads`` cores.
    ``batch_tokens`` bounds the memory of one batch; an article is several batches, so
    that every core gets some.
    """

    inter_threads: int = 1
    intra_threads: int = 1
    batch_tokens: int = 1024
    compute_type: str = "int8"

    @classmethod
    def here(cls) -> "Machine":
        """
        What suits this machine: a batch on each core, while there are few cores.

        Two batches on a core each take a tenth less than one batch on two cores
        (``benchmarks/results/engine.json``). An article has no batches for many cores.
        """
        inter = min(cores(), MOST_BATCHES)
        return cls(inter_threads=inter, intra_threads=max(1, cores() // inter))


def cores() -> int:
    """
    How many processors this process may use, not how many the machine has.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
