"""
Training text from templates: the same values in six languages.
"""

from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from selaras.fidelity import Pair as Checked
from selaras.fidelity import Severity, check_pair
from selaras.languages import TARGETS
from selaras_train.cli import app
from selaras_train.errors import TemplateInvalid
from selaras_train.fillers import FILLERS
from selaras_train.templates import COLUMNS, compose, filled, read_templates

OURS = Path(__file__).parents[2] / "training" / "templates"

FINE = (
    "Denda {rupiah} dibayar {person}.",
    "{person} paid a fine of {rupiah}.",
    "{person} a payé une amende de {rupiah}.",
    "{person}缴纳了{rupiah}罚款。",
    "{person}さんは{rupiah}の罰金を支払った。",
    "دفع {person} غرامة قدرها {rupiah}.",
)


def table(path, *rows):
    lines = ["\t".join(row) + "\n" for row in (COLUMNS, *rows)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", sorted(FILLERS))
def test_a_value_is_the_same_in_every_language(kind):
    """
    Whatever is drawn, our own checks find nothing to block in it.
    """
    chooser = Random(kind)
    for _ in range(60):
        filling = FILLERS[kind](chooser)
        assert set(filling) == set(COLUMNS)
        for language in TARGETS:
            pair = Checked(
                source=filling["id"], target=filling[language], language=language
            )
            wrong = [
                found.message
                for found in check_pair(pair)
                if found.severity is Severity.BLOCKING
                and found.check in ("same-numbers", "same-currencies", "same-dates")
            ]
            assert wrong == [], (filling["id"], filling[language])


def test_the_same_seed_writes_the_same_rows(tmp_path):
    """
    Another seed writes others; no sentence of a template comes twice.
    """
    fine = table(tmp_path / "fine.tsv", FINE)
    outs = [tmp_path / name for name in ("one", "two", "three")]

    counts = [
        compose([fine], out, each=50, seed=seed)
        for out, seed in zip(outs, (1, 1, 2), strict=True)
    ]

    one, two, three = (out.read_text("utf-8") for out in outs)
    assert one == two != three
    rows = [line.split("\t") for line in one.splitlines()]
    assert len(rows) == counts[0] == len({row[2] for row in rows}) > 45
    assert all(len(row) == 8 and row[0] == "fine-1" for row in rows)
    assert not any("{" in cell for row in rows for cell in row)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((0, "Denda dibayar {person}."), r"Denda|holes"),
        ((1, "{person} paid."), "English but got {person}"),
        ((3, "{person}缴纳了{rupiah}。{"), "Chinese"),
        ((2, ""), "filled columns in line 2"),
        ((5, "دفع {person} {rupiah} {rupiah}."), "Arabic"),
    ],
)
def test_a_wrong_template_is_named(tmp_path, change, said):
    """
    With its line and what was expected.
    """
    row = list(FINE)
    row[change[0]] = change[1]
    wrong = table(tmp_path / "wrong.tsv", row)

    with pytest.raises(TemplateInvalid, match=said):
        compose([wrong], tmp_path / "out", each=3)
    assert not (tmp_path / "out").exists()


def test_a_hole_that_nothing_fills_is_named(tmp_path):
    """
    With those that there are.
    """
    wrong = table(tmp_path / "wrong.tsv", [t.replace("rupiah", "euro") for t in FINE])

    done = CliRunner().invoke(
        app, ["compose", str(wrong), "--out", str(tmp_path / "out")]
    )

    assert done.exit_code != 0
    assert "{euro}" in done.output
    assert "rupiah" in done.output


def test_a_table_without_its_first_line_is_refused(tmp_path):
    """
    Its columns might be others.
    """
    path = tmp_path / "bare.tsv"
    path.write_text("\t".join(FINE) + "\n", encoding="utf-8")

    with pytest.raises(TemplateInvalid, match="first line"):
        compose([path], tmp_path / "out", each=3)


def test_french_elides_before_a_vowel():
    """
    And only there.
    """
    values = {"{city}": "Ambon"}
    assert filled("Le maire de {city}", values, "fr") == "Le maire d'Ambon"
    assert filled("alors que {city}", values, "fr") == "alors qu'Ambon"
    assert filled("Le maire de {city}", values, "en") == "Le maire de Ambon"


@pytest.mark.parametrize("path", sorted(OURS.glob("*.tsv")), ids=lambda p: p.stem)
def test_our_own_templates_are_sound(path):
    """
    Every template fills, and hardly any filling is blocked by our own checks.
    """
    blocked = total = 0
    for template in read_templates(path):
        row = template.filled(Random(str(template.holes)))
        for language in TARGETS:
            pair = Checked(source=row["id"], target=row[language], language=language)
            total += 1
            blocked += any(f.severity is Severity.BLOCKING for f in check_pair(pair))
    assert blocked <= total * 0.05
