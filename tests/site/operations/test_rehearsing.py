"""
``selaras-site gate``: what a policy would have done, told from what is there.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsroom import ByHeart, policy_file, published, spoiled
from selaras.cli.failing import plainly
from selaras_site.articles.models import Article
from selaras_site.cli import app, gating
from selaras_site.translations import services, translating
from selaras_site.translations.models import Finding, Segment, Snapshot, State, Version

pytestmark = pytest.mark.django_db

HOLD_ALL = 'then = "hold"'


@pytest.fixture(autouse=True)
def _ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Django is set up already; once more, it would log into the output that is caught.
    """
    monkeypatch.setattr(gating, "site", plainly)


def translated(name: str = "dis-201", *, in_section: str = "nasional") -> Article:
    article = published(name, in_section=in_section)
    translating.translate(Snapshot.objects.get(article=article).pk)
    return article


def gate(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["gate", *map(str, arguments)])


def record(*arguments: object) -> dict:
    answer = gate(*arguments, "--json")
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


class TestGate:
    def test_says_what_is_and_what_would_be(
        self, engine: ByHeart, tmp_path: Path
    ) -> None:
        """
        For each language and each article, with the rule and its reason.
        """
        article = translated()

        told = record(policy_file(tmp_path, HOLD_ALL))

        english = told["languages"]["en"]
        assert english["today"]["live"] == english["policy"]["held"] == 1
        assert english["rules"] == {"rule 0": 1}
        (row,) = told["articles"]
        assert (row["id"], row["section"]) == (article.pk, "nasional")
        version = row["versions"]["ar"]
        assert (version["today"], version["outcome"]) == ("live", "held")
        assert "always wait" in version["reasons"][0]["english"]

    def test_reads_findings_from_the_database(
        self, engine: ByHeart, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """
        No sentence is translated or checked again.
        """
        monkeypatch.setattr(
            ByHeart, "answer", spoiled(ByHeart.answer, "2,318", "2,813")
        )
        translated()
        engine.asked.clear()
        rule = 'then = "hold"\nfindings = ["same-numbers"]'

        told = record(policy_file(tmp_path, rule))

        assert told["languages"]["en"]["policy"]["held"] == 1
        assert told["languages"]["fr"]["policy"]["held"] == 0
        assert told["languages"]["en"]["today"]["held"] == 1, "its headline failed"
        assert engine.asked == []

    def test_changes_nothing(self, engine: ByHeart, tmp_path: Path) -> None:
        """
        It is a rehearsal.
        """
        translated()
        models = (Version, Segment, Finding)
        before = [list(model.objects.values()) for model in models]

        gate(policy_file(tmp_path, HOLD_ALL))

        assert [list(model.objects.values()) for model in models] == before

    def test_knows_sections_and_what_people_did(
        self, engine: ByHeart, tmp_path: Path
    ) -> None:
        """
        A version that somebody holds is held today, and may go for all the policy says.
        """
        translated("dis-201")
        translated("dis-203", in_section="ekonomi")
        for version in Version.objects.filter(language="ja"):
            services.version_hold(version=version, reason="Nama keliru.")

        told = record(policy_file(tmp_path, 'then = "hold"\nsections = ["ekonomi"]'))

        japanese = told["languages"]["ja"]
        assert japanese["today"]["held"] == 2
        assert japanese["policy"]["held"] == japanese["policy"]["live"] == 1

    def test_takes_the_last_articles(self, engine: ByHeart, tmp_path: Path) -> None:
        """
        The newest first, as many as were asked for.
        """
        translated("dis-201")
        newest = translated("dis-203")

        told = record(policy_file(tmp_path), "--last", 1)

        assert [row["id"] for row in told["articles"]] == [newest.pk]

    def test_takes_the_version_that_counts(
        self, engine: ByHeart, tmp_path: Path
    ) -> None:
        """
        Not one that was replaced, and not one that is still coming.
        """
        article = translated()
        article.save_revision().publish()

        told = record(policy_file(tmp_path))

        assert told["languages"]["en"]["today"]["live"] == 1
        assert Version.objects.filter(state=State.PENDING).exists()

    def test_prints_tables(self, engine: ByHeart, tmp_path: Path) -> None:
        """
        Of languages, and of what would be something else.
        """
        article = translated()

        answer = gate(policy_file(tmp_path, HOLD_ALL))

        assert answer.exit_code == 0
        assert "French" in answer.stdout
        assert article.headline.split()[0] in answer.stdout
        assert "rule 0" in answer.stdout

    def test_an_empty_newsroom_is_told_so(self, tmp_path: Path) -> None:
        """
        In place of an empty table.
        """
        answer = gate(policy_file(tmp_path))

        assert answer.exit_code == 0
        assert "publish something first" in answer.stderr

    @pytest.mark.parametrize("text", ["schema = ", None])
    def test_a_policy_that_cannot_be_read_is_refused(
        self, text: str | None, tmp_path: Path
    ) -> None:
        """
        With what is wrong, and no traceback.
        """
        path = tmp_path / "policy.toml"
        if text is not None:
            path.write_text(text)

        answer = gate(path)

        assert answer.exit_code == 3
        assert str(path) in answer.stderr
