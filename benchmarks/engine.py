"""
What the local engine adds to the bare runtime: ``python -m benchmarks.engine``.

The same sentences, cleaned and tokenised beforehand and sorted by length, go through
``ctranslate2.Translator.translate_batch`` with the settings that the engine uses, and
as text through the engine. Runs alternate, so that whatever else the machine does falls
on both alike; figures are medians. The claim is 0.85 of the bare throughput. Where
other work runs beside it, the processor's time tells more than the clock's.

Then the choices behind the defaults, measured in the same way: how many batches side by
side, and the size of the beam, for each part of the model in the box.
"""

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import ctranslate2
import sentencepiece

from benchmarks.machine import signature, write_result
from benchmarks.quality import own_news
from selaras.engines import Request
from selaras.engines.cleaning import clean
from selaras.engines.local import CTranslate2Engine, Decoding, Machine, Part
from selaras.engines.runtime import MARGIN, SHORTLISTS
from selaras.weights import find

RUNS = 5
SENTENCES = 120
"""
For each part; where it has several targets, they share them out.
"""

Run = Callable[[], object]


def main() -> None:
    """
    Measure, write ``results/engine.json``, and print it.
    """
    parts, machine = embedded_parts(), Machine.here()
    part = next(iter(parts.values()))
    requests = requests_for(part)
    load_average = os.getloadavg()[0]
    load_seconds = loading(part)
    memory = peak_memory_of(part, machine, requests)
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
        "load_average_before": round(load_average, 2),
        "load_seconds": round(load_seconds, 3),
        "peak_memory_mb": round(memory, 1),
        "beside_the_runtime": beside_the_runtime(part, machine, requests),
        "threads": of_machines(part, requests),
        "beams": {
            name: of_beams(one, machine, requests_for(one))
            for name, one in parts.items()
        },
    }
    write_result("engine", result)
    print(result)


def requests_for(part: Part) -> list[Request]:
    """
    The first sentences of our own news, in the language that a part translates from.
    """
    news = own_news()
    return [
        Request(text=text, source=source, target=target)
        for source, target in part.pairs
        for text in news[source][: SENTENCES // len(part.pairs)]
    ]


def embedded_parts() -> dict[str, Part]:
    """
    The parts of the model in the box, as the engine takes them, by their folders.
    """
    model = find()
    return {
        said.folder: Part(
            folder=model.folder / said.folder,
            pairs=said.pairs,
            decoding=Decoding(
                beam_size=said.decoding.beam_size,
                repetition_penalty=said.decoding.repetition_penalty,
                max_source_pieces=said.decoding.max_source_pieces,
                growth=said.decoding.growth,
            ),
        )
        for said in model.manifest.models
    }


def loading(part: Part) -> float:
    """
    Seconds from nothing to the first translation.
    """
    started = time.perf_counter()
    CTranslate2Engine([part]).translate(
        [Request(text="Gempa.", source=part.pairs[0][0], target=part.pairs[0][1])]
    )
    return time.perf_counter() - started


def peak_memory_of(part: Part, machine: Machine, requests: Sequence[Request]) -> float:
    """
    The most memory that this process held, in MB, with one engine that aligned all.
    """
    with CTranslate2Engine([part], machine=machine) as engine:
        engine.translate([replace(request, align=True) for request in requests])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def beside_the_runtime(
    part: Part, machine: Machine, requests: Sequence[Request]
) -> dict[str, object]:
    """
    The engine's throughput and the bare runtime's, with and without alignment.
    """
    aligned = [replace(request, align=True) for request in requests]
    engine = CTranslate2Engine([part], machine=machine)
    taken = alternating(
        {
            "runtime": bare(part, machine, requests),
            "engine": lambda: engine.translate(requests),
            "engine_aligning": lambda: engine.translate(aligned),
        }
    )
    wall, processor = (taken["runtime"].median(at) for at in (0, 1))
    return {
        name: {
            "requests_per_second": round(len(requests) / times.median(0), 1),
            "of_the_runtime": round(wall / times.median(0), 3),
            "of_the_runtime_by_processor_time": round(processor / times.median(1), 3),
            "seconds": [round(seconds, 3) for seconds, _ in times],
            "processor_seconds": [round(seconds, 3) for _, seconds in times],
        }
        for name, times in taken.items()
    }


def of_machines(part: Part, requests: Sequence[Request]) -> dict[str, dict[str, float]]:
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
            for tokens in (512, 1024, 2048)
        },
        requests,
    )


def of_beams(
    part: Part, machine: Machine, requests: Sequence[Request]
) -> dict[str, dict[str, float]]:
    """
    Sentences and target tokens per second by the size of the beam.

    Tokens are the pieces of what came out, as the part's own tokenizer cuts it.
    """
    engines = {
        str(size): CTranslate2Engine(
            [replace(part, decoding=replace(part.decoding, beam_size=size))],
            machine=machine,
        )
        for size in (1, 2, 4)
    }
    tokenizer = tokenizer_of(part)
    tokens = {
        name: sum(
            len(tokenizer.encode(answer[0].text))
            for answer in engine.translate(requests)
        )
        for name, engine in engines.items()
    }
    taken = throughput(engines, requests)
    for name, told in taken.items():
        told["target_tokens_per_second"] = round(
            told["requests_per_second"] * tokens[name] / len(requests)
        )
    return taken


def throughput(
    engines: Mapping[str, CTranslate2Engine], requests: Sequence[Request]
) -> dict[str, dict[str, float]]:
    """
    What each engine makes of the requests, runs alternating.
    """
    runs: dict[str, Run] = {
        name: (lambda engine=engine: engine.translate(requests))  # type: ignore[misc]
        for name, engine in engines.items()
    }
    result = {
        name: {
            "requests_per_second": round(len(requests) / times.median(0), 1),
            "processor_ms_per_request": round(times.median(1) * 1e3 / len(requests), 1),
        }
        for name, times in alternating(runs).items()
    }
    for engine in engines.values():
        engine.close()
    return result


def bare(part: Part, machine: Machine, requests: Sequence[Request]) -> Run:
    """
    One call of the runtime on what the engine would give it.
    """
    tokenizer = tokenizer_of(part)
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
        use_vmap=(part.folder / SHORTLISTS).is_file(),
        max_input_length=0,
        max_decoding_length=int(len(tokens[0]) * decoding.growth) + MARGIN,
        return_scores=True,
    )


def tokenizer_of(part: Part) -> sentencepiece.SentencePieceProcessor:
    """
    What cuts a part's text into pieces.
    """
    return sentencepiece.SentencePieceProcessor(
        model_file=str(part.folder / part.tokenizer)
    )


class Times(list[tuple[float, float]]):
    """
    The seconds of runs by the clock and by the processor, which other work spares.
    """

    def median(self, which: int) -> float:
        """
        The median by the clock (0) or by the processor (1).
        """
        return statistics.median(times[which] for times in self)


def alternating(runs: Mapping[str, Run]) -> dict[str, Times]:
    """
    The times of each run, after one that is not counted.
    """
    for run in runs.values():
        run()
    taken = {name: Times() for name in runs}
    for _ in range(RUNS):
        for name, run in runs.items():
            started = time.perf_counter(), time.process_time()
            run()
            ended = time.perf_counter(), time.process_time()
            taken[name].append((ended[0] - started[0], ended[1] - started[1]))
    return taken


if __name__ == "__main__":
    main()
