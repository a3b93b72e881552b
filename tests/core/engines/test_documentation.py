from pathlib import Path

from selaras.engines import choosing

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to" / "use-another-engine.md"


def test_every_variable_and_engine_is_explained():
    text = HOW_TO.read_text(encoding="utf-8")
    variables = [v for v in vars(choosing).values() if str(v).startswith("SELARAS_")]

    assert len(variables) == 6
    assert [v for v in variables if v not in text] == []
    assert [name for name in choosing.SERVICES if f"--engine {name}" not in text] == []
