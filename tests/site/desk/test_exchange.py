"""
What goes to other tools from the desk, and what comes back.
"""

import io
import os
import re
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from translate.storage.tmx import tmxfile
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File
from wagtail.models import ModelLogEntry

from selaras.article import Mark, marks_data
from selaras.article import Segment as Core
from selaras.exchange import read_xliff
from selaras.memory import Entry, Memory
from selaras.pipeline import segment_key
from selaras_site.accounts import roles
from selaras_site.accounts.models import User
from selaras_site.desk import returns, uploads
from selaras_site.translations import queueing
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.exchange import translator_of
from selaras_site.translations.models import Decision, Segment, State
from selaras_site.translations.seats import seat_take

from .factories import make_article, make_finding, make_segment, make_version

LINKED = (
    "<p>Menurut <a href='https://bps.go.id'>BPS</a>, 27 orang tewas. "
    "Gubernur belum berbicara. Hujan turun.</p>"
)
LINK = Mark(start=8, end=11, kind="link", href="https://bps.go.id")


@pytest.fixture(autouse=True)
def memory(tmp_path, settings):
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"
    return settings.SELARAS_MEMORY


@pytest.fixture
def version(newsroom):
    article = make_article(body=[("paragraph", LINKED)])
    version = make_version(article)
    make_segment(
        version, 1, path="blocks.0.text#0", source="Menurut BPS, 27 orang tewas.",
        text="According to BPS, 27 people died.",
        marks=marks_data((Mark(start=13, end=16, kind="link", href=LINK.href),)),
    )  # fmt: skip
    make_segment(
        version, 2, path="blocks.0.text#1", source="Gubernur belum berbicara.",
        text="The governor has not spoken.",
    )  # fmt: skip
    last = make_segment(
        version, 3, path="blocks.0.text#2", source="Hujan turun.", text="Rain fell.",
        shown=Segment.Shown.ORIGINAL,
    )  # fmt: skip
    make_finding(last)
    for row in version.segments.all():
        marks = (LINK,) if "BPS" in row.source else ()
        row.source_key = segment_key(Core(path=row.path, text=row.source, marks=marks))
        row.save()
    queueing.queue_fill(article.pk)
    return version


def sent(client, version, form="1.2", **asked):
    answer = client.get(
        reverse("desk:exchange_send", args=[version.pk]), {"form": form, **asked}
    )
    assert answer.status_code == 200
    return answer.content.decode()


def brought(client, content, name="kembali.xlf", to="exchange_bring_work"):
    data = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, data)
    return client.post(reverse(f"desk:{to}"), {"file": file})


def token_of(answer):
    return re.search("file=(.+)", answer.url)[1]


def decide(client, answer, **more):
    return client.post(
        reverse("desk:exchange_work"),
        {"file": token_of(answer), "translator": "Agensi Kata", **more},
    )


def ticks(page):
    return re.findall(r'name="take" value="([^"]+)"', page)


def text_at(version, position):
    return version.segments.get(position=position).text


class TestSending:
    def test_has_findings_facts_and_names_as_notes(self, chief, version):
        content = sent(chief, version)
        assert "The source says 27." in content
        assert "number: 27" in content
        assert 'from="selaras:term"' in content
        assert '<g id="1" ctype="link">BPS</g>' in content
        [_one, _two, last] = read_xliff(io.BytesIO(content.encode()))
        assert last.stage == "unfinished"
        entry = ModelLogEntry.objects.get(action="selaras.exchange.sent")
        assert entry.data["sentences"] == 3

    def test_only_sentences_that_wait(self, chief, version):
        content = sent(chief, version, "2.1", waiting="1")
        assert content.count("<unit ") == 1
        assert "Hujan turun." in content

    @pytest.mark.parametrize("role", [roles.REPORTER, roles.REVIEWER])
    def test_is_for_those_who_exchange(self, client_of, version, role):
        client = client_of(role)
        for name, args in (
            ("exchange", []),
            ("exchange_send", [version.pk]),
            ("exchange_send_memory", []),
            ("exchange_work", []),
        ):
            answer = client.get(reverse(f"desk:{name}", args=args))
            assert answer.status_code in {302, 403}
            assert "attachment" not in answer.get("Content-Disposition", "")

    def test_the_page_offers_what_waits(self, chief, version):
        page = chief.get(reverse("desk:exchange")).content.decode()
        assert reverse("desk:exchange_send", args=[version.pk]) in page
        assert "1 sentence waits" in page


class TestComingBack:
    @pytest.mark.parametrize(
        ("form", "store"), [("1.2", Xliff1File), ("2.1", Xliff2File)]
    )
    def test_a_file_written_by_another_tool(self, chief, version, form, store):
        file = store.parsestring(sent(chief, version, form).encode())
        unit = next(u for u in file.units if u.source.startswith("Gubernur"))
        unit.target = "The governor has yet to speak."
        unit.marktranslated()

        answer = brought(chief, bytes(file))
        page = chief.get(answer.url).content.decode()
        assert "<ins>yet</ins>" in page
        assert not Decision.objects.exists()

        decide(chief, answer)
        [decision] = Decision.objects.all()
        assert decision.kind == Decision.Kind.EDITED
        assert decision.text == "The governor has yet to speak."
        assert text_at(version, 2) == decision.text
        assert text_at(version, 1) == "According to BPS, 27 people died."
        assert translator_of(decision) == "Agensi Kata"
        [entry] = ModelLogEntry.objects.filter(action="selaras.exchange.taken")
        assert entry.data["file"] == "kembali.xlf"
        assert "Agensi Kata" in entry.message

    def test_may_be_done_twice(self, chief, version):
        content = sent(chief, version).replace("has not spoken", "has not talked")
        decide(chief, brought(chief, content))
        answer = brought(chief, content)
        assert "decided so already" in chief.get(answer.url).content.decode()
        decide(chief, answer)
        assert Decision.objects.count() == 1

    @pytest.mark.parametrize("form", ["1.2", "2.1"])
    def test_every_decision_is_kept_on_the_way(self, chief, version, form):
        row = version.segments.get(position=1)
        marks = (Mark(start=20, end=23, kind="link", href=LINK.href),)
        segment_decide(
            segment=row, kind=Decision.Kind.EDITED, by=User.objects.latest("pk"),
            text="27 people have died, BPS says.", marks=marks,
        )  # fmt: skip
        kept = version.segments.values_list("text", "marks", "shown")
        before = list(kept)

        content = sent(chief, version, form)
        assert 'state="final"' in content
        decide(chief, brought(chief, content), accept="1")

        assert list(kept.all()) == before
        assert Decision.objects.count() == 1

    def test_what_was_changed_here_meanwhile_is_not_put_back(self, chief, version):
        content = sent(chief, version)
        version.segments.filter(position=2).update(text="Ours, changed since.")
        decide(chief, brought(chief, content))
        assert text_at(version, 2) == "Ours, changed since."
        assert not Decision.objects.exists()

    def test_a_change_that_meets_another_needs_a_tick(self, chief, version):
        content = sent(chief, version).replace("has not spoken", "has not talked")
        version.segments.filter(position=2).update(text="Ours, changed since.")
        answer = brought(chief, content)
        page = chief.get(answer.url).content.decode()
        assert "changed here since it was sent" in page

        decide(chief, answer)
        assert text_at(version, 2) == "Ours, changed since."
        answer = brought(chief, content)
        decide(chief, answer, take=ticks(page))
        assert text_at(version, 2) == "The governor has not talked."

    def test_a_tick_holds_only_for_what_was_seen(self, chief, version):
        content = sent(chief, version).replace("has not spoken", "has not talked")
        version.segments.filter(position=2).update(text="Ours, changed since.")
        answer = brought(chief, content)
        seen = ticks(chief.get(answer.url).content.decode())
        version.segments.filter(position=2).update(text="Ours, and again.")
        decide(chief, answer, take=seen)
        assert text_at(version, 2) == "Ours, and again."

    def test_what_a_check_blocks_needs_a_tick(self, chief, version):
        content = sent(chief, version).replace(", 27 people", ", 72 people")
        answer = brought(chief, content)
        page = chief.get(answer.url).content.decode()
        assert "A check says that it is wrong." in page
        assert len(ticks(page)) == 1
        decide(chief, answer)
        assert not Decision.objects.exists()
        decide(chief, brought(chief, content), take=ticks(page))
        assert "72" in text_at(version, 1)

    def test_marks_move_with_their_words(self, chief, version):
        content = sent(chief, version).replace(
            'According to <g id="1" ctype="link">BPS</g>, 27 people died.',
            '27 people died, <g id="1">BPS</g> says.',
        )
        decide(chief, brought(chief, content))
        row = version.segments.get(position=1)
        [mark] = row.marks
        assert row.text[mark["start"] : mark["end"]] == "BPS"
        assert mark["href"] == "https://bps.go.id"

    def test_marks_that_are_lost_need_a_tick(self, chief, version):
        content = sent(chief, version).replace(
            'According to <g id="1" ctype="link">BPS</g>,', "BPS says"
        )
        page = chief.get(brought(chief, content).url).content.decode()
        assert "Links or emphasis are missing." in page

    def test_marks_that_are_none_are_left(self, chief, version):
        content = sent(chief, version).replace(
            "The governor has", 'The <g id="9">governor</g> has'
        )
        answer = brought(chief, content)
        page = chief.get(answer.url).content.decode()
        assert "its tags or its length cannot be" in page
        decide(chief, answer)
        assert not Decision.objects.exists()

    def test_a_sentence_whose_original_changed_is_told_and_left(self, chief, version):
        content = sent(chief, version).replace("has not spoken", "has not talked")
        version.segments.filter(position=2).update(
            source="Gubernur sudah berbicara.", source_key="f" * 40
        )
        answer = brought(chief, content)
        page = chief.get(answer.url).content.decode()
        assert "the Indonesian sentence has changed since" in page
        assert "The governor has not talked." in page
        decide(chief, answer)
        assert not Decision.objects.exists()

    def test_a_version_that_is_gone_is_told(self, chief, version):
        content = sent(chief, version).replace("has not spoken", "has not talked")
        version.state = State.WITHDRAWN
        version.save()
        page = chief.get(brought(chief, content).url).content.decode()
        assert "there is no version of it" in page

    def test_what_is_left_in_indonesian_needs_a_tick_until_it_is_done(
        self, chief, version
    ):
        content = sent(chief, version).replace("Rain fell.", "It rained.")
        page = chief.get(brought(chief, content).url).content.decode()
        assert "it is not finished" in page
        done = content.replace('state="needs-translation"', 'state="translated"')
        decide(chief, brought(chief, done))
        row = version.segments.get(position=3)
        assert (row.text, row.shown) == ("It rained.", Segment.Shown.TRANSLATION)

    def test_approved_sentences_are_accepted_if_asked(self, chief, version):
        content = sent(chief, version).replace('approved="no"', 'approved="yes"')
        decide(chief, brought(chief, content))
        assert not Decision.objects.exists()
        decide(chief, brought(chief, content), accept="1")
        kinds = set(Decision.objects.values_list("kind", flat=True))
        assert kinds == {Decision.Kind.ACCEPTED}

    def test_a_sentence_that_somebody_has_open_stops_all_of_it(self, chief, version):
        other = User.objects.create_user("sari", password="x", first_name="Sari")
        seat_take(segment=version.segments.get(position=3), by=other)
        content = (
            sent(chief, version)
            .replace("has not spoken", "has not talked")
            .replace("Rain fell.", "It rained.")
            .replace('state="needs-translation"', 'state="final"')
        )
        answer = decide(chief, brought(chief, content))
        assert "Sari has this sentence open" in answer.content.decode()
        assert not Decision.objects.exists()
        assert text_at(version, 2) == "The governor has not spoken."

    def test_ticks_stay_where_the_page_comes_again(self, chief, version):
        content = sent(chief, version).replace(", 27 people", ", 72 people")
        answer = brought(chief, content.replace("Rain fell.", "It rained."))
        [first, second] = ticks(chief.get(answer.url).content.decode())
        other = User.objects.create_user("sari", password="x", first_name="Sari")
        seat_take(segment=version.segments.get(position=1), by=other)

        again = decide(chief, answer, take=[first], accept="1").content.decode()

        assert "Sari has this sentence open" in again
        assert f'value="{first}" checked' in again
        assert f'value="{second}">' in again
        assert 'value="Agensi Kata"' in again
        assert '<input type="hidden" name="accept" value="1">' in again
        assert not Decision.objects.exists()

    def test_segments_of_another_tool(self, chief, version):
        content = sent(chief, version).replace(
            ">The governor has not spoken.<",
            '><mrk mtype="seg" mid="1">The governor</mrk> <mrk mtype="seg" mid="2">'
            "has not talked.</mrk><",
        )
        decide(chief, brought(chief, content))
        assert text_at(version, 2) == "The governor has not talked."

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"no xml",
            b'<!DOCTYPE xliff [<!ENTITY a "x">]><xliff>&a;</xliff>',
            b"<tmx/>",
            b"<xliff>" + b"<a>" * 500,
        ],
    )
    def test_what_cannot_be_read_is_told(self, chief, version, content):
        answer = brought(chief, content)
        page = chief.get(answer.url, follow=True).content.decode()
        assert "The file " in page or "empty" in page

    def test_too_many_sentences(self, chief, version, monkeypatch):
        monkeypatch.setattr(returns, "MOST", 2)
        answer = chief.get(brought(chief, sent(chief, version)).url, follow=True)
        assert "this one has more" in answer.content.decode()

    def test_ids_that_are_none_of_ours(self, chief, version):
        content = re.sub(
            r'trans-unit id="[^"]+"', 'trans-unit id="1"', sent(chief, version)
        )
        page = chief.get(brought(chief, content).url).content.decode()
        assert "none of our sentences" in page

    def test_a_reviewer_of_another_language(self, client_of, version):
        client = client_of("Reviewer (ja)")
        user = User.objects.latest("pk")
        user.user_permissions.set(roles.permissions_named(["desk.export_memory"]))
        content = sent(client, version).replace("has not spoken", "has not talked")
        answer = brought(client, content)
        assert "that you do not review" in client.get(answer.url).content.decode()
        decide(client, answer)
        assert not Decision.objects.exists()


class TestUploads:
    def test_belong_to_who_brought_them(self, chief, client_of, version):
        answer = brought(chief, sent(chief, version))
        other = client_of(roles.CHIEF).get(answer.url, follow=True)
        assert "The file is no longer here" in other.content.decode()

    @pytest.mark.parametrize("token", ["", "x", "../../etc/passwd", "a" * 5000])
    def test_a_word_that_is_none(self, chief, token):
        answer = chief.get(reverse("desk:exchange_work"), {"file": token}, follow=True)
        assert "The file is no longer here" in answer.content.decode()

    def test_too_large(self, chief, monkeypatch):
        from selaras_site.desk import bringing

        monkeypatch.setattr(bringing, "LARGEST", 10)
        answer = brought(chief, b"x" * 20)
        page = chief.get(answer.url).content.decode()
        assert "selaras memory import" in page

    def test_are_gone_after_a_day(self, chief, version):
        answer = brought(chief, b"x")
        [path] = uploads.folder().iterdir()
        old = time.time() - uploads.KEPT_FOR - 10
        os.utime(path, (old, old))
        uploads.forget_old()
        page = chief.get(answer.url, follow=True).content.decode()
        assert "The file is no longer here" in page


TMX = (
    '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'
    '<header srclang="id"/><body>'
    '<tu creationid="wei"><tuv xml:lang="id-ID"><seg>Hujan.</seg></tuv>'
    '<tuv xml:lang="zh-CN"><seg>下雨。</seg></tuv>'
    '<tuv xml:lang="de"><seg>Regen.</seg></tuv></tu></body></tmx>'
)


class TestMemory:
    def test_goes_out(self, chief, memory):
        with Memory(memory) as known:
            known.remember_many(
                [
                    Entry(text="A.", translation="B.", target="en"),
                    Entry(text="A.", translation="C.", target="fr", level="human"),
                ]
            )
        address = reverse("desk:exchange_send_memory")
        both = b"".join(chief.get(address))
        people = b"".join(chief.get(address, {"people": "1", "language": "fr"}))
        assert len(tmxfile.parsestring(both).units) == 2
        assert [u.target for u in tmxfile.parsestring(people, "id", "fr").units] == [
            "C."
        ]
        assert (
            ModelLogEntry.objects.filter(action="selaras.exchange.memory_sent").count()
            == 2
        )

    def test_comes_in_after_a_look(self, chief, memory):
        answer = brought(chief, TMX, "wei.tmx", "exchange_bring")
        page = chief.get(answer.url).content.decode()
        assert "下雨。" in page
        assert "Languages that are none of ours: de" in page
        assert "Take 1 entry into the memory" in page

        chief.post(reverse("desk:exchange_memory"), {"file": token_of(answer)})
        with Memory(memory) as known:
            entry = known.exact("Hujan.", target="zh")
        assert (entry.author, entry.steps) == ("wei", ("imported:wei.tmx",))
        log = ModelLogEntry.objects.get(action="selaras.exchange.memory_taken")
        assert "wei.tmx" in log.message
        assert "from the file" in chief.get(reverse("desk:memory")).content.decode()

    def test_keeps_what_a_person_said_unless_told(self, chief, memory):
        with Memory(memory) as known:
            known.remember(
                Entry(text="Hujan.", translation="雨。", target="zh", level="human")
            )
        answer = brought(chief, TMX, "wei.tmx", "exchange_bring")
        page = chief.get(answer.url).content.decode()
        assert "the memory has something else from a person" in page
        data = {"file": token_of(answer)}
        chief.post(reverse("desk:exchange_memory"), {**data, "newer": "replace"})
        with Memory(memory) as known:
            assert known.exact("Hujan.", target="zh").translation == "下雨。"

    def test_a_memory_that_cannot_be_used_is_told(self, chief, memory):
        memory.write_bytes(b"no database at all, but something else entirely")
        for name in ("exchange_send_memory", "memory"):
            page = chief.get(reverse(f"desk:{name}"), follow=True).content.decode()
            assert "The memory cannot be used." in page
        answer = brought(chief, TMX, "wei.tmx", "exchange_bring")
        page = chief.get(answer.url, follow=True).content.decode()
        assert "The memory cannot be used." in page
