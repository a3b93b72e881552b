"""
Memories that go to other tools and come from them.
"""

import io
from datetime import UTC, datetime, timedelta

import pytest
from translate.storage.tmx import tmxfile

from selaras.exchange import (
    ExchangeError,
    Fate,
    Tally,
    memory_plan,
    memory_take,
    read_tmx,
    write_tmx,
)
from selaras.memory import Entry, Memory

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US"
   datatype="plaintext" creationtoolversion="6.0.0" segtype="sentence" srclang="ID"/>
  <body>
    <tu>
      <note>Catatan</note>
      <tuv lang="ID"><seg>Gempa menewaskan &lt;g0&gt;27&lt;/g0&gt; orang.</seg></tuv>
      <tuv lang="EN-US" changeid="sari" changedate="20990101T080000Z" creationid="budi"
       creationdate="20250101T080000Z"><seg>The quake killed 27 people.</seg></tuv>
    </tu>
  </body>
</tmx>
"""
TRADOS = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="SDL Language Platform" creationtoolversion="8.1" o-tmf="SDL TM8"
 datatype="xml" segtype="sentence" adminlang="en-US" srclang="id-ID"
 creationdate="20250610T091000Z" creationid="NEWSROOM\\budi">
 <prop type="x-Recognizers">RecognizeAll</prop>
</header>
<body>
<tu creationdate="20250610T091230Z" creationid="NEWSROOM\\budi"
 changeid="NEWSROOM\\sari"
 changedate="20250611T101010Z" lastusagedate="20250611T101010Z" usagecount="2">
 <prop type="x-LastUsedBy">NEWSROOM\\budi</prop><prop type="x-Context">0, 0</prop>
 <tuv xml:lang="id-ID"><seg><bpt i="1" type="bold" x="1">&lt;b&gt;</bpt>Presiden<ept
 i="1">&lt;/b&gt;</ept> tiba<ph x="2" type="6"/> di
 <hi type="x">Jakarta</hi>.</seg></tuv>
 <tuv xml:lang="fr-FR"><seg><bpt i="1" type="bold" x="1"/>Le président<ept i="1"/> est
 arrivé à <it pos="begin">{x}</it>Jakarta.</seg></tuv>
</tu>
</body></tmx>
"""
MEMOQ = """<?xml version="1.0" encoding="utf-16"?>
<tmx version="1.4"><header creationtool="MemoQ" creationtoolversion="9.9"
 segtype="sentence"
 adminlang="en-us" srclang="id" o-tmf="MemoQTM" datatype="unknown"/><body>
<tu changedate="20250101T000000Z" creationid="wei">
<prop type="client"></prop>
<tuv xml:lang="id"><prop type="x-context-pre">&lt;seg&gt;x&lt;/seg&gt;</prop>
<seg>Hujan.</seg></tuv>
<tuv xml:lang="zh-CN"><seg>下雨。</seg></tuv>
<tuv xml:lang="ja-JP"><seg>雨。</seg></tuv>
<tuv xml:lang="zh-TW"><seg>下雨了。</seg></tuv>
<tuv xml:lang="de"><seg>Regen.</seg></tuv>
</tu></body></tmx>
"""


def tmx(*units: str) -> bytes:
    body = "".join(units)
    return (
        '<tmx version="1.4"><header srclang="id"/><body>' + body + "</body></tmx>"
    ).encode()


def unit(source: str, target: str, language: str = "en", made: str = "") -> str:
    return (
        f'<tu><tuv xml:lang="id"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="{language}"{made}><seg>{target}</seg></tuv></tu>'
    )


def of(level: str, target: str, engine: str = "", model: str = "") -> str:
    """
    A translation of "A." in a file of ours, which says who made it.
    """
    made = [("level", level), ("engine", engine), ("model", model)]
    props = (f'<prop type="x-selaras-{name}">{said}</prop>' for name, said in made)
    return unit("A.", target).replace("<tu>", "<tu>" + "".join(props))


def read(content: str | bytes):
    tally = Tally()
    data = content.encode() if isinstance(content, str) else content
    return list(read_tmx(io.BytesIO(data), tally)), tally


@pytest.fixture
def memory(tmp_path):
    with Memory(tmp_path / "memory.sqlite3") as memory:
        yield memory


class TestForeignFiles:
    def test_omegat(self):
        [pair], tally = read(OMEGAT)
        assert pair.text == "Gempa menewaskan <g0>27</g0> orang."
        assert (pair.target, pair.translation) == ("en", "The quake killed 27 people.")
        assert (pair.author, pair.changed) == (
            "sari",
            datetime(2099, 1, 1, 8, tzinfo=UTC),
        )
        assert not tally.refused

    def test_trados_drops_formatting_and_counts_it(self):
        [pair], tally = read(TRADOS)
        assert pair.text == "Presiden tiba di Jakarta."
        assert pair.translation == "Le président est arrivé à Jakarta."
        assert pair.author == "NEWSROOM\\sari"
        assert tally.codes == 7

    def test_memoq_in_utf_16_with_several_languages(self):
        pairs, tally = read(MEMOQ.encode("utf-16"))
        assert {pair.target: pair.translation for pair in pairs} == {
            "zh": "下雨。",
            "ja": "雨。",
        }
        assert tally.foreign == {"zh-TW": 1, "de": 1}

    def test_translate_toolkit(self):
        store = tmxfile()
        store.addtranslation("Banjir & longsor.", "id", "Floods & slides.", "en")
        [pair], _tally = read(bytes(store))
        assert (pair.text, pair.translation) == (
            "Banjir & longsor.",
            "Floods & slides.",
        )

    def test_what_is_none_of_ours_is_counted(self):
        pairs, tally = read(
            tmx(
                unit("A.", "B.", "xx"),
                unit("", "B."),
                unit("A" * 6000, "B."),
                '<tu><tuv xml:lang="en"><seg>B.</seg></tuv></tu>',
                "<tu/>",
            )
        )
        assert pairs == []
        assert tally.units == 5
        assert tally.refused == {
            "no target": 1,
            "empty": 1,
            "too long": 1,
            "no source": 2,
        }
        assert tally.foreign == {"xx": 1}


class TestWriting:
    def test_another_tool_reads_it(self, memory):
        memory.remember(
            Entry(
                text='Harga <1> & "2"\x0b',
                translation="価格 <1>",
                target="ja",
                level="human",
                author="Sari & Budi",
            )
        )
        written = "".join(write_tmx(memory.entries()))
        store = tmxfile.parsestring(written.encode(), "id", "ja")
        assert [(u.source, u.target) for u in store.units] == [
            ('Harga <1> & "2"', "価格 <1>")
        ]

    def test_comes_back_as_it_was(self, memory, tmp_path):
        memory.remember_many(
            [
                Entry(text="Satu.", translation="一。", target="zh", level="human",
                      author="Wei"),
                Entry(text="Satu.", translation="One.", target="en", engine="local",
                      model="selaras 1", via=("en",)),
            ]
        )  # fmt: skip
        written = "".join(write_tmx(memory.entries())).encode()
        with Memory(tmp_path / "other.sqlite3") as other:
            taken = memory_take(other, io.BytesIO(written), name="a.tmx")
            again = memory_take(other, io.BytesIO(written), name="a.tmx")
            entries = list(other.entries())
        assert taken.fates == {Fate.NEW: 2}
        assert again.fates == {Fate.SAME: 2}
        assert [
            (
                e.text,
                e.translation,
                e.target,
                e.level,
                e.author,
                e.engine,
                e.model,
                e.via,
            )
            for e in entries
        ] == [
            ("Satu.", "一。", "zh", "human", "Wei", "", "", ()),
            ("Satu.", "One.", "en", "machine", "", "local", "selaras 1", ("en",)),
        ]
        assert all(e.steps == ("imported:a.tmx",) for e in entries)


class TestTaking:
    def test_a_plan_writes_nothing(self, memory):
        taken = memory_plan(memory, io.BytesIO(tmx(unit("A.", "B."))), name="a.tmx")
        assert taken.fates == {Fate.NEW: 1}
        assert taken.writes == 1
        assert not list(memory.entries())

    def test_a_newer_entry_of_a_person_is_kept_unless_told(self, memory):
        memory.remember(
            Entry(text="A.", translation="Ours.", target="en", level="human",
                  author="Sari")
        )  # fmt: skip
        file = tmx(unit("A.", "Theirs.", made=' changedate="20200101T000000Z"'))
        kept = memory_take(memory, io.BytesIO(file), name="a.tmx")
        assert kept.fates == {Fate.KEPT: 1}
        assert kept.examples[0].before == "Ours."
        assert memory.exact("A.", target="en").translation == "Ours."

        replaced = memory_take(memory, io.BytesIO(file), name="a.tmx", newer="replace")
        assert replaced.fates == {Fate.CHANGED: 1}
        assert memory.exact("A.", target="en").translation == "Theirs."

    def test_an_older_entry_of_a_person_is_replaced(self, memory):
        memory.remember(
            Entry(text="A.", translation="Old.", target="en", level="human")
        )
        soon = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y%m%dT%H%M%SZ")
        file = tmx(unit("A.", "New.", made=f' changedate="{soon}"'))
        taken = memory_take(memory, io.BytesIO(file), name="a.tmx")
        assert taken.fates == {Fate.CHANGED: 1}

    def test_a_machines_pair_never_replaces_a_persons(self, memory):
        memory.remember(
            Entry(text="A.", translation="Ours.", target="en", level="human")
        )
        file = tmx(unit("A.", "Theirs."))
        taken = memory_take(
            memory, io.BytesIO(file), name="a.tmx", level="machine", newer="replace"
        )
        assert taken.fates == {Fate.KEPT: 1}

    def test_a_text_said_twice_in_a_file(self, memory):
        file = tmx(unit("A.", "B."), unit(" A. ", "C."), unit("A.", "B."))
        taken = memory_take(memory, io.BytesIO(file), name="a.tmx")
        assert taken.fates == {Fate.NEW: 1, Fate.TWICE: 1, Fate.SAME: 1}
        assert memory.exact("A.", target="en").translation == "B."

    def test_a_person_has_one_place_whatever_engine_they_began_with(self, memory):
        file = tmx(of("human", "B.", "local"), of("human", "C.", "other", "2"))
        taken = memory_take(memory, io.BytesIO(file), name="a.tmx")
        assert taken.fates == {Fate.NEW: 1, Fate.TWICE: 1}
        assert memory.exact("A.", target="en").translation == "B."

    def test_each_model_has_a_place_of_its_own(self, memory):
        file = tmx(
            of("machine", "B.", "local", "1"),
            of("machine", "C.", "local", "2"),
            of("machine", "D.", "other", "1"),
            of("machine", "E.", "local", "1"),
        )
        taken = memory_take(memory, io.BytesIO(file), name="a.tmx")
        assert taken.fates == {Fate.NEW: 3, Fate.TWICE: 1}
        assert {(e.engine, e.model): e.translation for e in memory.entries()} == {
            ("local", "1"): "B.",
            ("local", "2"): "C.",
            ("other", "1"): "D.",
        }

    @pytest.mark.parametrize("take", [memory_plan, memory_take])
    def test_other_languages_than_those_asked_for_are_counted_and_left(
        self, memory, take
    ):
        file = tmx(unit("A.", "B."), unit("A.", "C.", "ja"), unit("A.", "D.", "fr"))
        taken = take(memory, io.BytesIO(file), name="a.tmx", targets={"ja"})
        assert taken.fates == {Fate.NEW: 1}
        assert taken.targets == {"ja": 1}
        assert taken.tally.refused == {"forbidden": 2}
        assert [example.pair.translation for example in taken.examples] == ["C."]
        assert {entry.target for entry in memory.entries()} <= {"ja"}

    def test_all_of_a_file_or_nothing(self, memory):
        units = [unit(f"Kalimat {n}.", f"Sentence {n}.") for n in range(1500)]
        broken = tmx(*units)[:-40]
        with pytest.raises(ExchangeError):
            memory_take(memory, io.BytesIO(broken), name="a.tmx")
        assert not list(memory.entries())
