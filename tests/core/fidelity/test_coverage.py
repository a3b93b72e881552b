"""
What a sentence's words became, and which of them became nothing.
"""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.fidelity import Pair, Severity
from selaras.fidelity.clause_counts import clauses_missing
from selaras.fidelity.coverage import added_stretch, lost_evidence, lost_stretch
from selaras.fidelity.dictionary import counterparts, dictionary_of, places_of, root
from selaras.fidelity.dictionary.by_hand import (
    COLUMNS,
    lines,
    renderings,
    written_by_hand,
)
from selaras.fidelity.dictionary.lookup import Weights, code_of, weights_of
from selaras.fidelity.dictionary.stems import words_of
from selaras.fidelity.digits_there import digits_there
from selaras.fidelity.loaded_words import unlicensed
from selaras.fidelity.nothing_dropped import NothingDropped
from selaras.fidelity.quotations import moved_mark, quotations, torn_speech
from selaras.fidelity.right_language import RightLanguage
from selaras.fidelity.rivals import own_parts
from selaras.fidelity.sentence_counts import (
    added_sentence,
    lost_sentence,
    scattered_sentence,
    unsaid_sentence,
)
from selaras.fidelity.speakers import added_attribution
from selaras.fidelity.stretches import clause_borders
from selaras.languages import LANGUAGES, TARGETS

BANKS = "Bank sentral menahan suku bunga acuan, sedangkan rupiah melemah tajam."
ODD = (
    st.text(alphabet='aAdi 01.,"“”«»「」国東のアسم٣\n\u200b\u200f\u2066\ufffd')
    | st.text()
)


class TestDictionary:
    @pytest.mark.parametrize(
        ("word", "language", "stem"),
        [
            ("banjir", "en", "flood"),
            ("kebanjiran", "en", "flood"),
            ("pemerintah", "fr", "gouvern"),
            ("gempa", "zh", "地震"),
            ("presiden", "ja", "大統"),
            ("rumah", "ar", "منزل"),
        ],
    )
    def test_an_affixed_word_has_its_roots_counterparts(self, word, language, stem):
        """
        What translators write for a word is found under its root.
        """
        assert stem in counterparts(word, language)

    def test_a_word_is_found_where_it_stands(self):
        """
        Other checks ask which word of a target stands for a source word.
        """
        text = "洪水で住民が避難した。"

        (first, *_) = places_of("banjir", text, "ja")

        assert first.of(text) in "洪水"

    def test_an_unknown_word_has_no_counterparts(self):
        """
        Silence is an answer.
        """
        assert counterparts("zzzkxq", "en") == frozenset()
        assert counterparts("banjir", "id") == frozenset()

    @pytest.mark.parametrize("language", TARGETS)
    def test_a_dictionary_is_small_and_read_quickly(self, language):
        """
        It is in memory before a reader would notice, and knows the common words.
        """
        dictionary_of.cache_clear()
        start = process_time()

        dictionary = dictionary_of(language)

        assert process_time() - start < 1
        assert len(dictionary.lines) > 10_000
        assert dictionary.counterparts(root("menewaskan")) is not None

    @pytest.mark.parametrize("language", COLUMNS)
    def test_every_word_by_hand_has_renderings(self, language):
        """
        No row is empty, and its renderings are added to those that were learnt.
        """
        table = written_by_hand(language)
        found = dictionary_of(language).counterparts(root("menemui"))

        assert all(row.likely or row.doubtful for row in table.values())
        assert found is not None
        assert table["temu"].likely <= found.likely

    @pytest.mark.parametrize("language", COLUMNS)
    def test_no_row_by_hand_takes_another_ones_place(self, language):
        """
        Words of one root have theirs together, and none speaks for a loss.
        """
        dictionary = dictionary_of(language)

        for word, *columns in (line.split("|") for line in lines()):
            row = renderings(columns[COLUMNS.index(language)], language)
            found = dictionary.counterparts(root(word.strip()))
            assert row.likely <= found.likely, word
            assert row.doubtful <= found.likely | found.doubtful, word
            assert found.weights.something <= found.weights.nothing, word

    def test_weights_are_written_in_three_letters(self):
        """
        What is written is what is read, to a quarter, within bounds.
        """
        weights = Weights(1.25, -0.5, -3.0)

        assert weights_of(code_of(weights)) == weights
        assert weights_of(code_of(Weights(99, 0, -99))) == Weights(3.25, 0, -3.0)

    @pytest.mark.parametrize("language", sorted(LANGUAGES))
    @given(text=ODD)
    def test_words_lie_in_their_text(self, language, text):
        """
        Any text has words or none, each where it says.
        """
        for word in words_of(text, language):
            assert 0 <= word.start < word.end <= len(text)


class TestCoverage:
    def test_a_clause_without_counterparts_is_lost(self):
        """
        The stretch that is named is the one that is not there.
        """
        pair = Pair(
            source=BANKS,
            target="The central bank held its benchmark interest rate.",
            language="en",
        )

        lost = lost_stretch(pair)

        assert lost is not None
        assert "rupiah melemah" in lost.span.of(BANKS)

    def test_a_clause_without_source_is_added(self):
        """
        The other way round, it is a place in the target.
        """
        target = (
            "The central bank held its benchmark rate while the rupiah weakened "
            "sharply, and hundreds of residents gathered near the old bridge."
        )

        added = added_stretch(Pair(source=BANKS, target=target, language="en"))

        assert added is not None
        assert "residents gathered" in added.span.of(target)

    def test_what_two_words_share_tells_less_for_each(self):
        """
        A counterpart that stands there once is not there for both of two clauses.
        """
        words = list(words_of("market prices", "en"))
        (first, second) = (word.stem for word in words)

        alone = own_parts([{first}, set(), {second}], words, spaced=True)
        shared = own_parts([{first}, set(), {first}], words, spaced=True)
        neighbours = own_parts([{first}, {first}], words, spaced=True)

        assert alone[1] == shared[1] == 1
        assert shared[0] == shared[2] < alone[0] == neighbours[0]

    def test_a_lone_character_tells_less_than_a_pair(self):
        """
        A character may be out of another word.
        """
        words = list(words_of("银行", "zh"))

        pair, lone = own_parts([{"银行"}, set(), {"行"}], words, spaced=False)[::2]

        assert lone < pair

    def test_a_doubled_word_speaks_once(self):
        """
        The second half of a doubled word says nothing of its own.
        """
        pair = Pair(source="Anak-anak pulang.", target="他走了。", language="zh")

        first, second, _ = lost_evidence(pair)

        assert first.weight > second.weight == 0

    def test_a_clause_begins_at_a_mark_or_a_conjunction(self):
        """
        At the first word, after a mark, with a conjunction, and at the end.
        """
        source = "Air surut, warga pulang karena lelah."
        evidence = lost_evidence(Pair(source=source, target="Water.", language="en"))

        borders = [border > 0 for border in clause_borders(source, "id", evidence)]

        assert borders == [True, False, True, False, True, False, True]

    def test_a_whole_translation_is_not_reported(self):
        """
        A word or two in other words is no loss.
        """
        target = (
            "The central bank held its benchmark interest rate, while the rupiah "
            "weakened sharply."
        )

        findings = list(
            NothingDropped()(Pair(source=BANKS, target=target, language="en"))
        )

        assert findings == []

    def test_a_number_is_there_in_other_digits(self):
        """
        Forty million is 4000 of ten thousand; 1,200 is nowhere.
        """
        source = "Waduk 40 juta meter kubik, 1.200 keluarga pindah."
        pair = Pair(source=source, target="水库4000万立方米。", language="zh")

        found = [(span.of(source), there) for span, there in digits_there(pair)]

        assert found == [("40 juta", True), ("1.200", False)]

    def test_a_clause_too_few_is_counted(self):
        """
        A translation without its second clause has fewer than one with it.
        """
        whole = Pair(source=BANKS, target="央行维持利率，而印尼盾大跌。", language="zh")
        part = Pair(source=BANKS, target="央行维持利率。", language="zh")

        assert clauses_missing(part) > clauses_missing(whole)

    def test_a_sentence_is_missed_among_as_many(self):
        """
        Its first sentence was cut in two, and its second left out.
        """
        source = "Kapal tidak berlayar dan penumpang bermalam. Gubernur meminta maaf."
        target = "Kapal did not sail. The passengers spent the night."
        pair = Pair(source=source, target=target, language="en")

        assert unsaid_sentence(pair).span.of(source) == "Gubernur meminta maaf"

    def test_a_sentence_is_in_one_sentence_of_the_translation(self):
        """
        Words of it that stand in several are those of others.
        """
        lost = "Harga sewa perahu nelayan turun"
        source = f"Ia membeli beras di pasar ikan, lalu pulang ke rumahnya. {lost}."
        target = "He bought rice. He then went home from the fish market."
        pair = Pair(source=source, target=target, language="en")
        whole = Pair(
            source=source,
            target=f"{target} The rent of fishing boats fell.",
            language="en",
        )

        assert scattered_sentence(whole) is None
        assert scattered_sentence(pair).span.of(source) == lost

    def test_more_that_is_lost_blocks(self):
        """
        The longer the stretch, the surer the loss.
        """
        pair = Pair(
            source=f"{BANKS} Nelayan diimbau tidak melaut selama gelombang tinggi.",
            target="The central bank held its benchmark interest rate.",
            language="en",
        )

        (finding,) = NothingDropped()(pair)

        assert finding.severity is Severity.BLOCKING
        assert finding.message.endswith(".")
        assert finding.indonesian.startswith("Terjemahan tidak memuat")

    @pytest.mark.parametrize("language", sorted(LANGUAGES))
    @given(source=ODD, target=ODD)
    def test_no_text_stops_it(self, language, source, target):
        """
        Engines may answer anything.
        """
        pair = Pair(source=source, target=target, language=language)

        for stretch in (
            lost_stretch(pair),
            added_stretch(pair),
            lost_sentence(pair),
            scattered_sentence(pair),
            added_sentence(pair),
        ):
            assert stretch is None or stretch.span.start < stretch.span.end
        list(NothingDropped()(pair))
        list(RightLanguage()(pair))
        spans = [span for span, _ in unlicensed(pair)]
        for span in (added_attribution(pair), *spans):
            assert span is None or span.of(target)

    @pytest.mark.parametrize(
        "text", ["a " * 1900, "国" * 3900, "banjir " * 280, "“" * 3900]
    )
    def test_a_long_text_is_looked_at_in_time(self, text):
        """
        Time grows with the text and not with its square.
        """
        start = process_time()

        for pair in (
            Pair(source="Banjir.", target=text, language="zh"),
            Pair(source=text, target="洪水。", language="zh"),
        ):
            lost_stretch(pair)
            added_stretch(pair)
            moved_mark(pair)
            list(RightLanguage()(pair))
            added_attribution(pair)
            list(unlicensed(pair))

        assert process_time() - start < 5


class TestQuotations:
    def test_all_shapes_of_marks_are_read(self):
        """
        Each language has its own.
        """
        texts = ('"Kami siap"', "“We are”", "«نحن هنا»", "「準備できた」")

        assert [len(quotations(text)) for text in texts] == [1, 1, 1, 1]

    def test_the_words_on_the_wrong_side_are_named(self):
        """
        An end that moved is told by what it took along.
        """
        target = '"We are ready to leave, the coach told reporters."'
        pair = Pair(
            source='"Kami siap berangkat," kata pelatih kepada wartawan.',
            target=target,
            language="en",
        )

        moved = moved_mark(pair)

        assert moved is not None
        assert "coach" in moved.span.of(target)

    @pytest.mark.parametrize("language", TARGETS)
    @given(source=ODD, target=ODD)
    def test_no_quotation_stops_it(self, language, source, target):
        """
        Marks may be lost, doubled or of two shapes.
        """
        pair = Pair(source=source, target=target, language=language)

        moved_mark(pair)
        torn = torn_speech(pair)

        assert torn is None or torn.of(target)

    def test_speech_that_ends_in_the_middle_is_told(self):
        """
        Where Indonesian has a comma before the mark, every language has some mark.
        """
        source = '"Kami akan berangkat besok pagi," kata pelatih.'
        torn = "« Nous partirons» demain matin, a dit l'entraîneur."
        whole = "« Nous partirons demain matin », a dit l'entraîneur."

        assert torn_speech(Pair(source=source, target=torn, language="fr"))
        assert torn_speech(Pair(source=source, target=whole, language="fr")) is None
