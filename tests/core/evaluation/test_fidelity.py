"""
Mutants are wrong in the way they say, and what is caught of them is counted.
"""

import re
from pathlib import Path
from random import Random

import pytest

from selaras.errors import EvaluationError
from selaras.evaluation.fidelity import by_language, false_alarms, missed, recall
from selaras.evaluation.mutations import MUTATIONS, Sample, mutants_of
from selaras.evaluation.mutations.languages import left_in_source
from selaras.evaluation.mutations.names import are_listed
from selaras.evaluation.mutations.numbers import (
    is_no_number,
    number_word_dropped,
    small_number_dropped,
)
from selaras.fidelity import ALL_CHECKS, Pair

CASES = Path(__file__).parent / "cases" / "mutants.tsv"
"""
Sentences in six languages to which every mutation applies in some language.
"""


@pytest.fixture
def samples():
    return by_language(CASES)


class TestMutants:
    @pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
    def test_a_mutant_differs_from_its_original(self, mutation, samples):
        """
        Every way to be wrong applies to some language, and changes something.
        """
        originals = [sample for some in samples.values() for sample in some]

        mutants = list(mutants_of(originals, mutation, seed=1))

        assert mutants
        assert not {id(sample.pair) for sample in originals} & set(map(id, mutants))
        assert all(
            mutant not in [sample.pair for sample in originals] for mutant in mutants
        )

    @pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
    def test_the_same_seed_makes_the_same_mutants(self, mutation, samples):
        """
        Otherwise no figure could be measured again.
        """
        first = list(mutants_of(samples["zh"], mutation, seed=7))

        assert first == list(mutants_of(samples["zh"], mutation, seed=7))

    def test_every_mutation_names_a_check_that_exists(self):
        """
        And every check has a mutation, but the one that needs a termbase.
        """
        names = {check.name for check in ALL_CHECKS}

        assert {mutation.check for mutation in MUTATIONS} == names - {"same-terms"}

    def test_a_pair_without_digits_cannot_lose_a_number(self, samples):
        """
        A mutation that does not apply gives nothing.
        """
        sample, *_ = samples["en"]
        words = sample.pair.source.replace("27", "banyak").replace("1,2", "satu")
        no_digits = type(sample)(
            pair=type(sample.pair)(source=words, target="Many died.", language="en"),
            versions=sample.versions,
        )

        assert MUTATIONS[0].mutate(no_digits, Random(1)) is None

    def test_what_is_said_more_often_than_in_the_source_loses_nothing(self):
        """
        Of two twos for one "dua" one may go, in digits or in words; a decimal is none.
        """
        twice = pair_for("Polisi menangkap 9 orang; dua ditahan.", "2人を逮捕、2人は")
        words = pair_for("Dua orang ditahan.", "两名嫌犯被捕，二人在押", "zh")
        once = pair_for("Naik 2,1 persen.", "2つ上がった")
        match = re.search("2", once.target)

        assert not small_number_dropped(sample_of(twice), Random(1))
        assert not number_word_dropped(sample_of(words), Random(1))
        assert is_no_number(match, once)

    def test_members_of_a_list_are_no_names_that_changed_places(self):
        """
        Whichever stand between them; a verb between two makes them no list.
        """
        assert are_listed("Ende", "Alor", "Petani Ende, Sikka, dan Alor sepakat.")
        assert not are_listed("Budi", "Andi", "Budi mengalahkan Andi.")

    def test_no_stretch_is_left_inside_a_number(self):
        """
        Languages without spaces have it between two signs.
        """
        pair = pair_for(" ".join(["kata"] * 20), "ab1234567890cd")

        made = left_in_source(sample_of(pair), Random(3))

        assert made.target.startswith(pair.target)


def sample_of(pair):
    return Sample(pair=pair, versions={})


def pair_for(source, target, language="ja"):
    return Pair(source=source, target=target, language=language)


class TestCounting:
    def test_a_good_translation_raises_no_alarm(self, samples):
        """
        Nothing is reported of what people translated well.
        """
        for language, some in samples.items():
            alarms = {row.check: row.reported.hits for row in false_alarms(some)}

            assert not any(alarms.values()), language

    def test_what_is_caught_is_counted_for_the_check_in_charge(self, samples):
        """
        And for any check, which is never less.
        """
        rows = {row.mutation: row for row in recall(samples["fr"], seed=1)}

        caught = rows["digit changed"].caught
        assert 1 <= caught.hits == caught.of
        assert all(row.caught_by_any.hits >= row.caught.hits for row in rows.values())

    def test_what_is_missed_can_be_looked_at(self, samples):
        """
        Nothing of a link that was changed is missed.
        """
        link = next(some for some in MUTATIONS if some.name == "link changed")

        assert missed(samples["ja"], link, seed=1) == ()

    def test_a_file_with_a_wrong_line_is_refused(self, tmp_path):
        """
        The message names the line.
        """
        path = tmp_path / "news.tsv"
        path.write_text("one\ttwo\n", encoding="utf-8")

        with pytest.raises(EvaluationError, match="Line 1"):
            by_language(path)
