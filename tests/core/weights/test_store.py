import hashlib
import shutil
from pathlib import Path

import pytest

from selaras.errors import ChecksumMismatch, ManifestInvalid, ModelMissing, WeightsError
from selaras.weights import Store, embedded, find, import_model, list_models, remove
from selaras.weights.store import _set_aside

MANIFEST = """
schema = 1
name = "{name}"
version = "{version}"
kind = "ctranslate2"
summary = "A model for tests."
licence = "MIT"
languages = ["id", "en"]

[[models]]
folder = "."
pairs = ["id-en"]
architecture = "none"
parameters = 1
vocabulary = 1
tokenizer = "spm.model"
"""


def make_model(folder, *, name="mine", version="1", content=b"weights"):
    folder.mkdir(parents=True, exist_ok=True)
    manifest = MANIFEST.format(name=name, version=version)
    for path in ("model.bin", "config.json", "spm.model"):
        data = content + path.encode()
        (folder / path).write_bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        manifest += f'\n[[files]]\npath = "{path}"\nsize = {len(data)}\n'
        manifest += f'sha256 = "{sha256}"\n'
    (folder / "manifest.toml").write_text(manifest)
    return folder


class TestEmbedded:
    def test_every_file_of_the_model_in_the_box_is_what_its_manifest_says(self):
        embedded().verify()

    def test_it_is_found_under_its_name_and_as_embedded(self, store):
        model = embedded()

        assert find(root=store) == model
        assert find("embedded", root=store) == model
        assert find(model.name, root=store) == model

    def test_it_has_a_card_for_people(self):
        assert "Limits" in (embedded().folder / "README.md").read_text("utf-8")

    def test_it_cannot_be_removed(self, store):
        with pytest.raises(WeightsError, match="part of Selaras"):
            remove("embedded", root=store)


class TestImport:
    def test_an_imported_model_is_found_by_its_name(self, tmp_path, store):
        model = import_model(make_model(tmp_path / "anywhere"), root=store)

        assert find("mine", root=store) == model
        assert model.folder == store / "mine"
        assert [model.name for model in list_models(store)] == [embedded().name, "mine"]

    def test_a_newer_version_takes_the_place_of_the_older(self, tmp_path, store):
        import_model(make_model(tmp_path / "one"), root=store)

        import_model(
            make_model(tmp_path / "two", version="2", content=b"new"), root=store
        )

        model = find("mine", root=store)
        model.verify()
        assert model.manifest.version == "2"
        assert [path.name for path in store.iterdir()] == ["mine"]

    def test_a_damaged_model_never_comes_into_the_store(self, tmp_path, store):
        """
        The model that was there before stays as it was.
        """
        import_model(make_model(tmp_path / "one"), root=store)
        damaged = make_model(tmp_path / "two", version="2")
        (damaged / "model.bin").write_bytes(b"weightsmodel.bi!")

        with pytest.raises(ChecksumMismatch, match=r"model\.bin"):
            import_model(damaged, root=store)

        assert find("mine", root=store).manifest.version == "1"
        assert [path.name for path in store.iterdir()] == ["mine"]

    def test_a_file_that_is_missing_is_named(self, tmp_path, store):
        folder = make_model(tmp_path / "one")
        (folder / "spm.model").unlink()

        with pytest.raises(WeightsError, match=r"spm\.model"):
            import_model(folder, root=store)

    def test_a_folder_without_a_manifest_is_no_model(self, tmp_path, store):
        with pytest.raises(ManifestInvalid, match=r"manifest\.toml"):
            import_model(tmp_path, root=store)

    def test_the_name_of_the_model_in_the_box_is_taken(self, tmp_path, store):
        folder = make_model(tmp_path / "one", name=embedded().name)

        with pytest.raises(WeightsError, match="belongs to the model in the box"):
            import_model(folder, root=store)

    def test_what_the_manifest_does_not_name_stays_outside(self, tmp_path, store):
        folder = make_model(tmp_path / "one")
        (folder / "notes.txt").write_text("secret")

        model = import_model(folder, root=store)

        assert not (model.folder / "notes.txt").exists()


class TestFind:
    @pytest.mark.parametrize(
        "name", ["../mine", "/mine", "a/b", "..", "", "MINE", ".x"]
    )
    def test_a_name_never_leads_out_of_the_store(self, store, name):
        with pytest.raises(ModelMissing):
            find(name, root=store)

    def test_an_unknown_name_is_answered_with_the_known_ones(self, tmp_path, store):
        import_model(make_model(tmp_path / "one"), root=store)

        with pytest.raises(ModelMissing, match=f"there is {embedded().name}, mine"):
            find("other", root=store)

    def test_the_environment_names_the_store(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SELARAS_MODELS", str(tmp_path / "elsewhere"))

        assert Store.here().root == tmp_path / "elsewhere"

    def test_an_argument_counts_more_than_the_environment(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SELARAS_MODELS", str(tmp_path / "elsewhere"))

        assert Store.here(tmp_path).root == tmp_path

    def test_what_is_no_model_is_passed_over(self, tmp_path, store):
        import_model(make_model(tmp_path / "one"), root=store)
        (store / "broken").mkdir()
        (store / "broken" / "manifest.toml").write_text("schema = ")
        (store / "file").write_text("")

        assert [model.name for model in Store(store).models()] == ["mine"]

    def test_a_model_is_put_back_that_stepped_aside_when_power_failed(
        self, tmp_path, store
    ):
        """
        Between the old model's leaving and the new one's coming, power may fail.
        """
        import_model(make_model(tmp_path / "one"), root=store)
        _set_aside(store / "mine")
        assert not (store / "mine").exists()

        find("mine", root=store).verify()


class TestVerify:
    def test_a_byte_that_turned_on_the_disk_is_noticed(self, tmp_path, store):
        model = import_model(make_model(tmp_path / "one"), root=store)
        path = model.folder / "model.bin"
        path.write_bytes(path.read_bytes()[::-1])

        with pytest.raises(ChecksumMismatch, match="SHA-256"):
            model.verify()

    def test_a_file_that_went_is_noticed(self, tmp_path, store):
        model = import_model(make_model(tmp_path / "one"), root=store)
        Path(model.folder / "model.bin").unlink()

        with pytest.raises(ChecksumMismatch, match="cannot be read"):
            model.verify()


class TestRemove:
    def test_a_removed_model_is_gone(self, tmp_path, store):
        import_model(make_model(tmp_path / "one"), root=store)

        remove("mine", root=store)

        assert list(store.iterdir()) == []

    def test_what_is_not_there_cannot_be_removed(self, store):
        with pytest.raises(ModelMissing):
            remove("mine", root=store)


def test_the_embedded_folder_is_replaced_by_putting_another_in_its_place(
    tmp_path, monkeypatch
):
    """
    No line of code names the model in the box: its manifest is all there is to change.
    """
    package = tmp_path / "weights"
    shutil.copytree(Path(embedded().folder).parent, package / "embedded")
    shutil.rmtree(next((package / "embedded").iterdir()))
    make_model(package / "embedded" / "next", name="next")
    monkeypatch.setattr("selaras.weights.store.__file__", str(package / "store.py"))

    assert embedded().name == "next"
    assert find().folder == package / "embedded" / "next"
