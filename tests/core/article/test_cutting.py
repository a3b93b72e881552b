"""
An article comes apart into sentences and goes together again.
"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.article import (
    Article,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Segment,
    Table,
    cut,
    join,
)
from selaras.errors import SegmentMismatch


def inline(text, *marks):
    return Inline(text=text, marks=marks)


def paragraph(text, *marks):
    return Article(blocks=(Paragraph(text=inline(text, *marks)),))


def translated(article, *texts, language):
    segments = [
        replace(segment, text=text, marks=())
        for segment, text in zip(cut(article), texts, strict=True)
    ]
    return join(article, segments, language=language)


class TestCut:
    def test_every_text_of_an_article_is_cut(self):
        """
        No field that a reader reads is left behind, and each has a readable path.
        """
        article = Article(
            headline=inline("Judul"),
            summary=inline("Ringkas."),
            blocks=(
                Paragraph(text=inline("Satu. Dua.")),
                Heading(text=inline("Kepala")),
                List(items=(ListItem(text=inline("Butir")),)),
                Quote(paragraphs=(inline("Ya."),), speaker=inline("Budi")),
                Image(
                    src="a.jpg",
                    alt=inline("Alt"),
                    caption=inline("Ket"),
                    credit=inline("Foto"),
                ),
                Table(rows=((inline("A"), inline("B")),), caption=inline("Tabel")),
                Embed(kind="url", content="https://a.id", caption=inline("Video")),
                FactBox(
                    title=inline("Fakta"),
                    blocks=(
                        Paragraph(text=inline("Tiga.")),
                        List(items=(ListItem(text=inline("Empat")),)),
                    ),
                ),
            ),
        )

        paths = [segment.path for segment in cut(article)]

        assert paths == [
            "headline#0",
            "summary#0",
            "blocks.0.text#0",
            "blocks.0.text#1",
            "blocks.1.text#0",
            "blocks.2.items.0.text#0",
            "blocks.3.paragraphs.0#0",
            "blocks.3.speaker#0",
            "blocks.4.alt#0",
            "blocks.4.caption#0",
            "blocks.4.credit#0",
            "blocks.5.caption#0",
            "blocks.5.rows.0.0#0",
            "blocks.5.rows.0.1#0",
            "blocks.6.caption#0",
            "blocks.7.title#0",
            "blocks.7.blocks.0.text#0",
            "blocks.7.blocks.1.items.0.text#0",
        ]

    def test_white_space_stands_beside_the_segments_not_in_them(self):
        """
        An engine never sees the space round a sentence.
        """
        segments = cut(paragraph(" Banjir surut.\nWarga pulang. "))

        assert segments == (
            Segment(path="blocks.0.text#0", text="Banjir surut.", lead=" ", glue="\n"),
            Segment(path="blocks.0.text#1", text="Warga pulang.", glue=" "),
        )

    def test_a_line_break_ends_a_sentence(self):
        """
        What stands on two lines of the page is never one sentence.
        """
        segments = cut(paragraph("Jalan Merdeka 5\nBandung"))

        assert [segment.text for segment in segments] == ["Jalan Merdeka 5", "Bandung"]

    def test_a_mark_across_two_sentences_is_cut_into_pieces_of_one_ref(self):
        """
        Each sentence carries its part of the mark.
        """
        bold = Mark(start=7, end=18, kind="bold")

        segments = cut(paragraph("Banjir surut. Warga pulang.", bold))

        assert [segment.marks for segment in segments] == [
            (Mark(start=7, end=13, kind="bold", ref=1),),
            (Mark(start=0, end=4, kind="bold", ref=1),),
        ]

    def test_a_language_without_rules_of_its_own_is_cut_too(self):
        """
        An article that says it is German is not refused here.
        """
        article = replace(paragraph("Es regnet. Alle warten."), language="de")

        assert len(cut(article)) == 2

    def test_thousands_of_blocks_come_apart_and_together(self):
        """
        Every segment has a path of its own, and every mark comes back.
        """
        block = Paragraph(
            text=inline(
                "Banjir surut. Warga pulang.", Mark(start=3, end=18, kind="bold")
            )
        )
        article = Article(blocks=(block,) * 2_500)

        segments = cut(article)

        assert len({segment.path for segment in segments}) == len(segments) == 5_000
        assert join(article, segments, language="id") == article


class TestJoin:
    @given(data=st.data())
    @settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
    def test_cutting_then_joining_gives_the_article_back(self, any_article, data):
        """
        Whatever the article is.
        """
        article = data.draw(any_article)

        again = join(article, cut(article), language=article.language)

        assert again == article

    @given(data=st.data())
    @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
    def test_any_translation_joins_and_its_marks_stay_inside(self, any_article, data):
        """
        No translation, however odd, makes a mark that covers nothing.
        """
        article = data.draw(any_article)
        segments = [
            replace(
                segment,
                text="字" * data.draw(st.integers(1, 3)),
                marks=tuple(replace(m, start=0, end=1) for m in segment.marks),
            )
            for segment in cut(article)
        ]

        version = join(article, segments, language="zh")

        for segment in cut(version):
            for mark in segment.marks:
                assert 0 <= mark.start < mark.end <= len(segment.text)

    @pytest.mark.parametrize(
        ("source", "language", "texts", "expected"),
        [
            ("Satu. Dua.", "en", ("One.", "Two."), "One. Two."),
            ("Satu. Dua.", "zh", ("一。", "二。"), "一。二。"),
            ("Satu. Dua.", "ja", ("「一。」", "「二。」"), "「一。」「二。」"),
            ("Satu. Dua.", "zh", ("“一。”", "“二。”"), "“一。”“二。”"),
            ("Satu.\nDua.", "zh", ("一。", "二。"), "一。\n二。"),
            ("Satu. \n Dua.", "ja", ("一。", "二。"), "一。\n二。"),
            ("Satu. Dua.", "zh", ("Satu.", "二。"), "Satu.二。"),
            ("Satu. Dua.", "zh", ("Satu.", "Dua."), "Satu. Dua."),
            ("Satu. Dua.", "ar", ("واحد.", "اثنان."), "واحد. اثنان."),
        ],
    )
    def test_white_space_is_that_of_the_target(self, source, language, texts, expected):
        """
        Chinese and Japanese sentences touch; a line break stays.
        """
        version = translated(paragraph(source), *texts, language=language)

        assert version.blocks == (Paragraph(text=inline(expected)),)
        assert version.language == language

    def test_chinese_sentences_part_when_they_become_english(self):
        """
        Where the source needs no space, the target gets one.
        """
        article = replace(paragraph("洪水已退。居民回家了。"), language="zh")

        version = translated(article, "The flood is gone.", "All go.", language="en")

        assert version.blocks == (Paragraph(text=inline("The flood is gone. All go.")),)

    def test_the_pieces_of_a_mark_are_merged_again(self):
        """
        A bold stretch over two sentences is one stretch in Chinese, too.
        """
        article = paragraph(
            "Banjir surut. Warga pulang.", Mark(start=0, end=27, kind="bold")
        )
        first, second = cut(article)

        version = join(
            article,
            [
                replace(first, text="洪水已退。", marks=whole(first, 5)),
                replace(second, text="居民回家。", marks=whole(second, 5)),
            ],
            language="zh",
        )

        assert version.blocks[0].text.marks == (Mark(start=0, end=10, kind="bold"),)

    def test_pieces_that_moved_apart_stay_apart(self):
        """
        A mark never grows over words that it did not cover.
        """
        article = paragraph(
            "Banjir surut. Warga pulang.", Mark(start=7, end=19, kind="bold")
        )
        first, second = cut(article)

        version = join(
            article,
            [
                replace(first, text="Gone is it.", marks=(cover(first, 0, 4),)),
                replace(second, text="People go.", marks=(cover(second, 0, 6),)),
            ],
            language="en",
        )

        assert version.blocks[0].text.marks == (
            Mark(start=0, end=4, kind="bold"),
            Mark(start=12, end=18, kind="bold"),
        )

    def test_a_mark_of_the_editors_own_is_kept(self):
        """
        A mark without a ref belongs to no mark of the source.
        """
        article = paragraph("Banjir surut.")
        (segment,) = cut(article)
        bold = Mark(start=0, end=5, kind="bold")

        version = join(article, [replace(segment, marks=(bold,))], language="id")

        assert version.blocks[0].text.marks == (bold,)

    def test_segments_of_another_article_are_refused(self):
        """
        The message says what was expected and what came.
        """
        article = paragraph("Satu. Dua.")
        segments = cut(article)

        with pytest.raises(
            SegmentMismatch,
            match=r"Cut 2 segments .* got 1 back; segment 2 was expected at "
            r"'blocks\.0\.text#1', but there is none\.",
        ):
            join(article, segments[:1], language="en")

    @pytest.mark.parametrize(
        "change",
        [
            lambda segments: segments[::-1],
            lambda segments: (*segments, segments[-1]),
            lambda segments: (segments[0], segments[0]),
            lambda segments: (),
            lambda segments: (replace(segments[0], path="headline#0"), segments[1]),
        ],
        ids=["order", "one more", "twice the same", "none", "another path"],
    )
    def test_paths_that_differ_in_any_way_are_refused(self, change):
        """
        A sentence cannot be lost, doubled or moved on the way.
        """
        article = paragraph("Satu. Dua.")

        with pytest.raises(SegmentMismatch):
            join(article, change(cut(article)), language="en")

    def test_a_mark_outside_its_sentence_is_refused(self):
        """
        Marks come from outside; they are not believed.
        """
        article = paragraph("Satu.", Mark(start=0, end=5, kind="bold"))
        (segment,) = cut(article)

        with pytest.raises(SegmentMismatch, match=r"bold mark .* inside its 2 char"):
            join(article, [replace(segment, text="1.")], language="en")


def whole(segment, length):
    return tuple(replace(mark, start=0, end=length) for mark in segment.marks)


def cover(segment, start, end):
    return replace(segment.marks[0], start=start, end=end)
