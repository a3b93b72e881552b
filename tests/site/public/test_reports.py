"""
What becomes of a reader's report, as the reader sees it.
"""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from selaras.languages import LANGUAGES
from selaras_site.public.addresses import at
from selaras_site.public.report import cleaned_name, is_name
from selaras_site.translations import learning, queueing, ticketing
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import (
    Decision,
    QueueEntry,
    Report,
    Segment,
    State,
    Version,
)

from .factories import make_article, make_editor, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _memory(tmp_path, settings):
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"


@pytest.fixture
def article(section):
    return make_article(section, "Gempa menewaskan 27 orang")


@pytest.fixture
def version(article):
    return make_version(article, "en", "Quake kills 72")


@pytest.fixture
def sentence(version):
    return version.segments.get()


def send(client, version, **fields):
    address = at(version.language, "report", id=version.article_id)
    form = {"s": "1", "v": version.pk, "kind": "number", **fields}
    return client.post(address, form)


def outcome_of(report, language="en"):
    return at(language, "report-outcome", token=report.token)


def page_of(client, report, language="en"):
    answer = client.get(outcome_of(report, language))
    assert answer.status_code == 200
    return LexborHTMLParser(answer.content.decode())


class TestSending:
    def test_tells_where_the_outcome_is(self, client, version):
        answer = send(client, version, text="27")
        report = Report.objects.get()
        assert outcome_of(report) in answer.content.decode()
        assert client.get(outcome_of(report)).status_code == 200

    def test_a_name_is_kept_as_it_may_be_printed(self, client, version):
        send(
            client, version, name="\N{RIGHT-TO-LEFT OVERRIDE} Ibu\n\x00Sri " + "x" * 99
        )
        assert Report.objects.get().name == ("Ibu Sri " + "x" * 99)[:80]

    @pytest.mark.parametrize(
        "name",
        [
            "https://murah.example",
            "www.murah",
            "sri@example.org",
            "murah.com",
            "x.com",
            "Dr.Sri.com",
            "<b>",
            "!",
        ],
    )
    def test_an_address_is_no_name(self, client, version, name):
        answer = send(client, version, name=name, text="My words.")
        page = LexborHTMLParser(answer.content.decode())
        assert answer.status_code == 400
        assert not Report.objects.exists()
        assert page.css_first("#error") is not None
        assert page.css_first("#name").attributes["value"] == name
        assert page.css_first("#text").text() == "My words."

    @pytest.mark.parametrize(
        "name",
        [
            "Sri W. Lestari",
            "王小明",
            "O’Brien",
            "سري",
            "Prof.Dr.Ir.Sri, S.Pd., M.Si",
            "Ani, S.Kom",
        ],
    )
    def test_a_name_of_any_script_is_one(self, name):
        assert is_name(cleaned_name(name))

    def test_who_gives_a_name_has_a_report_of_their_own(self, client, version):
        for name in ("", "Sri", "Sri", "Budi"):
            send(client, version, name=name)
        assert sorted(Report.objects.values_list("name", flat=True)) == [
            "",
            "Budi",
            "Sri",
        ]

    def test_a_reader_is_counted_once_a_day(self, client, version):
        for reader in ("10.0.0.1", "10.0.0.2", "10.0.0.1", "10.0.0.2"):
            form = {"s": "1", "v": version.pk, "kind": "number"}
            address = at("en", "report", id=version.article_id)
            client.post(address, form, REMOTE_ADDR=reader)
        assert Report.objects.get().times == 2

    def test_a_decided_sentence_is_in_the_queue_again(self, client, sentence):
        segment_decide(segment=sentence, kind=Decision.Kind.ACCEPTED, by=make_editor())
        queueing.queue_fill(sentence.version.article_id)
        assert not QueueEntry.objects.exists()

        send(client, sentence.version)
        queueing.queue_fill(sentence.version.article_id)

        assert QueueEntry.objects.get().cause == QueueEntry.Cause.REPORTED


class TestOutcome:
    def test_is_open_at_first(self, client, version):
        send(client, version, text="<script>27</script>")
        page = page_of(client, Report.objects.get())
        assert "a person will look at it" in page.body.text()
        assert page.css_first("blockquote").text() == "<script>27</script>"
        assert "What it says now" not in page.body.text()

    def test_shows_the_correction(self, client, sentence):
        send(client, sentence.version, name="Ibu Sri")
        decision = segment_decide(
            segment=sentence,
            kind=Decision.Kind.EDITED,
            by=make_editor(),
            text="Quake kills 27",
        )
        learning.follow(decision.pk)

        said = [
            (term.text(), term.next.text())
            for term in page_of(client, Report.objects.get()).css("dl.pair dt")
        ]

        assert said == [
            ("What you read", "Quake kills 72"),
            ("What it says now", "Quake kills 27"),
            ("In the Indonesian original", "Gempa menewaskan 27 orang"),
        ]

    def test_a_text_that_failed_closed_is_told_to_nobody(self, client, sentence):
        """
        Readers saw the Indonesian sentence; what the machine said is not published.
        """
        Segment.objects.update(shown=Segment.Shown.ORIGINAL)
        send(client, sentence.version)
        report = Report.objects.get()
        page = page_of(client, report)
        assert report.translation == ""
        assert "Quake kills 72" not in page.css_first("dl.pair").text()
        assert [dd.text() for dd in page.css("dl.pair dd")] == [report.source]
        assert page.css_first("dd").attributes["lang"] == "id"
        assert "The page says the same" in page.body.text()

    def test_a_first_translation_answers_who_read_indonesian(self, client, sentence):
        Segment.objects.update(shown=Segment.Shown.ORIGINAL)
        send(client, sentence.version)
        decision = segment_decide(
            segment=sentence, kind=Decision.Kind.ACCEPTED, by=make_editor()
        )
        learning.follow(decision.pk)
        report = Report.objects.get()
        said = [dd.text() for dd in page_of(client, report).css("dl.pair dd")]
        assert (report.outcome, report.decision) == ("corrected", decision)
        assert said == [report.source, "Quake kills 72"]

    def test_says_that_a_name_is_printed_once_it_is(self, client, sentence):
        send(client, sentence.version, name="Ibu Sri")
        report, editor = Report.objects.get(), make_editor()
        ticketing.ticket_correct(report=report, by=editor)
        assert "Your name stands" not in page_of(client, report).body.text()
        ticketing.reporter_thank(report=report, by=editor)
        assert "Your name stands" in page_of(client, report).body.text()

    def test_shows_the_answer(self, client, version):
        send(client, version)
        report = Report.objects.get()
        ticketing.ticket_decline(
            report=report, by=make_editor(), answer="<i>It is right.</i>"
        )
        page = page_of(client, report)
        assert "left the sentence as it is" in page.body.text()
        assert page.css("blockquote")[-1].text() == "<i>It is right.</i>"
        assert ticketing.thanks_for(version) == ()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_can_be_read_in_each_language(self, client, version, language):
        send(client, version)
        answer = client.get(outcome_of(Report.objects.get(), language))
        page = LexborHTMLParser(answer.content.decode())
        html = page.css_first("html").attributes
        facts = LANGUAGES[language]
        assert (html["lang"], html["dir"]) == (facts.html, facts.direction)
        assert page.css_first("dd").attributes["lang"] == "en"

    def test_is_for_nobody_else(self, client, version):
        send(client, version)
        answer = client.get(outcome_of(Report.objects.get()))
        page = answer.content.decode()
        assert '<meta name="robots" content="noindex">' in page
        assert "no-store" in answer["Cache-Control"]
        assert 'rel="alternate" hreflang' not in page
        assert answer["Referrer-Policy"] == "no-referrer"

    @pytest.mark.parametrize(
        "token", ["386c4a30-a538-47ca-b391-b077b79e7bfa", "1" * 36, "x", "%00"]
    )
    def test_another_address_is_nothing(self, client, version, token):
        assert client.get(f"/en/report/{token}/").status_code == 404

    def test_posting_is_refused(self, client, version):
        send(client, version)
        assert client.post(outcome_of(Report.objects.get())).status_code == 405

    @pytest.mark.parametrize("how", ["withdrawn", "held", "taken down"])
    def test_does_not_show_what_readers_must_not_see(
        self, client, article, version, how
    ):
        send(client, version, text="My own words.")
        if how == "taken down":
            article.unpublish()
        else:
            Version.objects.filter(pk=version.pk).update(
                state=State.HELD if how == "held" else State.WITHDRAWN
            )
        page = page_of(client, Report.objects.get()).body.text()
        assert "cannot be read any more" in page
        assert "My own words." in page
        assert "Quake kills" not in page
        assert "menewaskan" not in page

    def test_says_where_a_sentence_is_gone(self, client, version):
        send(client, version)
        Segment.objects.all().delete()
        page = page_of(client, Report.objects.get()).body.text()
        assert "this sentence is not in it any more" in page
        assert "Quake kills 72" in page

    def test_of_a_whole_version_has_no_sentence(self, client, version):
        send(client, version, s="")
        page = page_of(client, Report.objects.get())
        assert page.css_first("dl.pair") is None

    def test_one_that_is_in_indonesian_now_says_so(self, client, sentence):
        send(client, sentence.version)
        segment_decide(segment=sentence, kind=Decision.Kind.REJECTED, by=make_editor())
        now = page_of(client, Report.objects.get()).css("dl.pair dd")[1]
        assert now.attributes["lang"] == "id"

    def test_takes_a_fixed_number_of_queries(
        self, version, django_assert_max_num_queries
    ):
        send(Client(), version)
        report = Report.objects.get()
        with django_assert_max_num_queries(14):
            Client().get(outcome_of(report))


class TestThanks:
    def test_nobody_is_thanked_whose_name_nobody_saw(self, client, sentence):
        """
        Any edit closes reports; a name may be anything, an insult or a lie.
        """
        send(client, sentence.version, name="Bupati X adalah koruptor")
        editor = make_editor()
        decision = segment_decide(
            segment=sentence, kind=Decision.Kind.EDITED, by=editor, text="Quake: 27"
        )
        learning.follow(decision.pk)
        report = Report.objects.get()
        article = at("en", "short", id=sentence.version.article_id)

        def is_printed():
            return "koruptor" in client.get(article, follow=True).content.decode()

        assert report.outcome == "corrected"
        assert not is_printed()
        assert ticketing.reporter_thank(report=report, by=editor) == 1
        assert ticketing.reporter_thank(report=report, by=editor) == 0
        assert is_printed()
        assert ticketing.reporter_unthank(report=report, by=editor) == 1
        assert not is_printed()

    def test_nobody_is_without_a_name_or_where_nothing_was_wrong(self, version):
        editor = make_editor()
        for fields in ({"name": ""}, {"name": "Sri", "outcome": "declined"}):
            report = Report.objects.create(
                version=version, kind="name", reporter="x", **fields
            )
            assert ticketing.reporter_thank(report=report, by=editor) == 0
        assert ticketing.thanks_for(version) == ()

    def test_are_few_and_each_once(self, version):
        for number in range(9):
            name = f"Pembaca {number % 7}"
            report = Report.objects.create(
                version=version,
                kind="name",
                reporter="x",
                name=name,
                outcome="corrected",
                is_thanked=True,
            )
            report.refresh_from_db()
        assert ticketing.thanks_for(version) == (
            "Pembaca 1",
            "Pembaca 0",
            "Pembaca 6",
            "Pembaca 5",
            "Pembaca 4",
        )

    def test_outlive_the_version(self, article, version):
        Report.objects.create(
            version=version,
            kind="name",
            reporter="x",
            name="Sri",
            outcome="corrected",
            is_thanked=True,
        )
        Version.objects.filter(pk=version.pk).update(state=State.REPLACED)
        newer = make_version(article, "en", "Quake kills 27")
        french = make_version(article, "fr", "Séisme")
        assert ticketing.thanks_for(newer) == ("Sri",)
        assert ticketing.thanks_for(french) == ()
