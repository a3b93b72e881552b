"""
Several models as one.
"""

from pathlib import Path

import pytest

from selaras.engines import Request
from selaras.errors import ManifestInvalid
from selaras.pipeline.composing import engine_of
from selaras.weights import embedded, import_model
from selaras_train.bundling import bundle


@pytest.fixture
def single(tmp_path) -> Path:
    """
    The model in the box, bundled by itself.
    """
    model = embedded()
    folder = tmp_path / "single"
    bundle(
        [model.folder],
        folder,
        name="single",
        version="1",
        summary="For a test.",
        routes=model.manifest.routes,
    )
    return folder


def test_a_bundle_translates_as_its_parts_do(single, tmp_path):
    """
    It can be imported, verified, and gives what the model in the box gives.
    """
    model = import_model(single, root=tmp_path / "store")

    model.verify()
    request = Request(text="Gempa menewaskan 27 orang di Cianjur.", target="en")
    with engine_of(model) as ours, engine_of(embedded()) as original:
        [[found]] = ours.translate([request])
        [[expected]] = original.translate([request])
    assert found.text == expected.text
    assert model.manifest.pairs == embedded().manifest.pairs


def test_a_pair_is_the_first_models(single, tmp_path):
    """
    A model that brings nothing new is refused: it would be dead weight.
    """
    with pytest.raises(ManifestInvalid, match="adds no pair"):
        bundle([single, single], tmp_path / "two", name="two", version="1", summary="x")
