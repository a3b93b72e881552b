"""
Sentences that go to translators and come back.
"""

import io
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from selaras.article import Mark
from selaras.errors import TagsWrong
from selaras.exchange import (
    FORMS,
    Document,
    Stage,
    Unit,
    marks_from,
    read_xliff,
    wording,
    write_xliff,
)
from selaras.exchange.xliff import Note

BOTH = sorted(FORMS)
SENTENCE = Unit(
    id="a5.en.s7.p1.0123456789abcdef.fedcba9876543210",
    name="blocks.0.text#0",
    source="Menurut BPS, harga < Rp 5 naik.",
    target="According to BPS, prices < Rp 5 rose.",
    source_spans=((1, 8, 11), (2, 0, 11)),
    target_spans=((2, 0, 16), (1, 13, 16)),
    kinds=("link", "bold"),
    stage=Stage.TRANSLATED,
    notes=(Note("finding", "A number & more."), Note("term", "BPS → BPS")),
)


def document(*units: Unit) -> Document:
    return Document(name="selaras/5/en/7", title="Gempa", language="en", units=units)


def read(content: str | bytes):
    data = content.encode() if isinstance(content, str) else content
    return list(read_xliff(io.BytesIO(data)))


@pytest.mark.parametrize("form", BOTH)
class TestBothVersions:
    def test_come_back_as_they_went(self, form):
        [back] = read(write_xliff(document(SENTENCE), form))
        assert (back.id, back.language) == (SENTENCE.id, "en")
        assert (back.source, back.text) == (SENTENCE.source, SENTENCE.target)
        assert set(back.spans) == set(SENTENCE.target_spans)
        assert back.stage is Stage.TRANSLATED
        assert not back.faults
        assert back.codes == 0

    def test_marks_that_cross_are_written_as_two_ends(self, form):
        unit = Unit(
            id="x", name="", source="abcdefgh", target="abcdefgh",
            source_spans=((1, 0, 5), (2, 3, 8)), target_spans=((1, 0, 5), (2, 3, 8)),
            kinds=("bold", "link"),
        )  # fmt: skip
        written = write_xliff(document(unit), form)
        assert "<g" not in written
        assert "<pc" not in written
        assert set(read(written)[0].spans) == {(1, 0, 5), (2, 3, 8)}

    @pytest.mark.parametrize("stage", list(Stage))
    def test_how_far_a_sentence_is_comes_back(self, form, stage):
        unit = Unit(id="x", name="", source="A.", target="B.", stage=stage)
        assert read(write_xliff(document(unit), form))[0].stage is stage

    def test_a_sentence_without_translation(self, form):
        unit = Unit(id="x", name="", source="A.", stage=Stage.UNFINISHED)
        assert read(write_xliff(document(unit), form))[0].text == ""

    @given(text=st.text(max_size=40), data=st.data())
    def test_any_text_with_any_marks(self, form, text, data):
        words = " ".join(
            "".join(c for c in text if c >= " " and c < "\ud800").split(" ")
        ).strip()
        words = " ".join(words.split(" "))
        words = " ".join(part for part in words.split(" ") if part)
        spans = []
        for number in (1, 2, 3):
            if words:
                a = data.draw(st.integers(0, len(words) - 1))
                b = data.draw(st.integers(a + 1, len(words)))
                if words[a] != " " and words[b - 1] != " ":
                    spans.append((number, a, b))
        unit = Unit(
            id="x", name="", source="A.", target=words, target_spans=tuple(spans),
            kinds=("bold", "italic", "link"),
        )  # fmt: skip
        [back] = read(write_xliff(document(unit), form))
        assert back.text == words.replace("\x7f", "\x7f")
        assert set(back.spans) == set(spans)


class TestOtherTools:
    def test_translate_toolkit_reads_and_writes_1_2(self):
        plain = Unit(id="y", name="", source="Hujan & banjir.", target="Rain.")
        store = Xliff1File.parsestring(
            write_xliff(document(SENTENCE, plain), "1.2").encode()
        )
        first, second = store.units
        assert first.source == SENTENCE.source
        assert "A number & more." in first.getnotes()
        second.target = "Rain & floods."
        second.markapproved()

        back = read(bytes(store))
        assert [one.text for one in back] == [SENTENCE.target, "Rain & floods."]
        assert set(back[0].spans) == set(SENTENCE.target_spans)
        assert back[1].stage is Stage.APPROVED

    def test_translate_toolkit_reads_and_writes_2_1(self):
        plain = Unit(id="y", name="", source="Hujan & banjir.", target="Rain.")
        store = Xliff2File.parsestring(
            write_xliff(document(SENTENCE, plain), "2.1").encode()
        )
        first, second = store.units
        assert first.source == SENTENCE.source
        second.target = "Rain & floods."
        second.markapproved()

        back = read(bytes(store))
        assert [one.id for one in back] == [SENTENCE.id, "y"]
        assert [one.text for one in back] == [SENTENCE.target, "Rain & floods."]
        assert set(back[0].spans) == set(SENTENCE.target_spans)
        assert back[1].stage is Stage.APPROVED

    def test_translate_toolkits_own_1_2(self):
        store = Xliff1File()
        store.setsourcelanguage("id")
        store.settargetlanguage("en-US")
        unit = store.addsourceunit("Satu.", "a", createifmissing=True)
        unit.target = "One."
        [back] = read(bytes(store))
        assert (back.source, back.text) == ("Satu.", "One.")

    def test_okapi(self):
        """
        Segments as ``mrk``, a ``seg-source``, another namespace, translations beside.
        """
        [back] = read("""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
 xmlns:okp="okapi-framework:xliff-extensions"
 xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">
<file original="x" source-language="id-ID" target-language="en-us" datatype="xml"
 okp:inputEncoding="UTF-8"><body><group id="g"><trans-unit id="u1">
<source xml:lang="id">Satu. <g id="1">Dua</g>.</source>
<seg-source><mrk mid="0" mtype="seg">Satu.</mrk> <mrk mid="1" mtype="seg"><g
 id="1">Dua</g>.</mrk></seg-source>
<target xml:lang="en-us"><mrk mid="0" mtype="seg">One.</mrk> <mrk mid="1"
 mtype="seg"><g id="1">Two</g>.</mrk></target>
<alt-trans okp:matchType="FUZZY"><source>Tiga.</source><target>Three.</target>
</alt-trans><okp:target>nothing</okp:target></trans-unit></group></body></file></xliff>""")
        assert (back.source, back.text) == ("Satu. Dua.", "One. Two.")
        assert back.spans == ((1, 5, 8),)
        assert back.language == "en-us"

    def test_trados(self):
        """
        Tracked changes and comments, and codes of its own between the words.
        """
        [back] = read("""<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2"
 xmlns="urn:oasis:names:tc:xliff:document:1.2" sdl:version="1.0">
<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><trans-unit/></doc-info>
<file original="C:\\berita.xlf" source-language="id-ID" datatype="x-sdlfilterframework2"
 target-language="fr-FR"><header><sdl:ref-files/></header><body>
<trans-unit id="u1"><source>Presiden tiba.</source>
<seg-source><mrk mtype="seg" mid="1">Presiden tiba.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">Le <mrk mtype="x-sdl-deleted" sdl:revid="1">chef</mrk
><mrk mtype="x-sdl-added" sdl:revid="2">président</mrk> est <mrk
 mtype="x-sdl-comment" sdl:cid="3">arrivé</mrk><x id="locked"/>.</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated"/></sdl:seg-defs></trans-unit>
</body></file></xliff>""")
        assert back.text == "Le président est arrivé."
        assert back.codes == 1

    def test_memoq(self):
        """
        Codes as pairs of ``bpt`` and ``ept``, a namespace of its own, UTF-16.
        """
        [back] = read(
            """<?xml version="1.0" encoding="utf-16"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"
 xmlns:mq="MQXliff"><file original="b.xlf" source-language="id" target-language="ja"
 datatype="x-memoq"><body><trans-unit id="u1" mq:status="ManuallyConfirmed"
 approved="yes"><source xml:space="preserve">Kata <bpt id="1">{}</bpt>BPS<ept
 id="1">{}</ept>.</source><target xml:space="preserve"><bpt id="1">{}</bpt>BPS<ept
 id="1">{}</ept>は述べた。</target><mq:minorversions><mq:historical-unit><trans-unit
 id="old"><target>x</target></trans-unit></mq:historical-unit></mq:minorversions>
</trans-unit></body></file></xliff>""".encode("utf-16")
        )
        assert back.text == "BPSは述べた。"
        assert back.spans == ((1, 0, 3),)
        assert back.stage is Stage.APPROVED

    def test_a_unit_of_2_in_several_segments(self):
        units = read("""<xliff version="2.0" srcLang="id" trgLang="en"
 xmlns="urn:oasis:names:tc:xliff:document:2.0"
 xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><file id="f">
<unit id="u1"><mda:metadata/><segment state="final">
<source><pc id="1">Satu</pc>.</source>
<target><pc id="1">One</pc>.<cp hex="0001"/></target>
</segment>
<ignorable><source> </source></ignorable>
<segment state="final"><source>Dua.</source><target>Two<ph id="9"/>.</target></segment>
</unit><group id="g"><unit id="u2"><segment><source>A.</source><target>B.</target>
</segment><segment><source>C.</source></segment></unit></group></file></xliff>""")
        assert [one.text for one in units] == ["One. Two.", ""]
        assert units[0].spans == ((1, 0, 3),)
        assert units[0].stage is Stage.APPROVED
        assert units[0].codes == 1
        assert units[0].language == "en"


class TestMarks:
    SOURCE = (
        Mark(start=0, end=3, kind="link", href="https://bps.go.id"),
        Mark(start=5, end=8, kind="bold"),
    )

    def back(self, target: str):
        [one] = read(
            f'<xliff><file><body><trans-unit id="x"><target>{target}</target>'
            "</trans-unit></body></file></xliff>"
        )
        return one

    def test_have_what_the_source_says_of_them(self):
        marks = marks_from(self.back('Ya <g id="1"> BPS </g>!'), self.SOURCE)
        assert marks == (Mark(start=3, end=6, kind="link", href="https://bps.go.id"),)

    @pytest.mark.parametrize(
        ("target", "expected"),
        [
            ('<g id="3">a</g>', (3, "unknown")),
            ('<g id="1">a</g><g id="1">b</g>', (1, "twice")),
            ('<bpt id="1"/>a', (1, "not closed")),
            ('a<ept id="1"/>', (1, "not opened")),
        ],
    )
    def test_that_are_wrong_are_told(self, target, expected):
        with pytest.raises(TagsWrong) as caught:
            marks_from(self.back(target), self.SOURCE)
        assert (caught.value.number, caught.value.fault) == expected

    def test_that_are_not_ours_are_dropped_and_counted(self):
        one = self.back('<g id="x-1">a</g> <x id="2"/>b')
        assert (one.text, one.spans, one.codes) == ("a b", (), 2)


def test_a_wording_is_the_same_however_lines_are_broken():
    assert wording("A  b\n", ()) == wording("A b", ())
    assert wording("A b", ()) != wording("A b", [(1, 0, 1)])


def test_notes_stand_where_each_version_has_them():
    old = ET.fromstring(write_xliff(document(SENTENCE), "1.2"))
    new = ET.fromstring(write_xliff(document(SENTENCE), "2.1"))
    space = {"a": "urn:oasis:names:tc:xliff:document:1.2",
             "b": "urn:oasis:names:tc:xliff:document:2.0"}  # fmt: skip
    assert len(old.findall("a:file/a:body/a:trans-unit/a:note", space)) == 2
    assert len(new.findall("b:file/b:unit/b:notes/b:note", space)) == 2
    assert [
        child.tag.rpartition("}")[2] for child in new.find("b:file/b:unit", space)
    ] == [
        "notes",
        "segment",
    ]
