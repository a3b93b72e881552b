"""
One model folder, loaded: sentences go in as text and come out as raw hypotheses.

How the model was trained (tags, cleaning, decoding) is a value of ``Part``: nothing
here knows one model from another.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from selaras.article.model import Link
from selaras.engines.alignment import as_matrix, links_of
from selaras.engines.bindings import Result, Waiting, open_tokenizer, open_translator
from selaras.engines.cleaning import TIDY, clean, clean_tracked, tidy
from selaras.engines.covers import unused
from selaras.engines.legs import (
    Clause,
    Job,
    Leg,
    Raw,
    Want,
    carried_over,
    joined,
    on_source,
    on_target,
)
from selaras.engines.part import Machine, Part
from selaras.engines.pieces import stretches
from selaras.errors import EngineBroken
from selaras.languages import Tag
from selaras.text import split_clauses
from selaras.text.scripts import has_letter
from selaras.text.tracked import Tracked

MARGIN = 16
"""
How many tokens longer than its measure a translation may always become.
"""

LENGTHS = (16, 32, 64)
"""
Sentences up to each of these lengths share one bound on the translation's length.
"""

SHORTLISTS = "vmap.txt"
"""
What CTranslate2 calls the file that says which pieces may follow which source.
"""

Submitted = tuple[list[Job], int, list[Waiting]]


class Runtime:
    """
    A loaded part. Safe to use from several threads: nothing in it changes.
    """

    def __init__(self, part: Part, machine: Machine) -> None:
        self.part = part
        self.machine = machine
        self._translator = open_translator(part.folder, machine)
        self._shortlists = (part.folder / SHORTLISTS).is_file()
        self._source = open_tokenizer(part.folder / part.tokenizer)
        self._target = self._source
        if part.target_tokenizer:
            self._target = open_tokenizer(part.folder / part.target_tokenizer)

    def translate(self, legs: Mapping[Leg, Want]) -> dict[Leg, tuple[Raw, ...]]:
        """
        Bring every leg's text over, all of them in one stream.
        """
        clauses = self._clauses({(leg.text, leg.source) for leg in legs})
        jobs = {
            leg: [Job(clause, leg, want) for clause in clauses[leg.text, leg.source]]
            for leg, want in legs.items()
        }
        answers = self._answers([job for of_leg in jobs.values() for job in of_leg])
        return {
            leg: self._assembled(leg, of_leg, [answers[job] for job in of_leg])
            for leg, of_leg in jobs.items()
        }

    def _clauses(
        self, texts: Iterable[tuple[str, Tag]]
    ) -> dict[tuple[str, Tag], tuple[Clause, ...]]:
        keys = list(texts)
        cleaned = [clean(text, folded=self.part.cleaned) for text, _ in keys]
        encoded = [self._source.encode(text, out_type=str) for text in cleaned]
        return {
            key: tuple(self._cut(text, pieces, key[1]))
            for key, text, pieces in zip(keys, cleaned, encoded, strict=True)
        }

    def _cut(self, text: str, pieces: list[str], language: Tag) -> Iterator[Clause]:
        limit = self.part.decoding.max_source_pieces
        if len(pieces) <= limit:
            yield Clause(text, 0, tuple(pieces))
            return
        for span in split_clauses(text, limit, measure=self._size, language=language):
            clause = span.of(text).rstrip()
            encoded = self._source.encode(clause, out_type=str)
            yield Clause(clause, span.start, tuple(encoded))

    def _size(self, text: str) -> int:
        return len(self._source.encode(text, out_type=str))

    def _answers(self, jobs: Iterable[Job]) -> dict[Job, tuple[Raw, ...]]:
        answers: dict[Job, tuple[Raw, ...]] = {}
        groups: dict[tuple[Want, int], list[Job]] = defaultdict(list)
        for job in jobs:
            if self._is_for_the_model(job.clause):
                groups[job.want, _length_class(job)].append(job)
            else:
                answers[job] = (carried_over(job.clause.text, job.leg.pair),)
        # Everything is handed over before anything is waited for, so no core idles.
        longest_first = sorted(groups.items(), key=lambda item: -item[0][1])
        waiting = [self._submitted(want, group) for (want, _), group in longest_first]
        for submitted in waiting:
            answers.update(self._read(*submitted))
        return answers

    def _is_for_the_model(self, clause: Clause) -> bool:
        # What could not be cut is one endless number or address. The model would take
        # memory by the square of its length, and has nothing to translate in it.
        fits = len(clause.pieces) <= self.part.decoding.max_source_pieces
        return fits and has_letter(clause.text)

    def _submitted(self, want: Want, jobs: list[Job]) -> Submitted:
        part, decoding = self.part, self.part.decoding
        longest = max(len(job.clause.pieces) for job in jobs)
        limit = int(longest * decoding.growth) + MARGIN
        begun = [part.tokens(part.target_prefix, job.leg.pair) for job in jobs]
        results = self._translator.translate_batch(
            [self._tokens(job) for job in jobs],
            target_prefix=begun if part.target_prefix else None,
            asynchronous=True,
            batch_type="tokens",
            max_batch_size=self._batch_tokens(jobs, longest),
            beam_size=max(decoding.beam_size, want.alternatives),
            num_hypotheses=want.alternatives,
            length_penalty=decoding.length_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram_size,
            disable_unk=True,
            use_vmap=self._shortlists,
            suppress_sequences=self._never(jobs),
            max_input_length=0,
            max_decoding_length=limit,
            return_scores=True,
            return_attention=want.align,
        )
        return (jobs, limit, results)

    def _never(self, jobs: Sequence[Job]) -> list[list[str]] | None:
        # A sign that stands in no source of the batch is none of its translations'.
        if not self.part.covers:
            return None
        read = {piece for job in jobs for piece in job.clause.pieces}
        return [[sign] for sign in unused(read)]

    def _batch_tokens(self, jobs: Sequence[Job], longest: int) -> int:
        # Few sentences would all lie in one batch, and the other cores be idle.
        share = -(-longest * len(jobs) // self.machine.inter_threads)
        return min(self.machine.batch_tokens, max(longest + MARGIN, share))

    def _tokens(self, job: Job) -> list[str]:
        before = self.part.tokens(self.part.prefix, job.leg.pair)
        after = self.part.tokens(self._suffix, job.leg.pair)
        return [*before, *job.clause.pieces, *after]

    @cached_property
    def _suffix(self) -> str:
        # Some converters make the runtime end the source itself; twice would be wrong.
        config = json.loads((self.part.folder / "config.json").read_text("utf-8"))
        ended = config.get("add_source_eos") and self.part.suffix == config["eos_token"]
        return "" if ended else self.part.suffix

    def _read(
        self, jobs: Sequence[Job], limit: int, results: Iterable[Waiting]
    ) -> Iterator[tuple[Job, tuple[Raw, ...]]]:
        for job, waiting in zip(jobs, results, strict=True):
            try:
                result = waiting.result()
            except (RuntimeError, ValueError) as error:
                raise EngineBroken(
                    f"The model in {self.part.folder} failed on a sentence of "
                    f"{len(job.clause.pieces)} pieces: {error}."
                ) from error
            yield job, tuple(self._raws(job, limit, result))

    def _raws(self, job: Job, limit: int, result: Result) -> Iterator[Raw]:
        begun = len(self.part.tokens(self.part.target_prefix, job.leg.pair))
        seen = set()
        for index, hypothesis in enumerate(result.hypotheses):
            tokens = hypothesis[begun:]
            text = self._target.decode(tokens)
            tidied = tidy(text)
            if tidied not in seen:
                seen.add(tidied)
                yield Raw(
                    text=tidied,
                    score=result.scores[index],
                    links=self._links(job, result.attention[index], tokens, text)
                    if job.want.align
                    else (),
                    steps=("hit-limit",) if len(hypothesis) >= limit else (),
                )

    def _links(
        self, job: Job, attention: list[list[float]], tokens: list[str], text: str
    ) -> tuple[Link, ...]:
        clause = job.clause
        first = len(self.part.tokens(self.part.prefix, job.leg.pair))
        matrix = as_matrix(attention)
        links = links_of(
            matrix[len(matrix) - len(tokens) :, first : first + len(clause.pieces)],
            clause.text,
            stretches(clause.text, clause.pieces),
            text,
            stretches(text, tokens),
        )
        return on_target(links, Tracked.of(text).rewrite(TIDY).current)

    def _assembled(
        self, leg: Leg, jobs: Sequence[Job], answers: Sequence[tuple[Raw, ...]]
    ) -> tuple[Raw, ...]:
        raws = answers[0]
        if len(jobs) > 1:
            raws = (joined(jobs, [answer[0] for answer in answers]),)
        if not jobs[0].want.align:
            return raws
        given = clean_tracked(leg.text, folded=self.part.cleaned)
        return tuple(
            Raw(
                text=raw.text,
                score=raw.score,
                links=on_source(raw.links, given.original),
                steps=raw.steps,
            )
            for raw in raws
        )


def _length_class(job: Job) -> int:
    size = len(job.clause.pieces)
    return sum(size > length for length in LENGTHS)
