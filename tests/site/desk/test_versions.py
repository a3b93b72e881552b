"""
The buttons of a version, and the page of its sentences.
"""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from selaras_site.accounts.roles import EDITOR
from selaras_site.desk.versions import SHOWS
from selaras_site.translations.models import Decision, Segment, State, Version

from .factories import (
    make_article,
    make_decision,
    make_finding,
    make_segment,
    make_user,
    make_version,
    make_versions,
)


def act(version, name):
    return reverse("desk:act", args=[version.pk, name])


def page_of(client, version, **query):
    address = reverse("desk:version", args=[version.pk])
    return client.get(address, query).content.decode()


def messages_of(answer):
    return [str(message) for message in answer.context["messages"]]


class TestButtons:
    @pytest.mark.parametrize(
        ("name", "before", "after"),
        [
            ("hold", State.LIVE, State.HELD),
            ("hold", State.STALE, State.HELD),
            ("release", State.HELD, State.LIVE),
            ("release", State.WITHDRAWN, State.LIVE),
            ("withdraw", State.LIVE, State.WITHDRAWN),
            ("withdraw", State.PENDING, State.WITHDRAWN),
            ("withdraw", State.HELD, State.WITHDRAWN),
            ("translate", State.LIVE, State.LIVE),
            ("translate", State.HELD, State.REPLACED),
        ],
    )
    def test_each_asks_first_and_then_does_it(
        self, name, before, after, editor, newsroom
    ):
        """
        Looking at the question changes nothing; the answer does, and is recorded.
        """
        version = make_version(make_article(), "fr", before)

        question = editor.get(act(version, name))
        version.refresh_from_db()
        assert question.status_code == 200
        assert version.state == before

        answer = editor.post(act(version, name), {"reason": "salah"}, follow=True)

        version.refresh_from_db()
        assert version.state == after
        assert answer.redirect_chain[0][0].endswith("#tab-versions")
        entry = ModelLogEntry.objects.latest("pk")
        assert entry.action == f"selaras.version.{name}"
        assert "Français" in entry.message

    def test_translating_again_orders_a_version_from_the_engine(self, editor, newsroom):
        """
        Readers keep what they see until it is there.
        """
        version = make_version(make_article(), "zh")

        editor.post(act(version, "translate"))

        coming = Version.objects.get(state=State.PENDING)
        assert (coming.language, coming.afresh) == ("zh", True)

    @pytest.mark.parametrize("name", ["hold", "withdraw"])
    def test_taking_it_from_readers_needs_a_reason(self, name, editor, newsroom):
        """
        Those who come after must know why.
        """
        version = make_version(make_article())

        answer = editor.post(act(version, name), {"reason": "  "})

        version.refresh_from_db()
        assert version.state == State.LIVE
        assert answer.context["form"].errors["reason"]

    def test_the_reason_is_kept(self, editor, newsroom):
        """
        On the version, for the panel.
        """
        version = make_version(make_article())

        editor.post(act(version, "hold"), {"reason": "nama keliru"})

        version.refresh_from_db()
        assert version.reason == "nama keliru"

    def test_what_a_service_refuses_becomes_a_message(self, editor, newsroom):
        """
        A button that came too late says so, and nothing breaks.
        """
        version = make_version(make_article(), "fr", State.WITHDRAWN)

        answer = editor.post(act(version, "withdraw"), {"reason": "x"}, follow=True)

        assert "This one is: withdrawn." in " ".join(messages_of(answer))
        assert not ModelLogEntry.objects.filter(action__startswith="selaras").exists()

    def test_a_version_of_a_draft_cannot_be_released(self, editor, newsroom):
        """
        No version is live without its original.
        """
        version = make_version(make_article(), "fr", State.HELD)
        version.article.live = False
        version.article.save(update_fields=["live"])

        answer = editor.post(act(version, "release"), follow=True)

        version.refresh_from_db()
        assert version.state == State.HELD
        assert "The original is not published." in " ".join(messages_of(answer))

    def test_only_what_fits_is_offered(self, editor, newsroom):
        """
        A version that was never translated cannot be released.
        """
        version = make_version(make_article(), "fr", State.HELD, made_at=None)

        page = page_of(editor, version)

        assert act(version, "translate") in page
        assert act(version, "release") not in page
        assert act(version, "hold") not in page

    def test_a_post_from_elsewhere_is_refused(self, newsroom):
        """
        The form carries a token, and it is looked at.
        """
        client = Client(enforce_csrf_checks=True)
        client.force_login(make_user(EDITOR))
        version = make_version(make_article())

        answer = client.post(act(version, "withdraw"), {"reason": "x"})

        assert answer.status_code == 403

    def test_there_are_no_other_buttons(self, editor, newsroom):
        """
        An address that names nothing is not found.
        """
        version = make_version(make_article())

        assert editor.get(act(version, "destroy")).status_code == 404
        assert editor.get(reverse("desk:act", args=[999, "hold"])).status_code == 404


class TestPage:
    def test_source_and_target_stand_side_by_side_in_their_directions(
        self, editor, newsroom
    ):
        """
        Arabic runs from right to left, in the box as in the history.
        """
        version = make_version(make_article(), "ar")
        make_segment(version, text="مقتل 27 شخصا.")

        page = page_of(editor, version)

        assert '<p lang="id" dir="ltr">Sebanyak 27 orang tewas.</p>' in page
        assert 'lang="ar" dir="rtl"' in page
        assert "مقتل 27 شخصا." in page
        assert "local selaras 1" in page

    def test_what_engines_and_checks_say_is_never_markup(self, editor, newsroom):
        """
        Text, findings, reasons and provenance are strangers' words.
        """
        evil = '"><script>alert(1)</script>'
        version = make_version(
            make_article(), state=State.HELD, reason=evil, engine=evil, headline=evil
        )
        segment = make_segment(
            version, text=evil, source=evil, provenance={"engine": evil, "via": [evil]}
        )
        make_finding(segment, expected=evil, found=evil)
        make_finding(segment, check_name="new-check", message=evil)
        make_decision(segment, make_user(), before=evil, text=evil)

        page = page_of(editor, version)

        assert "<script>alert" not in page

    def test_findings_are_said_in_the_words_of_the_newsroom(self, editor, newsroom):
        """
        What is known is said from its parts; a check that is new keeps its sentence.
        """
        segment = make_segment(make_version(make_article()), shown="original")
        make_finding(segment)
        make_finding(segment, check_name="new-check", message="Something new.")

        page = page_of(editor, segment.version)

        assert "A number, date or sum is not the same" in page
        assert "Something new." in page
        assert "Readers see the Indonesian sentence" in page

    @pytest.mark.parametrize(
        ("code", "language", "sentence"),
        [("en", "en", "The source says 27."), ("id", "id", "Naskah menyebut 27.")],
    )
    def test_what_exactly_was_found_is_said_in_a_sentence(
        self, code, language, sentence, editor, newsroom, settings
    ):
        """
        In Indonesian to who works in it, marked as the language that it is in.
        """
        settings.LANGUAGE_CODE = code
        segment = make_segment(make_version(make_article()))
        make_finding(segment, data={"indonesian": "Naskah menyebut 27."})

        page = page_of(editor, segment.version)

        assert f'<p lang="{language}" dir="ltr" class="desk-exactly">{sentence}' in page

    def test_a_sentence_that_is_only_in_english_says_that_it_is(
        self, editor, newsroom, settings
    ):
        """
        Findings of earlier versions have no Indonesian.
        """
        settings.LANGUAGE_CODE = "id"
        segment = make_segment(make_version(make_article()))
        make_finding(segment)

        page = page_of(editor, segment.version)

        assert 'lang="en" dir="ltr" class="desk-exactly">The source says 27.' in page

    def test_what_was_mended_is_shown_as_mended(self, editor, newsroom):
        """
        What was wrong, that it is not any more, and what was done about it.
        """
        steps = ["tried:alternative", "repaired:number", "no-words-for-this"]
        segment = make_segment(
            make_version(make_article()),
            provenance={"engine": "local", "steps": steps, "risk": 0.734},
        )
        make_finding(segment, severity="mended")

        page = page_of(editor, segment.version)

        assert "desk-mark--mended" in page
        assert "<strong>mended</strong>" in page
        assert "mended: the original’s value put in its place" in page
        assert "no-words-for-this" not in page
        assert "73% likely to be seriously wrong" in page

    def test_the_riskiest_sentences_may_come_first(self, editor, newsroom):
        """
        Those that a person answers for are no risk, and come last.
        """
        version = make_version(make_article())
        for position, made in enumerate(
            ({"risk": 0.2}, {"engine": "person"}, {"risk": 0.9}, {"risk": 0.5})
        ):
            make_segment(version, position, provenance=made)

        address = reverse("desk:version", args=[version.pk])
        rows = editor.get(address, {"order": "risk"}).context["sentences"]

        assert [row.position for row in rows] == [2, 3, 0, 1]

    @pytest.mark.parametrize(
        ("show", "expected"),
        [("all", 4), ("original", [1]), ("findings", [1, 2]), ("x", 4)],
    )
    def test_sentences_are_shown_by_what_is_wrong(
        self, show, expected, editor, newsroom
    ):
        """
        All, those left in Indonesian, those with something to look at.
        """
        version = make_version(make_article())
        make_finding(make_segment(version, 0), severity="mended")
        make_segment(version, 1, shown="original")
        third = make_segment(version, 2)
        make_finding(third, severity="review")
        make_finding(third, severity="review")
        make_finding(make_segment(version, 3, provenance={"engine": "person"}))

        address = reverse("desk:version", args=[version.pk])
        rows = editor.get(address, {"show": show}).context["sentences"]

        positions = [row.position for row in rows]
        assert positions == (list(range(4)) if expected == 4 else expected)

    def test_its_queries_do_not_grow(
        self, editor, newsroom, django_assert_max_num_queries
    ):
        """
        A long article costs no more queries than a short one.
        """
        version = make_version(make_article())
        user = make_user()
        for position in range(40):
            segment = make_segment(version, position, source=f"Kalimat {position}.")
            make_finding(segment)
            make_decision(segment, user)

        with django_assert_max_num_queries(20):
            page_of(editor, version)

    def test_a_version_without_sentences_says_so(self, editor, newsroom):
        """
        Nothing is an answer too.
        """
        version = make_version(make_article(), state=State.PENDING)

        assert "This version is not made yet" in page_of(editor, version)

    def test_whoever_may_not_decide_only_reads(self, reporter, newsroom):
        """
        No box, no button.
        """
        segment = make_segment(make_version(make_article()))

        page = page_of(reporter, segment.version)

        assert "<textarea" not in page
        assert segment.text in page

    def test_a_version_that_was_replaced_only_remembers(self, editor, newsroom):
        """
        Correcting it would reach nobody.
        """
        version = make_version(make_article(), state=State.REPLACED)
        make_segment(version)

        page = page_of(editor, version)

        assert "<textarea" not in page
        assert "replaced by a newer one" in page


class TestDeciding:
    @pytest.fixture
    def segment(self, newsroom):
        """
        The headline of a version that was really cut from its article.
        """
        article = make_article()
        versions = make_versions(article)
        return make_segment(versions[0], source="Gempa menewaskan 27 orang")

    def decide(self, client, segment, **form):
        address = reverse("desk:decide", args=[segment.version_id, segment.pk])
        form = {"seen": segment.text, "text": segment.text} | form
        return client.post(address, form, follow=True)

    @pytest.mark.parametrize(
        ("pressed", "text", "kind", "shown"),
        [
            ("edited", "A quake kills 27.", "edited", "translation"),
            ("accepted", None, "accepted", "translation"),
            ("rejected", None, "rejected", "original"),
            ("accepted", "In the quake 27 died.", "edited", "translation"),
            ("edited", None, "accepted", "translation"),
        ],
    )
    def test_a_decision_is_kept_and_shown(
        self, pressed, text, kind, shown, segment, reviewer
    ):
        """
        What was pressed counts, unless the words say otherwise.
        """
        form = {"kind": pressed} | ({"text": text} if text else {})

        answer = self.decide(reviewer, segment, **form)

        made = Decision.objects.get()
        segment.refresh_from_db()
        assert (made.kind, segment.shown) == (kind, shown)
        assert segment.text == (text or "As many as 27 people died.")
        assert answer.redirect_chain[0][0].endswith(f"#sentence-{segment.position}")

    def test_what_a_check_blocks_is_kept_on_the_bench_alone(self, segment, reviewer):
        """
        There it is asked about once more.
        """
        answer = self.decide(reviewer, segment, kind="edited", text="A quake kills 72.")

        assert not Decision.objects.exists()
        assert "open the sentence" in messages_of(answer)[0]

    def test_the_history_says_who_changed_what_into_what(self, segment, reviewer):
        """
        From which words to which.
        """
        self.decide(reviewer, segment, kind="edited", text="A quake kills 27.")

        page = page_of(reviewer, segment.version)

        assert "<del>As many as 27 people died.</del>" in page
        assert "<ins>A quake kills 27.</ins>" in page
        assert "orang" in page

    def test_two_editors_do_not_overwrite_each_other(self, segment, reviewer):
        """
        Whoever saw older words looks again.
        """
        Segment.objects.filter(pk=segment.pk).update(text="Changed meanwhile.")

        answer = self.decide(reviewer, segment, kind="edited", text="Mine.")

        segment.refresh_from_db()
        assert segment.text == "Changed meanwhile."
        assert "Somebody else changed" in " ".join(messages_of(answer))

    @pytest.mark.parametrize(
        "form",
        [
            {"kind": "edited", "text": "  "},
            {"kind": "edited", "text": "x" * 5001},
            {"kind": "burnt"},
            {},
        ],
    )
    def test_what_makes_no_sense_is_refused(self, form, segment, reviewer):
        """
        With a word of why, and nothing kept.
        """
        answer = self.decide(reviewer, segment, **form)

        assert messages_of(answer)
        assert not Decision.objects.exists()

    def test_a_sentence_of_another_version_is_not_found(self, segment, reviewer):
        """
        The address must be whole.
        """
        other = make_version(segment.version.article, "en", State.REPLACED)
        address = reverse("desk:decide", args=[other.pk, segment.pk])

        assert reviewer.post(address, {"kind": "accepted"}).status_code == 404

    def test_a_replaced_version_takes_no_decision(self, segment, reviewer):
        """
        Somebody had the page open while a newer version came.
        """
        Version.objects.filter(pk=segment.version_id).update(state=State.REPLACED)

        answer = self.decide(reviewer, segment, kind="accepted")

        assert "replaced by a newer one" in " ".join(messages_of(answer))
        assert not Decision.objects.exists()

    def test_the_editor_comes_back_to_the_same_choice(self, segment, reviewer):
        """
        Going through the sentences left in Indonesian stays that.
        """
        for show in SHOWS:
            answer = self.decide(reviewer, segment, kind="accepted", show=show)

            assert f"show={show}#" in answer.redirect_chain[0][0]

    def test_the_editor_comes_back_to_the_same_order(self, segment, reviewer):
        """
        The riskiest first stays that.
        """
        answer = self.decide(reviewer, segment, kind="accepted", order="risk")

        assert "order=risk&" in answer.redirect_chain[0][0]
