"""
The termbase: what is kept, what is refused, tables and files of other tools in and out.
"""

import io

import pytest

from newsroom import ByHeart, published
from selaras_site.accounts.models import User
from selaras_site.translations import translating
from selaras_site.translations.models import (
    Finding,
    QueueEntry,
    Rendering,
    Segment,
    Snapshot,
    State,
    Term,
    Version,
)
from selaras_site.translations.term_checking import recheck
from selaras_site.translations.term_csv import read_csv, write_csv
from selaras_site.translations.term_data import Said, TermData, data_of
from selaras_site.translations.term_import import plan_of, terms_import
from selaras_site.translations.term_reading import (
    core_of,
    history_of,
    termbase_now,
    terms_in,
    terms_listed,
    uses_of,
)
from selaras_site.translations.term_tbx import read_tbx, write_tbx
from selaras_site.translations.terms import TermRefused, term_delete, term_save

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


def data(source="tersangka", kind="term", note="", **said):
    return TermData(
        source=source,
        kind=kind,
        note=note,
        said={
            tag: one if isinstance(one, Said) else Said(preferred=one)
            for tag, one in said.items()
        },
    )


SUSPECT = data(
    en=Said(preferred="suspect", allowed=("the accused",), forbidden=("convict",)),
    zh="嫌疑人",
)


class TestSaving:
    def test_keeps_what_it_is_told(self, editor: User) -> None:
        term = term_save(data=SUSPECT, by=editor)
        assert data_of(Term.objects.get()) == SUSPECT
        assert term.made_by == editor

    def test_changes_it_and_says_so_in_its_history(self, editor: User) -> None:
        term = term_save(data=SUSPECT, by=editor)
        new = data(en="suspect", note="See the style book.")

        term_save(data=new, by=editor, term=term)

        assert data_of(Term.objects.get()) == new
        last, first = history_of(term)
        assert (first.action, last.action) == ("wagtail.create", "wagtail.edit")
        assert {one["what"] for one in last.data["changes"]} == {"en", "zh", "note"}
        assert last.user == editor

    def test_saving_the_same_changes_nothing(self, editor: User) -> None:
        term = term_save(data=SUSPECT, by=editor)
        term_save(data=SUSPECT, by=editor, term=term)
        assert len(history_of(term)) == 1

    def test_what_nobody_sees_is_left_out(self, editor: User) -> None:
        term_save(data=data("  wakil \n bupati\u200b ", en=" vice  regent "), by=editor)
        term = Term.objects.get()
        assert (term.source, term.renderings.get().text) == (
            "wakil bupati",
            "vice regent",
        )

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            (data(""), "missing"),
            (data(" — "), "missing"),
            (data("x" * 201), "200 characters"),
            (data("bupati", en="x" * 201), "200 characters"),
            (data("Tersangka", en="suspect"), "already"),
            (data("bupati", en=Said(allowed=("regent",))), "preferred one"),
            (
                data("bupati", en=Said(preferred="Regent", forbidden=("regent",))),
                "both right and forbidden",
            ),
            (data("bupati", en="a | b"), "no “|”"),
            (data("Budi Satu", "name", zh="布迪"), "another name: Budi Santoso"),
        ],
    )
    def test_refuses_what_contradicts(
        self, editor: User, wrong: TermData, said: str
    ) -> None:
        term_save(data=SUSPECT, by=editor)
        term_save(data=data("Budi Santoso", "name", zh="布迪"), by=editor)
        with pytest.raises(TermRefused, match=said):
            term_save(data=wrong, by=editor)
        assert Term.objects.count() == 2

    def test_terms_may_be_said_alike(self, editor: User) -> None:
        term_save(data=data("polisi", en="police"), by=editor)
        term_save(data=data("kepolisian", en="police"), by=editor)
        assert Rendering.objects.count() == 2

    def test_an_acronym_is_no_word(self, editor: User) -> None:
        term_save(data=data("PAN", en="PAN"), by=editor)
        term_save(data=data("pan", en="pan"), by=editor)
        assert Term.objects.count() == 2

    def test_what_is_deleted_stays_in_the_history(self, editor: User) -> None:
        term = term_save(data=SUSPECT, by=editor)
        pk = term.pk
        term_delete(term=term, by=editor)
        assert not Term.objects.exists()
        term.pk = pk
        assert history_of(term)[0].action == "wagtail.delete"


class TestReading:
    def test_a_change_is_there_at_once(self, editor: User) -> None:
        assert not terms_in("Tersangkanya ditahan.", "en")
        term = term_save(data=SUSPECT, by=editor)
        [hint] = terms_in("Tersangkanya ditahan.", "en")
        assert (hint.source, hint.target) == ("Tersangkanya", "suspect")
        assert (hint.others, hint.forbidden) == (("the accused",), ("convict",))

        term_save(data=data(en="accused"), by=editor, term=term)
        assert [one.target for one in terms_in("tersangka", "en")] == ["accused"]
        term_delete(term=term, by=editor)
        assert not len(termbase_now())

    def test_is_read_once(self, editor: User, django_assert_num_queries) -> None:
        term_save(data=SUSPECT, by=editor)
        termbase_now()
        with django_assert_num_queries(1):
            termbase_now()

    def test_lists_by_words_kind_and_language(self, editor: User) -> None:
        term_save(data=SUSPECT, by=editor)
        term_save(data=data("Budi", "name", fr="Budi"), by=editor)
        term_save(data=data("Gojek", "kept"), by=editor)

        def listed(**asked: str) -> list[str]:
            return [term.source for term in terms_listed(**asked)]

        assert listed() == ["Budi", "Gojek", "tersangka"]
        assert listed(words="嫌疑") == ["tersangka"]
        assert listed(words="TERS") == ["tersangka"]
        assert listed(kind="name") == ["Budi"]
        assert listed(language="zh") == ["tersangka"]
        assert listed(missing="fr") == ["tersangka"]
        assert listed(kind="x", language="xx", missing="yy") == listed()

    @pytest.mark.parametrize(
        ("source", "form"),
        [("sita", "menyita"), ("tahan", "ditahan"), ("kapal", "Kapal-kapal")],
    )
    def test_every_form_has_its_core(self, source: str, form: str) -> None:
        assert core_of(source) in form.lower()


def made() -> tuple[int, Segment]:
    """
    A published article with its versions, and one English sentence of it.
    """
    article = published("dis-201")
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    row = Segment.objects.filter(version__language="en", position=2).get()
    rows = Segment.objects.filter(position=2, version__article=article)
    rows.update(source="Polisi menyita dua mobil.")
    Segment.objects.filter(pk=row.pk).update(text="Police took two cars.")
    row.refresh_from_db()
    return article.pk, row


class TestUses:
    def test_counts_where_it_is_and_where_its_rendering_is_not(
        self, engine: ByHeart, editor: User
    ) -> None:
        _article, row = made()
        term = term_save(data=data("sita", en="seize"), by=editor)

        uses = uses_of(term)

        counts = {
            one.language.tag: (one.sentences, one.lacking) for one in uses.languages
        }
        assert counts["en"] == (1, 1)
        assert counts["fr"] == (1, 0)
        assert uses.sentences == 5
        assert [one.pk for one in uses.examples] == [row.pk]
        assert uses.is_whole

        Segment.objects.filter(pk=row.pk).update(text="Police seized two cars.")
        assert not uses_of(term).examples


class TestRecheck:
    def test_what_is_wrong_waits_in_the_queue(
        self, engine: ByHeart, editor: User
    ) -> None:
        _article, row = made()
        term_save(
            data=data("sita", en=Said(preferred="seize", forbidden=("took",))),
            by=editor,
        )

        assert recheck(["sita"]) == 1
        assert recheck(["sita"]) == 1

        [found] = Finding.objects.filter(check_name="same-terms")
        assert (found.segment, found.severity) == (row, "blocking")
        assert QueueEntry.objects.get(segment=row).cause in {"found", "failed"}
        row.refresh_from_db()
        assert row.provenance["doubt"] == "found"
        assert row.version.doubted >= 1

    def test_what_is_right_again_leaves_it(self, engine: ByHeart, editor: User) -> None:
        _article, row = made()
        row.findings.all().delete()
        term = term_save(data=data("sita", en="seize"), by=editor)
        recheck(["sita"])
        row.refresh_from_db()
        assert row.provenance["doubt"] == "found"

        term_delete(term=term, by=editor)
        assert recheck(["sita"]) == 0

        assert not Finding.objects.filter(check_name="same-terms").exists()
        row.refresh_from_db()
        assert "doubt" not in row.provenance

    def test_what_a_person_wrote_is_left_alone(
        self, engine: ByHeart, editor: User
    ) -> None:
        _article, row = made()
        Segment.objects.filter(pk=row.pk).update(provenance={"engine": "person"})
        term_save(data=data("sita", en="seize"), by=editor)
        assert recheck(["sita"]) == 0

    def test_what_is_gone_is_not_looked_at(self, engine: ByHeart, editor: User) -> None:
        made()
        Version.objects.update(state=State.WITHDRAWN)
        term_save(data=data("sita", en="seize"), by=editor)
        assert recheck(["sita"]) == 0


TABLE = """source,kind,en,zh,ja,ar,fr,note
tersangka,term,suspect | the accused | !convict,嫌疑人,,,,"Buku gaya, hal. 3"
Budi Santoso,name,,布迪,,,,
Gojek,kept,,,,,,
"""


class TestTable:
    @pytest.mark.parametrize(
        "content",
        [
            TABLE.encode(),
            TABLE.encode("utf-8-sig"),
            TABLE.encode("utf-16"),
            TABLE.replace("\n", "\r\n").encode(),
            b"sep=,\r\n" + TABLE.encode(),
            TABLE.replace('"Buku gaya, hal. 3"', "@@")
            .replace(",", ";")
            .replace("@@", '"Buku gaya, hal. 3"')
            .encode(),
            TABLE.replace("source", "Istilah").replace("kind", "Jenis").encode(),
        ],
        ids=["plain", "mark", "utf-16", "windows", "sep", "semicolons", "Indonesian"],
    )
    def test_is_read_as_spreadsheets_write_it(self, content: bytes) -> None:
        first, name, kept = read_csv(content)
        assert first.data.in_language("en") == SUSPECT.in_language("en")
        assert first.data.note == "Buku gaya, hal. 3"
        assert (name.kind, kept.kind) == ("name", "kept")
        assert not any(row.fault for row in (first, name, kept))

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "name the columns"),
            (b"a,b\n1,2\n", "name the columns"),
            (b"source,deutsch\n", "no column “deutsch”"),
            (b"source,en,en\n", "twice"),
            ("source\ncaf\xe9\n".encode("latin-1"), "not UTF-8"),
            (b"source\n\0\n", "no table"),
            (b'source,en\n"a,b\n', "Line"),
            (b"x" * 1_500_001, "1.5 MB"),
            (b"source\n" + b"a\n" * 5001, "5000"),
        ],
    )
    def test_what_is_none_is_refused(self, content: bytes, said: str) -> None:
        with pytest.raises(TermRefused, match=said):
            read_csv(content)

    def test_faults_are_told_by_line(self, editor: User) -> None:
        lines = "source,kind,en|bupati,term,regent|,term,x|a,verb,x|Bupati,,y|c,,d,e"
        content = lines.replace("|", "\n").replace("en\n", "en\n\n", 1)
        plan = plan_of(read_csv(content.encode()))
        wrong = {row.number: row.said for row in plan.rows if row.outcome == "wrong"}
        assert sorted(wrong) == [4, 5, 6, 7]
        assert "missing" in wrong[4]
        assert "no kind “verb”" in wrong[5]
        assert "already, at 3" in wrong[6]
        assert "more cells" in wrong[7]

    def test_gives_back_what_it_was_given(self, editor: User) -> None:
        terms = [SUSPECT, data("@BNPB", "kept"), data("=1+1", en="-x", note="a\nb")]
        content = write_csv(terms)

        back = read_csv(content)

        assert [row.data.said for row in back] == [one.said for one in terms]
        assert [row.source for row in back] == ["tersangka", "@BNPB", "=1+1"]
        assert b"\n=1" not in content


class TestImport:
    def test_shows_first_and_brings_then(self, editor: User) -> None:
        term_save(data=data(en="accused", fr="suspect"), by=editor)
        rows = read_csv(TABLE.encode())

        plan = plan_of(rows)

        assert [row.outcome for row in plan.rows] == ["changed", "new", "new"]
        assert Term.objects.count() == 1
        terms_import(rows=rows, seen=plan.seen, by=editor)
        assert Term.objects.count() == 3
        now = data_of(Term.objects.get(source="tersangka"))
        assert now.in_language("en") == SUSPECT.in_language("en")
        assert now.in_language("fr").preferred == "suspect"
        assert {row.outcome for row in plan_of(rows).rows} == {"same"}

    def test_one_wrong_line_keeps_all_out(self, editor: User) -> None:
        rows = read_csv(b"source,en\nbupati,regent\n,x\n")
        plan = plan_of(rows)
        with pytest.raises(TermRefused, match="nothing was brought"):
            terms_import(rows=rows, seen=plan.seen, by=editor)
        assert not Term.objects.exists()

    def test_what_changed_meanwhile_is_looked_at_again(self, editor: User) -> None:
        rows = read_csv(b"source,en\nbupati,regent\n")
        plan = plan_of(rows)
        term_save(data=data("bupati", en="mayor"), by=editor)
        with pytest.raises(TermRefused, match="meanwhile"):
            terms_import(rows=rows, seen=plan.seen, by=editor)

    def test_two_names_in_a_file_cannot_be_said_alike(self, editor: User) -> None:
        rows = read_csv("source,kind,zh\nBudi A,name,布迪\nBudi B,name,布迪\n".encode())
        assert [row.outcome for row in plan_of(rows).rows] == ["new", "wrong"]


MULTITERM = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>A termbase</p></sourceDesc></fileDesc>
  </martifHeader>
  <text><body>
    <termEntry id="c7">
      <descripGrp><descrip type="subjectField">law</descrip></descripGrp>
      <descrip type="definition">A person named by the police.</descrip>
      <langSet xml:lang="ID"><ntig><termGrp><term>tersangka</term>
        <termNote type="termType">fullForm</termNote></termGrp></ntig></langSet>
      <langSet xml:lang="en-GB">
        <ntig><termGrp><term>the <hi>accused</hi></term>
          <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
        </termGrp></ntig>
        <ntig><termGrp><term>suspect</term>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        </termGrp></ntig>
        <ntig><termGrp><term>convict</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
        </termGrp></ntig>
      </langSet>
      <langSet xml:lang="zh-TW"><tig><term>嫌疑犯</term></tig></langSet>
      <langSet xml:lang="zh-CN"><tig><term>嫌疑人</term></tig></langSet>
      <langSet xml:lang="de"><tig><term>Verdächtiger</term></tig></langSet>
    </termEntry>
    <termEntry id="c8">
      <langSet xml:lang="en"><tig><term>court</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>
"""

IATE = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>IATE</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="1"><min:subjectField>law</min:subjectField>
      <langSec xml:lang="id"><termSec><term>Mahkamah Agung</term>
        <min:partOfSpeech>properNoun</min:partOfSpeech></termSec></langSec>
      <langSec xml:lang="fr"><termSec><term>Cour suprême</term>
        <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>haute cour</term>
        <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""


class TestTbx:
    def test_reads_what_a_termbase_of_translators_wrote(self) -> None:
        first, other = read_tbx(MULTITERM.encode())
        assert first.data.said == SUSPECT.said
        assert first.data.note == "A person named by the police."
        assert (other.source, bool(other.passed)) == ("court", True)

    def test_reads_the_newer_generation(self) -> None:
        [row] = read_tbx(IATE.encode())
        assert (row.source, row.kind) == ("Mahkamah Agung", "name")
        said = Said(preferred="Cour suprême", forbidden=("haute cour",))
        assert row.data.said == {"fr": said}

    @pytest.mark.parametrize("generation", ["2", "3"])
    def test_gives_back_what_it_was_given(self, generation) -> None:
        terms = [
            SUSPECT,
            data("Budi & <Ani>", "name", ar="بودي", note="Anak."),
            data("Gojek", "kept"),
        ]
        back = read_tbx(write_tbx(terms, generation))
        assert [row.source for row in back] == [one.source for one in terms]
        assert [row.kind for row in back] == ["term", "name", "kept"]
        assert [row.data.said for row in back] == [one.said for one in terms]
        assert not any(row.fault or row.passed for row in back)

    def test_another_tool_reads_ours_and_we_read_its(self, editor: User) -> None:
        tbx = pytest.importorskip("translate.storage.tbx")
        store = tbx.tbxfile(sourcelanguage="id", targetlanguage="fr")
        unit = store.addsourceunit("kejaksaan")
        unit.target = "le parquet"
        file = io.BytesIO()
        store.serialize(file)

        rows = read_tbx(file.getvalue())
        terms_import(rows=rows, seen=plan_of(rows).seen, by=editor)

        term = Term.objects.get()
        assert data_of(term).said == {"fr": Said(preferred="le parquet")}
        theirs = tbx.tbxfile.parsestring(
            write_tbx([data_of(term)], "2"), sourcelanguage="id", targetlanguage="fr"
        )
        assert [(u.source, u.target) for u in theirs.units] == [
            ("kejaksaan", "le parquet")
        ]

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"<a>",
            b"<html/>",
            b"source,kind\n",
            b'<!DOCTYPE m [<!ENTITY a "b">]><martif>&a;</martif>',
            b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif>&x;</martif>',
            b'<?xml version="1.0" encoding="nonsense"?><martif/>',
            b"x" * 1_500_001,
        ],
    )
    def test_what_is_none_is_refused(self, content: bytes) -> None:
        with pytest.raises(TermRefused):
            read_tbx(content)

    def test_a_name_with_two_preferred_renderings_is_wrong(self) -> None:
        content = IATE.replace("supersededTerm", "preferredTerm").encode()
        [row] = read_tbx(content)
        assert "two preferred" in row.fault
