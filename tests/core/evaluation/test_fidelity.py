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
from selaras.evaluation.mutations.clauses import (
    sentence_added,
    sentence_dropped,
    word_untranslated,
)
from selaras.evaluation.mutations.dates import (
    part_of_day_swapped,
    relative_week_swapped,
)
from selaras.evaluation.mutations.languages import left_in_source
from selaras.evaluation.mutations.names import are_listed, known_name_dropped
from selaras.evaluation.mutations.numbers import (
    is_no_number,
    number_word_dropped,
    small_number_dropped,
    with_digits,
)
from selaras.evaluation.mutations.polarity import negation_deleted, opposite_put
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

    @pytest.mark.parametrize(
        ("source", "target", "language"),
        [
            ("Ia tidak peduli saya punya kaki atau tidak.", "它在乎我有没有腿。", "zh"),
            ("Jangan tanya bisa atau tidak.", "问它能不能玩。", "zh"),
        ],
    )
    def test_one_half_of_a_question_is_no_negation(self, source, target, language):
        """
        有没有 and 能不能 ask; without 没 or 不 they are not a denial turned round.
        """
        pair = pair_for(source, target, language)

        assert not negation_deleted(sample_of(pair), Random(1))

    def test_a_refusal_that_the_verb_says_too_is_not_turned_round(self):
        """
        In رفضته رفضًا the noun only strengthens the verb.
        """
        pair = pair_for("Usul itu ditolak mentah-mentah.", "رفضته رفضًا قاطعًا.", "ar")

        assert not opposite_put(sample_of(pair), Random(1))

    def test_a_sign_that_says_the_digit_again_leaves_nothing_lost(self):
        """
        The one of "Formula 1" is in 一级方程式 too.
        """
        again = pair_for("Juara Formula 1.", "一级方程式（Formula 1）冠军", "zh")
        once = pair_for("Juara Formula 1.", "Formula 1冠军", "zh")

        assert not small_number_dropped(sample_of(again), Random(1))
        assert small_number_dropped(sample_of(once), Random(1))

    def test_what_is_right_in_its_unit_is_no_wrong_digit(self):
        """
        30 metres are 33 yards, and "2 cm" for "2 inci" has the right number.
        """
        yards = pair_for("Jaraknya 30 meter.", "It is 30 yards away.", "en")
        inches = pair_for("Hujan 2 inci turun.", "Il est tombé 5 cm de pluie.", "fr")

        assert with_digits(yards, len("It is 3"), "3") is None
        assert with_digits(yards, len("It is 3"), "9") is not None
        assert with_digits(inches, len("Il est tombé "), "2") is None
        assert with_digits(inches, len("Il est tombé "), "9") is not None

    def test_a_bound_that_says_the_same_is_no_wrong_digit(self):
        """
        More than two passengers are three or more, and never four or more.
        """
        pair = pair_for("Lebih dari 2 penumpang naik.", "乗客2人以上が乗った。")
        place = len("乗客")

        assert with_digits(pair, place, "3") is None
        assert with_digits(pair, place, "4") is not None

    def test_one_of_them_is_any_of_them(self):
        """
        "Seorang rekan" may be 同僚の人, but "satu rekan" and a judge are counted.
        """
        anyone = pair_for("Kata seorang rekan, 9 orang pulang.", "同僚の1人が語った")
        judge = pair_for("Kata seorang hakim, 9 orang pulang.", "裁判官1人が語った")
        one = pair_for("Kata satu rekan, 9 orang pulang.", "同僚の1人が語った")

        assert not small_number_dropped(sample_of(anyone), Random(1))
        assert small_number_dropped(sample_of(judge), Random(1))
        assert small_number_dropped(sample_of(one), Random(1))

    def test_the_name_of_a_fuel_is_no_first(self):
        """
        A litre of Pertamax is any litre.
        """
        fuel = pair_for("Harga Pertamax Rp2.600 per liter.", "1リットル2600ルピア")

        assert not small_number_dropped(sample_of(fuel), Random(1))

    def test_a_headline_ends_before_another_sentence(self):
        """
        It has no full stop of its own.
        """
        headline = pair_for("Harga Beras Turun", "Rice Gets Cheaper", "en")

        added = sentence_added(sample_of(headline), Random(1))
        sources = {
            sentence_dropped(sample_of(headline), Random(seed)).source
            for seed in range(9)
        }

        assert added.target.startswith("Rice Gets Cheaper. ")
        assert any(one.startswith("Harga Beras Turun. ") for one in sources)

    def test_a_part_of_the_day_is_swapped_where_the_source_has_one(self):
        """
        What is Sunday evening in a translation alone may be its morning as well.
        """
        added = pair_for("Hujan turun akhir Minggu.", "周日晚间有雨。", "zh")
        said = pair_for("Hujan turun Minggu malam.", "周日晚间有雨。", "zh")

        assert part_of_day_swapped(sample_of(added), Random(1)) is None
        assert (
            part_of_day_swapped(sample_of(said), Random(1)).target == "周日早上有雨。"
        )

    def test_a_month_of_the_past_is_in_last_year_or_in_this_one(self):
        """
        And never in the next.
        """
        pair = pair_for(
            "Mereka menang Juni lalu dan melemah tahun ini.", "他们去年6月获胜。", "zh"
        )

        made = {
            mutant.target
            for chance in range(9)
            if (mutant := relative_week_swapped(sample_of(pair), Random(chance)))
        }

        assert made == {"他们明年6月获胜。"}

    def test_members_of_a_list_are_no_names_that_changed_places(self):
        """
        Whichever stand between them; a verb between two makes them no list.
        """
        assert are_listed("Ende", "Alor", "Petani Ende, Sikka, dan Alor sepakat.")
        assert not are_listed("Budi", "Andi", "Budi mengalahkan Andi.")

    @pytest.mark.parametrize(
        ("source", "target", "language"),
        [
            ("Warga Katalonia senang", "La Catalogne : les Catalans fêtent", "fr"),
            ("Saturnus terang", "زحل لامع، والطريق لزحل طويل", "ar"),
            ("Korea Utara menolak", "朝鲜拒绝，朝方称", "zh"),
            ("Anggota DPR itu hadir", "国会的议员出席", "zh"),
            ("Tur Barcelona", "バルセロナの「Tours Barcelona」", "ja"),
        ],
        ids=["adjective", "small word", "sign", "mention", "letters"],
    )
    def test_a_name_that_is_still_said_is_not_dropped(self, source, target, language):
        """
        In whatever admissible form, so that what is left is no error.
        """
        pair = pair_for(source, target, language)

        sample = Sample(pair=pair, versions={"id": source})

        assert known_name_dropped(sample, Random(1)) is None

    def test_a_name_of_the_lexicon_is_dropped_as_a_whole_word(self):
        """
        With its article, and with nothing of it left.
        """
        pair = pair_for("Turis di Saturnus", "سياح في زحل", "ar")

        sample = Sample(pair=pair, versions={"id": pair.source})

        assert known_name_dropped(sample, Random(1)).target == "سياح في "

    def test_no_stretch_is_left_inside_a_number(self):
        """
        Languages without spaces have it between two signs.
        """
        pair = pair_for(" ".join(["kata"] * 20), "ab1234567890cd")

        made = left_in_source(sample_of(pair), Random(3))

        assert made.target.startswith(pair.target)

    @pytest.mark.parametrize(
        ("source", "target", "language"),
        [
            ("film, media dan unit", "a picture shows three things there", "en"),
            ("hilal batik gamelan", "a picture shows three things there", "en"),
            ("rumah", "aujourd'hui, quelqu'un", "fr"),
            ("rumah", "our news at weather.com today.org", "en"),
        ],
        ids=["words of both", "terms of all", "half of a word", "addresses"],
    )
    def test_a_word_left_over_is_no_word_of_the_language(
        self, source, target, language
    ):
        """
        What both languages write alike stays no error, nor is an address torn for one.
        """
        pair = pair_for(source, target, language)

        made = [word_untranslated(sample_of(pair), Random(seed)) for seed in range(9)]

        assert not any(made)


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
