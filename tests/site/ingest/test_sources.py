"""
Sources are looked at when it is time, by one worker at once, and forgive being killed.
"""

import json
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from newsroom import section
from selaras_site.articles.models import Article
from selaras_site.ingest import gathering, running, scheduling, tasks
from selaras_site.ingest.intake import Intake
from selaras_site.ingest.models import Refusal, Run, Source
from selaras_site.ingest.running import source_run

pytestmark = pytest.mark.django_db

WORDS = "Air sungai meluap sejak Senin malam dan merendam rumah warga di tiga desa."


@pytest.fixture
def incoming_folder(settings, tmp_path):
    """
    The folder that sources may be in.
    """
    settings.SELARAS_INCOMING = tmp_path / "incoming"
    settings.SELARAS_INCOMING.mkdir()
    return settings.SELARAS_INCOMING


def make(address, **rest):
    values = {"name": "Mitra", "rule": "publish", "allow_private": True, **rest}
    source = Source(address=address, section=section(), **values)
    source.full_clean()
    source.save()
    return source


def run(source):
    done = source_run(source_id=source.pk)
    source.refresh_from_db()
    return done


def counts(run):
    names = ("new", "updated", "unchanged", "withdrawn", "offered", "refused")
    return {name: getattr(run, name) for name in names if getattr(run, name)}


def rss(*items):
    inside = "".join(
        f"<item><guid>{number}</guid><title>{title}</title>"
        f"<link>https://contoh.id/{number}</link>"
        f"<description>{WORDS}</description></item>"
        for number, title in items
    )
    return f"<rss version='2.0'><channel>{inside}</channel></rss>".encode()


def posts(*numbers, title="Banjir"):
    return json.dumps(
        [
            {
                "id": number,
                "guid": {"rendered": f"https://contoh.id/?p={number}"},
                "link": f"https://contoh.id/{number}",
                "type": "post",
                "status": "publish",
                "title": {"rendered": f"{title} hari ke-{number}"},
                "content": {"rendered": f"<p>{WORDS}</p>"},
            }
            for number in numbers
        ]
    ).encode()


def ninjs(status="usable", headline="Gempa mengguncang Masamba", version=1):
    return json.dumps(
        {
            "uri": "urn:agency:77",
            "type": "text",
            "pubstatus": status,
            "version": str(version),
            "versioncreated": f"2026-03-02T0{version}:00:00Z",
            "language": "id",
            "headline": headline,
            "body_text": WORDS,
        }
    ).encode()


class TestFeeds:
    def test_what_is_new_in_a_feed_comes_in(self, wire):
        """
        What came before is not taken in twice.
        """
        source = make(wire.address("/rss"), kind="feed")
        wire.answers["/rss"] = rss((1, "Banjir"), (2, "Longsor"))
        first = run(source)
        wire.answers["/rss"] = rss((3, "Gempa"), (2, "Longsor susulan"), (1, "Banjir"))

        second = run(source)

        assert counts(first) == {"new": 2}
        assert counts(second) == {"new": 1, "updated": 1, "unchanged": 1}
        assert Article.objects.filter(live=True).count() == 3

    def test_an_unchanged_feed_is_not_read(self, wire):
        """
        Its marks are sent; the server says that nothing changed.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Banjir")), {"ETag": '"satu"'}
        run(source)

        second = run(source)

        assert wire.sent[1]["if-none-match"] == '"satu"'
        assert counts(second) == {}
        assert second.error == ""
        assert source.etag == '"satu"'

    def test_marks_are_not_sent_to_another_address(self, wire):
        """
        What one address called unchanged says nothing of another.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Banjir")), {"ETag": '"satu"'}
        wire.answers["/lain"] = rss((2, "Gempa")), {"ETag": '"satu"'}
        run(source)
        source.address = wire.address("/lain")
        source.save()

        assert counts(run(source)) == {"new": 1}

    def test_no_mark_is_kept_while_something_may_still_come(self, wire, monkeypatch):
        """
        Otherwise an article that failed once would never be seen again.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Banjir")), {"ETag": '"satu"'}

        def fails(*_args):
            raise RuntimeError

        with monkeypatch.context() as patched:
            patched.setattr(Intake, "fill", fails)
            first = run(source)

        assert counts(first) == {"refused": 1}
        assert counts(run(source)) == {"new": 1}

    def test_what_was_refused_is_written_down(self, wire):
        """
        With its headline and a reason.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Panjang " * 40), (2, "Banjir"))

        done = run(source)

        refusal = Refusal.objects.get()
        assert counts(done) == {"new": 1, "refused": 1}
        assert refusal.kind == Refusal.Kind.ARTICLE
        assert refusal.title.startswith("Panjang")
        assert "200 characters" in refusal.reason


class TestWordPress:
    def test_all_pages_come(self, wire):
        """
        As many as the site says that it has.
        """
        pages = {"1": posts(1, 2), "2": posts(3, 4), "3": posts(5)}
        wire.answers["/wp-json/wp/v2/posts"] = lambda asked: (
            pages[asked.get("page", "1")],
            {"X-WP-TotalPages": "3"},
        )

        done = run(make(wire.address("/"), kind="wordpress"))

        assert counts(done) == {"new": 5}
        assert all("_embed=1" in asked for asked in wire.asked)

    def test_a_page_that_fails_leaves_the_others(self, wire):
        """
        And is told of; posts removed meanwhile are no failure.
        """
        status = {"2": 500}
        wire.answers["/wp-json/wp/v2/posts"] = lambda asked: (
            status.get(asked.get("page"), posts(1)),
            {"X-WP-TotalPages": "2"},
        )
        source = make(wire.address("/"), kind="wordpress")

        broken = run(source)
        status["2"] = 400
        shrunk = run(source)

        assert counts(broken) == {"new": 1, "refused": 1}
        assert Refusal.objects.get().where == "page 2 and all behind it"
        assert counts(shrunk) == {"unchanged": 1}

    def test_later_only_what_changed_is_asked_for(self, wire):
        """
        From two days before the last good look: a site's clock may be local.
        """
        wire.answers["/wp-json/wp/v2/posts"] = posts(1), {"X-WP-TotalPages": "1"}
        source = make(wire.address("/"), kind="wordpress")

        run(source)
        run(source)

        assert "modified_after" not in wire.asked[0]
        assert "modified_after" in wire.asked[1]

    def test_a_page_of_a_site_leads_to_its_posts(self, wire):
        """
        WordPress says in a header where its interface is.
        """
        wire.answers["/"] = (
            b"<!doctype html><title>Kabar</title>",
            {
                "Content-Type": "text/html",
                "Link": f'<{wire.address("/wp-json/")}>; rel="https://api.w.org/"',
            },
        )
        wire.answers["/wp-json/wp/v2/posts"] = posts(1), {"X-WP-TotalPages": "1"}

        assert counts(run(make(wire.address("/")))) == {"new": 1}


class TestNinjs:
    def test_an_update_and_a_cancellation_follow(self, wire):
        """
        The article is corrected, then taken down, in all languages.
        """
        source = make(wire.address("/wire.json"), kind="ninjs")
        wire.answers["/wire.json"] = ninjs()
        first = run(source)
        wire.answers["/wire.json"] = ninjs(headline="Gempa magnitudo 5,2", version=2)
        second = run(source)
        corrected = Article.objects.get()
        wire.answers["/wire.json"] = ninjs("canceled", version=3)

        third = run(source)

        assert counts(first) == {"new": 1}
        assert counts(second) == {"updated": 1}
        assert corrected.headline == "Gempa magnitudo 5,2"
        assert counts(third) == {"withdrawn": 1}
        article = Article.objects.get()
        assert not article.live
        assert not article.versions.exclude(
            state__in=("withdrawn", "replaced")
        ).exists()


class TestFolders:
    def test_a_folder_comes_in(self, incoming_folder):
        """
        Every Markdown file in it is an article.
        """
        (incoming_folder / "naskah").mkdir()
        (incoming_folder / "naskah" / "satu.md").write_text(f"# Banjir\n\n{WORDS}\n")

        assert counts(run(make("naskah", kind="folder"))) == {"new": 1}

    def test_an_export_is_read_to_its_end(self, incoming_folder, sample, monkeypatch):
        """
        In parts, and as far as it goes where it breaks off.
        """
        whole = sample("wxr.xml")
        (incoming_folder / "arsip.xml").write_bytes(whole)
        (incoming_folder / "setengah.xml").write_bytes(whole[: len(whole) * 9 // 10])
        monkeypatch.setattr(gathering, "PART", 1)

        done = run(make("arsip.xml", kind="wxr", rule="draft"))
        half = run(make("setengah.xml", name="Setengah", rule="draft"))

        assert counts(done) == {"new": 2}
        assert half.refused == 1
        assert half.new >= 1

    @pytest.mark.parametrize("address", ["/etc", "../rahasia", "naskah/../../x"])
    def test_a_path_elsewhere_is_refused(self, incoming_folder, address):
        """
        An admin of the newsroom is not an admin of the machine.
        """
        with pytest.raises(ValidationError) as refused:
            make(address, kind="folder")

        assert "address" in refused.value.message_dict

    def test_a_link_that_was_put_there_later_is_refused(
        self, incoming_folder, tmp_path
    ):
        """
        Where a path leads is looked at again each time.
        """
        (tmp_path / "rahasia").mkdir()
        source = make("naskah", kind="folder")
        (incoming_folder / "naskah").symlink_to(tmp_path / "rahasia")

        assert "inside the folder" in run(source).error


class TestFailing:
    def test_a_private_address_is_refused_by_default(self, wire):
        """
        Nothing is even sent there.
        """
        wire.answers["/rss"] = rss((1, "Banjir"))

        done = run(make(wire.address("/rss"), allow_private=False))

        assert "expected" in done.error
        assert not wire.asked
        assert not Article.objects.exists()

    def test_a_source_that_fails_is_asked_less_and_less(self, wire):
        """
        Twice as long after each failure; once it goes well, as usual again.
        """
        source = make(wire.address("/rss"), every_minutes=10)
        waits = []
        for _ in range(3):
            run(source)
            waits.append(
                round((source.next_at - timezone.now()) / timedelta(minutes=1))
            )
        wire.answers["/rss"] = rss((1, "Banjir"))
        run(source)

        assert waits == [20, 40, 80]
        assert source.failures == 0
        assert source.next_at - timezone.now() < timedelta(minutes=11)

    def test_a_source_never_waits_for_more_than_a_day(self):
        assert Source(every_minutes=15, failures=10**6).pause == timedelta(days=1)
        assert Source(every_minutes=4000, failures=9).pause == timedelta(minutes=4000)

    def test_a_server_is_left_alone_as_long_as_it_asks(self, wire):
        """
        ``Retry-After`` is honoured.
        """
        source = make(wire.address("/rss"), every_minutes=5)
        wire.answers["/rss"] = lambda _asked: (429, {"Retry-After": "7200"})

        run(source)

        assert source.next_at > timezone.now() + timedelta(minutes=115)

    def test_a_source_that_is_gone_is_not_asked_again(self, wire):
        """
        410 says that it will not come back.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = 410

        run(source)

        assert not source.is_active


class TestOneAtOnce:
    def test_a_source_that_a_worker_is_at_is_left_to_it(self, wire):
        """
        Until its lease is over.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Banjir"))
        Source.objects.filter(pk=source.pk).update(
            claim=uuid.uuid4(), leased_until=timezone.now() + timedelta(minutes=1)
        )
        assert run(source) is None

        Source.objects.update(leased_until=timezone.now() - timedelta(seconds=1))

        assert counts(run(source)) == {"new": 1}
        assert source.claim is None

    def test_a_worker_that_was_too_slow_stops(self, wire, monkeypatch):
        """
        It notices that another has the source, and changes nothing of its state.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Banjir"), (2, "Longsor"))
        other = uuid.uuid4()
        real = Intake.take

        def overtaken(self, incoming):
            Source.objects.update(claim=other)
            monkeypatch.setattr(running, "LEASE", timedelta(0))
            return real(self, incoming)

        monkeypatch.setattr(Intake, "take", overtaken)

        done = run(source)

        assert "taken this source over" in done.error
        assert source.claim == other
        assert source.etag == ""
        assert Article.objects.count() == 1

    def test_a_killed_run_is_taken_up(self, wire, monkeypatch):
        """
        What it had done stays; the next one says that it was stopped.
        """
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Banjir"), (2, "Longsor")), {"ETag": '"a"'}
        real = Intake.take

        def dies(self, incoming):
            if incoming.external_id == "2":
                raise KeyboardInterrupt
            return real(self, incoming)

        with monkeypatch.context() as patched:
            patched.setattr(Intake, "take", dies)
            with pytest.raises(KeyboardInterrupt):
                run(source)
        Source.objects.update(leased_until=timezone.now() - timedelta(seconds=1))

        done = run(source)

        assert counts(done) == {"new": 1, "unchanged": 1}
        stopped = Run.objects.earliest("id")
        assert stopped.finished_at is not None
        assert "stopped" in stopped.error


class TestWhen:
    def test_a_source_is_ordered_once_when_it_is_due(self, wire):
        """
        However often a worker looks, and however many of them.
        """
        due = make(wire.address("/rss"))
        stale = Source.objects.get(pk=due.pk)
        make(wire.address("/a"), name="nanti")
        Source.objects.filter(name="nanti").update(
            next_at=timezone.now() + timedelta(minutes=1)
        )
        make(wire.address("/b"), name="mati", is_active=False)

        assert [one.name for one in scheduling.due_sources()] == ["Mitra"]
        assert scheduling.order_due() == 1
        assert not scheduling.order(stale)
        assert scheduling.order_due() == 0
        task = DBTaskResult.objects.get(task_path__endswith=".ingest_source")
        assert task.args_kwargs["args"] == [due.pk]

    def test_the_task_runs_it(self, wire):
        source = make(wire.address("/rss"))
        wire.answers["/rss"] = rss((1, "Banjir"))

        number = tasks.ingest_source.func(source.pk)

        assert counts(Run.objects.get(pk=number)) == {"new": 1}
        assert tasks.ingest_source.func(source.pk + 99) is None

    def test_what_is_old_is_forgotten(self, wire):
        """
        Looks of more than a month ago, with what they refused.
        """
        old = Run.objects.create(
            name="lama", started_at=timezone.now() - timedelta(days=31)
        )
        Refusal.objects.create(run=old, reason="lama")
        Run.objects.create(name="baru")

        scheduling.forget()

        assert [one.name for one in Run.objects.all()] == ["baru"]
        assert not Refusal.objects.exists()


class TestSource:
    def test_a_source_is_asked_every_five_minutes_at_most(self, wire):
        """
        The form refuses less, and so does the database.
        """
        with pytest.raises(ValidationError):
            make(wire.address("/rss"), every_minutes=4)
        source = make(wire.address("/rss"))
        with pytest.raises(IntegrityError), transaction.atomic():
            Source.objects.filter(pk=source.pk).update(every_minutes=1)

    def test_its_name_stays_once_articles_have_come(self, wire):
        """
        Under another name all of them would come again.
        """
        source = make(wire.address("/rss"))
        source.name = "Mitra baru"
        source.full_clean()
        source.name = "Mitra"
        wire.answers["/rss"] = rss((1, "Banjir"))
        run(source)
        source.name = "Mitra baru"

        with pytest.raises(ValidationError) as refused:
            source.full_clean()

        assert "name" in refused.value.message_dict
