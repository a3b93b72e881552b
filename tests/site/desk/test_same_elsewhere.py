"""
The same sentence in other articles, offered to who corrected it in one.
"""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from selaras_site.accounts.roles import CHIEF, EDITOR, OPERATOR, REPORTER, REVIEWER
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import Decision, Segment
from selaras_site.translations.seats import seat_take

from .factories import make_article, make_segment, make_user, make_version

RIGHT = "27 people were <killed>."
HTMX = {"HX-Request": "true"}


@pytest.fixture
def others(newsroom):
    return [sentence(f"Artikel {number}") for number in range(3)]


@pytest.fixture
def decision(others):
    return segment_decide(
        segment=sentence("Artikel pertama"),
        kind=Decision.Kind.EDITED,
        by=make_user(first_name="Rina"),
        text=RIGHT,
    )


def sentence(headline):
    return make_segment(make_version(make_article(headline)), 1)


def place(decision):
    return reverse("desk:same_elsewhere", args=[decision.pk])


def texts(rows):
    found = dict(Segment.objects.values_list("pk", "text"))
    return [found[row.pk] == RIGHT for row in rows]


class TestPage:
    def test_shows_each_place_with_what_would_change(self, reviewer, decision, others):
        page = reviewer.get(place(decision)).content.decode()
        assert "3 other articles say it otherwise" in page
        assert page.count('type="checkbox" name="place"') == 3
        assert "Artikel 0" in page
        assert "&lt;" in page
        assert "<killed>" not in page

    def test_htmx_is_given_the_panel_alone(self, reviewer, decision):
        page = reviewer.get(place(decision), headers=HTMX).content.decode()
        assert "<html" not in page
        assert 'id="same-elsewhere"' in page

    def test_and_nothing_where_there_is_nothing(self, reviewer, decision, others):
        Segment.objects.update(text=RIGHT)
        assert reviewer.get(place(decision), headers=HTMX).content == b""
        assert "No other article" in reviewer.get(place(decision)).content.decode()

    def test_a_sentence_leads_to_its_decision(self, reviewer, decision, others):
        row = Segment.objects.get(version__article=decision.article)
        address = reverse("desk:elsewhere_of", args=[row.pk])
        assert reviewer.get(address).url == place(decision)
        nobody = reverse("desk:elsewhere_of", args=[others[0].pk])
        assert reviewer.get(nobody).status_code == 404
        assert reviewer.get(nobody, headers=HTMX).content == b""

    @pytest.mark.parametrize("pk", ["0", "9" * 30, "9" * 5000])
    def test_another_number_is_not_found(self, reviewer, pk):
        address = f"/newsroom/versions/decisions/{pk}/elsewhere/"
        assert reviewer.get(address).status_code == 404

    @pytest.mark.parametrize("role", [REPORTER, EDITOR, REVIEWER, CHIEF, OPERATOR])
    def test_is_for_those_who_decide(self, client_of, decision, others, role):
        client = client_of(role)
        may = role in {EDITOR, REVIEWER, CHIEF}
        assert (client.get(place(decision)).status_code == 200) == may
        client.post(place(decision), {"place": others[0].pk})
        assert texts(others[:1]) == [may]

    def test_takes_a_fixed_number_of_queries(
        self, reviewer, decision, django_assert_max_num_queries
    ):
        for number in range(20):
            sentence(f"Lagi {number}")
        with django_assert_max_num_queries(20):
            reviewer.get(place(decision))


class TestTakingOver:
    def test_changes_the_chosen_places(self, reviewer, decision, others):
        answer = reviewer.post(place(decision), {"place": [others[0].pk, others[2].pk]})
        assert texts(others) == [True, False, True]
        assert Decision.objects.filter(taken_from=decision).count() == 2
        page = reviewer.get(answer.url).content.decode()
        assert "The sentence was changed in 2 articles." in page
        entries = ModelLogEntry.objects.filter(action="selaras.sentence.taken_over")
        assert entries.count() == 2

    def test_htmx_sees_what_is_left(self, reviewer, decision, others):
        answer = reviewer.post(place(decision), {"place": others[0].pk}, headers=HTMX)
        page = answer.content.decode()
        assert "The sentence was changed in 1 article." in page
        assert page.count('name="place"') == 2

    def test_says_what_was_refused(self, reviewer, decision, others):
        seat_take(segment=others[1], by=make_user(first_name="Sari"))
        form = {"place": [row.pk for row in others]}
        page = reviewer.post(place(decision), form, headers=HTMX).content.decode()
        assert texts(others) == [True, False, True]
        assert "Artikel 1: Sari has this sentence open." in page

    @pytest.mark.parametrize("odd", ["", "x", "\x00", "٢", "9" * 30, "9" * 5000, "-1"])
    def test_nonsense_changes_nothing(self, reviewer, decision, others, odd):
        answer = reviewer.post(place(decision), {"place": odd})
        assert "No place was chosen" in reviewer.get(answer.url).content.decode()
        assert texts(others) == [False] * 3

    def test_only_what_is_offered_can_be_chosen(self, reviewer, decision):
        other = make_segment(make_version(make_article()), 1, source="Lain.")
        reviewer.post(place(decision), {"place": other.pk})
        assert texts([other]) == [False]


def test_a_reviewer_of_another_language_only_looks(client_of, decision, others):
    """
    Nothing of a language is changed by who does not review it.
    """
    client = client_of("Reviewer (ja)")
    assert "Take over in" not in client.get(place(decision)).content.decode()
    client.post(place(decision), {"place": others[0].pk})
    assert texts(others) == [False] * 3
