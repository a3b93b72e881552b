"""
The steps, on a fake engine whose answers are known.
"""

import pytest

from selaras.article import (
    Article,
    Inline,
    Mark,
    Paragraph,
    Table,
    read_article,
    write_article,
)
from selaras.engines import FakeEngine
from selaras.errors import EngineUnavailable
from selaras.fidelity import Severity
from selaras.pipeline import (
    Shown,
    article_of,
    begin,
    each,
    put_marks_back,
    run,
    translate_articles,
    translate_with,
)

ENGLISH = {
    "Gempa di Cianjur": "Earthquake in Cianjur",
    "Gempa menewaskan 27 orang.": "The earthquake killed 27 people.",
    "Warga mengungsi.": "Residents fled.",
    "Data ada di https://contoh.example/data.": "The data is at https://contoh.example/data.",
}


def article(*paragraphs: str) -> Article:
    return Article(
        headline=Inline(text="Gempa di Cianjur"),
        blocks=tuple(Paragraph(text=Inline(text=text)) for text in paragraphs),
    )


class TestTranslateArticles:
    def test_every_sentence_of_every_language_is_asked_for_in_one_call(self):
        """
        Two articles and two languages are one stream to the engine; nothing is mended.
        """
        engine = FakeEngine(ENGLISH)
        first = article("Gempa menewaskan 27 orang. Warga mengungsi.")
        second = article("Warga mengungsi.")

        drafts = translate_articles(
            [first, second], engine=engine, languages=["en", "fr"], checks=()
        )

        assert engine.calls == 1
        assert len(engine.requests) == 2 * (3 + 2)
        assert [[draft.language for draft in row] for row in drafts] == [
            ["en", "fr"]
        ] * 2

    def test_the_draft_becomes_an_article_in_its_language(self):
        """
        What comes out is an article with the same blocks, in English.
        """
        original = article("Gempa menewaskan 27 orang. Warga mengungsi.")

        [[draft]] = translate_articles(
            [original], engine=FakeEngine(ENGLISH), languages=["en"]
        )

        translated = article_of(draft)
        assert translated.language == "en"
        assert translated.headline.text == "Earthquake in Cianjur"
        assert translated.blocks == (
            Paragraph(
                text=Inline(text="The earthquake killed 27 people. Residents fled.")
            ),
        )

    def test_a_wrong_number_fails_closed(self):
        """
        A number that the engine got wrong is a finding, and readers see Indonesian.
        """
        wrong = ENGLISH | {
            "Gempa menewaskan 27 orang.": "The earthquake killed 72 people."
        }

        [[draft]] = translate_articles(
            [article("Gempa menewaskan 27 orang. Warga mengungsi.")],
            engine=FakeEngine(wrong),
            languages=["en"],
        )

        failed, passed = draft.segments[1:]
        assert failed.shown is Shown.ORIGINAL
        assert any(f.severity is Severity.BLOCKING for f in failed.findings)
        assert passed.shown is Shown.TRANSLATION
        assert draft.failed_closed == (failed,)
        assert article_of(draft).blocks == (
            Paragraph(
                text=Inline(
                    text="Gempa menewaskan 27 orang. Residents fled.",
                    marks=(Mark(start=0, end=26, kind="indonesian"),),
                )
            ),
        )

    def test_a_file_says_which_sentences_were_left_in_indonesian(self):
        """
        Markdown and text mark the sentence; reading Markdown back loses no word.
        """
        [[draft]] = translate_articles(
            [article("Gempa menewaskan 27 orang. Warga mengungsi.")],
            engine=FakeEngine(lambda text: text.replace("27", "72").replace("Wa", "A")),
            languages=["fr"],
        )

        markdown = write_article(article_of(draft), "md")
        text = write_article(article_of(draft), "txt")

        assert '<span lang="id">Gempa menewaskan 27 orang.</span>' in markdown
        assert "level: machine\nleft_in_indonesian: " in markdown
        assert "[en indonésien] Gempa menewaskan 27 orang." in text
        again = read_article(markdown, format="md")
        [paragraph] = again.blocks
        assert paragraph.text.text.startswith("Gempa menewaskan 27 orang. ")
        assert again.extra["level"] == "machine"

    def test_an_engine_that_is_away_leaves_no_half_draft(self):
        """
        The error of the engine is the error of the call.
        """
        engine = FakeEngine(ENGLISH, raises=EngineUnavailable("The server is away."))

        with pytest.raises(EngineUnavailable, match="away"):
            translate_articles([article("Warga mengungsi.")], engine=engine)

    def test_progress_counts_sentences_up_to_all_of_them(self):
        """
        The last call of progress says that everything is done.
        """
        seen = []

        translate_articles(
            [article("Warga mengungsi.")],
            engine=FakeEngine(ENGLISH),
            languages=["en"],
            progress=lambda done, total: seen.append((done, total)),
        )

        assert seen[-1] == (2, 2)

    def test_progress_knows_the_number_in_all_from_the_beginning(self):
        """
        The first call comes before the engine is asked anything.
        """
        engine, seen = FakeEngine(ENGLISH), []

        translate_articles(
            [article("Warga mengungsi.")],
            engine=engine,
            languages=["en"],
            progress=lambda done, total: seen.append((engine.calls, done, total)),
        )

        assert seen == [(0, 0, 2), (1, 2, 2)]

    def test_no_articles_are_no_drafts(self):
        """
        Nothing in, nothing out, and the engine is left alone.
        """
        assert translate_articles([], engine=FakeEngine(ENGLISH)) == ()


class TestPortions:
    def many(self):
        return article(*("Warga " + "sangat " * (n % 40) + f"{n}." for n in range(200)))

    def test_sentences_that_are_read_alone_come_by_length(self):
        """
        Batches are full, and all languages of a sentence are asked for in one call.
        """
        calls = []

        class Local(FakeEngine):
            def translate(self, requests):
                calls.append([r.text for r in requests if not r.fresh])
                return super().translate(requests)

        engine = Local(str.upper, name="local")

        translate_articles([self.many()], engine=engine, languages=["en", "fr", "ja"])

        asked = [text for call in calls for text in call]
        assert len(calls) > 3
        assert [len(text) for text in asked] == sorted(len(text) for text in asked)
        assert sum(len(set(call)) for call in calls) == len(set(asked)) == 201

    def test_answers_are_put_back_in_order(self):
        """
        Each sentence has its own translation, whatever the order of asking.
        """
        engine = FakeEngine(str.upper, name="local")

        [drafts] = translate_articles(
            [self.many()], engine=engine, languages=["en", "fr"]
        )

        assert engine.calls > 1
        for draft in drafts:
            assert [s.hypotheses[0].text for s in draft.segments] == [
                s.source.text.upper() for s in draft.segments
            ]

    def test_an_engine_that_reads_articles_is_asked_in_their_order(self):
        """
        A service gets an article's sentences as they follow one another.
        """
        engine = FakeEngine(str.upper, name="a service")
        original = self.many()

        translate_articles([original], engine=engine, languages=["en"])

        texts = [segment.source.text for segment in begin(original, "en").segments]
        assert engine.calls > 1
        assert [r.text for r in engine.requests if not r.fresh] == texts


class TestCarriedOver:
    def test_a_text_without_letters_is_not_sent_to_an_engine(self):
        """
        A number alone is written in the form of the language, by us.
        """
        engine = FakeEngine({})
        table = Table(rows=((Inline(text="1.250,5"), Inline(text="👍🏽 2-1")),))

        [drafts] = translate_articles(
            [Article(blocks=(table,))], engine=engine, languages=["en", "fr"]
        )

        assert engine.requests == []
        assert [[s.text for s in draft.segments] for draft in drafts] == [
            ["1,250.5", "👍🏽 2-1"],
            ["1\u202f250,5", "👍🏽 2-1"],
        ]
        assert not any(draft.failed_closed for draft in drafts)


class TestRequests:
    def test_a_sentence_travels_with_its_headline_and_neighbours(self):
        """
        An engine that can use context gets it.
        """
        engine = FakeEngine(ENGLISH)
        original = article("Gempa menewaskan 27 orang. Warga mengungsi.")

        translate_articles([original], engine=engine, languages=["en"])

        context = engine.requests[1].context
        assert context.headline == "Gempa di Cianjur"
        assert context.before == "Gempa di Cianjur"
        assert context.after == "Warga mengungsi."

    def test_only_sentences_with_marks_ask_for_an_alignment(self):
        """
        Alignments cost time; a plain sentence does without.
        """
        text = "Gempa menewaskan 27 orang."
        bold = Inline(text=text, marks=(Mark(start=17, end=19, kind="bold"),))
        original = Article(
            blocks=(Paragraph(text=bold), Paragraph(text=Inline(text=text)))
        )
        engine = FakeEngine(ENGLISH)

        translate_articles([original], engine=engine, languages=["en"])

        assert [request.align for request in engine.requests] == [True, False]


class TestMarks:
    def test_bold_stands_on_the_same_words(self):
        """
        A number is its own anchor: it needs no alignment.
        """
        bold = Inline(
            text="Gempa menewaskan 27 orang.",
            marks=(Mark(start=17, end=19, kind="bold"),),
        )
        draft = begin(Article(blocks=(Paragraph(text=bold),)), "en")

        (done,) = run(
            (draft,), [translate_with(FakeEngine(ENGLISH)), each(put_marks_back)]
        )

        (segment,) = done.segments
        (mark,) = segment.marks
        assert segment.text[mark.start : mark.end] == "27"

    def test_an_address_that_the_engine_changed_is_put_back(self):
        """
        What must be kept letter by letter is kept, whatever the engine did.
        """
        source = "Data ada di https://contoh.example/data."
        broken = {source: "The data is at https://contoh.example/daten."}
        draft = begin(Article(blocks=(Paragraph(text=Inline(text=source)),)), "en")

        (done,) = run(
            (draft,), [translate_with(FakeEngine(broken)), each(put_marks_back)]
        )

        (segment,) = done.segments
        assert segment.verbatim == ("https://contoh.example/data",)
        assert "https://contoh.example/data" in segment.text
        assert "daten" not in segment.text


class TestEmoji:
    @pytest.mark.parametrize(
        "answer", ["Great news 💁🤗🎘", "Great news", "Great news 🇮🇩🎉👍🏽"]
    )
    def test_emoji_come_out_as_they_went_in(self, answer):
        """
        Changed, dropped or kept by the engine: readers see the reporter's own.
        """
        [[draft]] = translate_articles(
            [article("Kabar baik 🇮🇩🎉👍🏽")],
            engine=FakeEngine(lambda _: answer),
            languages=["en"],
        )

        assert draft.segments[-1].text == "Great news 🇮🇩🎉👍🏽"
