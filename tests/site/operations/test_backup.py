"""
Backups: whole or nothing, there and back.
"""

import gzip
import io
import json
import shutil
import sqlite3
import tarfile
from contextlib import closing

import pytest
from operations.sites import Site, until

from postgres import PostgresMissing, postgres_url
from selaras.memory import Memory
from selaras_site.operations import archives
from selaras_site.operations.errors import BackupUnusable
from selaras_site.operations.restoring import Move, swapped


def add_user(site, name):
    done = site.run("createuser", name, "--role", "editor", said="kapal-bulan-72\n")
    assert done.returncode == 0, done.stderr


def users(site):
    return sorted(name for (name,) in site.rows("SELECT username FROM accounts_user"))


@pytest.fixture(scope="session")
def full_template(template, tmp_path_factory):
    """
    A site with a person, a picture and a memory.
    """
    data = tmp_path_factory.mktemp("full") / "site"
    shutil.copytree(template.data, data)
    site = Site(data)
    add_user(site, "sari")
    pictures = site.data / "media" / "original_images"
    pictures.mkdir(parents=True)
    (pictures / "sapi.png").write_bytes(b"\x89PNG sapi")
    with Memory(data / "memory.sqlite3"):
        pass
    with closing(sqlite3.connect(data / "memory.sqlite3")) as memory:
        memory.execute("CREATE TABLE kept (text)")
        memory.execute("INSERT INTO kept VALUES ('Selamat pagi.')")
        memory.commit()
    return site


@pytest.fixture
def full(full_template, tmp_path):
    """
    A copy of it, of the test's own.
    """
    shutil.copytree(full_template.data, tmp_path / "full")
    return Site(tmp_path / "full")


@pytest.fixture(scope="session")
def kept(full_template, tmp_path_factory):
    """
    A good backup of it.
    """
    file = tmp_path_factory.mktemp("kept") / "good.tar.gz"
    assert full_template.run("backup", str(file)).returncode == 0
    return file


def remembered(site):
    with closing(sqlite3.connect(site.data / "memory.sqlite3")) as memory:
        return memory.execute("SELECT text FROM kept").fetchall()


def left_behind(site):
    return [path.name for path in site.data.rglob(".*")] + [
        path.name for path in site.data.glob("restore-*")
    ]


class TestRoundTrip:
    def test_everything_is_back_on_another_machine(self, full, bare, tmp_path):
        """
        Rows, pictures and memory, and a file that only its owner can read.
        """
        file = tmp_path / "backups" / "today.tar.gz"

        kept = full.run("backup", str(file))
        back = bare.run("restore", str(file))

        assert kept.returncode == 0, kept.stderr
        assert back.returncode == 0, back.stderr
        assert file.stat().st_mode & 0o777 == 0o600
        assert users(bare) == ["sari"]
        assert remembered(bare) == [("Selamat pagi.",)]
        picture = bare.data / "media" / "original_images" / "sapi.png"
        assert picture.read_bytes() == b"\x89PNG sapi"
        assert left_behind(bare) == []
        assert bare.run("init").returncode == 0

    def test_what_came_after_is_gone_with_force_only(self, full, kept):
        """
        Also what was still in the database's log, which belongs to the old one.
        """
        add_user(full, "budi")
        (full.data / "media" / "new.png").write_bytes(b"new")

        refused = full.run("restore", str(kept))
        assert refused.returncode == 3
        assert "--force" in refused.stderr
        assert users(full) == ["budi", "sari"]

        forced = full.run("restore", "--force", str(kept))
        assert forced.returncode == 0, forced.stderr
        assert users(full) == ["sari"]
        assert not (full.data / "media" / "new.png").exists()
        assert left_behind(full) == []

    def test_a_copy_is_consistent_while_others_write(self, full, bare, tmp_path):
        """
        An open transaction is not in it; nobody has to stop.
        """
        file = tmp_path / "today.tar.gz"
        with closing(sqlite3.connect(full.database)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("UPDATE accounts_user SET username = 'half'")

            assert full.run("backup", str(file)).returncode == 0

        assert bare.run("restore", str(file)).returncode == 0
        assert users(bare) == ["sari"]

    def test_a_running_worker_stops_a_restore(self, full, kept):
        """
        It would write to what is taken from under it.
        """
        with full.started("worker"):
            until(lambda: full.rows("SELECT * FROM operations_heartbeat"))

            done = full.run("restore", "--force", str(kept))

        assert done.returncode == 3
        assert "Stop the site" in done.stderr

    def test_a_backup_is_never_written_over(self, full, tmp_path):
        """
        It may be the only one.
        """
        file = tmp_path / "today.tar.gz"
        file.write_text("yesterday's")

        assert full.run("backup", str(file)).returncode == 3
        assert file.read_text() == "yesterday's"


class TestPostgres:
    def test_there_and_back(self, bare, tmp_path):
        """
        With PostgreSQL's own programs, in one transaction.
        """
        file = tmp_path / "today.tar.gz"
        try:
            with postgres_url() as url:
                bare.variables["DATABASE_URL"] = url
                self.round_trip(bare, file)
        except PostgresMissing as error:
            pytest.skip(str(error))

    def round_trip(self, site, file):
        assert site.run("init").returncode == 0
        add_user(site, "sari")
        assert site.run("backup", str(file)).returncode == 0
        add_user(site, "budi")

        refused = site.run("restore", str(file))
        forced = site.run("restore", "--force", str(file))

        assert refused.returncode == 3
        assert forced.returncode == 0, forced.stderr
        add_user(site, "budi")  # which would be refused if budi were there


def rewritten(good, bad, change):
    """
    A backup whose members were changed: ``change`` maps name and data to members.
    """
    with tarfile.open(good) as old, tarfile.open(bad, "w:gz") as new:
        for member in old:
            for info, data in change(member, old.extractfile(member).read()):
                info.size = len(data)
                new.addfile(info, io.BytesIO(data))
    return bad


class TestRefused:
    @pytest.fixture
    def take_out(self, tmp_path):
        def taken(file):
            folder = tmp_path / "out"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            return archives.take_out(file, folder)

        return taken

    def test_the_good_one_is_good(self, kept, take_out):
        """
        So that what follows is refused for the right reason.
        """
        assert take_out(kept).database == "sqlite"

    def test_half_of_one(self, kept, take_out, tmp_path):
        """
        A copy that broke off, wherever.
        """
        data = kept.read_bytes()
        for share in (0.1, 0.5, 0.99):
            half = tmp_path / "half.tar.gz"
            half.write_bytes(data[: int(len(data) * share)])
            with pytest.raises(BackupUnusable):
                take_out(half)

    def test_one_without_its_end(self, kept, take_out, tmp_path):
        """
        Whole files, but not all of them.
        """

        def change(info, data):
            if info.name != archives.MANIFEST:
                yield info, data

        with pytest.raises(BackupUnusable, match="manifest"):
            take_out(rewritten(kept, tmp_path / "bad.tar.gz", change))

    def test_one_whose_picture_was_changed(self, kept, take_out, tmp_path):
        """
        By a byte.
        """

        def change(info, data):
            yield info, data.replace(b"PNG sapi", b"PNG sapu")

        with pytest.raises(BackupUnusable, match=r"sapi\.png"):
            take_out(rewritten(kept, tmp_path / "bad.tar.gz", change))

    @pytest.mark.parametrize(
        "name",
        [
            "media/../../evil",
            "/etc/evil",
            "../evil",
            "media",
            "evil",
            "media//evil",
            "media/./evil",
            "media\\..\\evil",
            "database.sqlite3",
        ],
    )
    def test_one_with_a_name_that_leads_elsewhere(self, kept, take_out, tmp_path, name):
        """
        Or that stands twice.
        """

        def change(info, data):
            if info.name == archives.MANIFEST:
                yield tarfile.TarInfo(name), b"evil"
            yield info, data

        with pytest.raises(BackupUnusable):
            take_out(rewritten(kept, tmp_path / "bad.tar.gz", change))
        assert not list(tmp_path.rglob("evil"))

    @pytest.mark.parametrize(
        "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE]
    )
    def test_one_with_a_link(self, kept, take_out, tmp_path, kind):
        """
        What is written through a link lands elsewhere.
        """

        def change(info, data):
            if info.name == archives.MANIFEST:
                link = tarfile.TarInfo("media/link")
                link.type, link.linkname = kind, "/etc"
                yield link, b""
            yield info, data

        with pytest.raises(BackupUnusable):
            take_out(rewritten(kept, tmp_path / "bad.tar.gz", change))

    @pytest.mark.parametrize(
        "data",
        [b"", b"not an archive", gzip.compress(b"x" * 2000), gzip.compress(b"")],
        ids=["empty", "text", "no tar", "empty tar"],
    )
    def test_what_is_none(self, take_out, tmp_path, data):
        """
        Any file at all.
        """
        file = tmp_path / "none.tar.gz"
        file.write_bytes(data)

        with pytest.raises(BackupUnusable):
            take_out(file)

    def test_one_of_a_newer_program(self, kept, bare, tmp_path):
        """
        Its tables would be strange to this one, and nothing is touched.
        """

        def change(info, data):
            if info.name == archives.MANIFEST:
                told = json.loads(data)
                told["migrations"].append("articles.9999_future")
                data = json.dumps(told).encode()
            yield info, data

        done = bare.run(
            "restore", str(rewritten(kept, tmp_path / "newer.tar.gz", change))
        )

        assert done.returncode == 3
        assert "articles.9999_future" in done.stderr
        assert not bare.database.exists()

    def test_one_with_a_damaged_database(self, kept, full, tmp_path):
        """
        Even if all sums are right: the newsroom that is here stays.
        """
        sums = {}

        def change(info, data):
            if info.name == "database.sqlite3":
                data = data[:100] + bytes(len(data) - 100)
                sums["sha256"] = archives.hashlib.sha256(data).hexdigest()
            if info.name == archives.MANIFEST:
                told = json.loads(data)
                told["files"]["database.sqlite3"] |= sums
                data = json.dumps(told).encode()
            yield info, data

        bad = rewritten(kept, tmp_path / "bad.tar.gz", change)
        done = full.run("restore", "--force", str(bad))

        assert done.returncode == 3
        assert "Traceback" not in done.stderr
        assert users(full) == ["sari"]
        assert left_behind(full) == []


class TestSwapping:
    def test_what_fails_is_undone(self, tmp_path):
        """
        All names are as they were, whatever was done before.
        """
        for name in ("a", "b", "new-a"):
            (tmp_path / name).write_text(name)
        moves = [
            Move(place=tmp_path / "a", new=tmp_path / "new-a"),
            Move(place=tmp_path / "b", new=tmp_path / "missing"),
        ]

        with (
            pytest.raises(FileNotFoundError),
            swapped(moves, aside=tmp_path / "aside"),
        ):
            pass

        assert (tmp_path / "a").read_text() == "a"
        assert (tmp_path / "b").read_text() == "b"
        assert (tmp_path / "new-a").read_text() == "new-a"

    def test_so_is_all_if_what_is_done_meanwhile_fails(self, tmp_path):
        """
        As when PostgreSQL refuses.
        """
        (tmp_path / "a").write_text("old")
        (tmp_path / "new").write_text("new")

        def fail():
            with swapped(
                [Move(place=tmp_path / "a", new=tmp_path / "new")], aside=tmp_path / "x"
            ):
                assert (tmp_path / "a").read_text() == "new"
                raise ValueError

        with pytest.raises(ValueError):  # noqa: PT011 - nothing but ours
            fail()
        assert (tmp_path / "a").read_text() == "old"
