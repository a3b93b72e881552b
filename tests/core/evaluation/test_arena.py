"""
Engines against what people made of machines' sentences.
"""

import numpy as np
import pytest
from sacrebleu.metrics.chrf import CHRF

from selaras.engines import FakeEngine
from selaras.errors import EngineRefused, EngineUnavailable, EvaluationError
from selaras.evaluation.arena import (
    INCUMBENT,
    chrf_of,
    compare,
    counts_of,
    judged,
)
from selaras.evaluation.asking import Answer, Sample, asked, asked_next

PLACES = ("Cianjur", "Garut", "Palu", "Ambon", "Jambi", "Serang", "Medan", "Batam")


def samples(many=40, language="en", wrong="said in a clumsy way by them"):
    """
    Sentences of which a person changed every second one.
    """
    return [
        Sample(
            source=f"Gempa mengguncang {PLACES[n % 8]} pada hari ke-{n}.",
            final=f"An earthquake shook {PLACES[n % 8]} on day {n}.",
            language=language,
            incumbent=f"An earthquake shook {PLACES[n % 8]} on day {n}."
            if n % 2
            else f"Earthquake shaking {PLACES[n % 8]} {wrong} day {n}.",
        )
        for n in range(many)
    ]


def knowing(rows, change=lambda text: text, **more):
    table = {row.source: change(row.final) for row in rows}
    return FakeEngine(table, model="m 1", **more)


class TestCompare:
    def test_an_engine_that_writes_what_people_wanted_wins(self):
        rows = samples()

        found = compare({"good": knowing(rows)}, rows, seed=7)

        incumbent, good = found.contestants
        assert (incumbent.name, good.name) == (INCUMBENT, "good")
        assert found.winner == "good"
        assert found.is_significant
        assert good.chrf == pytest.approx(100)
        assert good.distance == 0
        assert good.low > 0
        assert good.p < 0.05
        assert good.models == ("m 1",)

    def test_the_same_text_is_no_win(self):
        rows = samples()
        same = FakeEngine({row.source: row.incumbent for row in rows})

        found = compare({"same": same}, rows, seed=7)

        assert found.winner == ""
        assert found.contestants[1].difference == 0
        assert found.contestants[1].p == 1.0

    def test_better_by_one_sentence_may_be_chance(self):
        rows = samples()
        table = {row.source: row.incumbent for row in rows}
        table[rows[0].source] = rows[0].final

        found = compare({"lucky": FakeEngine(table)}, rows, seed=7)

        assert found.contestants[1].difference > 0
        assert found.winner == ""

    def test_a_better_text_with_more_wrong_numbers_does_not_win(self):
        rows = samples()
        wrong = knowing(rows, lambda text: text.replace("day ", "day 9"))

        found = compare({"wrong": wrong}, rows, seed=7)

        incumbent, other = found.contestants
        assert other.difference > 0
        assert other.p < 0.05
        assert other.blocking > incumbent.blocking
        assert other.blocked <= len(rows)
        assert found.winner == ""

    def test_the_best_of_several_wins_and_each_must_be_surer(self):
        rows = samples()
        half = {r.source: r.final if n % 4 else r.incumbent for n, r in enumerate(rows)}

        found = compare({"half": FakeEngine(half), "good": knowing(rows)}, rows, seed=7)

        assert [one.name for one in found.contestants] == [INCUMBENT, "good", "half"]
        assert found.winner == "good"
        assert "alpha:0.05/2" in found.signature

    def test_the_seed_says_everything(self):
        rows = samples()
        half = {r.source: r.final if n % 4 else r.incumbent for n, r in enumerate(rows)}
        engine = FakeEngine(half)

        one = compare({"half": engine}, rows, seed=7)

        assert one == compare({"half": engine}, rows, seed=7)
        assert one.contestants[1].p != 1.0
        assert "seed:7" in one.signature
        assert "n:40" in one.signature
        assert compare({"half": engine}, rows, seed=8).signature != one.signature

    def test_sentences_go_in_batches_and_past_any_memory(self):
        rows = samples(70)
        engine = knowing(rows)

        compare({"good": engine}, rows, seed=1)

        assert engine.calls == 3
        assert all(request.fresh for request in engine.requests)

    @pytest.mark.parametrize("language", ["zh", "ja"])
    def test_han_is_compared_by_characters(self, language):
        rows = [
            Sample(
                source=f"Gempa mengguncang kota ke-{n}.",
                final=f"地震袭击了第{n}个城市。",
                language=language,
                incumbent=f"地震摇晃城市第{n}。",
            )
            for n in range(30)
        ]

        found = compare({"good": knowing(rows)}, rows, seed=1)

        assert 0 < found.contestants[0].chrf < 100
        assert found.contestants[1].chrf == pytest.approx(100)


class TestFailing:
    def test_an_engine_loses_the_sentences_on_which_it_fails(self):
        rows = samples()
        table = {row.source: row.final for row in rows[3:]}

        found = compare({"gaps": FakeEngine(table)}, rows, seed=7)

        gaps = found.contestants[1]
        assert gaps.lost == 3
        assert "not told how" in gaps.failure
        assert gaps.blocked >= 3
        assert gaps.distance > 0

    def test_one_that_is_away_is_not_asked_for_ever(self):
        rows = samples(200)
        engine = knowing(rows, raises=EngineUnavailable("away"))

        answers = [answer for batch in asked(engine, rows) for answer in batch]

        assert engine.calls == 2
        assert len(answers) == 200
        assert all(answer.failure and not answer.text for answer in answers)

    def test_one_that_is_away_once_loses_that_batch(self):
        rows = samples(64)
        engine = knowing(rows, raises=[EngineUnavailable("away"), None])

        found = compare({"once": engine}, rows, seed=1)

        assert found.contestants[1].lost == 32

    def test_one_that_refuses_all_has_no_chance(self):
        rows = samples(30)

        found = compare(
            {"no": knowing(rows, raises=EngineRefused("no key"))}, rows, seed=1
        )

        assert found.contestants[1].lost == 30
        assert found.contestants[1].chrf == 0
        assert found.winner == ""

    def test_who_serves_now_must_be_beaten_too(self):
        rows = samples(40)
        good = [Answer(text=row.final) for row in rows]
        nearly = [Answer(text=f"{good[0].text} again"), *good[1:]]
        answers = {"serving": nearly, "challenger": good}

        assert judged(answers, rows, seed=1).winner == "challenger"
        found = judged(answers, rows, seed=1, serving="serving")
        assert found.winner == ""
        assert "serving:serving" in found.signature
        alone = judged({"serving": good}, rows, seed=1, serving="serving")
        assert alone.winner == ""

        bad = [Answer(text=row.incumbent) for row in rows]
        won = judged({"serving": bad, "new": good}, rows, seed=1, serving="serving")
        assert won.winner == "new"

    def test_what_was_said_is_not_asked_again(self):
        rows = samples(40)
        engine = knowing(rows)
        said = asked_next(engine, rows, (), batch=16)

        said += asked_next(engine, rows, said, batch=16)
        said += asked_next(engine, rows, said, batch=16)

        assert [answer.text for answer in said] == [row.final for row in rows]
        assert len(engine.requests) == 40

    def test_an_empty_answer_is_none(self):
        rows = samples(30)

        found = compare({"mute": FakeEngine(lambda text: " ")}, rows, seed=1)

        assert found.contestants[1].lost == 30

    def test_nothing_cannot_be_compared(self):
        rows = samples(2)
        with pytest.raises(EvaluationError, match="0 engines"):
            compare({}, rows, seed=1)
        with pytest.raises(EvaluationError, match="0 sentences"):
            compare({"a": knowing(rows)}, [], seed=1)
        with pytest.raises(EvaluationError, match="one language, got en, fr"):
            compare({"a": knowing(rows)}, [*rows, *samples(1, "fr")], seed=1)
        with pytest.raises(EvaluationError, match="Expected 2 answers of a, got 1"):
            judged({"a": [Answer(text="x")]}, rows, seed=1)
        with pytest.raises(EvaluationError, match="called"):
            compare({INCUMBENT: knowing(rows)}, rows, seed=1)


class TestChrf:
    def test_is_sacrebleus(self):
        """
        Ours does many resamples at once, and must not say anything else.
        """
        texts = ["An earthquake shook Palu.", "", "地震", "a", "Le séisme"]
        finals = ["A quake shook Palu.", "Something.", "地震だ", "b", "Un séisme"]
        counts = counts_of(texts, finals)

        for rows in ([0], [1], [2], [3], [0, 1], [0, 2, 4], [0, 1, 2, 3, 4]):
            theirs = CHRF().corpus_score(
                [texts[n] for n in rows], [[finals[n] for n in rows]]
            )
            ours = chrf_of(counts[rows].sum(axis=0, keepdims=True))
            assert ours[0] == pytest.approx(theirs.score)

    def test_takes_many_at_once(self):
        counts = counts_of(["ab", "abc"], ["ab", "xyz"])

        found = chrf_of(np.stack([counts[0], counts[1], counts.sum(axis=0)]))

        assert found.shape == (3,)
        assert found[1] == 0
