"""
The reading list of a version, the statement at its end, and the certificate.
"""

import json
import re
from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from selaras_site.desk import evidence
from selaras_site.translations.models import Level, Reading, Review, State, Version
from selaras_site.translations.readings import seen_name
from selaras_site.translations.reviewing import fingerprint_of

from .factories import (
    make_article,
    make_decision,
    make_finding,
    make_report,
    make_segment,
    make_user,
    make_version,
)


@pytest.fixture
def version(newsroom):
    """
    Three sentences, of which one has no words in it.
    """
    made = make_version(make_article(), sentences=3)
    make_segment(made, 0, path="headline#0")
    make_segment(
        made,
        1,
        source="Gubernur belum berbicara.",
        text="The governor has not spoken.",
        path="blocks.0.text#1",
    )
    make_segment(made, 2, source="2-1", text="2-1", path="blocks.1.text#0")
    return made


def place(version, name="review"):
    return reverse(f"desk:{name}", args=[version.pk])


def tell(client, version, **seconds):
    """
    Let the page say how long sentences were read, by their position.
    """
    rows = {f"s{row.position}": row for row in version.segments.all()}
    read = [
        f"{rows[name].pk}:{time}:{seen_name(rows[name])}"
        for name, time in seconds.items()
    ]
    return client.post(place(version, "review_read"), {"read": read})


def sign(client, version, **more):
    data = {"statement": "yes", **more}
    return client.post(place(version), data, follow=True).content.decode()


class TestReadingList:
    def test_shows_every_sentence_beside_its_original(self, reviewer, version):
        page = reviewer.get(place(version)).content.decode()
        assert "Gubernur belum berbicara." in page
        assert "The governor has not spoken." in page
        assert "0 of 2 sentences read" in page
        assert "2-1" not in page
        assert f'id="sentence-{1}"' in page
        assert "2 sentences were not before you long enough" in page

    def test_the_page_tells_how_long_each_was_read(self, reviewer, version):
        answer = tell(reviewer, version, s0="1.3", s1="0.2").json()
        assert answer["many"] == 1
        assert answer["said"] == "1 of 2 sentences read"
        assert answer["done"] == [version.segments.get(position=0).pk]
        page = reviewer.get(place(version)).content.decode()
        assert page.count("review-line is-done") == 1
        assert 'href="#sentence-1"' in page

    @pytest.mark.parametrize(
        "given",
        ["", "x", ":", "1:", ":1", "1:nan", "1:-5", "1:1e9", "٣:1", "9" * 40 + ":1"],
    )
    def test_nonsense_is_passed_over(self, reviewer, version, given):
        answer = reviewer.post(place(version, "review_read"), {"read": given})
        assert answer.json()["many"] == 0
        assert not Reading.objects.exists()

    def test_without_scripts_the_time_counts_from_above(self, reviewer, version):
        page = reviewer.get(place(version)).content.decode()
        assert re.search(r'name="opened" value="[^"]+"', page)
        early = [version.pk, (timezone.now() - timedelta(seconds=3)).timestamp()]
        opened = signing.dumps(early, salt=evidence.SALT)
        [shown] = re.findall(r'name="shown" value="([^"]+)"', page)

        answer = reviewer.post(
            place(version, "review_read"), {"opened": opened, "shown": shown}
        )

        assert answer.url == place(version)
        assert "2 of 2 sentences read" in reviewer.get(answer.url).content.decode()

    def test_time_with_a_text_that_is_gone_is_lost(self, reviewer, version):
        row = version.segments.get(position=1)
        told = f"{row.pk}:2.000:{seen_name(row)}"
        version.segments.filter(pk=row.pk).update(text="The governor has spoken.")
        answer = reviewer.post(place(version, "review_read"), {"read": told}).json()
        assert answer["many"] == 0
        newer = answer["lines"][str(row.pk)]["seen"]
        assert newer not in told  # the page sees by it that it is old

    def test_time_belongs_to_the_text_that_was_read(self, reviewer, version):
        row = version.segments.get(position=1)
        tell(reviewer, version, s1="1.5")
        version.segments.filter(pk=row.pk).update(text="The governor has spoken.")
        tell(reviewer, version, s1="0.5")
        version.segments.filter(pk=row.pk).update(text=row.text)
        answer = tell(reviewer, version, s1="0.1").json()
        assert answer["lines"][str(row.pk)]["seconds"] == pytest.approx(1.6, abs=0.11)

    def test_nobody_reads_faster_than_the_clock(self, reviewer, version):
        tell(reviewer, version, s0="50")
        tell(reviewer, version, s1="50")
        seconds = sum(Reading.objects.values_list("seconds", flat=True))
        assert 50 <= seconds < 55

    @pytest.mark.parametrize("opened", ["", "forged", "a:b:c"])
    def test_a_forged_time_is_none(self, reviewer, version, opened):
        reviewer.post(place(version, "review_read"), {"opened": opened})
        assert not Reading.objects.exists()

    def test_the_time_of_another_page_is_none(self, reviewer, version):
        early = [version.pk + 1, 0]
        opened = signing.dumps(early, salt=evidence.SALT)
        reviewer.post(place(version, "review_read"), {"opened": opened})
        assert not Reading.objects.exists()

    def test_an_arabic_version_runs_from_right_to_left(self, reviewer, newsroom):
        version = make_version(make_article(), "ar")
        make_segment(version, 1, text="قُتل 27 شخصا.", path="blocks.0.text#0")
        page = reviewer.get(place(version)).content.decode()
        assert '<p lang="ar" dir="rtl">قُتل 27 شخصا.</p>' in page

    def test_hostile_text_stays_text(self, reviewer, version):
        version.segments.update(text="<script>alert(1)</script>")
        page = reviewer.get(place(version)).content.decode()
        assert "<script>alert" not in page

    def test_a_version_that_is_gone_is_not_found(self, reviewer, newsroom):
        for number in ("99", "9" * 30):
            address = f"/newsroom/versions/{number}/review/"
            assert reviewer.get(address).status_code == 404

    def test_an_empty_version_says_so(self, reviewer, newsroom):
        version = make_version(make_article())
        page = reviewer.get(place(version)).content.decode()
        assert "There is nothing to read in this version." in page
        assert 'name="statement"' not in page

    def test_takes_a_fixed_number_of_queries(
        self, reviewer, version, django_assert_max_num_queries
    ):
        for position in range(3, 60):
            row = make_segment(version, position, source=f"Kalimat ke {position}.")
            make_finding(row)
        reviewer.get(place(version))
        with django_assert_max_num_queries(30):
            reviewer.get(place(version))


class TestAnswering:
    def test_who_has_read_may_answer(self, reviewer, version):
        tell(reviewer, version, s0="2", s1="2")

        page = sign(
            reviewer, version, seen=fingerprint_of(version, version.segments.all())
        )

        assert "You answer for this version now" in page
        version.refresh_from_db()
        assert version.level == Level.REVIEWED
        review = Review.objects.get()
        assert (review.sentences, review.read, review.seconds) == (2, 2, 4)
        entry = ModelLogEntry.objects.get(action="selaras.version.reviewed")
        assert entry.user == review.by
        assert entry.message == "Answer for a version: English"
        assert "Who answered for it" in reviewer.get(place(version)).content.decode()

    def test_who_has_not_is_told_what_is_missing(self, reviewer, version):
        make_finding(version.segments.get(position=1))
        make_report(version)
        tell(reviewer, version, s0="2")

        page = sign(reviewer, version)

        assert "1 sentence was not before you long enough" in page
        assert "In 1 sentence a check finds something wrong" in page
        assert "1 report of a reader is open" in page
        assert not Review.objects.exists()
        assert not ModelLogEntry.objects.exists()

    def test_nobody_answers_without_saying_so(self, reviewer, version):
        tell(reviewer, version, s0="2", s1="2")
        page = sign(reviewer, version, statement="")
        assert "Say that you have read it" in page
        assert not Review.objects.exists()

    def test_of_a_text_that_changed_meanwhile_is_refused(self, reviewer, version):
        seen = fingerprint_of(version, version.segments.all())
        tell(reviewer, version, s0="2", s1="2")
        version.segments.filter(position=2).update(text="3-1")
        page = sign(reviewer, version, seen=seen)
        assert "changed meanwhile" in page
        assert not Review.objects.exists()

    def test_twice_is_no_harm(self, reviewer, version):
        tell(reviewer, version, s0="2", s1="2")
        sign(reviewer, version)
        sign(reviewer, version)
        assert Review.objects.count() == 2
        assert Version.objects.get(pk=version.pk).level == Level.REVIEWED

    @pytest.mark.parametrize("state", [State.WITHDRAWN, State.REPLACED])
    def test_of_what_is_gone_is_not_offered(self, reviewer, version, state):
        Version.objects.filter(pk=version.pk).update(state=state)
        page = reviewer.get(place(version)).content.decode()
        assert "Nobody can answer for this version" in page
        assert 'name="statement"' not in page

    def test_a_reviewer_of_japanese_has_no_say_in_english(self, client_of, version):
        japanese = client_of("Reviewer (ja)")
        for name in ("review", "review_read"):
            answer = japanese.post(place(version, name), {"read": "1:1"})
            assert answer.url == reverse("wagtailadmin_home")
        assert japanese.get(place(version)).status_code == 302
        assert not Reading.objects.exists()


class TestCertificate:
    def test_of_a_machines_version(self, reporter, version):
        page = reporter.get(place(version, "certificate")).content.decode()
        assert "Nobody answers for this version yet." in page
        assert "selaras 1" in page
        assert "100% of the translated characters" in page

    def test_names_the_person_to_the_desk_alone(self, reporter, version):
        by = make_user("Chief", first_name="Sari", last_name="Dewi")
        make_decision(version.segments.get(position=1), by)
        version.segments.filter(position=1).update(text="New.")
        now = timezone.now()
        Version.objects.filter(pk=version.pk).update(
            level=Level.REVIEWED, reviewed_by=by, reviewed_at=now
        )
        Review.objects.create(
            version=version,
            by=by,
            seconds=42,
            sentences=2,
            read=2,
            changed=1,
            fingerprint="f",
        )
        page = reporter.get(place(version, "certificate")).content.decode()
        assert "Sari Dewi answers for it since" in page
        assert "2 of 2 sentences read, 1 changed, in 42 s" in page

        answer = reporter.get(place(version, "certificate_file"))
        made = json.loads(answer.content)["certificate"]
        assert made["review"]["by"] == {"role": "chief"}
        assert made["review"]["share_changed"] == "0.5000"
        assert made["sentences"]["changed_by_people"] == 1
        assert "attachment" in answer["Content-Disposition"]

    def test_takes_a_fixed_number_of_queries(
        self, reporter, version, django_assert_max_num_queries
    ):
        for position in range(3, 60):
            row = make_segment(version, position, source=f"Kalimat ke {position}.")
            make_finding(row)
        reporter.get(place(version, "certificate"))
        with django_assert_max_num_queries(25):
            reporter.get(place(version, "certificate"))
