"""
The gate of the site: what goes live by itself, and what waits for a person.
"""

import os
from pathlib import Path

import pytest
from django.core import checks
from django.test import override_settings
from django.utils import translation

from newsroom import ByHeart, draft, policy_file, publish, published, spoiled
from selaras.errors import PolicyInvalid
from selaras.languages import TARGETS
from selaras.pipeline.rules import DEFAULT_POLICY
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.translations import gating, services, translating
from selaras_site.translations.confirmations import fact_confirm
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import (
    Decision,
    Finding,
    Segment,
    Snapshot,
    State,
    Version,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wrong(engine: ByHeart, monkeypatch: pytest.MonkeyPatch) -> ByHeart:
    """
    An engine with a wrong number in the English headline of ``dis-201``.
    """
    monkeypatch.setattr(ByHeart, "answer", spoiled(ByHeart.answer, "2,318", "2,813"))
    return engine


def translate(article: Article) -> None:
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)


def english(article: Article) -> Version:
    return Version.objects.filter(article=article, language="en").latest("pk")


class TestDefault:
    def test_a_headline_that_failed_holds_its_language_alone(
        self, wrong: ByHeart
    ) -> None:
        """
        The others go live; the reason is said in the newsroom's language.
        """
        article = published()

        translate(article)

        held = english(article)
        assert held.state == State.HELD
        assert held.reason == "Judul tidak lolos pemeriksaan."
        assert Version.objects.filter(state=State.LIVE).count() == len(TARGETS) - 1

    def test_an_english_newsroom_reads_english(self, wrong: ByHeart) -> None:
        """
        The language is that of the worker, as for everything else that it says.
        """
        article = published()

        with translation.override("en"):
            translate(article)

        assert english(article).reason.startswith("The headline")

    def test_a_person_may_release_what_it_holds(self, wrong: ByHeart) -> None:
        """
        The gate says what goes by itself, and no more.
        """
        article = published()
        translate(article)

        services.version_release(version=english(article))

        assert english(article).state == State.LIVE
        assert english(article).headline_is_original


class TestPolicy:
    def test_is_read_from_the_file_of_the_settings(
        self, wrong: ByHeart, tmp_path: Path
    ) -> None:
        """
        Partly live is live: the page says how much of it is Indonesian.
        """
        article = published()

        with override_settings(SELARAS_POLICY=policy_file(tmp_path)):
            translate(article)

        shown = english(article)
        assert (shown.state, shown.reason) == (State.LIVE, "")
        assert shown.failed_closed >= 1

    def test_knows_the_section(self, engine: ByHeart, tmp_path: Path) -> None:
        """
        By the identifier that the newsroom gave it.
        """
        path = policy_file(tmp_path, 'then = "hold"\nsections = ["ekonomi"]')

        with override_settings(SELARAS_POLICY=path):
            translate(published("dis-201"))
            translate(published("dis-202", in_section="ekonomi"))

        held = Version.objects.filter(state=State.HELD)
        assert {version.article.section.slug for version in held} == {"ekonomi"}
        assert held.count() == len(TARGETS)

    def test_is_read_again_when_the_file_changes(self, tmp_path: Path) -> None:
        """
        And not before: a worker needs no restart, and no reading for each draft.
        """
        path = policy_file(tmp_path)
        with override_settings(SELARAS_POLICY=path):
            assert gating.current_policy() is gating.current_policy()

            policy_file(tmp_path, 'then = "hold"')
            os.utime(path, ns=(1, 1))

            assert [rule.name for rule in gating.current_policy().rules] == ["rule 0"]

    def test_without_one_the_default_holds(self) -> None:
        """
        The careful one of the core.
        """
        assert gating.current_policy() is DEFAULT_POLICY

    def test_what_a_person_holds_stays_held(
        self, engine: ByHeart, tmp_path: Path
    ) -> None:
        """
        Whatever a policy says.
        """
        article = published()
        translate(article)
        services.version_hold(version=english(article), reason="Nama keliru.")

        with override_settings(SELARAS_POLICY=policy_file(tmp_path, 'then = "live"')):
            translate(publish(article))

        assert english(article).reason == "Nama keliru."
        assert english(article).state == State.HELD


BROKEN = {
    "no TOML": "schema = ",
    "an unknown key": 'schema = 1\n[[rules]]\nname = "a"\nthen = "hold"\nrisk = 1',
    "an opening by risk": (
        'schema = 1\n[[rules]]\nname = "a"\nthen = "live"\nrisk_above = 0.5'
    ),
    "no text": "\udcff",
}


class TestBroken:
    @pytest.fixture(params=[*BROKEN, "a folder", "nothing there"])
    def policy(self, request: pytest.FixtureRequest, tmp_path: Path) -> Path:
        path = tmp_path / "policy.toml"
        if request.param == "a folder":
            path.mkdir()
        elif request.param in BROKEN:
            text = BROKEN[request.param]
            path.write_text(text, encoding="utf-8", errors="surrogateescape")
        return path

    def test_holds_everything_and_says_why(self, policy: Path, engine: ByHeart) -> None:
        """
        Nothing is published by mistake, and what readers have stays.
        """
        article = published()
        translate(article)

        with override_settings(SELARAS_POLICY=str(policy)):
            translate(publish(article))

        held = Version.objects.filter(state=State.HELD)
        assert held.count() == len(TARGETS)
        assert all(str(policy) in version.reason for version in held)
        assert all(version.reason.startswith("Kebijakan") for version in held)
        assert Version.objects.filter(state=State.STALE).count() == len(TARGETS)

    def test_is_found_by_the_system_check(self, policy: Path) -> None:
        """
        With what is wrong, and what follows from it.
        """
        with override_settings(SELARAS_POLICY=str(policy)):
            (found,) = [m for m in checks.run_checks() if m.id == gating.BROKEN]

        assert str(policy) in str(found.msg)
        assert "held" in str(found.hint)

    def test_is_an_error_of_ours(self, policy: Path) -> None:
        """
        Of one kind, whatever the file system says.
        """
        with (
            override_settings(SELARAS_POLICY=str(policy)),
            pytest.raises(PolicyInvalid),
        ):
            gating.current_policy()


class TestRisk:
    def test_stands_with_each_sentence_and_summed_with_the_version(
        self, engine: ByHeart
    ) -> None:
        """
        No query is needed for it, at publication or at the desk.
        """
        article = published()

        translate(article)

        version = english(article)
        risks = [s.provenance["risk"] for s in version.segments.all()]
        assert all(0 < risk < 1 for risk in risks)
        assert version.expected_bad == pytest.approx(sum(risks))

    def test_what_failed_closed_is_not_expected_to_be_read(
        self, wrong: ByHeart
    ) -> None:
        """
        Only sentences that are shown in translation count.
        """
        article = published()

        translate(article)

        segments = english(article).segments.filter(shown="translation")
        expected = sum(s.provenance["risk"] for s in segments)
        assert english(article).expected_bad == pytest.approx(expected)

    def test_a_decision_takes_it_away(self, engine: ByHeart, editor: User) -> None:
        """
        A sentence that a person answers for is no risk of ours.
        """
        article = published()
        translate(article)
        before = english(article).expected_bad
        segment = Segment.objects.get(version=english(article), path="headline#0")

        segment_decide(segment=segment, kind=Decision.Kind.ACCEPTED, by=editor)

        after = english(article).expected_bad
        assert after == pytest.approx(before - segment.provenance["risk"])


def test_what_an_author_confirmed_reaches_the_checks(
    engine: ByHeart, editor: User
) -> None:
    """
    "1,127" in English is 1127, which an author may not have meant.
    """
    sentence = "Sebanyak 1,127 warga mengungsi."
    article = draft()
    article.body = [("paragraph", f"<p>{sentence}</p>")]
    translate(publish(article))
    found = Finding.objects.filter(
        segment__source=sentence,
        segment__version__language="en",
        check_name="same-numbers",
    )
    assert not found.exists()

    fact_confirm(
        article=article, sentence=sentence, item="1,127", reading="1.127", by=editor
    )
    translate(publish(article))

    assert found.exists()


def test_findings_keep_their_indonesian_sentence(wrong: ByHeart) -> None:
    """
    The desk shows the one or the other.
    """
    article = published()

    translate(article)

    found = Finding.objects.filter(segment__version=english(article)).first()
    assert found is not None
    assert found.data["indonesian"] not in {"", found.message}
