"""
What engines are told of the newsroom's terms before they translate.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article import Article, Inline, Paragraph
from selaras.engines import (
    Context,
    FakeEngine,
    InBatches,
    Limits,
    Patient,
    Remembering,
    Request,
    Routed,
    Timed,
)
from selaras.errors import EngineRefused
from selaras.fidelity import ALL_CHECKS
from selaras.fidelity.same_terms import SameTerms
from selaras.memory import Memory
from selaras.pipeline import translate_articles
from selaras.pipeline.telling import with_terms
from selaras.terms.own import Termbase, TermEntry, TermKind

MINISTER = TermEntry(
    source="Menteri Koordinator",
    preferred={"en": "Coordinating Minister", "fr": "ministre coordinateur"},
    allowed={"en": ("Minister Coordinator",)},
    forbidden={"en": ("Coordinator Minister",)},
)
GOJEK = TermEntry(source="Gojek", kind=TermKind.KEPT)
LAW = TermEntry(source="hukum", preferred={"en": "law"})
CONVICT = TermEntry(source="tersangka", forbidden={"en": ("convict",)})

CHECKS = (
    *(check for check in ALL_CHECKS if check.name != SameTerms.name),
    SameTerms(Termbase([MINISTER, GOJEK, LAW, CONVICT])),
)
SENTENCE = "Para Menteri Koordinatornya naik Gojek."


def terms_of(text, target="en", source="id", checks=CHECKS):
    asked = Request(text=text, target=target, source=source)
    return with_terms([asked], checks)[0].terms


class TestTerms:
    def test_as_they_stand_with_the_preferred_rendering(self):
        assert terms_of(SENTENCE) == (
            ("Menteri Koordinatornya", "Coordinating Minister"),
            ("Gojek", "Gojek"),
        )

    def test_a_language_without_a_rendering_is_told_nothing_of_it(self):
        assert terms_of(SENTENCE, "ja") == (("Gojek", "Gojek"),)

    @pytest.mark.parametrize("text", ["Hukumannya berat.", "Para tersangka diam.", ""])
    def test_where_nobody_said_what_it_is_called_nothing_is_told(self, text):
        assert terms_of(text) == ()

    def test_what_is_asked_from_english_has_none(self):
        """
        The second leg of a translation that goes through English.
        """
        assert terms_of("The Menteri Koordinator", "fr", source="en") == ()

    def test_without_a_termbase_requests_stay_as_they_are(self):
        requests = [Request(text=SENTENCE, target="en")]

        for checks in ((), ALL_CHECKS):
            assert with_terms(requests, checks) is requests

    @given(st.text(), st.sampled_from(["en", "fr", "id", "xx"]))
    def test_what_is_told_stands_in_the_text(self, text, target):
        for said, _rendering in terms_of(f"{text} Gojek {text}", target):
            assert said in f"{text} Gojek {text}"


class TestPipeline:
    def asked(self, text, checks=CHECKS, answer=str.upper, languages=("en", "fr")):
        engine = FakeEngine(answer)
        article = Article(blocks=(Paragraph(text=Inline(text=text)),))
        translate_articles([article], engine=engine, languages=languages, checks=checks)
        return engine.requests

    def test_each_language_is_told_its_own(self):
        english, french = self.asked(SENTENCE)[:2]

        assert english.terms[0][1] == "Coordinating Minister"
        assert french.terms[0][1] == "ministre coordinateur"

    def test_nothing_is_told_without_a_termbase(self):
        assert {one.terms for one in self.asked(SENTENCE, ALL_CHECKS)} == {()}

    def test_a_repair_is_told_the_terms_of_what_it_asks(self):
        """
        The clause with the term is told of it, the other one of nothing.
        """
        text = (
            "Menteri Koordinator membuka sidang pada Senin pagi di Jakarta, tetapi "
            "27 orang warga desa tidak datang karena jalan terputus."
        )

        asked = self.asked(
            text, answer=lambda text: text.replace("27", "72"), languages=("en",)
        )

        parts = [one for one in asked if one.fresh and one.text != text]
        assert parts
        for one in parts:
            assert bool(one.terms) == ("Menteri Koordinator" in one.text)
        assert {bool(one.terms) for one in parts} == {True, False}


class TestWrappers:
    def test_all_of_them_pass_terms_on(self, tmp_path):
        inner = FakeEngine(str.upper)
        away = FakeEngine(str, raises=EngineRefused("No."), name="away")
        asked = [
            Request(text="Satu.", target="en", terms=(("Satu", "one"),), fresh=fresh)
            for fresh in (False, True)
        ]
        with Memory(tmp_path / "memory.sqlite3") as memory:
            batches = InBatches(
                Patient(Timed(inner)), Limits(segments=1, characters=100)
            )
            engine = Routed([away, Remembering(batches, memory)])

            engine.translate(asked)
            [[again]] = engine.translate(asked[:1])

        assert [one.terms for one in inner.requests] == [(("Satu", "one"),)] * 2
        assert again.provenance.steps[0] == "memory:exact"

    def test_the_first_occurrence_tells_for_all(self, tmp_path):
        inner = FakeEngine(str.upper)
        terms = (("Satu", "one"),)
        asked = [
            Request(text="Satu.", target="en", terms=terms),
            Request(
                text="Satu.", target="en", terms=terms, context=Context(before="Dua.")
            ),
        ]
        with Memory(tmp_path / "memory.sqlite3") as memory:
            Remembering(inner, memory).translate(asked)

        assert [one.terms for one in inner.requests] == [terms]
