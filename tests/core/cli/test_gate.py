"""
``selaras gate``: the default as a file, and what a policy would have done.
"""

import json
import os

import pytest
from typer.testing import CliRunner

from selaras.article import Article, Inline, Paragraph
from selaras.cli import gate as gate_command
from selaras.cli.gate import gates
from selaras.engines import FakeEngine
from selaras.pipeline import translate_articles
from selaras.pipeline.policies import policy_of
from selaras.pipeline.records import article_record
from selaras.pipeline.rereading import drafts_of
from selaras.pipeline.rules import DEFAULT_POLICY

ENGLISH = {
    "Gempa di Cianjur": "Earthquake in Cianjur",
    "Gempa menewaskan 27 orang.": "The earthquake killed 72 people.",
    "Warga mengungsi ke balai desa.": "Residents fled to the village hall.",
}

ARTICLE = (
    "---\nsection: bencana\n---\n\n# Gempa di Cianjur\n\n"
    "Gempa menewaskan 27 orang. Warga mengungsi ke balai desa.\n"
)


@pytest.fixture
def run(tmp_path):
    return lambda *words: CliRunner().invoke(gates, list(map(str, words)))


@pytest.fixture
def policy(tmp_path, run):
    path = tmp_path / "policy.toml"
    path.write_text(run("default").stdout, encoding="utf-8")
    return path


def made(section="bencana"):
    article = Article(
        id="gempa",
        headline=Inline(text="Gempa di Cianjur"),
        blocks=(
            Paragraph(
                text=Inline(
                    text="Gempa menewaskan 27 orang. Warga mengungsi ke balai desa."
                )
            ),
        ),
        extra={"section": section},
    )
    (drafts,) = translate_articles(
        [article], engine=FakeEngine(ENGLISH), languages=["en"]
    )
    return drafts


@pytest.fixture
def record(tmp_path):
    def written(name="gempa", section="bencana"):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(article_record(made(section))), encoding="utf-8")
        return path

    return written


class TestDefault:
    def test_it_is_the_policy_that_holds_anyway(self, run):
        """
        A file to begin with.
        """
        assert policy_of(run("default").stdout) == DEFAULT_POLICY


class TestDryRun:
    def test_drafts_that_are_made_are_not_made_again(self, run, policy, record):
        """
        A third of the sentences in Indonesian is too much for a disaster.
        """
        done = run("dry-run", policy, record(), "--to", "en")

        assert done.exit_code == 0, done.output
        assert "grave sections 1" in done.stdout
        assert "held" in done.stdout

    def test_the_section_can_be_another(self, run, policy, record):
        """
        To try a rule on what there is.
        """
        told = run("dry-run", policy, record(), "--section", "olahraga", "--json")

        (article,) = json.loads(told.stdout)["articles"]
        assert article["section"] == "olahraga"
        assert article["versions"]["en"]["outcome"] == "partly"
        assert article["versions"]["en"]["in_indonesian"] == 1

    def test_reasons_are_in_both_languages(self, run, policy, record):
        """
        For the log and for the newsroom.
        """
        told = json.loads(run("dry-run", policy, record(), "--json").stdout)

        assert told["languages"]["en"]["held"] == 1
        assert told["languages"]["en"]["rules"] == {"grave sections": 1}
        (reason,) = told["articles"][0]["versions"]["en"]["reasons"]
        assert reason["english"].startswith("1 of 3 sentences")
        assert reason["indonesian"].startswith("1 dari 3 kalimat")

    def test_articles_are_translated_first(self, run, policy, tmp_path, monkeypatch):
        """
        With whatever engine is named, beside records of others.
        """
        path = tmp_path / "a.md"
        path.write_text(ARTICLE, encoding="utf-8")
        engine = FakeEngine(ENGLISH)
        monkeypatch.setattr(gate_command, "composed", composed_as(engine))

        told = run("dry-run", policy, path, "--to", "en", "--json", "--no-memory")

        assert told.exit_code == 0, told.output
        assert json.loads(told.stdout)["languages"]["en"]["held"] == 1
        assert engine.calls >= 1

    def test_the_newest_are_taken(self, run, policy, record, tmp_path):
        """
        By the time of their last change.
        """
        for age, name in enumerate(["new", "old", "older"]):
            os.utime(record(name), (10_000 - age, 10_000 - age))

        told = run("dry-run", policy, tmp_path, "--last", "2", "--json")

        names = [row["name"] for row in json.loads(told.stdout)["articles"]]
        assert names == ["old", "new"]

    def test_a_file_that_cannot_be_read_is_said(self, run, policy, record, tmp_path):
        """
        The others are judged.
        """
        for name, text in (("bad", "{"), ("deep", "[" * 9999), ("odd", "[]")):
            (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
        (tmp_path / "half.json").write_text('{"versions": {}, "headline": ""}', "utf-8")
        record()

        done = run("dry-run", policy, tmp_path, "--to", "en")

        assert done.exit_code == 3
        assert done.stderr.count("error:") == 4
        assert "grave sections 1" in done.stdout

    def test_a_policy_that_is_none_is_refused(self, run, tmp_path, record):
        """
        Before anything is translated.
        """
        path = tmp_path / "policy.toml"
        path.write_text("schema = 1\n[[rules]]\nname = 'a'\nthen = 'go'\n", "utf-8")

        done = run("dry-run", path, record())

        assert done.exit_code == 3
        assert "needs then" in done.stderr

    def test_what_does_not_exist_is_said(self, run, policy, tmp_path):
        """
        Nothing is judged instead.
        """
        done = run("dry-run", policy, tmp_path / "none.md")

        assert done.exit_code == 3
        assert "does not exist" in done.stderr


class TestRereading:
    def test_a_record_tells_a_judge_what_the_draft_did(self):
        """
        Text, findings, what is shown, and where it comes from.
        """
        (before,) = made()

        (after,) = drafts_of(json.loads(json.dumps(article_record([before]))))

        assert after.language == before.language
        for one, other in zip(before.segments, after.segments, strict=True):
            assert (one.source.path, one.text, one.shown) == (
                other.source.path,
                other.text,
                other.shown,
            )
            assert one.provenance == other.provenance
            assert [f.message for f in one.findings] == [
                f.message for f in other.findings
            ]


def composed_as(engine):
    class Composed:
        def __init__(self, *_, **__):
            pass

        def __enter__(self):
            return engine

        def __exit__(self, *_):
            return None

    return Composed
