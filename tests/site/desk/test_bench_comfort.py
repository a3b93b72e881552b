"""
What makes the bench and the way to it pleasant: live highlights, keys, short ways.
"""

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from selaras_site.desk.bench import seen_of
from selaras_site.translations import queueing
from selaras_site.translations.models import Segment

from .factories import make_article, make_segment, make_version

RISKY = {"engine": "local", "model": "selaras 1", "risk": 0.9, "doubt": "likely"}
RIGHT = "As many as 27 people died."
WRONG = "As many as 72 people died."


@pytest.fixture
def sentence(newsroom):
    article = make_article()
    row = make_segment(make_version(article), path="headline#0", provenance=RISKY)
    queueing.queue_fill(article.pk)
    return row


def place(segment, name="edit"):
    return reverse(f"desk:{name}", args=[segment.pk])


def parsed(answer):
    assert answer.status_code == 200
    return LexborHTMLParser(answer.content.decode())


def checked(client, segment, text):
    return parsed(client.post(place(segment, "check"), {"text": text}))


class TestHighlights:
    def test_of_the_source_are_renewed_while_one_writes(self, reviewer, sentence):
        wrong = checked(reviewer, sentence, WRONG).css_first("#bench-source-text")
        assert wrong.attributes["hx-swap-oob"] == "true"
        assert [mark.text() for mark in wrong.css("mark")] == ["27"]

        right = checked(reviewer, sentence, RIGHT).css_first("#bench-source-text")
        assert right.text(strip=True) == sentence.source
        assert not right.css("mark")

    def test_a_page_has_them_once(self, reviewer, sentence):
        Segment.objects.filter(pk=sentence.pk).update(text=WRONG)
        for headers in ({}, {"HX-Request": "true"}):
            page = parsed(reviewer.get(place(sentence), headers=headers))
            [source] = page.css("#bench-source-text")
            assert "hx-swap-oob" not in source.attributes
            assert [mark.text() for mark in source.css("mark")] == ["27"]

    def test_what_comes_is_what_the_page_had(self, reviewer, sentence):
        """
        The page compares both, so that nothing is replaced that did not change.
        """
        page = parsed(reviewer.get(place(sentence))).css_first("#bench-source-text")
        live = checked(reviewer, sentence, RIGHT).css_first("#bench-source-text")
        assert page.inner_html == live.inner_html

    @pytest.mark.parametrize("draft", ["", WRONG])
    def test_are_of_what_stands_there_when_a_draft_is_restored(
        self, reviewer, sentence, draft
    ):
        if draft:
            kept = {"text": draft, "seen": seen_of(sentence)}
            reviewer.post(place(sentence, "keep_draft"), kept)
        page = parsed(reviewer.get(place(sentence)))
        when = page.css_first("#bench-typed").attributes["hx-trigger"].split(", ")
        assert ("load" in when) is bool(draft)


class TestFaults:
    @pytest.mark.parametrize("place_of", ["#bench", "#bench-form", "#bench-kept"])
    def test_a_page_knows_what_to_say_without_a_network(
        self, reviewer, sentence, place_of
    ):
        page = parsed(reviewer.get(place(sentence)))
        assert (
            "is there a network" in page.css_first(place_of).attributes["data-failed"]
        )


class TestKeys:
    def test_the_list_opens_while_one_writes(self, reviewer, sentence):
        page = parsed(reviewer.get(place(sentence)))
        [button] = page.css('[data-also="alt+k"]')
        assert button.attributes["data-key"] == "?"
        assert page.css_first(f"dialog#{button.attributes['data-opens']}")
        listed = [term.text() for term in page.css("dialog dt")]
        assert "Alt + K" in listed
        assert "?" in listed

    def test_every_key_has_one_meaning(self, reviewer, sentence):
        page = parsed(reviewer.get(place(sentence)))
        keys = [node.attributes["data-key"] for node in page.css("[data-key]")]
        keys += [node.attributes["data-also"] for node in page.css("[data-also]")]
        assert len(keys) == len(set(keys))


class TestQueue:
    def test_begins_by_key_and_before_the_filters(self, reviewer, sentence):
        page = parsed(reviewer.get(reverse("desk:queue")))
        [start] = page.css('[data-key="alt+n"]')
        assert start.attributes["aria-keyshortcuts"] == "Alt+N"
        assert start.attributes["href"].startswith(reverse("desk:next"))
        assert "Alt N" in start.text()
        first = page.css_first(".queue a")
        assert first.attributes == start.attributes

    def test_keeps_the_filters_and_the_look(self, reviewer, sentence):
        asked = {"language": "en", "by": "version"}
        page = parsed(reviewer.get(reverse("desk:queue"), asked))
        [start] = page.css('[data-key="alt+n"]')
        assert "language=en" in start.attributes["href"]

    def test_nothing_begins_where_nothing_waits(self, reviewer, newsroom):
        page = parsed(reviewer.get(reverse("desk:queue")))
        assert not page.css('[data-key="alt+n"]')

    def test_nothing_begins_for_those_who_only_see(self, reporter, sentence):
        answer = reporter.get(reverse("desk:queue"))
        assert b'data-key="alt+n"' not in answer.content
