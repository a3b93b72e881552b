"""
Who may take back which decision from the notice on the page.
"""

import pytest
from django.urls import reverse

from selaras_site.accounts.roles import REVIEWER
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.models import Decision

from .factories import make_article, make_segment, make_user, make_version


@pytest.fixture
def sentence(newsroom):
    return make_segment(make_version(make_article()), 1, path="blocks.0.text#0")


def decided(sentence, by, text):
    segment_decide(segment=sentence, kind=Decision.Kind.EDITED, by=by, text=text)
    sentence.refresh_from_db()


def offered(client, sentence):
    page = client.get(reverse("desk:queue"), {"done": sentence.pk}).content.decode()
    return reverse("desk:take_back", args=[sentence.pk]) in page


def test_undo_is_offered_for_what_one_decided_oneself(client_of, sentence):
    client = client_of(REVIEWER)
    me = client.session["_auth_user_id"]
    decided(sentence, make_user(), "As many as 27 people have died.")
    assert not offered(client, sentence)

    own = type(make_user()).objects.get(pk=me)
    decided(sentence, own, "27 people died.")
    assert offered(client, sentence)

    decided(sentence, make_user(), "27 people were killed.")
    assert not offered(client, sentence)

    decision_take_back(segment=sentence, by=own)
    assert not offered(client, sentence)
