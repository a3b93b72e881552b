"""
What the local engine adds to the bare runtime: ``python -m benchmarks.engine``.

The same sentences, cleaned and tokenised beforehand and sorted by length, go through
``ctranslate2.Translator.translate_batch`` with the settings that the engine uses, and
as text through the engine. Runs alternate, so that whatever else the machine does falls
on both alike; figures are medians. The claim is 0.85 of the bare throughput.

Then the choices behind the defaults, measured in the same way: how many batches side by
side, and the size of the beam.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence

import ctranslate2
import sentencepiece

from benchmarks.machine import EXAMPLES, signature, write_result
from selaras.engines import Request
from selaras.engines.cleaning import clean
from selaras.engines.local import CTranslate2Engine, Decoding, Machine, Part
from selaras.engines.runtime import MARGIN
from selaras.languages import TARGETS
from selaras.text import sentences_of
from selaras.weights import find

RUNS = 5
SENTENCES = 30

Run = Callable[[], object]


def main() -> None:
    """
    Measure, write ``results/engine.json``, and print it.
    """
    requests = some_requests()
    part, machine = embedded_part(), Machine.here()
    result = {
        "signature": signature(
            weights=find().manifest.label,
            requests=len(requests),
            runs=RUNS,
            beam=part.decoding.beam_size,
            compute=machine.compute_type,
            inter=machine.inter_threads,
            intra=machine.intra_threads,
            batch_tokens=machine.batch_tokens,
        ),
        "load_seconds": round(loading(part), 3),
        "beside_the_runtime": beside_the_runtime(part, machine, requests),
        "threads": of_machines(part, requests),
        "beams": of_beams(part, machine, requests),
        "peak_memory_mb": round(peak_memory(), 1),
    }
    write_result("engine", result)
    print(result)


def some_requests() -> list[Request]:
    """
    The first sentences of the examples, each into every language.
    """
    sentences: list[str] = []
    for path in sorted(EXAMPLES.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[-1]
        for line in body.splitlines():
            sentences += sentences_of(line.lstrip("#>-* "))
    return [
        Request(text=text, target=target)
        for text in sentences[:SENTENCES]
        for target in TARGETS
    ]


def embedded_part(decoding: Decoding | None = None) -> Part:
    """
    The first part of the model in the box, as the engine takes it.
    """
    model = find()
    said = model.manifest.models[0]
    return Part(
        folder=model.folder / said.folder,
        pairs=said.pairs,
        decoding=decoding
        or Decoding(
            beam_size=said.decoding.beam_size,
            repetition_penalty=said.decoding.repetition_penalty,
            max_source_pieces=said.decoding.max_source_pieces,
            growth=said.decoding.growth,
        ),
    )


def loading(part: Part) -> float:
    """
    Seconds from nothing to the first translation.
    """
    started = time.perf_counter()
    CTranslate2Engine([part]).translate([Request(text="Gempa.", target="en")])
    return time.perf_counter() - started


def beside_the_runtime(
    part: Part, machine: Machine, requests: Sequence[Request]
) -> dict[str, object]:
    """
    The engine's throughput and the bare runtime's, with and without alignment.
    """
    aligned = [
        Request(text=request.text, target=request.target, align=True)
        for request in requests
    ]
    engine = CTranslate2Engine([part], machine=machine)
    seconds = alternating(
        {
            "runtime": bare(part, machine, requests),
            "engine": lambda: engine.translate(requests),
            "engine_aligning": lambda: engine.translate(aligned),
        }
    )
    bare_seconds = statistics.median(seconds["runtime"])
    return {
        name: {
            "requests_per_second": round(len(requests) / statistics.median(taken), 1),
            "of_the_runtime": round(bare_seconds / statistics.median(taken), 3),
            "seconds": [round(second, 3) for second in taken],
        }
        for name, taken in seconds.items()
    }


def of_machines(part: Part, requests: Sequence[Request]) -> dict[str, float]:
    """
    Requests per second by how the cores are shared out.
    """
    return throughput(
        {
            f"{inter}x{intra}, {tokens} tokens": CTranslate2Engine(
                [part],
                machine=Machine(
                    inter_threads=inter, intra_threads=intra, batch_tokens=tokens
                ),
            )
            for inter, intra in ((1, 2), (2, 1))
            for tokens in (1024, 2048)
        },
        requests,
    )


def of_beams(
    part: Part, machine: Machine, requests: Sequence[Request]
) -> dict[str, float]:
    """
    Requests per second by the size of the beam.
    """
    return throughput(
        {
            str(size): CTranslate2Engine(
                [
                    embedded_part(
                        Decoding(
                            beam_size=size,
                            repetition_penalty=part.decoding.repetition_penalty,
                        )
                    )
                ],
                machine=machine,
            )
            for size in (1, 2, 4)
        },
        requests,
    )


def throughput(
    engines: Mapping[str, CTranslate2Engine], requests: Sequence[Request]
) -> dict[str, float]:
    """
    Requests per second of each engine, runs alternating.
    """
    runs: dict[str, Run] = {
        name: (lambda engine=engine: engine.translate(requests))  # type: ignore[misc]
        for name, engine in engines.items()
    }
    return {
        name: round(len(requests) / statistics.median(seconds), 1)
        for name, seconds in alternating(runs).items()
    }


def bare(part: Part, machine: Machine, requests: Sequence[Request]) -> Run:
    """
    One call of the runtime on what the engine would give it.
    """
    tokenizer = sentencepiece.SentencePieceProcessor(
        model_file=str(part.folder / part.tokenizer)
    )
    translator = ctranslate2.Translator(
        str(part.folder),
        compute_type=machine.compute_type,
        inter_threads=machine.inter_threads,
        intra_threads=machine.intra_threads,
    )
    tokens = [
        [
            f"<2{request.target}>",
            *tokenizer.encode(clean(request.text), out_type=str),
            "</s>",
        ]
        for request in requests
    ]
    tokens.sort(key=len, reverse=True)
    decoding = part.decoding
    return lambda: translator.translate_batch(
        tokens,
        batch_type="tokens",
        max_batch_size=machine.batch_tokens,
        beam_size=decoding.beam_size,
        repetition_penalty=decoding.repetition_penalty,
        disable_unk=True,
        max_input_length=0,
        max_decoding_length=int(len(tokens[0]) * decoding.growth) + MARGIN,
        return_scores=True,
    )


def alternating(runs: Mapping[str, Run]) -> dict[str, list[float]]:
    """
    The seconds of each run, after one that is not counted.
    """
    for run in runs.values():
        run()
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(RUNS):
        for name, run in runs.items():
            started = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - started)
    return seconds


def peak_memory() -> float:
    """
    The most memory that this process ever held, in MB.
    """
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
