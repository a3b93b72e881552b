import socket
from dataclasses import replace

import pytest

from selaras.errors import ChecksumMismatch, DownloadFailed, ModelMissing
from selaras.weights import CATALOGUE, Entry, Part, find, list_models, pull
from selaras.weights.catalogue import Remote
from selaras.weights.manifest import parse
from selaras.weights.pull import _manifest, pull_entry
from selaras.weights.store import digest
from selaras.weights.writing import write

REPOSITORY = "somebody/tiny-ct2"
CONTENT = {
    "config.json": b'{"eos_token": "</s>"}',
    "spm.model": bytes(range(256)) * 20,
    "model.bin": bytes(range(251)) * 4000,
}
ENTRY = Entry(
    name="tiny",
    version="1",
    summary="A model for tests.",
    licence="MIT",
    languages=("id", "en"),
    models=(
        Part(
            folder=".",
            pairs=(("id", "en"),),
            architecture="none",
            parameters=1,
            vocabulary=1,
            tokenizer="spm.model",
        ),
    ),
    remotes=tuple(
        Remote(repository=REPOSITORY, revision="main", path=name, local=name)
        for name in CONTENT
    ),
)
MODEL_BIN = f"/store/{REPOSITORY}/resolve/main/model.bin"


@pytest.fixture(autouse=True)
def full_hub(hub):
    hub.files = {
        f"/{REPOSITORY}/resolve/main/{name}": data for name, data in CONTENT.items()
    }


def fetch(hub, store, entry=ENTRY, **options):
    return pull_entry(
        entry, root=store, hub=hub.address, wait=lambda _: None, **options
    )


def pinned(entry, **sums):
    remotes = (
        replace(remote, sha256=sums.get(remote.path.split(".")[0], ""))
        for remote in entry.remotes
    )
    return replace(entry, remotes=tuple(remotes))


class TestPull:
    def test_a_model_of_the_hub_is_in_the_store_afterwards(self, hub, store):
        """
        Every file is there, as the hub has it, and a manifest that says so.
        """
        model = fetch(hub, store)

        assert find("tiny", root=store) == model
        assert {
            f.path: (model.folder / f.path).read_bytes() for f in model.manifest.files
        } == CONTENT
        model.verify()

    def test_nothing_is_left_of_the_unfinished_folder(self, hub, store):
        fetch(hub, store)

        assert [path.name for path in store.iterdir()] == ["tiny"]

    def test_who_watches_is_told_how_far_it_is(self, hub, store):
        sizes = {name: len(data) for name, data in CONTENT.items()}
        entry = replace(
            ENTRY,
            remotes=tuple(replace(r, size=sizes[r.path]) for r in ENTRY.remotes),
        )
        told = []

        fetch(
            hub, store, entry, progress=lambda done, total: told.append((done, total))
        )

        assert told[-1] == (sum(sizes.values()), sum(sizes.values()))
        assert [done for done, _ in told] == sorted(done for done, _ in told)

    def test_a_mirror_can_be_named_in_the_environment(self, hub, store, monkeypatch):
        monkeypatch.setenv("SELARAS_HUB", f"{hub.address}/")

        pull_entry(ENTRY, root=store)

        assert find("tiny", root=store)

    def test_a_name_that_the_catalogue_lacks_is_answered_with_those_it_has(self, store):
        with pytest.raises(ModelMissing, match="madlad-400-3b"):
            pull("no-such-model", root=store)


class TestInterruption:
    def test_a_cut_connection_goes_on_where_it_was_cut(self, hub, store):
        """
        The second request asks for the rest only, and the file is whole.
        """
        hub.cut, hub.cuts = 100_000, 2

        model = fetch(hub, store)

        model.verify()
        ranges = [asked for path, asked in hub.asked if path == MODEL_BIN]
        assert ranges[0] == ""
        assert ranges[-1].startswith("bytes=")
        assert len(ranges) >= 2

    def test_a_later_call_goes_on_where_an_earlier_one_gave_up(self, hub, store):
        hub.cut, hub.cuts = 0, 100
        with pytest.raises(DownloadFailed) as failure:
            fetch(hub, store)
        assert failure.value.retryable

        hub.cut, hub.cuts = 50_000, 1
        hub.statuses = []
        hub.asked.clear()
        model = fetch(hub, store)

        model.verify()
        assert not [path for path, _ in hub.asked if path.endswith("config.json")]

    def test_a_model_is_not_found_before_all_of_it_is_there(self, hub, store):
        hub.cut, hub.cuts = 0, 100

        with pytest.raises(DownloadFailed):
            fetch(hub, store)

        with pytest.raises(ModelMissing):
            find("tiny", root=store)
        assert len(list_models(store)) == 1

    def test_a_server_that_cannot_go_on_sends_all_of_it_again(self, hub, store):
        hub.cut, hub.cuts, hub.ranges = 100_000, 1, False

        fetch(hub, store).verify()

    def test_a_file_that_is_whole_but_was_not_checked_yet_is_not_fetched_again(
        self, hub, store
    ):
        part = store / ".unfinished-tiny" / "model.bin.part"
        part.parent.mkdir(parents=True)
        part.write_bytes(CONTENT["model.bin"])

        fetch(hub, store).verify()

        assert hub.requests(MODEL_BIN) == 1

    def test_a_remainder_of_another_file_is_thrown_away(self, hub, store):
        part = store / ".unfinished-tiny" / "model.bin.part"
        part.parent.mkdir(parents=True)
        part.write_bytes(b"x" * (len(CONTENT["model.bin"]) + 7))

        fetch(hub, store).verify()


class TestWrongFile:
    def test_another_file_than_the_catalogue_names_is_refused(self, hub, store):
        """
        The checksum of the catalogue counts, whatever the hub says of its file.
        """
        entry = pinned(ENTRY, model="0" * 64)

        with pytest.raises(ChecksumMismatch, match=r"0{64}"):
            fetch(hub, store, entry)

        assert not (store / "tiny").exists()

    def test_another_file_than_the_hub_names_is_refused(self, hub, store):
        path = f"/{REPOSITORY}/resolve/main/model.bin"
        hub.lies[path] = CONTENT["model.bin"][::-1]

        with pytest.raises(ChecksumMismatch, match=r"model\.bin"):
            fetch(hub, store)

    def test_a_small_file_is_checked_too(self, hub, store):
        hub.lies[f"/{REPOSITORY}/resolve/main/config.json"] = b'{"eos_token": "<//>"}'

        with pytest.raises(ChecksumMismatch, match=r"config\.json"):
            fetch(hub, store)

    def test_a_wrong_file_is_not_gone_on_with(self, hub, store):
        path = f"/{REPOSITORY}/resolve/main/model.bin"
        hub.lies[path] = CONTENT["model.bin"][::-1]
        with pytest.raises(ChecksumMismatch):
            fetch(hub, store)

        hub.lies.clear()
        fetch(hub, store).verify()

    def test_a_file_without_any_checksum_is_refused(self, hub, store):
        hub.checksums = False

        with pytest.raises(DownloadFailed, match="no checksum") as failure:
            fetch(hub, store)

        assert not failure.value.retryable

    def test_a_file_that_is_larger_than_it_should_be_is_refused(self, hub, store):
        remotes = tuple(replace(remote, size=10) for remote in ENTRY.remotes)

        with pytest.raises(DownloadFailed, match="at most 10 bytes"):
            fetch(hub, store, replace(ENTRY, remotes=remotes))


class TestRefusal:
    @pytest.mark.parametrize("status", [401, 403, 404, 410])
    def test_a_refusal_is_not_worth_another_call(self, hub, store, status):
        hub.statuses = [status]

        with pytest.raises(DownloadFailed, match=str(status)) as failure:
            fetch(hub, store)

        assert not failure.value.retryable
        assert len(hub.asked) == 1

    def test_a_busy_hub_is_asked_again(self, hub, store):
        hub.statuses = [503, 429]

        fetch(hub, store).verify()

    def test_a_hub_that_stays_busy_is_worth_a_later_call(self, hub, store):
        hub.statuses = [503] * 50

        with pytest.raises(DownloadFailed, match="503") as failure:
            fetch(hub, store)

        assert failure.value.retryable

    def test_no_server_is_told_apart_from_a_refusal(self, store):
        """
        Without a network the message says so, and that calling again may help.
        """
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{free.getsockname()[1]}"

        waited = []
        with pytest.raises(DownloadFailed, match="network") as failure:
            pull_entry(ENTRY, root=store, hub=address, wait=waited.append)

        assert failure.value.retryable
        assert waited == []

    @pytest.mark.parametrize(
        "address",
        ["http://example.org", "ftp://127.0.0.1", "http://127.0.0.1.example.org"],
    )
    def test_only_https_and_this_machine_are_asked(self, store, address):
        with pytest.raises(DownloadFailed, match="https only"):
            pull_entry(ENTRY, root=store, hub=address)

    def test_a_redirect_to_an_unsafe_address_is_not_followed(self, hub, store):
        hub.redirect_to = "http://example.org/model.bin"

        with pytest.raises(DownloadFailed, match="https only"):
            fetch(hub, store)

    def test_a_redirect_without_end_is_given_up(self, hub, store):
        hub.redirect_to = f"{hub.address}/{REPOSITORY}/resolve/main/model.bin"

        with pytest.raises(DownloadFailed, match="redirects"):
            fetch(hub, store)

    def test_a_full_disk_is_noticed_before_the_download(self, hub, store):
        remotes = tuple(replace(remote, size=1 << 60) for remote in ENTRY.remotes)

        with pytest.raises(DownloadFailed, match="free"):
            fetch(hub, store, replace(ENTRY, remotes=remotes))

        assert not hub.asked


class TestCatalogue:
    @pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.name)
    def test_every_entry_makes_a_manifest_that_can_be_read(self, entry, tmp_path):
        """
        What is written after a download is read before a translation.
        """
        files = tuple(
            {
                "path": remote.local,
                "size": remote.size,
                "sha256": remote.sha256 or "0" * 64,
            }
            for remote in entry.remotes
        )
        from selaras.weights import File

        manifest = _manifest(entry, tuple(File(**file) for file in files))

        assert parse(write(manifest).encode()) == manifest

    @pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.name)
    def test_every_target_can_be_reached_from_the_original(self, entry):
        assert {target for source, target in entry.pairs if source == "id"} == {
            "en",
            "zh",
            "ja",
            "ar",
            "fr",
        }

    def test_a_model_that_newsrooms_may_not_use_says_so(self):
        for entry in CATALOGUE:
            assert ("NC" in entry.licence) == ("commercially" in entry.warning)

    def test_digest_is_the_sum_that_everybody_computes(self, tmp_path):
        path = tmp_path / "empty"
        path.write_bytes(b"")

        assert digest(path).startswith("e3b0c44298fc1c14")
