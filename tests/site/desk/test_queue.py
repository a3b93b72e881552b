"""
The page of the queue: what it shows, how it is narrowed, counted, paged and kept.
"""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from selaras_site.accounts.roles import REVIEWER
from selaras_site.desk import queue_counts, queue_rows, saved_views
from selaras_site.desk.models import SavedView, Unsaved
from selaras_site.desk.queue import Place, next_for, waiting
from selaras_site.desk.queue_counts import counts_of, many_waiting
from selaras_site.desk.queue_rows import page_of
from selaras_site.translations.models import (
    Decision,
    QueueEntry,
    Readership,
    Seat,
    State,
)
from selaras_site.translations.seats import seat_take

from .factories import (
    make_article,
    make_decision,
    make_section,
    make_segment,
    make_user,
    make_version,
)

Cause = QueueEntry.Cause


def make_entry(version, position=0, *, urgency=1.0, cause=Cause.RISKY, **fields):
    """
    A sentence that waits.
    """
    segment = make_segment(
        version,
        position,
        source=fields.pop("source", f"Kalimat ke-{position} dari {version.pk}."),
        path="headline#0" if position == 0 else f"blocks.0.text#{position}",
        **fields.pop("segment", {}),
    )
    return QueueEntry.objects.create(
        **{
            "segment": segment,
            "version": version,
            "language": version.language,
            "section": version.article.section,
            "cause": cause,
            "risk": 0.9,
            "urgency": urgency,
            "since": timezone.now() - timedelta(hours=3),
            **fields,
        }
    )


@pytest.fixture(autouse=True)
def _no_counts_of_others():
    cache.clear()


@pytest.fixture
def article(newsroom):
    return make_article()


@pytest.fixture
def queue(article):
    """
    Five sentences in two languages, three states and two sections.
    """
    sport = make_article("Timnas menang", section=make_section("olahraga"))
    english = make_version(article, "en")
    japanese = make_version(article, "ja", State.HELD, reason="Too many numbers.")
    stale = make_version(sport, "en", State.STALE)
    return {
        "reported": make_entry(english, 0, urgency=9.0, cause=Cause.REPORTED),
        "risky": make_entry(english, 1, urgency=5.0),
        "failed": make_entry(japanese, 0, urgency=7.0, cause=Cause.FAILED),
        "found": make_entry(japanese, 1, urgency=3.0, cause=Cause.FOUND),
        "stale": make_entry(stale, 0, urgency=1.0),
    }


def page(client, query="all=1", **more):
    answer = client.get(f"{reverse('desk:queue')}?{query}", **more)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.content.decode())


def sentences(found):
    return [node.text(strip=True) for node in found.css("a.queue-link")]


def number(found, name):
    node = found.css_first(f"#queue-{name} .queue-number")
    return int(node.text())


def user_of(client):
    return get_user(client)


class TestPage:
    def test_shows_what_waits_the_most_urgent_first(self, reviewer, queue):
        names = ["reported", "failed", "risky", "found", "stale"]
        assert sentences(page(reviewer)) == [
            queue[name].segment.source for name in names
        ]

    def test_says_of_each_why_how_long_how_risky_and_who_reads(self, reviewer, queue):
        Readership.objects.create(
            article=queue["reported"].version.article,
            language="en",
            day=timezone.localdate(),
            views=41,
        )
        row = page(reviewer).css("li.queue-row")[0].text(separator=" ", strip=True)
        for said in (
            "English",
            "a reader says that it is wrong",
            "very high",
            "3\N{NO-BREAK SPACE}hours",
            "Readers in 7 days 41",
            "Gempa menewaskan 27 orang",
            "live",
            "Headline",
        ):
            assert said in row

    def test_says_who_has_a_sentence_open(self, reviewer, queue):
        rina = make_user(first_name="Rina", last_name="Wati")
        seat_take(segment=queue["failed"].segment, by=rina)
        rows = page(reviewer).css("li.queue-row")
        assert "open with Rina Wati" in rows[1].text()
        assert "open with" not in rows[0].text()

    def test_a_seat_that_was_left_is_free(self, reviewer, queue):
        seat_take(segment=queue["failed"].segment, by=make_user())
        Seat.objects.update(until=timezone.now() - timedelta(seconds=1))
        assert "open with" not in page(reviewer).text()

    def test_leads_those_who_may_not_decide_to_the_version(self, reporter, queue):
        found = page(reporter)
        version = queue["reported"].version
        place = reverse("desk:version", args=[version.pk])
        assert found.css_first("a.queue-link").attributes["href"] == (
            f"{place}#sentence-0"
        )
        assert "Begin with the most urgent" not in found.text()

    def test_is_not_for_everybody(self, client, queue):
        assert client.get(reverse("desk:queue")).status_code == 302

    def test_engine_and_people_write_no_markup(self, reviewer, article):
        make_entry(
            make_version(article, "ar"),
            source="<script>alert(1)</script> & co",
            segment={"text": "<img src=x onerror=alert(1)>"},
        )
        text = reviewer.get(f"{reverse('desk:queue')}?all=1").content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert 'dir="rtl"' in text

    def test_versions_that_are_gone_have_nothing_in_it(self, reviewer, queue):
        queue["stale"].version.state = State.WITHDRAWN
        queue["stale"].version.save()
        assert len(sentences(page(reviewer))) == 4

    def test_takes_as_many_queries_for_many_rows_as_for_few(
        self, reviewer, queue, django_assert_max_num_queries
    ):
        page(reviewer)
        version = queue["stale"].version
        for position in range(1, 40):
            make_entry(version, position)
        with django_assert_max_num_queries(32):
            assert len(sentences(page(reviewer))) == queue_rows.AT_ONCE


class TestFilters:
    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ("language=ja", ["failed", "found"]),
            ("cause=risky", ["risky", "stale"]),
            ("state=held", ["failed", "found"]),
            ("language=en&state=stale", ["stale"]),
            ("language=ja&cause=risky", []),
        ],
    )
    def test_narrow_the_list(self, reviewer, queue, query, names):
        found = page(reviewer, query)
        assert sentences(found) == [queue[name].segment.source for name in names]

    def test_by_section_and_article(self, reviewer, queue):
        stale = queue["stale"]
        for query in (
            f"section={stale.section_id}",
            f"article={stale.version.article_id}",
        ):
            found = page(reviewer, query)
            assert sentences(found) == [stale.segment.source]
        assert "Timnas menang" in found.css_first(".queue-article").text()

    def test_mine_is_what_i_have_open_or_began(self, reviewer, queue):
        me = user_of(reviewer)
        seat_take(segment=queue["risky"].segment, by=me)
        Unsaved.objects.create(segment=queue["found"].segment, by=me, text="x", seen="")
        seat_take(segment=queue["failed"].segment, by=make_user())

        found = page(reviewer, "seat=mine")

        assert sentences(found) == [
            queue[name].segment.source for name in ("risky", "found")
        ]
        assert number(found, "seat-mine") == 2
        assert number(found, "seat-free") == 4
        assert "failed" not in [entry.cause for entry in waiting({"seat": "free"}, me)]

    @pytest.mark.parametrize(
        "query",
        [
            "language=xx",
            f"section={'9' * 40}",
            "article=٣",
            "cause=%00",
            "state=replaced",
            "seat=yours",
            "behind=nan:1",
            "behind=1e999:1",
            f"behind={'9' * 30}:{'9' * 30}",
            "before=x",
            "by=nothing",
            "language=%F0%9F%92%A9&article=-1",
            "part=nothing",
        ],
    )
    def test_odd_addresses_show_everything(self, reviewer, queue, query):
        assert len(sentences(page(reviewer, query))) == 5

    def test_what_was_passed_over_is_said(self, reviewer, queue):
        found = page(reviewer, "language=xx&cause=risky")
        note = found.css_first(".queue-note").text()
        assert "language" in note
        assert "cause" not in note

    def test_numbers_that_are_none_of_ours_are_an_empty_list(self, reviewer, queue):
        for query in (f"article={'9' * 18}", f"section={'9' * 18}"):
            assert "No sentence of this list waits." in page(reviewer, query).text()


class TestCounts:
    def test_are_right_for_the_other_filters(self, reviewer, queue):
        found = page(reviewer, "language=en&cause=risky")
        assert "2 sentences wait" in found.css_first(".queue-many").text()
        assert number(found, "language-en") == 2
        assert number(found, "language-ja") == 0
        assert number(found, "cause-risky") == 2
        assert number(found, "cause-reported") == 1
        assert number(found, "state-live") == 1
        assert number(found, "state-stale") == 1
        assert number(found, f"section-{queue['stale'].section_id}") == 1

    def test_agree_with_the_lists_that_they_lead_to(self, reviewer, queue):
        me = user_of(reviewer)
        seat_take(segment=queue["found"].segment, by=make_user())
        asked = {"state": "held", "seat": "free"}
        for group in counts_of(asked, me).groups:
            for choice in group.choices:
                narrowed = {**asked, group.name: choice.value}
                assert choice.many == waiting(narrowed, me).count(), narrowed
                assert choice.many == many_waiting(narrowed, me)

    def test_within_an_article_are_its_own(self, reviewer, queue):
        number_of = queue["stale"].version.article_id
        found = page(reviewer, f"article={number_of}")
        assert number(found, "language-en") == 1
        assert number(found, "language-ja") == 0

    def test_of_a_long_queue_are_kept_for_seconds(self, reviewer, queue, monkeypatch):
        monkeypatch.setattr(queue_counts, "LONG", 3)
        me = user_of(reviewer)
        assert many_waiting({}, me) == 5
        queue["stale"].delete()
        assert many_waiting({}, me) == 5
        cache.clear()
        assert many_waiting({}, me) == 4

    def test_of_a_short_one_are_new_each_time(self, reviewer, queue):
        me = user_of(reviewer)
        assert many_waiting({}, me) == 5
        queue["stale"].delete()
        assert many_waiting({}, me) == 4


class TestRenewal:
    def test_brings_counts_and_what_became_of_the_rows(self, reviewer, queue):
        seat_take(segment=queue["risky"].segment, by=make_user(first_name="Sari"))
        gone = queue["failed"].pk
        queue["failed"].delete()
        shown = f"shown={queue['risky'].pk}&shown={gone}&shown=x&shown={'9' * 18}"
        found = page(reviewer, f"part=counts&seen=5&{shown}")

        assert not found.css("a.queue-link")
        assert number(found, "language-ja") == 1
        assert "1 sentence fewer waits" in found.text()
        assert (
            "open with Sari"
            in found.css_first(f"#queue-now-{queue['risky'].pk}").text()
        )
        assert "decided" in found.css_first(f"#queue-now-{gone}").text()

    def test_keeps_the_filters(self, reviewer, queue):
        found = page(reviewer, "language=ja&by=version")
        address = found.css_first("#queue-counts").attributes["hx-get"]
        assert "language=ja&by=version" in address
        part = page(reviewer, address.partition("?")[2])
        link = part.css_first("#queue-cause-found").attributes["href"]
        assert link == "?language=ja&cause=found&by=version"

    def test_says_nothing_where_nothing_changed(self, reviewer, queue):
        found = page(reviewer, "part=counts&seen=5")
        assert "when this list was made" not in found.text()


class TestPaging:
    @pytest.fixture
    def many(self, article, monkeypatch):
        """
        Twelve sentences, of which seven are as urgent as each other; pages of five.
        """
        monkeypatch.setattr(queue_rows, "AT_ONCE", 5)
        version = make_version(article)
        urgencies = [3.0, 2.5, *[2.0] * 7, 1.5, 0.1 + 0.2, 0.0]
        return [
            make_entry(version, position, urgency=urgency).pk
            for position, urgency in reversed(list(enumerate(urgencies)))
        ]

    def test_shows_everything_once_forwards_and_backwards(self, reviewer, many):
        me = user_of(reviewer)
        expected = list(waiting({}).values_list("pk", flat=True))
        first = page_of({}, me)
        assert first.before == ""
        second = page_of({"behind": first.behind}, me)
        third = page_of({"behind": second.behind}, me)
        pks = [[row.pk for row in one.rows] for one in (first, second, third)]
        assert [pk for one in pks for pk in one] == expected
        assert third.behind == ""
        back = page_of({"before": third.before}, me)
        assert [row.pk for row in back.rows] == pks[1]
        again = page_of({"before": back.before}, me)
        assert [row.pk for row in again.rows] == pks[0]
        assert again.before == ""

    def test_the_links_lead_on(self, reviewer, many):
        first = page(reviewer, "language=en")
        link = first.css_first("a[rel=next]").attributes["href"]
        second = page(reviewer, link[1:])
        assert "language=en" in link
        assert len(sentences(second)) == 5
        assert not set(sentences(first)) & set(sentences(second))
        assert second.css_first("a[rel=prev]") is not None

    def test_a_page_that_was_decided_meanwhile_is_the_first(self, reviewer, many):
        me = user_of(reviewer)
        place = Place(0.0, 10**15)
        assert len(page_of({"behind": str(place)}, me).rows) == 5

    def test_skipping_goes_through_equals_too(self, reviewer, many):
        me = user_of(reviewer)
        seen, entry = [], next_for(me, {})
        while entry is not None:
            seen.append(entry.pk)
            entry = next_for(me, {}, entry)
        assert seen == list(waiting({}).values_list("pk", flat=True))


class TestByVersion:
    def test_counts_what_waits_of_each(self, reviewer, queue):
        found = page(reviewer, "by=version")
        rows = [row.text(separator=" ", strip=True) for row in found.css(".queue-row")]
        assert len(rows) == 3
        assert "2 of 4 sentences wait" in rows[0]
        assert "1 × a reader says that it is wrong" in rows[0]
        assert "日本語" in rows[1]
        assert "Too many numbers." in rows[1]

    def test_is_narrowed_as_the_list_is(self, reviewer, queue):
        assert len(page(reviewer, "by=version&state=held").css(".queue-row")) == 1

    def test_shows_what_is_held_for_no_sentence(self, reviewer, queue):
        version = make_version(queue["stale"].version.article, "fr", State.HELD)
        found = page(reviewer, "by=version")
        assert "1 version is held, and no sentence of it waits" in found.text()
        place = reverse("desk:version", args=[version.pk])
        assert found.css(f'a[href="{place}"]')
        for query in ("language=ja", "state=live", "cause=risky"):
            other = page(reviewer, f"by=version&{query}")
            assert "no sentence of it waits" not in other.text()

    def test_has_pages(self, reviewer, newsroom, monkeypatch):
        monkeypatch.setattr("selaras_site.desk.queue_versions.AT_ONCE", 2)
        for number_of in range(5):
            make_entry(make_version(make_article(f"Berita {number_of}")))
        seen, query = [], "by=version"
        while query:
            found = page(reviewer, query)
            seen += sentences(found)
            link = found.css_first("a[rel=next]")
            query = link.attributes["href"][1:] if link else ""
        assert sorted(seen) == [f"Berita {number_of}" for number_of in range(5)]


class TestDone:
    def test_an_empty_queue_says_so(self, reviewer, newsroom):
        text = page(reviewer).text()
        assert "All is done." in text
        assert "You have decided about no sentence today." in text

    def test_says_what_was_done_today(self, reviewer, queue):
        me = user_of(reviewer)
        segment = queue["stale"].segment
        for kind in ("edited", "edited", "accepted"):
            make_decision(segment, me, kind=kind)
        make_decision(segment, make_user(), kind="rejected")
        make_decision(segment, me, kind="rejected")
        yesterday = timezone.now() - timedelta(days=1)
        first = Decision.objects.filter(made_by=me).order_by("pk").first()
        Decision.objects.filter(pk=first.pk).update(made_at=yesterday)
        QueueEntry.objects.all().delete()

        # What is older is not looked for behind the first that is.
        text = page(reviewer).text()

        assert "1 sentence changed" in text
        assert "1 sentence accepted as it was" in text
        assert "1 sentence left in Indonesian" in text

    def test_an_empty_list_leads_to_the_others(self, reviewer, queue):
        found = page(reviewer, "language=fr")
        assert "No sentence of this list waits." in found.text()
        assert "5 sentences wait in the whole queue" in found.text()


class TestViews:
    def save(self, client, name, query):
        return client.post(
            reverse("desk:queue"), {"do": "save", "name": name, "list": query}
        )

    def test_are_kept_shown_and_deleted(self, reviewer, queue):
        answer = self.save(reviewer, " Jepang  berisiko ", "language=ja&evil=1&p=3")
        assert answer.url.endswith("?language=ja")
        row = SavedView.objects.get()
        assert (row.name, row.query) == ("Jepang berisiko", "language=ja")
        found = page(reviewer, "language=ja")
        link = found.css_first(".queue-views li a")
        assert link.attributes["href"] == "?language=ja"
        assert link.attributes["aria-current"] == "true"

        reviewer.post(reverse("desk:queue"), {"do": "delete", "view": row.pk})
        assert not SavedView.objects.exists()

    def test_one_name_is_one_view(self, reviewer, queue):
        self.save(reviewer, "Mine", "language=ja")
        self.save(reviewer, "Mine", "language=fr&by=version")
        assert SavedView.objects.get().query == "language=fr&by=version"

    def test_are_of_one_person(self, reviewer, client_of, queue):
        self.save(reviewer, "Mine", "language=ja")
        row = SavedView.objects.get()
        other = client_of(REVIEWER)
        for do in ("delete", "begin"):
            other.post(reverse("desk:queue"), {"do": do, "view": row.pk})
        assert SavedView.objects.get().query == "language=ja"
        assert "Mine" not in page(other).text()

    def test_the_queue_begins_with_one(self, reviewer, queue):
        self.save(reviewer, "Ja", "language=ja")
        self.save(reviewer, "Fr", "language=fr")
        ja, fr = SavedView.objects.order_by("pk")
        place = reverse("desk:queue")
        reviewer.post(place, {"do": "begin", "view": fr.pk})
        reviewer.post(place, {"do": "begin", "view": ja.pk})
        assert reviewer.get(place).url == f"{place}?language=ja"
        assert len(sentences(page(reviewer))) == 5

        self.save(reviewer, "Ja", "language=en")
        assert reviewer.get(place).url == f"{place}?language=en"
        reviewer.post(place, {"do": "stop", "view": ja.pk})
        assert reviewer.get(place).status_code == 200

    def test_everything_may_be_a_view(self, reviewer, queue):
        self.save(reviewer, "All", "")
        place = reverse("desk:queue")
        reviewer.post(place, {"do": "begin", "view": SavedView.objects.get().pk})
        assert reviewer.get(place).url == f"{place}?all=1"

    @pytest.mark.parametrize(
        "data",
        [
            {"do": "save", "name": " \u202e\x00 "},
            {"do": "save", "name": "x" * 61},
            {"do": "save", "name": "x" * 100_000},
            {"do": "save"},
            {"do": "delete", "view": "9" * 40},
            {"do": "delete", "view": "9" * 18},
            {"do": "explode"},
            {},
        ],
    )
    def test_what_cannot_be_done_is_said(self, reviewer, queue, data):
        answer = reviewer.post(reverse("desk:queue"), data, follow=True)
        assert answer.status_code == 200
        assert not SavedView.objects.exists()
        messages = list(answer.context["messages"])
        assert [message.level_tag for message in messages] == ["error"]

    def test_there_are_not_too_many(self, reviewer, queue, monkeypatch):
        monkeypatch.setattr(saved_views, "MOST", 2)
        for name in ("a", "b", "c"):
            self.save(reviewer, name, "")
        assert SavedView.objects.count() == 2
        self.save(reviewer, "a", "language=ja")
        assert SavedView.objects.get(name="a").query == "language=ja"

    def test_are_guarded_against_forgery(self, reviewer, queue):
        text = reviewer.get(f"{reverse('desk:queue')}?all=1").content.decode()
        forms = re.findall(r"<form method=\"post\".*?</form>", text, re.DOTALL)
        assert forms
        assert all("csrfmiddlewaretoken" in form for form in forms)


class TestLanguages:
    def test_those_worked_in_last_are_first(self, reviewer, queue):
        me = user_of(reviewer)
        make_decision(queue["found"].segment, me)
        make_decision(queue["stale"].segment, make_user())
        groups = page(reviewer).css("#queue-language + ul a")
        assert groups[0].attributes["id"] == "queue-language-ja"
        assert len(groups) == 5


class TestOneLanguage:
    """
    For a reviewer of Japanese, nothing waits but Japanese.
    """

    @pytest.fixture
    def japanese(self, client_of):
        return client_of("Reviewer (ja)")

    def test_counts_what_they_may_decide(self, japanese, queue):
        found = page(japanese)
        assert len(sentences(found)) == 2
        assert "2 sentences wait" in found.css_first(".queue-many").text()
        assert number(found, "cause-risky") == 0
        assert number(found, "state-held") == 2
        ids = [a.attributes["id"] for a in found.css("#queue-language + ul a")]
        assert ids == ["queue-language-ja"]

    def test_counts_agree_with_the_lists(self, japanese, queue):
        me = user_of(japanese)
        seat_take(segment=queue["found"].segment, by=make_user())
        seat_take(segment=queue["risky"].segment, by=make_user())
        seat_take(segment=queue["failed"].segment, by=me)
        Unsaved.objects.create(segment=queue["stale"].segment, by=me, text="x", seen="")
        number_of = queue["risky"].version.article_id
        for asked in (
            {},
            {"seat": "free"},
            {"seat": "mine"},
            {"language": "en"},
            {"article": str(number_of)},
            {"article": str(number_of), "seat": "free"},
        ):
            counts = counts_of(asked, me)
            assert counts.many == waiting(asked, me).count(), asked
            assert counts.all == 2
            for group in counts.groups:
                for choice in group.choices:
                    narrowed = {**asked, group.name: choice.value}
                    assert choice.many == waiting(narrowed, me).count(), narrowed

    def test_a_table_that_is_kept_is_everybodys(
        self, japanese, reviewer, queue, monkeypatch
    ):
        monkeypatch.setattr(queue_counts, "LONG", 3)
        assert many_waiting({}, user_of(japanese)) == 2
        assert many_waiting({}, user_of(reviewer)) == 5
        assert many_waiting({}, user_of(japanese)) == 2

    def test_all_is_done_when_theirs_is(self, japanese, queue):
        QueueEntry.objects.filter(language="ja").delete()
        assert "All is done." in page(japanese).text()

    def test_lists_no_version_of_another_language(self, japanese, queue):
        article = queue["stale"].version.article
        own = make_version(article, "ja", State.HELD)
        other = make_version(article, "fr", State.HELD)
        found = page(japanese, "by=version")
        assert "1 version is held, and no sentence of it waits" in found.text()
        for version, is_there in ((own, True), (other, False)):
            place = reverse("desk:version", args=[version.pk])
            assert bool(found.css(f'a[href="{place}"]')) == is_there
