"""
Names that the lexicon does not have: replaced, dropped, and rightly written.
"""

import pytest

from selaras.fidelity import Pair, Severity
from selaras.fidelity.same_names import SameNames


def missed(source, target, language):
    pair = Pair(source=source, target=target, language=language)
    return [(finding.expected, finding.severity) for finding in SameNames()(pair)]


CASES = (
    (
        "a dash joins two names",
        "Ruas Wolowaru–Kelimari kembali tertutup longsor.",
        "Kelimari",
        (
            (
                "zh",
                "沃洛瓦鲁—克利马里路段再次被滑坡阻断。",
                "沃洛瓦鲁—班邦路段再次被滑坡阻断。",
            ),
            (
                "ja",
                "ウォロワル―クリマリ間は再び土砂崩れで塞がれた。",
                "ウォロワル―バンバン間は再び土砂崩れで塞がれた。",
            ),
            (
                "ar",
                "أُغلق مقطع وولووارو–كيليماري مجددًا بسبب انهيار أرضي.",
                "أُغلق مقطع وولووارو–بامبانغ مجددًا بسبب انهيار أرضي.",
            ),
            (
                "en",
                "The Wolowaru–Kelimari stretch is closed again by a landslide.",
                "The Wolowaru–Bambang stretch is closed again by a landslide.",
            ),
        ),
    ),
    (
        "a shortened title ends no sentence",
        "Kasus naik, tegas kepala puskesmas, drg. Sriwahyuni.",
        "Sriwahyuni",
        (
            (
                "zh",
                "社区卫生中心主任斯里瓦尤尼强调，病例增加。",
                "社区卫生中心主任马伦达强调，病例增加。",
            ),
            (
                "ja",
                "スリワユニ所長は症例の増加を強調した。",
                "マルンダ所長は症例の増加を強調した。",
            ),
            (
                "ar",
                "أكدت مديرة المركز سريواهيوني ارتفاع الحالات.",
                "أكدت مديرة المركز بامبانغ ارتفاع الحالات.",
            ),
        ),
    ),
    (
        "one word of a name is gone, the other is there",
        "Nakhoda kapal itu, Ruslan Marpaung, ditahan.",
        "Ruslan Marpaung",
        (
            ("zh", "该船船长鲁斯兰·马尔邦被拘留。", "该船船长鲁斯兰被拘留。"),
            (
                "ja",
                "同船のルスラン・マルパウン船長は拘束された。",
                "同船のルスラン船長は拘束された。",
            ),
            ("ar", "احتُجز ربان السفينة روسلان ماربونغ.", "احتُجز ربان السفينة روسلان."),
        ),
    ),
    (
        "what stands beside a kind of road is no translation of its name",
        "Tabrakan terjadi di Tol Cipali pada malam hari.",
        "Cipali",
        (
            (
                "ja",
                "事故は夜、チパリ高速道路で起きた。",
                "事故は夜、ユリアンティ高速道路で起きた。",
            ),
            (
                "ar",
                "وقع التصادم ليلًا على طريق تشيبالي السريع.",
                "وقع التصادم ليلًا على طريق بامبانغ السريع.",
            ),
        ),
    ),
    (
        "a courtesy makes a person",
        "Kemarin Mbah Sukarno tertawa lagi.",
        "Sukarno",
        (
            (
                "en",
                "Yesterday Mbah Sukarno laughed again.",
                "Yesterday Mbah Bambang laughed again.",
            ),
            (
                "fr",
                "Hier, Mbah Sukarno a encore ri.",
                "Hier, Mbah Bambang a encore ri.",
            ),
        ),
    ),
    (
        "a place is called by a word",
        "Kepala pelabuhan di Tanjung Wangi melarang kapal berlayar.",
        "Tanjung Wangi",
        (
            (
                "en",
                "The harbour master in Tanjung Wangi bars ships.",
                "The harbour master in Supriyadi bars ships.",
            ),
            ("zh", "丹绒旺宜港务局局长禁止船只出海。", "通邦港务局局长禁止船只出海。"),
            (
                "ja",
                "タンジュンワンギの港長は出航を禁じた。",
                "スプリヤディの港長は出航を禁じた。",
            ),
        ),
    ),
)

ROWS = [
    pytest.param(source, name, language, good, bad, id=f"{what}-{language}")
    for what, source, name, versions in CASES
    for language, good, bad in versions
]


class TestUnknownNames:
    @pytest.mark.parametrize(("source", "name", "language", "good", "bad"), ROWS)
    def test_a_name_that_is_another_or_gone_is_reported(
        self, source, name, language, good, bad
    ):
        """
        And nothing is said where it is there.
        """
        assert missed(source, good, language) == []
        assert name in [found for found, _ in missed(source, bad, language)]

    @pytest.mark.parametrize(
        ("source", "target", "language"),
        [
            (
                "Gubernur membuka Taman Kota.",
                "The governor opened the city park.",
                "en",
            ),
            (
                "Warga mendaki Gunung Merah.",
                "Residents climbed the red mountain.",
                "en",
            ),
            ('Serial "Pasar Malam" tayang.', "剧集《夜市》开播。", "zh"),
            ("Kapal lewat Tanjung Harapan.", "船只绕行好望角。", "zh"),
            ("Ia lahir di Nusa Tenggara.", "彼は小スンダ列島で生まれた。", "ja"),
            ("Rekanan didenda tiga kali.", "The contractors were fined thrice.", "en"),
        ],
    )
    def test_words_may_be_translated(self, source, target, language):
        """
        Nothing blocks that is a word as well as a name.
        """
        assert missed(source, target, language) == []

    def test_a_place_that_is_a_word_never_blocks(self):
        """
        It may be called otherwise.
        """
        found = missed("Warga di Tanjung Wangi mengungsi.", "People fled.", "en")

        assert found == [("Tanjung Wangi", Severity.REVIEW)]
