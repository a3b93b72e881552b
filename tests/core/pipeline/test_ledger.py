"""
The ledger of a sentence and of an article, and what its author confirmed.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article import (
    Article,
    Inline,
    Mark,
    Paragraph,
    article_data,
    article_of_data,
)
from selaras.engines import FakeEngine
from selaras.fidelity import Pair
from selaras.fidelity.ledger import ledger_of
from selaras.fidelity.same_numbers import SameNumbers
from selaras.languages import LANGUAGES
from selaras.pipeline import translate_articles
from selaras.pipeline.records import ledger_record
from selaras.text.spans import Span

DOUBTFUL = "Ada 1,127 korban di Cianjur."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(fact.kind, fact.text) for fact in ledger_of(text).facts]


class TestLedger:
    def test_it_holds_numbers_with_all_their_readings(self):
        """
        Indonesian digits have one reading; those of others may have two.
        """
        ledger = ledger_of("Rp1,2 triliun untuk 1.250 rumah, 1,127 di antaranya rusak.")

        numbers = [fact for fact in ledger.facts if fact.kind == "number"]
        assert [fact.readings for fact in numbers] == [
            ("1200000000000",),
            ("1250",),
            ("1.127", "1127"),
        ]
        assert [fact.text for fact in ledger.doubtful] == ["1,127"]

    def test_it_holds_what_is_kept_and_what_is_quoted(self):
        """
        Facts come in the order of the text, the outer one first.
        """
        assert kinds('"Hubungi @BPBD_Cianjur," kata Ani di bpbd.go.id.') == [
            ("quotation", '"Hubungi @BPBD_Cianjur,"'),
            ("verbatim", "@BPBD_Cianjur"),
            ("name", "Ani"),
            ("verbatim", "bpbd.go.id"),
        ]

    def test_it_holds_what_stands_beside_a_number(self):
        """
        Comparators, directions, currencies and units are facts of their own.
        """
        text = "Harga naik lebih dari 12 persen menjadi Rp15.000 per kilogram."

        facts = ledger_of(text).facts

        said = {(fact.kind, fact.text): fact.readings for fact in facts}
        assert said["comparator", "naik"] == ("up",)
        assert said["comparator", "lebih dari"] == ("more than",)
        assert said["currency", "Rp"] == ("IDR",)

    def test_it_holds_names_negations_and_status(self):
        """
        A word that only may be a name is none.
        """
        text = "Polisi tidak menahan tersangka Dedi Kurniawan di Kupang."

        assert kinds(text) == [
            ("negation", "tidak"),
            ("status", "tersangka"),
            ("name", "Dedi Kurniawan"),
            ("name", "Kupang"),
        ]

    def test_it_holds_dates_and_times(self):
        """
        Beside the numbers that they are made of, which are facts too.
        """
        ledger = ledger_of("Sidang digelar Selasa (7/12) pukul 13.21 WIB.")
        moments = [fact for fact in ledger.facts if fact.kind == "moment"]
        assert [(fact.text, fact.readings) for fact in moments] == [
            ("Selasa", ("weekday:1",)),
            ("7/12", ("month:12 day:7",)),
            ("pukul 13.21 WIB", ("minutes:801 zone:420",)),
            ("WIB", ("zone:420",)),
        ]
        [monday, _] = ledger_of("Sidang digelar hari Senin di Jakarta.").facts
        assert monday.readings == ("weekday:0",)

    def test_it_holds_what_a_person_marked(self):
        """
        A name under ``translate="no"`` is a fact, and once.
        """
        text = "Buka bpbd.go.id dari Rumah Kita."
        facts = ledger_of(text, kept=[Span(5, 15), Span(21, 31)]).facts
        assert [fact.text for fact in facts] == ["bpbd.go.id", "Rumah Kita"]

    def test_a_span_is_where_the_text_stands(self):
        """
        Every fact's text is what its span covers.
        """
        text = "Pada 7 Desember 2021, “27 orang” tewas (UU Nomor 11 Tahun 2020)."
        facts = ledger_of(text).facts
        assert len(facts) > 4
        assert all(fact.span.of(text) == fact.text for fact in facts)

    @given(
        st.text(
            alphabet=st.sampled_from('0123456789.,:/-٠٫٬万亿 "“”«»「」@#\u200f\u200bAa')
        ),
        st.sampled_from(sorted(LANGUAGES)),
    )
    def test_odd_text_has_a_ledger_that_json_can_hold(self, text, language):
        """
        Whatever stands in a text, its facts have readings and are inside of it.
        """
        for fact in ledger_of(text, language).facts:
            assert fact.readings
            assert all(isinstance(reading, str) for reading in fact.readings)
            assert fact.span.of(text) == fact.text != ""


class TestConfirmed:
    def test_the_authors_word_settles_a_doubt(self):
        """
        One reading is left, and the fact says that somebody chose it.
        """
        fact, _ = ledger_of(DOUBTFUL, confirmed=[("1,127", "1127")]).facts
        assert (fact.readings, fact.confirmed, fact.doubtful) == (
            ("1127",),
            True,
            False,
        )

    def test_what_is_no_reading_confirms_nothing(self):
        """
        A confirmation from before the text was changed does no harm.
        """
        fact, _ = ledger_of(DOUBTFUL, confirmed=[("1,127", "11")]).facts
        assert fact.doubtful
        assert not fact.confirmed

    @pytest.mark.parametrize(
        ("confirmed", "target", "is_wrong"),
        [
            ("", "There are 1,127 victims.", False),
            ("", "There are 1.127 victims.", False),
            ("1127", "There are 1,127 victims.", False),
            ("1127", "There are 1.127 victims.", True),
            ("1.127", "There are 1,127 victims.", True),
        ],
    )
    def test_the_number_check_rules_the_other_reading_out(
        self, confirmed, target, is_wrong
    ):
        """
        Both readings pass until the author has said which.
        """
        settled = (("1,127", confirmed),) if confirmed else ()
        pair = Pair(source=DOUBTFUL, target=target, language="en", confirmed=settled)
        assert bool(list(SameNumbers()(pair))) is is_wrong

    def test_it_travels_with_the_article_through_json(self):
        """
        A snapshot keeps what its author said, and the checks of its versions hear it.
        """
        article = Article(
            blocks=(Paragraph(text=Inline(text=DOUBTFUL)),),
            confirmed={"1,127": "1127"},
        )
        again = article_of_data(json.loads(json.dumps(article_data(article))))
        assert again == article

        engine = FakeEngine(lambda _: "There are 1.127 victims in Cianjur.")
        [[draft]] = translate_articles([again], engine=engine, languages=["en"])

        assert draft.segments[0].provenance.steps == ("repaired:number",)
        assert draft.segments[0].text == "There are 1,127 victims in Cianjur."

    def test_an_article_from_before_has_confirmed_nothing(self):
        """
        Data without the field can still be read.
        """
        data = article_data(Article(id="7"))
        del data["confirmed"]
        assert article_of_data(data) == Article(id="7")


class TestRecord:
    def test_an_article_has_its_facts_in_order(self):
        """
        Sentence by sentence, with what waits for the author counted.
        """
        article = Article(
            headline=Inline(text="Gempa M 5,6"),
            blocks=(
                Paragraph(
                    text=Inline(
                        text=f"{DOUBTFUL} Warga mengungsi ke Rumah Kita.",
                        marks=(Mark(start=48, end=58, kind="verbatim"),),
                    )
                ),
            ),
        )

        record = ledger_record(article)

        assert json.loads(json.dumps(record)) == record
        assert record["doubtful"] == 1
        assert [s["path"] for s in record["segments"]] == [
            "headline#0",
            "blocks.0.text#0",
            "blocks.0.text#1",
        ]
        number, name = record["segments"][1]["facts"]
        assert number == {
            "kind": "number",
            "text": "1,127",
            "span": [4, 9],
            "readings": ["1.127", "1127"],
            "doubtful": True,
            "confirmed": False,
        }
        assert (name["kind"], name["text"]) == ("name", "Cianjur")
        [kept] = record["segments"][2]["facts"]
        assert (kept["kind"], kept["text"]) == ("verbatim", "Rumah Kita")
