"""
What Indonesian acronyms stand for, said once where readers first meet them.
"""

import pytest

from selaras.article import Article, Inline, Paragraph
from selaras.engines import FakeEngine, Provenance
from selaras.fidelity import ALL_CHECKS
from selaras.pipeline import Kept, check_with, run
from selaras.pipeline.explaining import entry_of, explain_acronyms
from selaras.pipeline.steps import begin, each, put_marks_back, translate_with
from selaras.terms import lexicon

SOURCE = (
    "BMKG mencatat 27 gempa susulan di Kupang dan sekitarnya hingga Selasa malam, "
    "tetapi tidak ada yang berpotensi menimbulkan tsunami."
)
ANSWERS = {
    "en": (
        "The BMKG recorded 27 aftershocks in and around Kupang until Tuesday evening, "
        "but none of them could cause a tsunami."
    ),
    "fr": (
        "La BMKG a enregistré 27 répliques à Kupang et dans ses environs jusqu'à mardi "
        "soir, mais aucune ne risquait de provoquer un tsunami."
    ),
    "zh": "截至周二晚，BMKG在古邦及周边地区记录到27次余震，但均不会引发海啸。",
    "ja": (
        "BMKGは火曜日夜までにクパンとその周辺で27回の余震を観測したが、"
        "津波を引き起こすおそれのあるものはなかった。"
    ),
    "ar": (
        "سجلت BMKG حتى مساء الثلاثاء 27 هزة ارتدادية في كوبانغ ومحيطها، لكن أيا منها "
        "لم يكن يهدد بحدوث تسونامي."
    ),
}
NAMES = {
    "en": "BMKG (Meteorology, Climatology and Geophysics Agency)",
    "fr": "BMKG (Agence de météorologie, climatologie et géophysique)",
    "zh": "BMKG（气象、气候和地球物理局）",
    "ja": "BMKG（気象気候地球物理庁）",
    "ar": "BMKG (وكالة الأرصاد الجوية والمناخ والجيوفيزياء)",
}


def texts_after(answers, language, *sources, headline="", checks=(), known=None):
    """
    What readers see of an article whose sentences are paragraphs.
    """
    article = Article(
        headline=Inline(text=headline),
        blocks=tuple(Paragraph(text=Inline(text=source)) for source in sources),
    )
    engine = FakeEngine(lambda text: answers[text])
    knows = {"known": known} if known else {}
    steps = [
        translate_with(engine),
        each(put_marks_back),
        check_with(checks),
        explain_acronyms(checks, **knows),
    ]
    [draft] = run((begin(article, language),), steps)
    return draft.segments


@pytest.mark.parametrize("language", ANSWERS)
def test_the_official_name_stands_behind_the_first_mention(language):
    """
    In each language's brackets; all checks let it through, and provenance tells it.
    """
    [segment] = texts_after(
        {SOURCE: ANSWERS[language]}, language, SOURCE, checks=ALL_CHECKS
    )

    assert segment.text == ANSWERS[language].replace("BMKG", NAMES[language])
    assert "explained:BMKG" in segment.provenance.steps


def test_only_the_first_mention_is_explained_and_no_headline():
    """
    Once is enough, and a headline has no room.
    """
    again = "BMKG meminta warga tenang."
    answers = {
        "BMKG Catat Gempa": "BMKG Records Quake",
        SOURCE: ANSWERS["en"],
        again: "The BMKG asked residents to stay calm.",
    }

    segments = texts_after(answers, "en", SOURCE, again, headline="BMKG Catat Gempa")

    assert ["(" in segment.text for segment in segments] == [False, True, False]


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        pytest.param(
            "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) mencatat gempa.",
            "The Meteorology, Climatology and Geophysics Agency (BMKG) recorded it.",
            id="the article explains it",
        ),
        pytest.param(
            SOURCE,
            "The Meteorology, Climatology and Geophysics Agency recorded it.",
            id="the engine wrote the name",
        ),
        pytest.param(SOURCE, "Officials (BMKG) recorded it.", id="in brackets"),
        pytest.param(SOURCE, "BMKG (the agency) recorded it.", id="explained already"),
        pytest.param(SOURCE, "BMKG, or BMKG, recorded it.", id="twice"),
        pytest.param("WHO memuji Indonesia.", "WHO praised Indonesia.", id="known"),
        pytest.param("XQZW memuji Indonesia.", "XQZW praised it.", id="unknown"),
    ],
)
def test_nothing_is_said_twice_or_without_need(source, answer):
    """
    What the article, the engine or everybody says already is left alone.
    """
    [segment] = texts_after({source: answer}, "en", source)

    assert segment.text == answer


def test_what_may_be_several_things_is_not_explained():
    """
    A wrong name is worse than none.
    """
    assert entry_of("BMKG")
    several = [a for a, found in by_acronym().items() if len(found) > 1]
    assert several
    assert not any(entry_of(acronym) for acronym in several)


def by_acronym():
    found = {}
    for entry in lexicon().entries:
        if entry.kind != "mention":
            for acronym in entry.short.get("id", ()):
                found.setdefault(acronym, []).append(entry)
    return found


def test_what_is_known_of_a_sentence_is_kept_as_it_is():
    """
    A version's sentences do not change because others were renewed.
    """
    segments = texts_after(
        {SOURCE: ANSWERS["en"]},
        "en",
        SOURCE,
        known=lambda _article, _language, _source: Kept(
            text="…", provenance=Provenance(engine="local")
        ),
    )

    assert segments[0].text == ANSWERS["en"]
