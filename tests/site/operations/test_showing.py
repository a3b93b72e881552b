"""
What the gate held of the examples is shown in the demonstration, and it is told.
"""

from pathlib import Path

import pytest
from wagtail.models import ModelLogEntry

from newsroom import ByHeart, policy_file, publish, published
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.operations.demo.content import SOURCE
from selaras_site.operations.demo.showing import show_what_is_held, told_of_the_gate
from selaras_site.translations import services, translating
from selaras_site.translations.models import Snapshot, State, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def example(engine: ByHeart, tmp_path: Path, settings) -> Article:
    """
    An example of which the gate holds English and lets the others live.
    """
    rule = 'then = "hold"\nlanguages = ["en"]'
    settings.SELARAS_POLICY = policy_file(tmp_path, rule)
    article = published()
    Article.objects.filter(pk=article.pk).update(source_name=SOURCE)
    article.refresh_from_db()
    translate(article)
    return article


def translate(article: Article) -> None:
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)


def english(article: Article) -> Version:
    return Version.objects.filter(article=article, language="en").latest("pk")


def test_a_held_version_is_released_and_the_history_says_why(
    example: Article, editor: User
) -> None:
    reason = english(example).reason

    assert show_what_is_held(by=editor) == 1

    assert english(example).state == State.LIVE
    entry = ModelLogEntry.objects.get(action="selaras.version.release")
    assert reason in entry.data["reason"]
    assert entry.user == editor
    told = told_of_the_gate()
    assert (told.live, told.held) == (4, 1)
    assert show_what_is_held(by=editor) == 0


def test_what_a_visitor_changed_waits_for_them(example: Article, editor: User) -> None:
    show_what_is_held(by=editor)
    example.summary += " Tambahan."
    publish(example)
    translate(example)

    assert show_what_is_held(by=editor) == 0
    assert english(example).state == State.HELD


def test_what_a_person_holds_stays_held(example: Article, editor: User) -> None:
    show_what_is_held(by=editor)
    services.version_hold(version=english(example), reason="Nama keliru.")

    assert show_what_is_held(by=editor) == 0
    assert english(example).state == State.HELD


def test_what_a_visitor_wrote_is_not_touched(example: Article, editor: User) -> None:
    Article.objects.update(source_name="")
    assert show_what_is_held(by=editor) == 0
