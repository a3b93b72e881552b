"""
What an article claims: shown beside its text, and settled by its author.
"""

import html
import json
import re

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from selaras.article import article_of_data
from selaras_site.accounts.roles import REPORTER
from selaras_site.desk.facts import choice_of, facts_of
from selaras_site.desk.readings import choice_said, reading_said
from selaras_site.translations.models import Confirmation
from selaras_site.translations.services import snapshot_make

from .factories import make_article, make_user
from .forms import ADD, article_form, edit_address

SENTENCE = "Sebanyak 1,127 warga mengungsi."
OTHER = "Dari 1,127 warga itu, 27 terluka."


def doubtful(*sentences, headline="Warga mengungsi", **fields):
    text = " ".join(sentences or (SENTENCE,))
    return make_article(headline, body=[("paragraph", f"<p>{text}</p>")], **fields)


def address(article):
    return reverse("desk:facts", args=[article.pk])


def choose(client, article, reading="1127", *, sentence=SENTENCE, item="1,127", **form):
    choice = choice_of(sentence, item, reading)
    return client.post(address(article), {"choice": choice} | form, follow=True)


def said_to(answer):
    return " ".join(str(message) for message in answer.context["messages"])


class TestPanel:
    def test_a_new_article_is_told_what_will_be_here(self, editor, newsroom):
        """
        An empty tab would be a riddle.
        """
        page = editor.get(reverse(ADD)).content.decode()

        assert "is saved and opened again" in page

    def test_an_article_that_claims_nothing_says_so(self, editor, newsroom):
        """
        Neither is that an empty list.
        """
        article = make_article("Hujan turun", body=[])

        page = editor.get(edit_address(article)).content.decode()

        assert "Nothing was found in the saved text" in page

    def test_facts_stand_with_their_sentence_kind_and_value(self, editor, newsroom):
        """
        As they are read, so that a wrong reading is seen before any translation.
        """
        article = doubtful('Kata @BPBD, "Siap". Rp5 miliar hilang.')

        page = editor.get(edit_address(article)).content.decode()

        for said in ("Number", "Quotation", "Stays as it is", "@BPBD", "Siap"):
            assert said in page
        assert "5\N{NARROW NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}000" in page

    def test_what_is_doubtful_is_asked_first_and_once(self, newsroom):
        """
        Two sentences with the same number are one question.
        """
        (question,) = facts_of(doubtful(SENTENCE, OTHER)).questions

        assert question.fact.text == "1,127"
        assert question.sentence.text == SENTENCE
        assert question.others == 1
        assert [reading.said for reading in question.fact.readings] == [
            "1.127, with decimals",
            "1\N{NARROW NO-BREAK SPACE}127, a whole number",
        ]

    def test_its_buttons_belong_to_a_form_behind_the_editor_s(self, editor, newsroom):
        """
        One press, without JavaScript, and what is being written is not sent along.
        """
        page = editor.get(edit_address(doubtful())).content.decode()

        assert re.search(r'name="choice"[^>]*', page)
        assert 'form="desk-facts-form" name="choice"' in page
        assert page.index('id="desk-facts-form"') > page.index("</form>")

    def test_it_is_a_page_of_its_own_too(self, editor, newsroom):
        """
        With everything that the tab has.
        """
        page = editor.get(address(doubtful())).content.decode()

        assert "What does “1,127” mean?" in page
        assert 'id="desk-facts-form"' in page

    def test_it_is_about_the_draft_and_not_about_what_is_live(self, editor, newsroom):
        """
        What was saved last is what will be published next.
        """
        article = doubtful("Tiga warga mengungsi.")
        article.body = [("paragraph", f"<p>{SENTENCE}</p>")]
        article.save_revision()

        page = editor.get(address(article)).content.decode()

        assert "What does “1,127” mean?" in page

    def test_what_stands_in_an_article_is_never_markup(self, editor, newsroom):
        """
        Nor are readings and names.
        """
        evil = '"<script>alert(1)</script>"'
        article = doubtful(html.escape(evil), headline=f"{evil} 1,127")

        for page in (address(article), edit_address(article)):
            assert "<script>alert" not in editor.get(page).content.decode()

    def test_its_queries_do_not_grow(self, newsroom, django_assert_max_num_queries):
        """
        A long article costs no more than a short one.
        """
        sentences = [f"Sebanyak {n},127 warga pergi." for n in range(1, 40)]
        article = doubtful(*sentences)

        with django_assert_max_num_queries(3):
            assert len(facts_of(article).questions) == 39


class TestChoosing:
    def test_a_choice_is_kept_shown_and_logged(self, editor, newsroom):
        """
        With who and when; the question is gone.
        """
        article = doubtful(SENTENCE, OTHER)

        answer = choose(editor, article)

        (kept,) = Confirmation.objects.all()
        assert (kept.item, kept.reading, kept.sentence) == ("1,127", "1127", SENTENCE)
        assert kept.made_by_id
        assert answer.redirect_chain[0][0] == f"{edit_address(article)}#tab-facts"
        assert "Kept." in said_to(answer)
        assert not facts_of(article).questions
        assert "confirmed by" in editor.get(address(article)).content.decode()
        entry = ModelLogEntry.objects.latest("pk")
        assert entry.action == "selaras.fact.confirmed"
        assert entry.message == "Confirm a fact: 1,127 = 1127"

    def test_it_goes_to_the_core_with_the_next_publication(self, editor, newsroom):
        """
        For the whole article, as the core wants it.
        """
        article = doubtful()
        choose(editor, article)

        snapshot = snapshot_make(article=article, revision_id=article.live_revision_id)

        assert article_of_data(snapshot.content).confirmed == {"1,127": "1127"}

    def test_it_outlives_changes_while_its_sentence_stands(self, editor, newsroom):
        """
        And falls with it.
        """
        article = doubtful(SENTENCE)
        choose(editor, article)

        article.body = [("paragraph", f"<p>Hujan lebat. {SENTENCE}</p>")]
        assert not facts_of(article).questions

        article.body = [("paragraph", "<p>Ada 1,127 rumah.</p>")]
        assert facts_of(article).questions
        snapshot = snapshot_make(article=article, revision_id=article.live_revision_id)
        assert article_of_data(snapshot.content).confirmed == {}

    def test_it_can_be_taken_back(self, editor, newsroom):
        """
        The question is open again, and the history says so.
        """
        article = doubtful()
        choose(editor, article)

        answer = editor.post(address(article), {"undo": "1,127"}, follow=True)

        assert not Confirmation.objects.exists()
        assert facts_of(article).questions
        assert "Taken back" in said_to(answer)
        assert ModelLogEntry.objects.latest("pk").action == "selaras.fact.reopened"

    def test_nothing_is_taken_back_twice(self, editor, newsroom):
        """
        A second press does nothing, and says nothing.
        """
        before = ModelLogEntry.objects.count()

        editor.post(address(doubtful()), {"undo": "1,127"})

        assert ModelLogEntry.objects.count() == before

    def test_from_its_own_page_one_comes_back_to_it(self, editor, newsroom):
        """
        And from the editor to the editor.
        """
        article = doubtful()

        answer = choose(editor, article, **{"from": "page"})

        assert answer.redirect_chain[0][0] == address(article)

    @pytest.mark.parametrize(
        "choice",
        [
            "",
            "x",
            "[]",
            json.dumps([SENTENCE, "1,127", "11.27"]),
            json.dumps([SENTENCE, "27", "27"]),
            json.dumps(["Kalimat lain.", "1,127", "1127"]),
        ],
    )
    def test_what_is_not_asked_cannot_be_answered(self, choice, editor, newsroom):
        """
        The text was changed meanwhile, or somebody tries something.
        """
        article = doubtful()

        answer = editor.post(address(article), {"choice": choice}, follow=True)

        assert "changed meanwhile" in said_to(answer)
        assert not Confirmation.objects.exists()

    def test_a_second_answer_takes_the_place_of_the_first(self, editor, newsroom):
        """
        One article has one meaning for each way of writing.
        """
        article = doubtful(SENTENCE, OTHER)
        choose(editor, article)
        article.body = [("paragraph", f"<p>{OTHER}</p>")]
        article.save_revision()

        choose(editor, article, "1.127", sentence=OTHER)

        (kept,) = Confirmation.objects.all()
        assert (kept.reading, kept.sentence) == ("1.127", OTHER)


class TestPermission:
    def test_a_reporter_settles_what_a_reporter_writes(self, client_of, newsroom):
        """
        Whoever may change the article may say what it means.
        """
        choose(client_of(REPORTER), doubtful())

        assert Confirmation.objects.exists()

    @pytest.mark.parametrize("name", ["facts", "facts_panel"])
    def test_a_reviewer_may_not(self, name, reviewer, newsroom):
        """
        They answer for translations, not for the original.
        """
        article = doubtful()
        page = reverse(f"desk:{name}", args=[article.pk])

        assert reviewer.get(page).url == "/newsroom/"
        choose(reviewer, article)
        assert not Confirmation.objects.exists()

    def test_nobody_changes_what_is_locked(self, editor, newsroom):
        """
        No button, and a press from before is refused.
        """
        article = doubtful(live=False)
        article.locked, article.locked_by = True, make_user()
        article.save()
        article.save_revision()

        answer = choose(editor, article)

        assert "locked" in said_to(answer)
        assert not Confirmation.objects.exists()
        assert 'name="choice"' not in editor.get(address(article)).content.decode()

    def test_an_article_that_is_not_there(self, editor, newsroom):
        """
        Is not found.
        """
        assert editor.get(reverse("desk:facts", args=[999])).status_code == 404


class TestEditing:
    def test_saving_from_the_editor_works_as_before(self, editor, newsroom):
        """
        The panel has no field in the editor's form.
        """
        article = doubtful(live=False)
        choose(editor, article)

        answer = editor.post(edit_address(article), article_form(newsroom))

        assert answer.status_code == 302
        assert Confirmation.objects.count() == 1


class TestReadings:
    @pytest.mark.parametrize(
        ("reading", "english", "indonesian"),
        [
            ("1127", "1\u202f127", "1\u202f127"),
            ("1.127", "1.127", "1,127"),
            ("-5000000000", "-5\u202f000\u202f000\u202f000", None),
            ("9" * 60, "9" * 60, None),
            ("IDR", "IDR", None),
            ("year:2026 month:6 day:5", "5 June 2026", "5 Juni 2026"),
            ("weekday:4", "Friday", "Jumat"),
            ("minutes:870 zone:420", "14:30 UTC+7", None),
            ("minutes:0", "00:00", None),
            ("month:9 day:1 hijri:True", "1 9", None),
            ("amount:5000000 currency:IDR", "5\u202f000\u202f000 IDR", None),
            ("relative:Relative(unit='day', offset=-1)", None, None),
            ("weekday:99", "weekday:99", None),
            ("", "", None),
        ],
    )
    def test_are_said_in_the_reader_s_language(self, reading, english, indonesian):
        """
        What has no words stays as it is.
        """
        with translation.override("en"):
            assert reading_said(reading) == (reading if english is None else english)
        if indonesian:
            with translation.override("id"):
                assert reading_said(reading) == indonesian

    @given(
        st.text()
        | st.from_regex(r"((weekday|month|day|minutes|zone|x):-?\d+ ?)+")
        | st.from_regex(r"-?\d+(\.\d+)?")
    )
    def test_of_any_kind_are_said_somehow(self, reading):
        """
        What readers of facts write tomorrow breaks no page.
        """
        assert isinstance(choice_said(reading), str)
        assert bool(reading_said(reading)) or not reading

    def test_a_choice_between_numbers_cannot_be_misread(self):
        """
        1.127 is one thing in English and another in Indonesian: the words tell.
        """
        with translation.override("id"):
            assert choice_said("1127") == "1\u202f127, bilangan bulat"
            assert choice_said("1.127") == "1,127, bilangan desimal"
