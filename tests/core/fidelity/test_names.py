"""
The check of names, beyond its labelled cases.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article.model import Link
from selaras.evaluation.mutations.making import Sample, mutants_of
from selaras.evaluation.mutations.names import MUTATIONS
from selaras.fidelity import Pair, Severity
from selaras.fidelity.same_names import SameNames
from selaras.languages import TARGETS

NEWS = st.text(alphabet="AaKoRtaÉ -.,'\"’()（）\n\u200b\u200f一国タラمحد1٣$")

SOURCE = "Herlambang Sudibyo menuduh Marselina Wangge di Surabaya."
VERSIONS = {
    "id": SOURCE,
    "en": "Yesterday Herlambang Sudibyo accused Marselina Wangge in Surabaya.",
    "fr": "Hier, Herlambang Sudibyo a accusé Marselina Wangge à Surabaya.",
    "zh": "赫尔兰邦·苏迪比约在泗水指控玛塞莉娜·旺格。",
    "ja": "ヘルランバン・スディビョ氏はスラバヤでマルセリナ・ワンゲ氏を告発した。",
    "ar": "اتهم هيرلامبانغ سوديبيو مارسيلينا وانغي في سورابايا.",
}


def pair_into(language, **more):
    return Pair(source=SOURCE, target=VERSIONS[language], language=language, **more)


class TestSameNames:
    @pytest.mark.parametrize("language", TARGETS)
    def test_a_good_translation_is_passed(self, language):
        """
        Nothing is said about what is right.
        """
        assert list(SameNames()(pair_into(language))) == []

    def test_a_finding_speaks_two_languages_and_points_at_the_name(self):
        """
        The newsroom reads Indonesian, the log English.
        """
        pair = Pair(source=SOURCE, target="He accused her in Surabaya.", language="en")

        findings = list(SameNames()(pair))

        assert [finding.expected for finding in findings] == [
            "Herlambang Sudibyo",
            "Marselina Wangge",
        ]
        first = findings[0]
        assert first.severity is Severity.BLOCKING
        assert first.source_span == (0, 18)
        assert first.indonesian == (
            "Teks sumber menyebut Herlambang Sudibyo; terjemahannya tidak."
        )

    def test_a_name_in_brackets_alone_is_not_said_to_be_missing(self):
        """
        The editor sees it there; what is wrong stands before the brackets.
        """
        target = "飞机飞往阿姆斯特丹（Irkutsk）。"
        pair = Pair(source="Pesawat itu menuju Irkutsk.", target=target, language="zh")

        (finding,) = SameNames()(pair)

        assert finding.severity is Severity.REVIEW
        assert finding.message == (
            "The translation has Irkutsk in brackets only, behind something that "
            "seems to be another name."
        )
        assert finding.indonesian == (
            "Terjemahan hanya memuat Irkutsk dalam tanda kurung, di belakang sesuatu "
            "yang tampaknya nama lain."
        )
        assert target[slice(*finding.target_span)] == "（Irkutsk）"

    def test_a_name_in_anothers_place_is_said_to_be_there(self):
        """
        The finding names the other one, and shows where that stands.
        """
        target = "女双丁达·马哈拉尼晋级决赛。"
        pair = Pair(
            source="Ganda putri Dinda Maharani/Rania Wulan lolos ke final.",
            target=target,
            language="zh",
        )

        (finding,) = SameNames()(pair)

        assert finding.severity is Severity.REVIEW
        assert finding.message == (
            "The source names Rania Wulan; in the translation it seems to be there "
            "only in the place of Dinda Maharani."
        )
        assert finding.indonesian == (
            "Teks sumber menyebut Rania Wulan; dalam terjemahan, nama itu tampaknya "
            "hanya ada pada tempat nama Dinda Maharani."
        )
        assert "丁达" in target[slice(*finding.target_span)]

    def test_a_place_and_what_is_called_by_it_are_two(self):
        """
        Said once, either may be meant.
        """
        pair = Pair(
            source="Bandara Sentani di wilayah suku Sentani ditutup.",
            target="The Sentani airport was closed.",
            language="en",
        )

        (finding,) = SameNames()(pair)

        assert finding.message == (
            "The source has Sentani and Bandara Sentani; the translation names "
            "Sentani only once."
        )

    def test_other_sources_than_indonesian_are_left_alone(self):
        """
        The reader of names knows one language.
        """
        pair = Pair(
            source="Herlambang came.",
            target="Lui.",
            language="fr",
            source_language="en",
        )

        assert list(SameNames()(pair)) == []


class TestSwapped:
    def test_links_that_cross_show_names_that_changed_places(self):
        """
        Where the engine tells which words became which, roles can be compared.
        """
        crossed = Pair(
            source="Herlambang Sudibyo dan Marselina Wangge hadir.",
            target="Marselina Wangge and Herlambang Sudibyo attended.",
            language="en",
            links=(
                Link(source=(0, 18), target=(0, 16)),
                Link(source=(23, 39), target=(21, 39)),
            ),
        )

        (finding,) = SameNames()(crossed)

        assert finding.severity is Severity.REVIEW
        assert list(SameNames()(replace(crossed, links=()))) == []

    def test_ages_give_swapped_names_away(self):
        """
        Each name stands by the other's age.
        """
        pair = Pair(
            source="Korban ialah Herlambang Sudibyo (41) dan Marselina Wangge (29).",
            target="The victims are Marselina Wangge (41) and Herlambang Sudibyo (29).",
            language="en",
        )

        (finding,) = SameNames()(pair)

        assert finding.severity is Severity.REVIEW
        assert "changed places" in finding.message


class TestMutants:
    @pytest.mark.parametrize("language", TARGETS)
    @pytest.mark.parametrize(
        "name", ["name replaced", "name dropped", "known name replaced"]
    )
    def test_names_made_wrong_are_caught(self, language, name):
        """
        Every kind of mutant, in every language, is reported.
        """
        (mutation,) = (one for one in MUTATIONS if one.name == name)
        sample = Sample(pair=pair_into(language), versions=VERSIONS)

        mutants = list(mutants_of([sample] * 8, mutation, seed=1))

        assert mutants
        assert all(list(SameNames()(mutant)) for mutant in mutants)


class TestAnyText:
    @pytest.mark.parametrize("language", TARGETS)
    @given(source=NEWS | st.text(), target=NEWS | st.text())
    def test_no_text_stops_it(self, language, source, target):
        """
        Engines may answer anything.
        """
        pair = Pair(source=source, target=target, language=language)

        for finding in SameNames()(pair):
            start, end = finding.target_span or (0, 0)
            assert 0 <= start <= end <= len(target)

    @pytest.mark.parametrize("language", TARGETS)
    @pytest.mark.parametrize("text", ["Zqo " * 5000, "タ国حA" * 5000, "Rek, " * 5000])
    def test_a_very_long_text_is_checked_in_time(self, language, text):
        """
        Time grows with the text and not with its square.
        """
        list(SameNames()(Pair(source=text, target=text[::-1], language=language)))
