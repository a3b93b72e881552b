"""
What comes in becomes articles: once, and never over people's work.
"""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom import section
from selaras.article import Article as CoreArticle
from selaras.article import (
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    Paragraph,
    Quote,
)
from selaras_site.articles.models import Article, NewsImage
from selaras_site.ingest.fetching import Fetcher
from selaras_site.ingest.incoming import (
    Harvest,
    IncomingArticle,
    IncomingImage,
    Refused,
)
from selaras_site.ingest.intake import Intake
from selaras_site.ingest.models import Picture, Taken
from selaras_site.ingest.reporting import Kind
from selaras_site.ingest.services import harvest_take
from selaras_site.translations import translating
from selaras_site.translations.models import State, Version

pytestmark = pytest.mark.django_db

TEXT = (
    "Hujan deras sejak Senin malam membuat sungai meluap dan merendam ratusan rumah "
    "warga di tiga desa."
)


def incoming(number=1, headline="Banjir merendam tiga desa", text=TEXT, **rest):
    blocks = rest.pop("blocks", (Paragraph(text=Inline(text=text)),))
    article = CoreArticle(headline=Inline(text=headline), blocks=blocks)
    return IncomingArticle(
        external_id=f"urn:contoh:{number}", headline=headline, article=article, **rest
    )


def take(*articles, name="Kantor berita", rule="publish", refused=(), **rest):
    return harvest_take(
        name=name,
        section=section(),
        rule=rule,
        harvest=Harvest(articles=articles, refused=refused),
        **rest,
    )


def counts(report):
    return {kind.value: count for kind, count in report.counts.items() if count}


def only():
    return Article.objects.get()


class TestNew:
    def test_the_rule_says_whether_an_article_is_published(self):
        """
        With one rule it is live with versions ordered, with the other it is a draft.
        """
        take(incoming(1), rule="publish")
        take(incoming(2), rule="draft")

        live, draft = Article.objects.order_by("external_id")
        assert live.live
        assert live.versions.count() == 5
        assert not draft.live
        assert draft.latest_revision is not None
        assert draft.versions.count() == 0

    def test_an_article_keeps_what_the_source_said(self):
        """
        Headline, text, byline, place, tags and the date of publishing.
        """
        long_ago = timezone.now() - timedelta(days=400)

        take(
            incoming(
                summary="Air setinggi satu meter.",
                byline="Rani Lestari",
                place="Masamba",
                tags=("banjir", "BMKG"),
                published_at=long_ago,
            )
        )

        article = only()
        assert article.headline == "Banjir merendam tiga desa"
        assert article.summary == "Air setinggi satu meter."
        assert TEXT in article.body[0].value.source
        assert (article.byline, article.place) == ("Rani Lestari", "Masamba")
        assert set(article.tags.names()) == {"banjir", "BMKG"}
        assert article.first_published_at == long_ago

    def test_the_versions_of_what_came_in_are_made(self, engine):
        """
        The engine translates it as it translates what was written here.
        """
        take(incoming())

        translating.translate(Version.objects.values_list("snapshot", flat=True)[0])

        assert set(Version.objects.values_list("state", flat=True)) <= {
            State.LIVE,
            State.HELD,
        }

    def test_an_embargo_is_kept(self):
        """
        Publishing is only scheduled, and nobody sees a date of publishing before.
        """
        later = timezone.now() + timedelta(hours=3)

        take(incoming(embargoed_until=later, published_at=timezone.now()))

        article = only()
        assert not article.live
        assert article.embargo_until == later
        assert article.scheduled_revision.approved_go_live_at == later
        assert article.first_published_at is None
        assert article.versions.count() == 0

    def test_a_draft_of_the_source_stays_one(self):
        """
        What the source has not published is not published here.
        """
        take(incoming(status="draft"), rule="publish")

        assert not only().live

    def test_two_sources_may_use_the_same_identifier(self):
        """
        An identifier means something only within its source.
        """
        take(incoming(), name="Kantor berita")
        report = take(incoming(), name="Mitra")

        assert counts(report) == {"new": 1}
        assert Article.objects.count() == 2

    def test_a_very_long_identifier_is_known_again(self):
        """
        Some sources use whole addresses with everything in them.
        """
        article = replace(incoming(), external_id="https://contoh.id/?" + "x" * 900)
        take(article)

        assert counts(take(article)) == {"unchanged": 1}


class TestFitting:
    def test_what_is_too_long_for_its_field_stands_in_the_text(self):
        """
        Nothing is cut: a long summary, heading, speaker and title become paragraphs.
        """
        words = "kata " * 50
        blocks = (
            Heading(text=Inline(text=words + "judul")),
            Quote(paragraphs=(Inline(text="Air naik."),), speaker=Inline(text=words)),
            FactBox(
                title=Inline(text=words + "kotak"),
                blocks=(Paragraph(text=Inline(text="Isi.")),),
            ),
            Embed(kind="url", content="javascript:x", caption=Inline(text="Sematan")),
        )
        article = incoming(text=TEXT, blocks=blocks)
        article = replace(
            article,
            summary="Ringkas " * 90,
            article=replace(article.article, summary=Inline(text="Ringkas " * 90)),
        )

        take(article)

        row = only()
        kinds = [block.block_type for block in row.body]
        assert row.summary == ""
        assert set(kinds) == {"paragraph", "quote"}
        shown = str(row.body)
        for word in ("Ringkas", "judul", "kotak", "Isi.", "Air naik.", "Sematan"):
            assert word in shown

    def test_a_headline_that_is_too_long_is_refused(self):
        """
        A headline is never cut; the sentence says how long it was.
        """
        report = take(incoming(1, headline="Panjang " * 30), incoming(2))

        assert counts(report) == {"refused": 1, "new": 1}
        assert "200 characters" in report.told[0].reason
        assert "239" in report.told[0].reason or "240" in report.told[0].reason

    @pytest.mark.parametrize(
        "article",
        [
            incoming(language="fr"),
            incoming(
                headline="Floods hit three villages",
                text="Heavy rain since Monday evening made the river burst its banks, "
                "and the water reached the houses of many people in the village.",
            ),
        ],
        ids=["said to be French", "plainly English"],
    )
    def test_another_language_is_refused(self, article):
        """
        Whether the source says so or the text shows it.
        """
        report = take(article)

        assert counts(report) == {"refused": 1}
        assert "An Indonesian article was expected" in report.told[0].reason

    def test_a_site_that_never_set_its_language_is_believed_by_its_text(self):
        """
        Much software calls everything "en-US" until somebody tells it better.
        """
        assert counts(take(incoming(language="en"))) == {"new": 1}

    def test_what_the_reader_refused_is_told_too(self):
        """
        With the place where it stood.
        """
        refused = Refused(where="item 3", reason="A headline was expected.")

        report = take(incoming(), refused=(refused,))

        assert counts(report) == {"refused": 1, "new": 1}
        assert report.told[0].where == "item 3"

    def test_the_oldest_is_published_first(self):
        """
        Feeds list the newest first; its number is the highest all the same.
        """
        now = timezone.now()
        young, old = (
            incoming(number, published_at=now - timedelta(days=number))
            for number in (1, 2)
        )

        take(young, incoming(3), old)

        ids = Article.objects.order_by("pk").values_list("external_id", flat=True)
        assert [name[-1] for name in ids] == ["2", "1", "3"]

    def test_the_newest_of_several_versions_counts(self):
        """
        Agencies send all versions of an article in a file, in any order.
        """
        now = timezone.now() - timedelta(hours=1)
        first = incoming(headline="Banjir, versi lama", modified_at=now)
        second = incoming(headline="Banjir, versi baru", modified_at=now)
        second = replace(second, modified_at=now + timedelta(minutes=5))

        take(second, first)
        report = take(first)

        assert only().headline == "Banjir, versi baru"
        assert counts(report) == {"unchanged": 1}

    def test_a_clock_that_ran_ahead_does_not_shut_a_source_up(self):
        """
        What comes after a version from the future is taken in all the same.
        """
        now = timezone.now()
        take(incoming(modified_at=now + timedelta(hours=7)))

        report = take(incoming(headline="Banjir surut", modified_at=now))

        assert counts(report) == {"updated": 1}


class TestAgain:
    def test_an_unchanged_article_is_left_alone(self):
        """
        Not even a revision is saved, though the source renewed its date.
        """
        take(incoming(modified_at=timezone.now()))
        revision = only().latest_revision_id

        report = take(incoming(modified_at=timezone.now() + timedelta(hours=1)))

        assert counts(report) == {"unchanged": 1}
        assert only().latest_revision_id == revision

    @pytest.mark.parametrize("rule", ["draft", "publish"])
    def test_a_new_state_of_ours_is_a_new_revision(self, rule):
        """
        Live where the rule says so; the address stays.
        """
        take(incoming(), rule=rule)
        slug = only().slug

        report = take(incoming(headline="Banjir surut"), rule=rule)

        article = only()
        assert counts(report) == {"updated": 1}
        assert article.get_latest_revision_as_object().headline == "Banjir surut"
        assert article.revisions.count() == 2
        assert article.live is (rule == "publish")
        assert article.slug == slug

    def test_what_an_editor_changed_is_left_as_it_is(self, editor):
        """
        The source's text waits in the history; readers and the form keep the editor's.
        """
        take(incoming())
        article = only()
        article.headline = "Tiga desa terendam, warga mengungsi"
        mine = article.save_revision(user=editor)
        mine.publish()

        report = take(incoming(headline="Banjir surut"))
        again = take(incoming(headline="Banjir surut"))

        article = only()
        assert counts(report) == {"offered": 1}
        assert report.told[0].article_id == article.pk
        assert counts(again) == {"unchanged": 1}
        assert article.headline == "Tiga desa terendam, warga mengungsi"
        assert article.latest_revision_id == mine.pk
        offered = article.revisions.order_by("-id")[0]
        assert offered.as_object().headline == "Banjir surut"

    def test_a_draft_that_an_editor_works_on_is_left_as_it_is(self, editor):
        """
        An unpublished draft of a person counts as much as what is live.
        """
        take(incoming())
        article = only()
        article.headline = "Belum selesai"
        article.save_revision(user=editor)

        take(incoming(headline="Banjir surut"))

        article = only()
        assert article.headline == "Banjir merendam tiga desa"
        assert article.get_latest_revision_as_object().headline == "Belum selesai"

    def test_what_an_editor_took_down_stays_down(self):
        """
        An update of the source does not bring it back.
        """
        take(incoming())
        only().unpublish()

        report = take(incoming(headline="Banjir surut"))

        assert counts(report) == {"offered": 1}
        assert not only().live

    def test_what_somebody_deleted_does_not_come_again(self):
        """
        Not even when the source changes it.
        """
        take(incoming())
        only().delete()

        report = take(incoming(headline="Banjir surut"))

        assert counts(report) == {"unchanged": 1}
        assert not Article.objects.exists()

    def test_an_article_that_did_not_come_from_here_is_a_persons(self):
        """
        Whoever made it, nothing says that it may be overwritten.
        """
        take(incoming())
        Taken.objects.all().delete()

        assert counts(take(incoming(headline="Banjir surut"))) == {"offered": 1}
        assert only().headline == "Banjir merendam tiga desa"

    def test_an_embargo_that_moves_moves_the_schedule(self):
        """
        And one that is lifted publishes at once.
        """
        now = timezone.now()
        take(incoming(embargoed_until=now + timedelta(hours=3)))

        take(incoming(embargoed_until=now + timedelta(hours=5)))
        moved = only().scheduled_revision.approved_go_live_at
        take(incoming())

        assert moved == now + timedelta(hours=5)
        assert only().live
        assert only().go_live_at is None


class TestWithdrawn:
    def withdrawn(self):
        return replace(incoming(), article=CoreArticle(), status="withdrawn")

    def test_the_article_and_all_versions_are_taken_down(self):
        """
        Its text stays in the newsroom.
        """
        take(incoming())

        report = take(self.withdrawn())

        article = only()
        assert counts(report) == {"withdrawn": 1}
        assert not article.live
        assert article.headline == "Banjir merendam tiga desa"
        states = Version.objects.values_list("state", flat=True)
        assert set(states) == {State.WITHDRAWN}

    def test_what_an_editor_changed_is_taken_down_too(self, editor):
        """
        A withdrawal is no matter of taste.
        """
        take(incoming())
        article = only()
        article.headline = "Judul redaksi"
        article.save_revision(user=editor).publish()

        take(self.withdrawn())

        assert not only().live
        assert only().headline == "Judul redaksi"

    def test_a_schedule_does_not_bring_it_back(self):
        """
        An article under embargo that is withdrawn is never published.
        """
        take(incoming(embargoed_until=timezone.now() + timedelta(hours=1)))

        take(self.withdrawn())

        assert only().scheduled_revision is None

    def test_it_is_taken_down_once(self):
        """
        The same withdrawal, seen again, does not undo what a person decided since.
        """
        take(incoming())
        take(self.withdrawn())
        only().get_latest_revision().publish()

        report = take(self.withdrawn())

        assert counts(report) == {"unchanged": 1}
        assert only().live

    def test_what_was_never_here_is_nothing_to_do(self):
        assert counts(take(self.withdrawn())) == {"unchanged": 1}
        assert not Article.objects.exists()

    def test_only_a_newer_state_brings_it_back(self):
        """
        The state that was withdrawn does not, however often it is sent.
        """
        now = timezone.now()
        take(incoming(modified_at=now))
        take(self.withdrawn())

        take(incoming(modified_at=now))
        stays_down = not only().live
        take(incoming(modified_at=now + timedelta(minutes=1)))

        assert stays_down
        assert only().live


class TestStopped:
    @pytest.mark.parametrize("step", ["save", "remember"])
    def test_a_kill_in_the_middle_loses_nothing(self, monkeypatch, step):
        """
        What was done stays, what was half done is undone, and the rest comes next time.
        """
        calls = itertools.count(1)
        real = getattr(Intake, step)

        def dies(self, *args, **kwargs):
            result = real(self, *args, **kwargs)
            if next(calls) == 2:
                raise KeyboardInterrupt
            return result

        articles = [incoming(n) for n in (1, 2, 3)]
        with monkeypatch.context() as patched:
            patched.setattr(Intake, step, dies)
            with pytest.raises(KeyboardInterrupt):
                take(*articles)
        assert Article.objects.count() == 1

        report = take(*articles)

        assert counts(report) == {"unchanged": 1, "new": 2}
        assert Article.objects.filter(live=True).count() == 3
        assert Version.objects.count() == 15

    def test_one_bad_article_loses_nothing_else(self, monkeypatch):
        """
        Whatever goes wrong with it, even what nobody thought of.
        """
        real = Intake.fill

        def fails(self, article, arrived, pictures):
            if arrived.external_id.endswith(":2"):
                raise RuntimeError("rusak")
            real(self, article, arrived, pictures)

        monkeypatch.setattr(Intake, "fill", fails)

        report = take(*(incoming(n) for n in (1, 2, 3)))

        assert counts(report) == {"new": 2, "refused": 1}
        assert "rusak" in report.told[0].reason
        assert not report.is_whole

    def test_a_dry_run_writes_nothing(self, wire, jpeg):
        """
        But says what would be done.
        """
        take(incoming(1))
        before = Article.objects.count(), Taken.objects.count()
        picture = wire.address("/foto.jpg")

        report = take(
            incoming(1, headline="Banjir surut"),
            incoming(2, images={picture: IncomingImage(url=picture)}),
            replace(incoming(3), headline="x" * 300),
            is_dry=True,
        )

        assert counts(report) == {"updated": 1, "new": 1, "refused": 1}
        assert (Article.objects.count(), Taken.objects.count()) == before
        assert only().headline == "Banjir merendam tiga desa"
        assert not wire.asked


class TestPictures:
    def fetcher(self, wire):
        return Fetcher(allow_private=True, ports=[wire.server.server_port])

    def article(self, wire, number=1, path="/foto.jpg", **rest):
        address = wire.address(path)
        image = IncomingImage(
            url=address, alt="Perahu karet", credit="Dok. BPBD", caption="Evakuasi"
        )
        blocks = (
            Image(src=address, caption=Inline(text="Evakuasi")),
            Paragraph(text=Inline(text=TEXT)),
        )
        return incoming(
            number, blocks=blocks, images={address: image}, lead_image=address, **rest
        )

    def test_a_picture_comes_with_its_words_and_once(self, wire, jpeg):
        """
        Two articles with the same picture share it; the lead is not shown twice.
        """
        wire.answers["/foto.jpg"] = jpeg

        with self.fetcher(wire) as fetcher:
            take(self.article(wire, 1), self.article(wire, 2), fetcher=fetcher)

        picture = NewsImage.objects.get()
        assert (picture.alt, picture.credit) == ("Perahu karet", "Dok. BPBD")
        assert picture.collection.name == "Kantor berita"
        assert (picture.width, picture.height) == (64, 48)
        assert wire.count("/foto.jpg") == 1
        for article in Article.objects.all():
            assert article.lead_image == picture
            assert article.lead_caption == "Evakuasi"
            assert [block.block_type for block in article.body] == ["paragraph"]

    @pytest.mark.parametrize(
        "answer",
        [404, b"<svg onload='x()'></svg>", b"GIF89a", b"\xff\xd8\xff\xe0half"],
        ids=["missing", "svg", "broken", "half"],
    )
    def test_a_picture_that_cannot_be_had_does_not_keep_the_article(self, wire, answer):
        """
        It is refused with a reason, its caption stays, and it is not tried again.
        """
        wire.answers["/foto.jpg"] = answer

        with self.fetcher(wire) as fetcher:
            report = take(self.article(wire), fetcher=fetcher)
            again = take(self.article(wire), fetcher=fetcher)

        assert counts(report) == {"new": 1, "picture": 1}
        assert counts(again) == {"unchanged": 1}
        assert wire.count("/foto.jpg") == 1
        assert not NewsImage.objects.exists()
        assert "Evakuasi" in str(only().body)

    def test_a_picture_that_may_come_later_is_tried_again(self, wire, jpeg):
        """
        A server that is down for a moment costs no picture.
        """
        wire.answers["/foto.jpg"] = 503
        with self.fetcher(wire) as fetcher:
            first = take(self.article(wire), fetcher=fetcher)
            second = take(self.article(wire), fetcher=fetcher)
            wire.answers["/foto.jpg"] = jpeg

            third = take(self.article(wire), fetcher=fetcher)

        assert not first.is_whole
        assert counts(first) == {"new": 1, "picture": 1}
        assert counts(second) == {"unchanged": 1, "picture": 1}
        assert counts(third) == {"updated": 1}
        assert only().lead_image is not None

    def test_a_huge_picture_is_refused_before_it_is_unpacked(self, wire):
        """
        A file of some kilobytes can be a picture of gigabytes.
        """
        import struct
        import zlib

        header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
        chunk = b"IHDR" + header
        wire.answers["/foto.jpg"] = (
            b"\x89PNG\r\n\x1a\n"
            + struct.pack(">I", len(header))
            + chunk
            + struct.pack(">I", zlib.crc32(chunk))
        )

        with self.fetcher(wire) as fetcher:
            report = take(self.article(wire), fetcher=fetcher)

        assert counts(report) == {"new": 1, "picture": 1}

    def test_a_picture_on_a_private_address_is_refused(self, wire, jpeg):
        """
        A feed may name any address; this machine's own is not fetched.
        """
        wire.answers["/foto.jpg"] = jpeg

        report = take(self.article(wire))

        assert counts(report) == {"new": 1, "picture": 1}
        assert not wire.asked

    def test_a_kill_between_picture_and_article_takes_the_picture_once(
        self, wire, jpeg, monkeypatch
    ):
        """
        The picture is there, and the next run uses it.
        """
        wire.answers["/foto.jpg"] = jpeg

        def dies(*_args):
            raise KeyboardInterrupt

        with self.fetcher(wire) as fetcher:
            with monkeypatch.context() as patched:
                patched.setattr(Intake, "write", dies)
                with pytest.raises(KeyboardInterrupt):
                    take(self.article(wire), fetcher=fetcher)
            take(self.article(wire), fetcher=fetcher)

        assert wire.count("/foto.jpg") == 1
        assert Picture.objects.count() == 1
        assert only().lead_image is not None


def test_kinds_are_all_counted():
    """
    Whatever can become of an article is a column of a run.
    """
    from selaras_site.ingest.models import Run

    columns = {field.name for field in Run._meta.get_fields()}
    assert {kind.value for kind in Kind} - {"picture"} <= columns
