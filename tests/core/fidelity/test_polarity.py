"""
What is denied stays denied, and a suspect a suspect, whatever the text.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.evaluation.mutations import polarity, status
from selaras.evaluation.mutations.making import Sample, mutants_of
from selaras.fidelity import Pair, Severity
from selaras.fidelity.same_polarity import SamePolarity
from selaras.fidelity.same_status import SameStatus
from selaras.languages import LANGUAGES, TARGETS

CHECKS = (SamePolarity(), SameStatus())
NEWS = st.lists(
    st.sampled_from(
        [
            *("tidak ", "belum ", "tanpa ", "not ", "ne ", "pas ", "不", "ない", "لا "),
            *("tersangka ", "diduga ", "tewas ", "suspect ", "prévenu ", "嫌疑人"),
            *(
                "naik ",
                "turun ",
                "fell ",
                "容疑者",
                "死亡",
                "متهم ",
                ". ",
                "\u200f",
                "İ",
            ),
        ]
    ),
    max_size=40,
).map("".join)


def findings(check, source, target, language):
    return list(check(Pair(source=source, target=target, language=language)))


class TestSamePolarity:
    def test_a_finding_speaks_to_the_newsroom_too(self):
        """
        What was denied is named in English and in Indonesian.
        """
        source, target = "Hakim belum memutus perkara itu.", "法官已作出裁决。"

        (finding,) = findings(SamePolarity(), source, target, "zh")

        assert finding.expected == "belum"
        assert source[slice(*finding.source_span)] == "belum"
        assert "“belum”" in finding.message
        assert "“belum”" in finding.indonesian

    def test_a_count_that_is_off_is_less_sure_than_none(self):
        """
        Where both deny, the desk decides.
        """
        source = "Ia tidak makan dan tidak minum."

        none = findings(SamePolarity(), source, "He eats and drinks.", "en")
        one = findings(SamePolarity(), source, "He does not eat but drinks.", "en")

        assert [finding.severity for finding in none] == [Severity.BLOCKING]
        assert [finding.severity for finding in one] == [Severity.REVIEW]

    @pytest.mark.parametrize(
        ("source", "target", "language"),
        [
            ("Kabar itu tidak benar.", "The report is untrue.", "en"),
            ("Layanan itu tanpa biaya.", "The service is free of charge.", "en"),
            ("Jangan sampai banjir terulang.", "Floods must be avoided.", "en"),
            ("Hanya dua yang selamat.", "Seuls deux ont survécu.", "fr"),
            ("Dia baru tiba kemarin.", "Il n'est arrivé qu'hier.", "fr"),
            ("Mau tidak mau ia pergi.", "他不得不去。", "zh"),
            ("Stok terus berkurang.", "库存不断减少。", "zh"),
            ("Warga harus pergi.", "住民は去らなければならない。", "ja"),
            ("Panen itu gagal dijual.", "収穫物は売れなかった。", "ja"),
            ("Hanya dua yang datang.", "لم يحضر إلا اثنان.", "ar"),
            ("Tambang ilegal itu ditutup.", "أُغلق المنجم غير القانوني.", "ar"),
        ],
    )
    def test_what_a_language_says_otherwise_is_let_through(
        self, source, target, language
    ):
        """
        A negation may become a prefix, a verb, or "only".
        """
        assert findings(SamePolarity(), source, target, language) == []


class TestTime:
    def test_a_word_for_what_is_to_come_is_pointed_at(self):
        """
        Vowel marks that are passed over do not move it.
        """
        target = "قال الرئيسُ إنّه سيفتتح المصنع."

        (finding,) = findings(
            SameStatus(), "Presiden telah meresmikan pabrik itu.", target, "ar"
        )

        assert target[slice(*finding.target_span)] == "سيفتتح"
        assert finding.severity is Severity.REVIEW

    def test_a_name_is_no_future(self):
        """
        Will is a man, Nadira a woman.
        """
        source = "Will Wade menemui Nadira kemarin."

        assert not findings(SameStatus(), source, "Will Wade met Nadira.", "en")
        assert not findings(SameStatus(), source, "Will Wade a vu Nadira.", "fr")

    @pytest.mark.parametrize(
        "source",
        [
            "Wilayah itu kaya akan ikan.",
            "Ia dihukum atas pembunuhan berencana.",
            "Kebutuhan akan air dipenuhi.",
            "Ia tidak akan pergi.",
        ],
    )
    def test_what_only_looks_planned_is_let_pass(self, source):
        """
        Rich in fish, a murder with intent, a need; and what is denied is denied.
        """
        found = findings(SameStatus(), source, "It was told as it is.", "en")

        assert not any("still to come" in finding.message for finding in found)

    @pytest.mark.parametrize("language", TARGETS)
    def test_nothing_is_asked_of_a_translation_that_is_not_there(self, language):
        """
        That is reported by another check.
        """
        source = "Gedung terbesar itu hampir rampung dan akan dibuka."

        assert not findings(SameStatus(), source, " ", language)


class TestSameStatus:
    @pytest.mark.parametrize("language", TARGETS)
    def test_the_injured_are_not_the_dead(self, language):
        """
        Swapped in any language, a status is found in it.
        """
        dead = {
            "en": "Five people were killed.",
            "fr": "Cinq personnes ont été tuées.",
            "zh": "五人死亡。",
            "ja": "5人が死亡した。",
            "ar": "قُتل خمسة أشخاص.",
        }

        right = findings(SameStatus(), "Lima orang tewas.", dead[language], language)
        wrong = findings(SameStatus(), "Lima orang terluka.", dead[language], language)

        assert right == []
        assert [finding.severity for finding in wrong] == [Severity.BLOCKING]
        assert all(finding.indonesian for finding in wrong)

    def test_a_doubt_lost_beside_another_is_for_the_desk(self):
        """
        A suspect stands in for one doubt, not for two.
        """
        source = "Ia tersangka kasus dugaan suap."

        kept = "He is a suspect in an alleged bribery case."
        lost = "He is a suspect in a bribery case."

        assert findings(SameStatus(), source, kept, "en") == []
        (finding,) = findings(SameStatus(), source, lost, "en")
        assert finding.severity is Severity.REVIEW


class TestMutations:
    @pytest.mark.parametrize(
        "mutation",
        [*polarity.MUTATIONS, *status.MUTATIONS],
        ids=lambda mutation: mutation.name,
    )
    def test_every_kind_of_error_is_made_and_found(self, mutation):
        """
        Two sentences lend themselves to all; the check in charge sees what was done.
        """
        source = (
            "Jaksa menolak membebaskan tersangka yang diduga melukai dua orang; "
            "vonis terdakwa lebih ringan daripada tuntutan jaksa dan belum final."
        )
        target = (
            "Prosecutors rejected the release of the suspect who allegedly injured "
            "two people; the verdict on the defendant was lighter than the sentencing "
            "demand and is not final."
        )
        harmless = (
            "Warga desa menghadiri rapat bersama pengusaha.",
            "Residents attended a meeting with the company.",
        )
        check = {check.name: check for check in CHECKS}[mutation.check]

        samples = [
            Sample(
                pair=Pair(source=said, target=there, language="en"),
                versions={"id": said, "en": there},
            )
            for said, there in ((source, target), harmless)
        ]

        assert not any(list(check(sample.pair)) for sample in samples)
        mutants = list(mutants_of(samples, mutation, seed=1))
        assert mutants
        assert all(list(check(mutant)) for mutant in mutants)


class TestAnyText:
    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
    @pytest.mark.parametrize("language", sorted(LANGUAGES))
    @given(source=NEWS | st.text(), target=NEWS | st.text())
    def test_no_text_stops_a_check(self, check, language, source, target):
        """
        Engines may answer anything; what is found lies in the texts.
        """
        for finding in findings(check, source, target, language):
            for span, text in (
                (finding.source_span, source),
                (finding.target_span, target),
            ):
                assert span is None or 0 <= span[0] < span[1] <= len(text)
            assert finding.message.endswith(".")
            assert finding.indonesian.endswith(".")

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
    def test_very_many_cues_are_compared_in_time(self, check):
        """
        A line of words for status alone is no reason to compare each with each.
        """
        source = "tersangka tidak tewas naik diduga " * 3000
        target = "convict not injured fell never " * 3000

        findings(check, source, target, "en")
