"""
The page on which one sentence is corrected.
"""

import re

import pytest
from django.urls import reverse

from selaras.article import Mark, marks_data
from selaras_site.accounts.roles import REVIEWER
from selaras_site.desk.bench import seen_of
from selaras_site.desk.models import Unsaved
from selaras_site.translations import queueing
from selaras_site.translations.models import (
    Decision,
    QueueEntry,
    Reading,
    Seat,
    Segment,
    State,
)

from .factories import make_article, make_segment, make_version

RISKY = {"engine": "local", "model": "selaras 1", "risk": 0.9, "doubt": "likely"}
LINKED = "<p>Menurut <a href='https://bps.go.id'>BPS</a>, 27 orang tewas.</p>"


@pytest.fixture
def article(newsroom):
    return make_article()


@pytest.fixture
def sentences(article):
    """
    Two sentences that wait, of which the first is the headline.
    """
    version = make_version(article)
    rows = [
        make_segment(version, 0, provenance=RISKY, path="headline#0"),
        make_segment(
            version,
            1,
            source="Gubernur belum berbicara.",
            text="The governor has not spoken.",
            path="blocks.0.text#1",
            provenance=RISKY,
        ),
    ]
    queueing.queue_fill(article.pk)
    return rows


def place(segment, name="edit"):
    return reverse(f"desk:{name}", args=[segment.pk])


def decide(client, segment, kind, text=None, **more):
    segment.refresh_from_db()
    data = {
        "kind": kind,
        "text": segment.text if text is None else text,
        "seen": seen_of(segment),
        **more,
    }
    return client.post(place(segment, "settle"), data)


class TestPage:
    def test_shows_the_sentence_between_its_neighbours(self, reviewer, sentences):
        page = reviewer.get(place(sentences[1])).content.decode()
        assert "Gubernur belum berbicara." in page
        assert "The governor has not spoken.</textarea>" in page
        assert page.count("Sebanyak 27 orang tewas.") == 1
        assert "2 sentences wait" in page

    def test_shows_what_the_checks_say_of_it_now(self, reviewer, sentences):
        Segment.objects.filter(pk=sentences[0].pk).update(text="72 people died.")
        page = reviewer.get(place(sentences[0])).content.decode()
        assert "A number, date or sum is not the same" in page
        assert '<mark class="bench-mark bench-mark--blocking">27</mark>' in page

    def test_htmx_is_given_the_bench_alone(self, reviewer, sentences):
        answer = reviewer.get(place(sentences[0]), headers={"HX-Request": "true"})
        assert "<html" not in answer.content.decode()
        assert answer["HX-Push-Url"] == place(sentences[0])

    def test_is_for_those_who_decide(self, reporter, sentences):
        answer = reporter.get(place(sentences[0]))
        assert answer.status_code in {302, 403}
        assert not Seat.objects.exists()

    def test_a_sentence_that_is_gone_is_not_found(self, reviewer, newsroom):
        assert reviewer.get("/newsroom/versions/sentences/99/").status_code == 404

    def test_takes_a_fixed_number_of_queries(
        self, reviewer, sentences, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(45):
            reviewer.get(place(sentences[0]))


class TestDeciding:
    def test_saves_and_goes_to_the_next(self, reviewer, sentences):
        answer = decide(reviewer, sentences[0], "edited", "27 people were killed.")

        sentences[0].refresh_from_db()
        assert sentences[0].text == "27 people were killed."
        assert answer.url.startswith(place(sentences[1]))
        page = reviewer.get(answer.url).content.decode()
        assert "27 people were killed." in page
        assert "1 sentence waits" in page

    def test_the_last_one_leads_to_an_empty_queue(self, reviewer, sentences):
        decide(reviewer, sentences[0], "accepted")
        answer = decide(reviewer, sentences[1], "rejected")
        assert answer.url.startswith(reverse("desk:queue"))
        assert "All is done." in reviewer.get(answer.url).content.decode()
        assert not QueueEntry.objects.exists()

    def test_the_list_that_was_asked_for_is_kept(self, reviewer, sentences):
        answer = decide(reviewer, sentences[0], "accepted", list="language=fr")
        assert answer.url.startswith(reverse("desk:queue"))
        assert "language=fr" in answer.url

    def test_accepting_what_was_changed_is_asked_about(self, reviewer, sentences):
        answer = decide(reviewer, sentences[0], "accepted", "27 people were ki")
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "You changed the text." in page
        assert "27 people were ki</textarea>" in page
        assert not Decision.objects.exists()

    def test_saving_what_was_not_changed_accepts_it(self, reviewer, sentences):
        decide(reviewer, sentences[0], "edited")
        assert Decision.objects.get().kind == Decision.Kind.ACCEPTED

    def test_what_was_undone_is_there_to_be_mended(self, reviewer, sentences):
        shown = sentences[0].text
        decide(reviewer, sentences[0], "edited", "Twenty-seven died.")
        answer = reviewer.post(place(sentences[0], "take_back"))
        sentences[0].refresh_from_db()
        assert sentences[0].text == shown
        page = reviewer.get(answer.url).content.decode()
        assert "Twenty-seven died.</textarea>" in page
        assert "is here again" in page

    def test_a_skip_keeps_the_way_back(self, reviewer, sentences):
        answer = reviewer.get(
            reverse("desk:next"), {"after": sentences[0].pk, "done": sentences[0].pk}
        )
        assert answer.url.endswith(f"done={sentences[0].pk}")

    def test_can_be_undone(self, reviewer, sentences):
        decide(reviewer, sentences[0], "edited", "Twenty-seven died.")
        reviewer.post(place(sentences[0], "take_back"))
        sentences[0].refresh_from_db()
        assert sentences[0].text == "As many as 27 people died."
        assert sentences[0].provenance == RISKY

    def test_what_somebody_else_changed_is_not_overwritten(self, reviewer, sentences):
        old = seen_of(sentences[0])
        Segment.objects.filter(pk=sentences[0].pk).update(text="27 have died.")

        answer = reviewer.post(
            place(sentences[0], "settle"),
            {"kind": "edited", "text": "Mine, 27.", "seen": old},
        )

        assert answer.status_code == 409
        page = answer.content.decode()
        assert "Mine, 27.</textarea>" in page
        assert "27 have died." in page
        assert not Decision.objects.exists()

    def test_of_two_people_the_second_is_told(
        self, reviewer, client_of, sentences, django_user_model
    ):
        reviewer.get(place(sentences[0]))
        other = client_of(REVIEWER)

        page = other.get(place(sentences[0])).content.decode()
        answer = decide(other, sentences[0], "edited", "Mine, 27.")

        assert "has this sentence open" in page
        assert "readonly" in page
        assert answer.status_code == 409
        assert not Decision.objects.exists()

    def test_what_a_check_blocks_is_asked_about_once_more(self, reviewer, sentences):
        answer = decide(reviewer, sentences[0], "edited", "As many as 72 people died.")

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "save it once more" in page
        assert "As many as 72 people died.</textarea>" in page
        assert not Decision.objects.exists()

        wrong = "As many as 72 people died."
        again = decide(reviewer, sentences[0], "edited", "71 people died.", sure=wrong)
        assert again.status_code == 409, "that was another text"
        decide(reviewer, sentences[0], "edited", wrong, sure=wrong)
        sentences[0].refresh_from_db()
        assert sentences[0].text == wrong

    def test_the_indonesian_sentence_may_always_be_shown(self, reviewer, sentences):
        Segment.objects.filter(pk=sentences[0].pk).update(text="72 people died.")
        decide(reviewer, sentences[0], "rejected")
        assert Decision.objects.get().kind == Decision.Kind.REJECTED

    def test_an_empty_sentence_is_refused(self, reviewer, sentences):
        answer = decide(reviewer, sentences[0], "edited", " \x00 ")
        assert answer.status_code == 409
        assert not Decision.objects.exists()

    def test_what_is_too_long_is_told_from_what_is_incomplete(
        self, reviewer, sentences
    ):
        long = decide(reviewer, sentences[0], "edited", "27 " * 2000).content.decode()
        assert "5000 characters at most" in long
        assert "incomplete" not in long

        lacking = {"kind": "edited", "text": "27 people have died."}
        answer = reviewer.post(place(sentences[0], "settle"), lacking)
        assert answer.status_code == 409
        page = answer.content.decode()
        assert "The form is incomplete." in page
        assert "27 people have died.</textarea>" in page
        assert not Decision.objects.exists()

    def test_a_replaced_version_is_left_alone(self, reviewer, sentences):
        sentences[0].version.state = State.REPLACED
        sentences[0].version.save()
        answer = decide(reviewer, sentences[0], "edited", "Mine, 27.")
        assert answer.status_code == 409
        assert not Decision.objects.exists()


class TestMarks:
    @pytest.fixture
    def linked(self, newsroom):
        article = make_article(body=[("paragraph", LINKED)])
        text = "According to BPS, 27 people died."
        link = Mark(start=13, end=16, kind="link", href="https://bps.go.id")
        return make_segment(
            make_version(article),
            1,
            path="blocks.0.text#0",
            source="Menurut BPS, 27 orang tewas.",
            text=text,
            marks=marks_data((link,)),
        )

    def test_stand_in_the_text_as_tags(self, reviewer, linked):
        page = reviewer.get(place(linked)).content.decode()
        assert "According to &lt;1&gt;BPS&lt;/1&gt;, 27 people died.</textarea>" in page

    def test_move_with_their_words(self, reviewer, linked):
        decide(reviewer, linked, "edited", "27 people died, <1>BPS</1> says.")
        linked.refresh_from_db()
        assert linked.text == "27 people died, BPS says."
        [mark] = linked.marks
        assert linked.text[mark["start"] : mark["end"]] == "BPS"
        assert mark["href"] == "https://bps.go.id"

    def test_are_not_lost_by_accident(self, reviewer, linked):
        answer = decide(reviewer, linked, "edited", "27 people died, BPS says.")
        assert answer.status_code == 409
        assert "&lt;1&gt;" in answer.content.decode()
        assert not Decision.objects.exists()

        decide(reviewer, linked, "edited", "27 people died, BPS says.", lose="1")
        linked.refresh_from_db()
        assert linked.marks == []

    @pytest.mark.parametrize(
        "text", ["<1>BPS", "BPS</1>", "<1>a</1><1>b</1>", "<2>BPS</2>"]
    )
    def test_what_is_no_tag_is_refused(self, reviewer, linked, text):
        answer = decide(reviewer, linked, "edited", f"27 people died: {text}")
        assert answer.status_code == 409
        assert not Decision.objects.exists()


class TestWhileWriting:
    def test_the_checks_answer(self, reviewer, sentences):
        wrong = reviewer.post(
            place(sentences[0], "check"), {"text": "As many as 72 people died."}
        ).content.decode()
        right = reviewer.post(
            place(sentences[0], "check"), {"text": "As many as 27 people died."}
        ).content.decode()
        assert "bench-mark--blocking" in wrong
        assert "No check finds anything." in right

    def test_what_is_typed_is_there_again(self, reviewer, sentences):
        seen = seen_of(sentences[0])
        reviewer.post(
            place(sentences[0], "keep_draft"), {"text": "Half a sen", "seen": seen}
        )
        page = reviewer.get(place(sentences[0])).content.decode()
        assert "Half a sen</textarea>" in page
        assert "is here again" in page

        decide(reviewer, sentences[0], "accepted")
        assert not Unsaved.objects.exists()

    def test_what_is_typed_about_an_older_text_is_not_put_over_it(
        self, reviewer, sentences
    ):
        seen = seen_of(sentences[0])
        reviewer.post(place(sentences[0], "keep_draft"), {"text": "Half", "seen": seen})
        Segment.objects.filter(pk=sentences[0].pk).update(text="27 have died.")
        page = reviewer.get(place(sentences[0])).content.decode()
        assert "27 have died.</textarea>" in page

        assert not Unsaved.objects.filter(text="Half").exclude(seen=seen).exists()

    def test_what_comes_after_it_was_saved_is_no_draft(self, reviewer, sentences):
        seen = seen_of(sentences[0])
        decide(reviewer, sentences[0], "edited", "27 people have died.")
        late = {"text": "27 people have died.", "seen": seen, "leaves": "1"}
        assert reviewer.post(place(sentences[0], "keep_draft"), late).status_code == 204
        assert not Unsaved.objects.exists()

    def test_who_writes_about_a_text_that_is_gone_is_told(self, reviewer, sentences):
        seen = seen_of(sentences[0])
        Segment.objects.filter(pk=sentences[0].pk).update(text="27 have died.")
        answer = reviewer.post(
            place(sentences[0], "keep_draft"), {"text": "Half", "seen": seen}
        )
        assert answer.status_code == 409
        assert "is not kept any more" in answer.content.decode()
        assert not Unsaved.objects.exists()

    def test_who_goes_back_to_what_stands_there_has_no_draft(self, reviewer, sentences):
        seen = seen_of(sentences[0])
        for text in ("Half a sen", sentences[0].text):
            reviewer.post(
                place(sentences[0], "keep_draft"), {"text": text, "seen": seen}
            )
        assert not Unsaved.objects.exists()

    def test_what_was_refused_is_kept(self, reviewer, sentences):
        answer = decide(reviewer, sentences[0], "edited", "As many as 72 people died.")
        assert answer.status_code == 409
        page = reviewer.get(place(sentences[0])).content.decode()
        assert "As many as 72 people died.</textarea>" in page

    def test_time_is_told_and_bounded_by_the_clock(self, reviewer, sentences):
        seen = seen_of(sentences[0])
        for spent in ("12.5", "1e9", "-3", "nan", "many"):
            answer = reviewer.post(
                place(sentences[0], "keep_seat"), {"spent": spent, "seen": seen}
            )
            assert answer.json() == {"mine": True}
        assert 12.5 <= Reading.objects.get().seconds < 20

    def test_time_with_another_text_does_not_count(self, reviewer, sentences):
        told = {"spent": "9", "seen": "0" * 32}
        reviewer.post(place(sentences[0], "keep_seat"), told)
        assert not Reading.objects.exists()

    def test_nobody_sits_at_a_version_that_was_replaced(self, reviewer, sentences):
        sentences[0].version.state = State.REPLACED
        sentences[0].version.save()
        told = reviewer.post(place(sentences[0], "keep_seat")).json()
        assert told["mine"] is False
        assert told["said"]
        assert not Seat.objects.exists()

    def test_leaving_frees_the_sentence_and_tells_its_time(self, reviewer, sentences):
        reviewer.get(place(sentences[0]))
        assert Seat.objects.exists()
        told = {"leaves": "1", "spent": "7", "seen": seen_of(sentences[0])}
        reviewer.post(place(sentences[0], "keep_seat"), told)
        assert not Seat.objects.exists()
        assert Reading.objects.get().seconds == 7


class TestNext:
    def test_passes_over_what_somebody_has_open(self, reviewer, client_of, sentences):
        reviewer.get(place(sentences[0]))
        answer = client_of(REVIEWER).get(reverse("desk:next"))
        assert answer.url.startswith(place(sentences[1]))

    def test_goes_behind_the_one_that_is_skipped(self, reviewer, sentences):
        answer = reviewer.get(reverse("desk:next"), {"after": sentences[0].pk})
        assert answer.url.startswith(place(sentences[1]))

    @pytest.mark.parametrize("after", ["x", "9" * 30, "-1", "٣"])
    def test_odd_addresses_do_no_harm(self, reviewer, sentences, after):
        answer = reviewer.get(
            reverse("desk:next"),
            {"after": after, "language": "xx", "section": "9" * 40},
        )
        assert answer.status_code == 302


def test_every_shortcut_of_the_list_is_on_the_page(reviewer, sentences):
    page = reviewer.get(place(sentences[0])).content.decode()
    keys = set(re.findall(r'data-key="([^"]+)"', page))
    assert {"ctrl+enter", "alt+a", "alt+r", "alt+n", "?"} <= keys
