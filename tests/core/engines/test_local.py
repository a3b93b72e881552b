import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.article import Link
from selaras.engines import Request
from selaras.engines.local import CTranslate2Engine, Decoding, Machine, Part
from selaras.errors import EngineBroken, PairUnsupported
from selaras.languages import TARGETS
from selaras.text.typography import localise
from selaras.weights import embedded

GEMPA = "Gempa magnitudo 5,6 mengguncang Cianjur, kata Presiden Joko Widodo."
BANJIR = "Banjir merendam 1.250 rumah di Demak pada Selasa (7/12/2021)."
QUICK = Decoding(beam_size=1)
AWKWARD = [
    *("Gempa ", "Cianjur, ", "“siap” ", "27 ", "Rp1.250,5 ", "e\u0301 ", "５人 "),
    *("\u200b", "  ", "\n", "😀 ", "مُحمّد ", "ｶﾞ ", "\u202e", "«a» ", "<2fr> "),
]


def make_part(**changes):
    """
    The part of the model in the box that reads English, said to have all pairs.

    These tests are about what the engine does, not about what the model says.
    """
    model = embedded()
    said = next(part for part in model.manifest.models if ("en", "fr") in part.pairs)
    every = [("id", target) for target in TARGETS]
    pairs = tuple(dict.fromkeys([*every, *said.pairs]))
    folder = model.folder / said.folder
    part = Part(folder=folder, pairs=pairs, decoding=QUICK)
    return replace(part, **changes)


@pytest.fixture(scope="module")
def engine():
    with CTranslate2Engine([make_part()], model="tiny 1") as engine:
        yield engine


@pytest.fixture(scope="module")
def pivoting():
    routes = {("id", target): ("en",) for target in TARGETS if target != "en"}
    with CTranslate2Engine([make_part()], routes=routes) as engine:
        yield engine


@pytest.fixture(scope="module")
def cutting():
    decoding = replace(QUICK, max_source_pieces=30)
    with CTranslate2Engine([make_part(decoding=decoding)]) as engine:
        yield engine


def ask(engine, text, target="en", **wishes):
    (hypotheses,) = engine.translate([Request(text=text, target=target, **wishes)])
    return hypotheses


class TestTranslate:
    def test_every_request_is_answered_in_its_place(self, engine):
        """
        The stream is sorted by length inside; nobody outside sees that.
        """
        requests = [
            Request(text=text, target=target)
            for text in (GEMPA, "Gempa.", BANJIR)
            for target in TARGETS
        ]

        together = engine.translate(requests)

        alone = [engine.translate([request])[0] for request in requests]
        assert [h[0].text for h in together] == [h[0].text for h in alone]

    def test_nothing_asked_is_nothing_answered(self, engine):
        assert engine.translate([]) == []

    def test_the_hypothesis_says_where_it_comes_from(self, engine):
        provenance = ask(engine, GEMPA)[0].provenance

        assert (provenance.engine, provenance.model) == ("local", "tiny 1")
        assert provenance.via == ()

    def test_the_score_is_a_mean_log_probability(self, engine):
        assert -10 < ask(engine, GEMPA)[0].score < 0

    def test_alternatives_are_different_and_best_first(self, engine):
        hypotheses = ask(engine, GEMPA, alternatives=4)

        assert 1 < len(hypotheses) <= 4
        assert len({hypothesis.text for hypothesis in hypotheses}) == len(hypotheses)
        scores = [hypothesis.score for hypothesis in hypotheses]
        assert scores == sorted(scores, reverse=True)

    def test_who_asks_for_one_gets_one_though_others_ask_for_more(self, engine):
        one, more = engine.translate(
            [
                Request(text=GEMPA, target="en"),
                Request(text=GEMPA, target="en", alternatives=3),
            ]
        )

        assert len(one) == 1
        assert len(more) > 1
        assert one[0].text == more[0].text

    def test_a_pair_without_a_model_is_refused_with_those_there_are(self, engine):
        with pytest.raises(PairUnsupported, match=r"en-fr.*asked for fr-id"):
            engine.translate([Request(text="Bonjour", source="fr", target="id")])

        assert not engine.supports("fr", "id")
        assert engine.supports("id", "fr")

    def test_unknown_characters_never_become_question_marks(self, engine):
        hypothesis = ask(engine, "Kata 'ᏣᎳᎩ' dan 'ꦗꦮ' tertulis di dinding 😀.")[0]

        assert "⁇" not in hypothesis.text

    @pytest.mark.parametrize("target", TARGETS)
    def test_marks_are_set_as_the_language_sets_them(self, engine, target):
        """
        Typography has nothing left to do on what the engine gives.
        """
        text = ask(engine, 'Ia berkata: "Kami siap", lalu pergi.', target)[0].text

        assert localise(text, target) == text

    @pytest.mark.parametrize(
        "text", ["", " ", "27", "13.21", "—", "🙂🙂", "2021/12/07", "...", "\u202e"]
    )
    def test_text_without_letters_is_carried_over_as_it_is(self, engine, text):
        hypothesis = ask(engine, text, align=True)[0]

        assert hypothesis.text == text
        assert hypothesis.provenance.steps == ("copied",)
        assert len(hypothesis.links) == bool(text)

    @pytest.mark.parametrize(
        "text",
        [
            "\x00Gempa\x07 di\x1b Cianjur",
            "Gem\ud800pa di Cianjur",
            "Gempa \u202edi\u202c Cianjur",
            "<2fr> Gempa </s> <unk> di Cianjur <sep>",
            "Gempa" * 150,
            "a" * 800,
            "Rp" + "1" * 2000,
            "Lihat https://contoh.id/" + "a/" * 1000 + " untuk isinya.",
            "這是 gempa e\u0301\u0301\u0301 ｇｅｍｐａ",
            "\N{ZERO WIDTH JOINER}Gempa\N{ZERO WIDTH NON-JOINER}",
        ],
    )
    def test_hostile_text_is_translated_like_any_other(self, engine, text):
        """
        It neither fails nor comes out with what could hurt a page.
        """
        hypothesis = ask(engine, text, align=True)[0]

        assert not any(ord(character) < 32 for character in hypothesis.text)
        assert not set(hypothesis.text) & set("\u202e\u202c\u200e\u2028\ud800")
        assert_within(hypothesis.links, text, hypothesis.text)


class TestPivot:
    def test_provenance_says_what_was_passed(self, pivoting):
        assert ask(pivoting, GEMPA, "fr")[0].provenance.via == ("en",)
        assert ask(pivoting, GEMPA, "en")[0].provenance.via == ()

    def test_what_passes_english_is_the_english_that_is_published(self, pivoting):
        """
        The French is made of the same English sentence that English readers get.
        """
        english = ask(pivoting, GEMPA, "en")[0].text

        through = ask(pivoting, GEMPA, "fr")[0].text

        request = Request(text=english, source="en", target="fr")
        assert through == pivoting.translate([request])[0][0].text

    def test_the_pivot_is_made_once_for_all_targets(self, pivoting, monkeypatch):
        runtime = pivoting._runtime(pivoting._parts["id", "en"])
        asked = []
        whole = runtime._translator.translate_batch

        class Counting:
            def translate_batch(self, source, *args, **options):
                asked.extend(source)
                return whole(source, *args, **options)

        monkeypatch.setattr(runtime, "_translator", Counting())

        pivoting.translate([Request(text=GEMPA, target=target) for target in TARGETS])

        assert len(asked) == 1 + 4

    def test_links_lead_from_the_original_to_the_target(self, pivoting):
        hypothesis = ask(pivoting, GEMPA, "fr", align=True)[0]

        assert hypothesis.links
        assert_within(hypothesis.links, GEMPA, hypothesis.text)


class TestParts:
    def test_a_pair_may_need_two_models(self):
        """
        The next model in the box may be one for English and one from there.
        """
        first = make_part(pairs=(("id", "en"),))
        second = make_part(pairs=(("en", "fr"),))
        routes = {("id", "fr"): ("en",)}

        with CTranslate2Engine([first, second], routes=routes) as engine:
            hypothesis = ask(engine, GEMPA, "fr")[0]

            assert hypothesis.provenance.via == ("en",)
            assert len(engine._loaded) == 2
            assert not engine.supports("id", "zh")

    def test_a_route_without_a_model_for_every_leg_is_not_supported(self):
        part = make_part(pairs=(("id", "en"),))
        engine = CTranslate2Engine([part], routes={("id", "fr"): ("en",)})

        assert not engine.supports("id", "fr")

    def test_of_two_parts_for_a_pair_the_first_is_taken(self):
        nowhere = make_part(folder=embedded().folder / "nowhere")

        engine = CTranslate2Engine([make_part(), nowhere])

        assert ask(engine, "Gempa.")


class TestLongSentences:
    LONG = ", ".join(
        f"warga desa {name} mengungsi ke balai kota sejak Senin malam"
        for name in ("Sukamaju", "Cibeureum", "Tegalsari", "Bojong", "Karangjati")
    )

    def test_a_long_sentence_is_cut_and_says_so(self, cutting):
        hypothesis = ask(cutting, f"{self.LONG}.")[0]

        assert hypothesis.provenance.steps[0] == "split:5"

    def test_a_full_stop_stands_at_the_end_only(self, cutting):
        text = ask(cutting, f"{self.LONG}.")[0].text

        assert ". " not in text.rstrip(".")

    def test_pieces_are_joined_as_the_language_joins_words(self, cutting):
        english = ask(cutting, f"{self.LONG}.")[0].text
        assert "  " not in english

        for target in ("zh", "ja"):
            joined = ask(cutting, f"{self.LONG}.", target)[0].text
            pieces = [
                ask(cutting, f"{clause},", target)[0].text
                for clause in self.LONG.split(", ")[:2]
            ]
            assert joined.startswith(pieces[0].rstrip("。，、,"))

    def test_links_reach_into_every_piece(self, cutting):
        hypothesis = ask(cutting, f"{self.LONG}.", "en", align=True)[0]

        assert_within(hypothesis.links, self.LONG + ".", hypothesis.text)
        assert max(link.source[1] for link in hypothesis.links) > len(self.LONG) * 0.8

    def test_a_short_sentence_beside_it_is_not_cut(self, cutting):
        long, short = cutting.translate(
            [
                Request(text=f"{self.LONG}.", target="en"),
                Request(text="Gempa.", target="en"),
            ]
        )

        assert not short[0].provenance.steps
        assert long[0].provenance.steps

    def test_what_cannot_be_cut_is_carried_over(self, cutting):
        """
        One endless address would take memory by the square of its length.
        """
        address = "https://contoh.id/" + "a/" * 500

        text = ask(cutting, f"Isinya ada di {address} sejak Senin.")[0].text

        assert address in text


class TestLimit:
    def test_a_translation_that_was_stopped_is_marked(self):
        """
        A reader must not get half a sentence that looks like a whole one.
        """
        decoding = replace(QUICK, growth=0.0)
        with CTranslate2Engine([make_part(decoding=decoding)]) as engine:
            stopped = ask(engine, f"{GEMPA} {BANJIR}")[0]

        assert "hit-limit" in stopped.provenance.steps

    def test_a_translation_that_ended_is_not(self, engine):
        assert ask(engine, "Gempa.")[0].provenance.steps == ()


class TestLoading:
    def test_nothing_is_loaded_before_it_is_needed(self):
        engine = CTranslate2Engine([make_part()])

        engine.supports("id", "en")
        engine.translate([Request(text="27", target="en")])

        assert not engine._loaded

    def test_a_closed_engine_loads_again(self):
        engine = CTranslate2Engine([make_part()])
        before = ask(engine, GEMPA)

        engine.close()

        assert not engine._loaded
        assert ask(engine, GEMPA) == before

    def test_a_folder_without_a_model_is_an_engine_that_is_broken(self, tmp_path):
        engine = CTranslate2Engine([make_part(folder=tmp_path)])

        with pytest.raises(EngineBroken, match="could not be loaded") as failure:
            ask(engine, GEMPA)

        assert not failure.value.retryable

    def test_a_file_that_is_no_tokenizer_is_named(self):
        engine = CTranslate2Engine([make_part(tokenizer="config.json")])

        with pytest.raises(EngineBroken, match=r"config\.json is no tokenizer"):
            ask(engine, GEMPA)

    def test_threads_share_one_loaded_model(self):
        engine = CTranslate2Engine([make_part()], machine=Machine(inter_threads=2))
        answers = []

        def work():
            answers.append(ask(engine, GEMPA)[0].text)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(engine._loaded) == 1
        assert len(answers) == 4
        assert len(set(answers)) == 1


class TestLinks:
    def test_a_name_and_a_number_lead_to_themselves(self, engine):
        """
        Whatever the model attends to: what stands once on both sides is the same.
        """
        hypothesis = ask(engine, BANJIR, "en", align=True)[0]

        for link in hypothesis.links:
            source = BANJIR[slice(*link.source)]
            if source in hypothesis.text.split() and BANJIR.count(source) == 1:
                assert hypothesis.text[slice(*link.target)] == source

    @pytest.mark.parametrize("target", TARGETS)
    def test_spans_lie_within_both_texts(self, engine, target):
        text = f"  {GEMPA}  “Kami  berduka”, ujarnya.\t{BANJIR}"

        hypothesis = ask(engine, text, target, align=True)[0]

        assert hypothesis.links
        assert_within(hypothesis.links, text, hypothesis.text)

    @settings(
        max_examples=25,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        text=st.text(max_size=40) | st.lists(st.sampled_from(AWKWARD)).map("".join),
        target=st.sampled_from(TARGETS),
    )
    def test_spans_of_any_text_lie_within_it(self, engine, pivoting, text, target):
        for one in (engine, pivoting):
            hypothesis = ask(one, text, target, align=True)[0]

            assert_within(hypothesis.links, text, hypothesis.text)

    def test_a_mark_that_is_taken_away_leaves_no_link_to_a_space(self, pivoting):
        """
        Found by chance: invisible marks, half-width signs and a tag of the model's.
        """
        text = (
            "Gempa Gempa Gempa Gempa Gempa Gempa Gempa Gempa «a» Gempa Gempa ｶﾞ Gempa "
            "Gempa Gempa <2fr> Gempa Gempa Gempa Gempa Gempa \u202eGempa "
        )

        hypothesis = ask(pivoting, text, "en", align=True)[0]

        assert_within(hypothesis.links, text, hypothesis.text)

    def test_who_does_not_ask_gets_none(self, engine):
        assert ask(engine, GEMPA)[0].links == ()

    def test_asking_for_links_does_not_change_the_text(self, engine):
        plain = ask(engine, GEMPA, "fr")[0]

        assert ask(engine, GEMPA, "fr", align=True)[0].text == plain.text


def assert_within(links: tuple[Link, ...], source: str, target: str) -> None:
    for link in links:
        assert 0 <= link.source[0] < link.source[1] <= len(source)
        assert 0 <= link.target[0] < link.target[1] <= len(target)
        assert 0 < link.weight <= 1
        assert target[slice(*link.target)].strip() or not target.strip()
