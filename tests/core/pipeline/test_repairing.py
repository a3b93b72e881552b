"""
The ladder, on an engine whose answers are known.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.article import Article, Inline, Mark, Paragraph
from selaras.engines import (
    FakeEngine,
    Hypotheses,
    Hypothesis,
    Provenance,
    Remembering,
    Request,
)
from selaras.errors import EngineUnavailable
from selaras.fidelity import Severity
from selaras.memory import Memory
from selaras.pipeline import Kept, Shown, check_with, run, translate_articles
from selaras.pipeline.repairing import LADDER, LEAST, RUNGS, SHARE
from selaras.pipeline.repairs.numbers import resembles
from selaras.text.numbers import read_numbers
from selaras.text.quantities.writing import write_number

VIA = {"fr": ("en",), "zh": ("en",), "ja": ("en",), "ar": ("en",)}


class Several:
    """
    An engine with several answers to a request, best first; it counts what it is asked.
    """

    name = "local"

    def __init__(
        self,
        answers: Mapping[str, Sequence[str]],
        *,
        away_after: int = 99,
        through: Mapping[str, tuple[str, ...]] = {},
    ) -> None:
        self.answers = answers
        self.requests: list[Request] = []
        self.calls = 0
        self.away_after = away_after
        self.through = through

    def supports(self, source: str, target: str) -> bool:
        return True

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        self.calls += 1
        if self.calls > self.away_after:
            raise EngineUnavailable("The server is away.")
        self.requests += requests
        return [self.answer(request) for request in requests]

    def answer(self, request: Request) -> Hypotheses:
        texts = self.answers.get(f"{request.target}:{request.text}")
        texts = texts or self.answers.get(request.text, ("Unknown.",))
        via = self.through.get(request.target, ()) if request.source == "id" else ()
        made = Provenance(engine=self.name, via=via)
        return tuple(
            Hypothesis(text=text, provenance=made)
            for text in texts[: request.alternatives]
        )


def article(*sentences: str) -> Article:
    blocks = tuple(Paragraph(text=Inline(text=text)) for text in sentences)
    return Article(blocks=blocks)


def repaired(source: str, answers: Mapping[str, Sequence[str]], language: str = "en"):
    engine = Several(answers)
    [[draft]] = translate_articles(
        [article(source)], engine=engine, languages=[language]
    )
    return draft.segments[0], engine


QUAKE = "Gempa menewaskan 1.447 orang."
LONG = (
    "Banjir merendam 1.250 rumah di tiga kecamatan, tetapi warga menolak "
    "mengungsi karena air mulai surut."
)


class TestRungs:
    def test_a_number_that_lost_a_digit_is_put_right_where_it_stands(self):
        """
        No engine is asked, and the findings say what was done, in both languages.
        """
        segment, engine = repaired(
            QUAKE, {QUAKE: ("The earthquake killed 147 people.",)}
        )

        assert segment.text == "The earthquake killed 1,447 people."
        assert segment.shown is Shown.TRANSLATION
        assert segment.provenance.steps == ("repaired:number",)
        assert engine.calls == 1
        [finding] = segment.findings
        assert finding.severity is Severity.MENDED
        assert finding.expected == "1.447"
        assert finding.message.endswith(
            "The value of the original was put in its place."
        )
        assert finding.indonesian.endswith(
            "Nilai dari naskah asli dipasang di tempatnya."
        )

    @pytest.mark.parametrize(
        ("language", "source", "wrong", "right"),
        [
            (
                "en",
                "Kerugian mencapai Rp2,6 triliun.",
                "Losses reached Rp2.6 billion.",
                "Losses reached Rp2.6 trillion.",
            ),
            ("zh", "Nilainya Rp5 miliar.", "价值5亿印尼盾。", "价值50亿印尼盾。"),
            (
                "ja",
                "Nilainya Rp5 miliar.",
                "価格は5億ルピア。",
                "価格は50億ルピア。",
            ),
            (
                "fr",
                "Nilainya mencapai Rp15 miliar.",
                "La valeur atteint 15 millions de roupies.",
                "La valeur atteint 15\u00a0milliards de roupies.",
            ),
            (
                "ar",
                "Nilainya mencapai Rp15 miliar.",
                "وبلغت قيمتها 15 مليون روبية.",
                "وبلغت قيمتها 15 مليار روبية.",
            ),
            (
                "en",
                "Sidang digelar pada Senin (8/12).",
                "The trial was held on Monday, January 8.",
                "The trial was held on Monday, December 8.",
            ),
            (
                "ar",
                "Sidang digelar pada Senin (30/6).",
                "وعقدت الجلسة يوم الاثنين 30 فبراير.",
                "وعقدت الجلسة يوم الاثنين 30 يونيو.",
            ),
        ],
    )
    def test_a_value_is_written_as_its_language_writes_it(
        self, language, source, wrong, right
    ):
        """
        Magnitudes, separators and months are the target's.
        """
        segment, _ = repaired(source, {source: (wrong,)}, language)
        assert segment.text == right
        assert segment.provenance.steps[-1] == "repaired:number"

    @pytest.mark.parametrize(
        ("source", "wrong"),
        [
            # Another number altogether may stand for something else altogether.
            ("Gempa menewaskan 27 orang.", "The quake killed 81 people."),
            # Which of two is which, nobody can say.
            ("Ada 127 rumah dan 343 toko.", "There are 27 houses and 43 shops."),
            # "1,127" may be either, and its author has not said.
            ("Ada 1,127 rumah.", "There are 2,127 houses."),
            # Nineteen companies are not nineteen billion rupiah cut short.
            ("Ada 19 perusahaan.", "There are 19 billion rupiah."),
            # A time of day is written in too many ways.
            ("Acara mulai pukul 19.45 WIB.", "The event starts at 19:48."),
        ],
    )
    def test_what_is_not_plain_is_not_put_in_by_rule(self, source, wrong):
        """
        A right number in a wrong place would pass every check.
        """
        segment, _ = repaired(source, {source: (wrong,)})
        assert "repaired:number" not in segment.provenance.steps

    def test_another_hypothesis_is_taken_if_it_is_clean(self):
        """
        The first one that passes, not the one that the engine likes best.
        """
        source = "Gempa menewaskan 27 orang."
        segment, engine = repaired(
            source,
            {
                source: (
                    "The quake killed 81 people.",
                    "The quake killed 72 persons.",
                    "The quake killed 27 people.",
                )
            },
        )

        assert segment.text == "The quake killed 27 people."
        assert segment.provenance.steps == ("tried:number", "repaired:alternative")
        assert engine.calls == 1, "they came with the first answer"
        assert [h.text for h in segment.hypotheses[1:]] == [
            "The quake killed 81 people.",
            "The quake killed 72 persons.",
            "The quake killed 27 people.",
        ]

    def test_an_item_is_covered_and_put_in_after(self):
        """
        The engine is asked about a small number, which it carries over.
        """
        source = "Kerugian warga ditaksir Rp1,25 triliun."
        covered = "Kerugian warga ditaksir Rp37."
        segment, engine = repaired(
            source,
            {
                source: ("Residents' losses are thought to be high.",),
                covered: ("Residents' losses are put at Rp37.",),
            },
        )

        assert segment.text == "Residents' losses are put at Rp1.25 trillion."
        assert segment.provenance.steps[-1] == "repaired:masked"
        assert [r.text for r in engine.requests if r.fresh] == [covered]

    def test_an_address_is_covered_too(self):
        """
        What must not be translated stands in the translation as it was.
        """
        source = "Daftar di situs bps.go.id sebelum Senin."
        segment, _ = repaired(
            source,
            {
                source: ("Sign up at the site before Monday.",),
                "Daftar di situs 37 sebelum Senin.": (
                    "Sign up at the site 37 before Monday.",
                ),
            },
        )
        assert segment.text == "Sign up at the site bps.go.id before Monday."

    def test_a_sentence_is_split_at_a_clause(self):
        """
        Inside it, full stops and capitals of clauses go.
        """
        first, second = LONG[:47], LONG[47:]
        segment, _ = repaired(
            LONG,
            {
                LONG: ("Floods, floods, floods and floods and floods and floods.",),
                first.strip(): ("Floods hit 1,250 houses in three districts.",),
                second: ("But residents refuse to flee as waters recede.",),
            },
        )

        assert segment.text == (
            "Floods hit 1,250 houses in three districts but residents refuse to flee "
            "as waters recede."
        )
        assert segment.provenance.steps[-1] == "repaired:split"
        assert {f.severity for f in segment.findings} == {Severity.REVIEW}
        assert all("one by one" in f.message for f in segment.findings)

    def test_what_came_straight_may_go_by_english(self):
        """
        French was wrong in every hypothesis; the English of the same sentence is not.
        """
        engine = Several(
            {
                f"en:{QUAKE}": ("The earthquake killed 1,447 people.",),
                f"fr:{QUAKE}": ("Le séisme a fait beaucoup de morts.",),
                "fr:The earthquake killed 1,447 people.": (
                    "Le séisme a tué 1 447 personnes.",
                ),
            }
        )

        [drafts] = translate_articles(
            [article(QUAKE)], engine=engine, languages=["fr", "en"]
        )

        french = drafts[0].segments[0]
        assert french.text == "Le séisme a tué 1 447 personnes."
        assert french.provenance.via == ("en",)
        assert french.provenance.steps[-1] == "repaired:detour"

    def test_an_english_sentence_that_is_blocked_is_no_way(self):
        """
        Nor is English where nobody asked for it.
        """
        answers = {
            f"en:{QUAKE}": ("Many died in the earthquake.",),
            f"fr:{QUAKE}": ("Le séisme a fait beaucoup de morts.",),
        }
        for languages in (["fr", "en"], ["fr"]):
            engine = Several(answers)

            [drafts] = translate_articles(
                [article(QUAKE)], engine=engine, languages=languages
            )

            assert drafts[0].segments[0].is_blocked
            assert not [r for r in engine.requests if r.source == "en"]

    def test_a_mended_text_on_the_way_is_gone_on_from(self):
        """
        French went through English, whose number was wrong: it is asked for again.
        """
        engine = Several(
            {
                f"en:{QUAKE}": ("The earthquake killed 147 people.",),
                f"fr:{QUAKE}": ("Le séisme a fait beaucoup de morts.",),
                "fr:The earthquake killed 1,447 people.": (
                    "Le séisme a tué 1 447 personnes.",
                ),
            },
            through=VIA,
        )

        [drafts] = translate_articles(
            [article(QUAKE)], engine=engine, languages=["fr", "en"]
        )

        french, english = (draft.segments[0] for draft in drafts)
        assert english.provenance.steps == ("repaired:number",)
        assert french.text == "Le séisme a tué 1 447 personnes."
        assert french.provenance.via == ("en",)
        assert french.provenance.steps[-1] == "repaired:pivot"
        assert [(r.source, r.text) for r in engine.requests if r.fresh] == [
            ("en", "The earthquake killed 1,447 people.")
        ]


class TestNames:
    @pytest.mark.parametrize(
        ("language", "source", "wrong", "right"),
        [
            (
                "en",
                "Laporan itu dibacakan Ermelinda Taneo di Kupang.",
                "The report was read by Ermeda Taneo in Kupang.",
                "The report was read by Ermelinda Taneo in Kupang.",
            ),
            (
                "fr",
                "Putusan pengadilan dibacakan hakim Parlin Sitompul, Senin siang.",
                "Le verdict du tribunal a été lu par le juge Parli Simptoul Simptoul, "
                "lundi à midi.",
                "Le verdict du tribunal a été lu par le juge Parlin Sitompul, "
                "lundi à midi.",
            ),
            (
                "fr",
                "Kapal itu tiba di pelabuhan Rote dan Pemalang kemarin.",
                "Le navire est arrivé hier aux ports de Rote et d'Emalang.",
                "Le navire est arrivé hier aux ports de Rote et de Pemalang.",
            ),
        ],
    )
    def test_a_garbled_name_is_put_right_where_it_stands(
        self, language, source, wrong, right
    ):
        """
        What is spelt nearly like it, with what was said twice and the word before it.
        """
        segment, engine = repaired(source, {source: (wrong,)}, language)
        assert segment.text == right
        assert segment.provenance.steps == ("repaired:name",)
        assert engine.calls == 1
        [finding] = segment.findings
        assert finding.severity is Severity.REVIEW
        assert finding.indonesian.endswith("dipasang di tempatnya.")

    @pytest.mark.parametrize(
        "wrong",
        [
            "The report was read in Kupang by an official.",
            "The report was read by Sukarno in Kupang.",
        ],
        ids=["nothing", "somebody else"],
    )
    def test_what_is_no_garbled_name_is_not_taken_for_one(self, wrong):
        """
        A name put where another one stood would pass every check.
        """
        source = "Laporan itu dibacakan Ermelinda Taneo di Kupang."
        segment, _ = repaired(source, {source: (wrong,)})
        assert "repaired:name" not in segment.provenance.steps

    @pytest.mark.parametrize(
        ("language", "wrong", "came", "right"),
        [
            (
                "en",
                "The report was read in the town.",
                "The report was read by 37 in Kupang.",
                "The report was read by Retnowati Hau in Kupang.",
            ),
            (
                "ja",
                "この報告書はクパンで読み上げられた。",
                "この報告書はクパンで37が読み上げた。",
                "この報告書はクパンでレトノワティ・ハウ（Retnowati Hau）が読み上げた。",
            ),
        ],
    )
    def test_a_name_is_covered_and_put_in_after(self, language, wrong, came, right):
        """
        In another script its Latin letters stand in brackets at the first mention.
        """
        source = "Laporan itu dibacakan Retnowati Hau di Kupang."
        covered = source.replace("Retnowati Hau", "37")
        if language == "en":
            covered = covered.replace("Kupang", "46")
            came = came.replace("Kupang", "46")
        segment, _ = repaired(source, {source: (wrong,), covered: (came,)}, language)
        assert segment.text == right
        assert segment.provenance.steps[-1] == "repaired:masked"

    def test_the_second_mention_has_no_brackets(self):
        """
        One person has one rendering within the article.
        """
        source = "Laporan itu dibacakan Retnowati Hau di Kupang."
        engine = Several(
            {
                source: ("この報告書はクパンで読み上げられた。",),
                source.replace("Retnowati Hau", "37"): (
                    "この報告書はクパンで37が読み上げた。",
                ),
            }
        )
        [[draft]] = translate_articles(
            [article("Retnowati Hau hadir.", source)], engine=engine, languages=["ja"]
        )
        assert draft.segments[1].text == (
            "この報告書はクパンでレトノワティ・ハウが読み上げた。"
        )

    def test_a_cover_that_came_out_as_a_count_is_no_name(self):
        """
        "37 people" is what an engine made of a name that it took for a number.
        """
        source = "Laporan itu dibacakan Retnowati Hau di Kupang."
        covered = source.replace("Retnowati Hau", "37")
        segment, _ = repaired(
            source,
            {
                source: ("The report was read in Kupang.",),
                covered: ("The report was read by 37 people in Kupang.",),
            },
        )
        assert segment.is_blocked

    def test_another_name_beside_the_right_one_is_no_repair(self):
        """
        The Philippines may stand there, but the team that was beaten is another one.
        """
        source = "Timnas Indonesia mengalahkan Filipina di Manila kemarin."
        segment, _ = repaired(
            source,
            {
                source: (
                    "Indonesia's team beat the Netherlands in Manila yesterday.",
                    "Indonesia and the Netherlands beat the Philippines in Manila.",
                )
            },
        )
        assert segment.is_blocked


class TestWhatIsAccepted:
    def test_a_repair_is_checked_by_all_checks(self):
        """
        The right number in the wrong language is no repair.
        """
        source = "Gempa menewaskan 27 orang di Cianjur pada malam hari."
        segment, _ = repaired(source, {source: ("The quake killed 81.", source)})
        assert segment.is_blocked
        assert segment.shown is Shown.ORIGINAL

    @pytest.mark.parametrize(
        "other",
        [
            "The quake killed 27.",
            "The quake killed 27 people, 27 people in all.",
            "The quake killed 27 people at 2 places.",
        ],
        ids=["shorter", "twice", "more"],
    )
    def test_a_repair_leaves_nothing_out_and_adds_no_number(self, other):
        """
        What was sought until the checks fell silent is held to more than they ask.
        """
        source = "Gempa menewaskan 27 orang."
        segment, _ = repaired(source, {source: ("The quake killed 81 people.", other)})
        assert segment.is_blocked
        assert segment.text == "The quake killed 81 people."

    def test_no_repair_writes_a_late_hour_with_its_half_of_the_day(self):
        """
        Not even where nothing blocks "17:45 p.m.".
        """
        source = "Toko 27 tutup pukul 17.45."
        wrong, odd = "Shop 81 closed at 5:45 p.m.", "Shop 27 closed at 17:45 p.m."
        good = "Shop 27 closed at 5:45 p.m."

        refused, _ = repaired(source, {source: (wrong, odd)})
        taken, _ = repaired(source, {source: (wrong, odd, good)})

        assert refused.text != odd
        assert taken.text == good

    def test_what_could_not_be_mended_says_what_was_tried(self):
        """
        Every rung that can help is tried, and the text stays the first one.

        It has one clause, came straight, in English: three rungs have nothing to ask.
        """
        source = "Gempa menewaskan 27 orang."
        segment, _ = repaired(source, {source: ("The quake killed 81 people.",)})
        assert segment.provenance.steps == tuple(
            f"tried:{rung.name}"
            for rung in LADDER
            if rung.name in RUNGS["same-numbers"] - {"pivot", "detour", "split"}
        )
        assert all(f.severity is Severity.BLOCKING for f in segment.findings)

    def test_clean_sentences_are_left_alone(self):
        """
        Nothing is asked, and provenance says nothing.
        """
        source = "Gempa menewaskan 27 orang."
        segment, engine = repaired(source, {source: ("The quake killed 27 people.",)})
        assert segment.provenance.steps == ()
        assert engine.calls == 1

    def test_what_was_mended_is_still_said_after_another_look(self):
        """
        Checking again keeps the finding, and makes one where only the step is left.
        """
        engine = Several({QUAKE: ("The earthquake killed 147 people.",)})
        [[draft]] = translate_articles(
            [article(QUAKE)], engine=engine, languages=["en"]
        )
        [again] = run((draft,), [check_with()])
        assert again.segments[0].findings == draft.segments[0].findings

        kept = Kept(
            text=draft.segments[0].text, provenance=draft.segments[0].provenance
        )
        [[later]] = translate_articles(
            [article(QUAKE)],
            engine=Several({}),
            languages=["en"],
            known=lambda *_: kept,
        )
        [finding] = later.segments[0].findings
        assert finding.severity is Severity.MENDED
        assert finding.indonesian.startswith("Terjemahan pertama ditahan")


ODD = st.text(
    alphabet=st.sampled_from("0123456789.,:/-٠٫٬万亿月時 年%“”«»@#\u200f\u200bAaو.!?"),
    max_size=40,
)


class TestAnything:
    @given(ODD, st.lists(ODD, min_size=1, max_size=4), st.sampled_from(sorted(VIA)))
    @settings(max_examples=60, deadline=None)
    def test_whatever_an_engine_says_what_is_shown_is_not_blocked(
        self, source, answers, language
    ):
        """
        The ladder never ends in an error, nor in a translation that a check blocks.
        """
        engine = Several({}, through=VIA)
        engine.answer = lambda request: tuple(
            Hypothesis(text=text, provenance=Provenance(engine="local"))
            for text in answers[: request.alternatives]
        )

        [drafts] = translate_articles(
            [article(f"Warga {source}")], engine=engine, languages=["en", language]
        )

        for draft in drafts:
            for segment in draft.segments:
                assert segment.is_blocked == (segment.shown is Shown.ORIGINAL)


class TestPeopleAndEngines:
    @pytest.mark.parametrize("decided", [Shown.TRANSLATION, Shown.ORIGINAL])
    def test_what_a_person_decided_is_never_touched(self, decided):
        """
        Not even where a check blocks it.
        """
        wrong = "The earthquake killed 147 people."
        kept = Kept(text=wrong, provenance=Provenance(engine="x"), decided=decided)
        engine = Several({QUAKE: ("The earthquake killed 1,447 people.",)})

        [[draft]] = translate_articles(
            [article(QUAKE)], engine=engine, languages=["en"], known=lambda *_: kept
        )

        assert draft.segments[0].text == wrong
        assert draft.segments[0].shown is decided
        assert engine.requests == []

    def test_an_engine_that_fails_in_a_repair_loses_nothing(self):
        """
        The draft is as it was, and says that the rung was not tried.
        """
        source = "Gempa menewaskan 27 orang."
        engine = Several({source: ("The quake killed 81 people.",)}, away_after=1)

        [[draft]] = translate_articles(
            [article(source)], engine=engine, languages=["en"]
        )

        [segment] = draft.segments
        assert segment.text == "The quake killed 81 people."
        assert segment.shown is Shown.ORIGINAL
        assert "failed:masked" in segment.provenance.steps
        assert engine.calls == 2, "an engine that is away is left in peace"

    def test_a_rung_asks_for_a_part_of_all_sentences_at_most(self):
        """
        One call for each rung, however many sentences are blocked.
        """
        count = 200
        names = [f"Kota {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(count)]
        sentences = [f"Gempa di {name} menewaskan 27 orang." for name in names]
        engine = Several(dict.fromkeys(sentences, ("The quake killed many people.",)))

        translate_articles([article(*sentences)], engine=engine, languages=["en"])

        asked = [request for request in engine.requests if request.fresh]
        assert len(asked) == max(LEAST, int(SHARE * count))
        assert len({request.text for request in asked}) == len(asked)

    def test_a_memory_keeps_neither_what_covers_nor_clauses(self, tmp_path):
        """
        Asked again, with a memory, the sentence is mended again in the same way.
        """
        source = "Gempa menewaskan 27 orang."
        engine = Several(
            {
                source: ("The quake killed 81 people.", "The quake killed 27 people."),
            }
        )
        with Memory(tmp_path / "memory.db") as memory:
            texts = []
            for _ in range(2):
                [[draft]] = translate_articles(
                    [article(source)],
                    engine=Remembering(engine, memory),
                    languages=["en"],
                )
                texts.append(draft.segments[0].text)
            assert texts == ["The quake killed 27 people."] * 2
            [known] = memory.exact_many(
                [source], source="id", target="en", engine="local", model=""
            )
            assert known.translation == "The quake killed 81 people."
        assert [request.fresh for request in engine.requests] == [False, True]

    def test_marks_of_a_repair_are_put_on_its_words(self):
        """
        A link stands on the words of the translation that was taken.
        """
        source = "Gempa menewaskan 27 orang di Cianjur."
        marked = Article(
            blocks=(
                Paragraph(
                    text=Inline(
                        text=source,
                        marks=(
                            Mark(start=29, end=36, kind="link", href="https://a.id"),
                        ),
                    )
                ),
            )
        )
        engine = Several(
            {
                source: (
                    "The quake killed 81 people in Cianjur.",
                    "In Cianjur, the quake killed 27 people.",
                )
            }
        )

        [[draft]] = translate_articles([marked], engine=engine, languages=["en"])

        [segment] = draft.segments
        [mark] = segment.marks
        assert segment.text[mark.start : mark.end] == "Cianjur"
        assert mark.start == 3

    def test_fake_engines_of_old_are_enough(self):
        """
        An engine with one answer, that knows no other text, climbs nothing.
        """
        engine = FakeEngine({QUAKE: "Nobody knows how many people it killed there."})
        [[draft]] = translate_articles(
            [article(QUAKE)], engine=engine, languages=["en"]
        )
        assert draft.segments[0].shown is Shown.ORIGINAL


class TestValues:
    @given(
        st.integers(min_value=1, max_value=9999),
        st.integers(min_value=0, max_value=12),
        st.sampled_from(["en", "fr", "zh", "ja", "ar"]),
    )
    def test_what_is_written_is_read_again(self, digits, power, language):
        """
        Every value has that value in the language that it was written for.
        """
        value = Decimal(digits) * 10**power
        [number] = read_numbers(write_number(value, language), language)
        assert value in number.readings

    @given(st.integers(10, 10**9), st.integers(10, 10**9))
    def test_to_resemble_works_both_ways(self, one, other):
        """
        It makes no difference which of two numbers is the garbled one.
        """
        ours, theirs = Decimal(one), Decimal(other)
        assert resembles(ours, theirs) == resembles(theirs, ours)
        assert resembles(ours, ours)
