import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from selaras.article import Link
from selaras.errors import MemoryUnusable
from selaras.memory import Entry, Memory
from selaras.memory.schema import APPLICATION_ID, VERSION

WRITER = """
import sys
from selaras.memory import Entry, Memory

path, who, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Memory(path) as memory:
    for n in range(number):
        batch = [
            Entry(text=f"{who} {n} {k}", translation="x", target="en", engine=who)
            for k in range(10)
        ]
        memory.remember_many(batch)
        print(n, flush=True)
"""


def writer(path, who, number):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), who, str(number)],
        stdout=subprocess.PIPE,
        text=True,
    )


def entry(text="Gempa.", **values) -> Entry:
    return Entry(text=text, translation="Quake.", target="en", level="human", **values)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.db"


class TestSharing:
    def test_two_processes_that_begin_together_lose_nothing(self, path):
        both = [writer(path, who, 20) for who in ("a", "b")]
        for process in both:
            process.communicate(timeout=60)

        assert [process.returncode for process in both] == [0, 0]
        with Memory(path) as memory:
            assert memory.counts().machine == 400

    def test_threads_share_one_memory(self, path):
        with Memory(path) as memory, ThreadPoolExecutor(8) as pool:
            list(pool.map(memory.remember, [entry(f"Nomor {n}.") for n in range(100)]))
            found = list(
                pool.map(lambda n: memory.exact(f"Nomor {n}.", target="en"), range(100))
            )

        assert all(found)

    def test_two_memories_on_one_file_see_each_others_work(self, path):
        with Memory(path) as one, Memory(path) as other:
            one.remember(entry())

            assert other.exact("Gempa.", target="en")

    @pytest.mark.skipif(sys.platform == "win32", reason="nothing forks there")
    def test_a_forked_child_opens_the_file_for_itself(self, path):
        with Memory(path) as memory:
            memory.remember(entry("Induk."))
            child = multiprocessing.get_context("fork").Process(
                target=memory.remember, args=(entry("Anak."),)
            )
            child.start()
            child.join(30)
            memory.remember(entry("Induk lagi."))

            assert child.exitcode == 0
            assert sorted(e.text for e in memory.entries()) == [
                "Anak.",
                "Induk lagi.",
                "Induk.",
            ]


class TestSurviving:
    def test_what_was_remembered_survives_a_kill(self, path):
        """
        Every batch that was acknowledged is there, and none is there by half.
        """
        process = writer(path, "a", 100_000)
        done = [int(process.stdout.readline()) for _ in range(15)]
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)

        with Memory(path) as memory:
            texts = [e.text for e in memory.entries()]
            assert len(texts) >= 10 * len(done)
            assert len(texts) % 10 == 0
            assert memory.exact("a 0 0", target="en", engine="a")
            assert memory.fuzzy("a 14 0", target="en", threshold=0.8)
            memory.remember(entry())

    def test_an_error_in_the_middle_takes_all_back(self, path):
        def entries():
            yield entry("Satu.")
            raise RuntimeError("The network went away.")

        with Memory(path) as memory:
            with pytest.raises(RuntimeError):
                memory.remember_many(entries())

            assert memory.counts().texts == 0
            memory.remember(entry())

    def test_a_closed_memory_says_so(self, path):
        memory = Memory(path)
        memory.close()
        memory.close()

        with pytest.raises(MemoryUnusable, match="was closed"):
            memory.counts()


class TestRefusing:
    def test_a_file_that_is_no_database(self, path):
        path.write_bytes(b"Ini bukan basis data. " * 100)

        with pytest.raises(MemoryUnusable, match=r"damaged.*left as it is"):
            Memory(path)

        assert path.read_bytes() == b"Ini bukan basis data. " * 100

    def test_a_damaged_file(self, path):
        with Memory(path) as memory:
            memory.remember_many(entry(f"Kalimat nomor {n}.") for n in range(500))
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xff" * 20_000 + whole[24_096:])

        with pytest.raises(MemoryUnusable, match=r"memory\.db"), Memory(path) as memory:
            list(memory.entries())

        assert path.exists()

    @pytest.mark.parametrize("seed", range(40))
    def test_any_damage_is_told_and_never_mended_by_force(self, path, seed):
        chance = random.Random(seed)
        link = Link(source=(0, 3), target=(0, 1))
        with Memory(path) as memory:
            memory.remember_many(
                entry(f"Nomor {n}.", via=("en",), links=(link,)) for n in range(200)
            )
        damaged = bytearray(path.read_bytes())
        for _ in range(chance.choice([1, 10, 100])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)

        with suppress(MemoryUnusable), Memory(path) as memory:
            list(memory.entries())
            memory.exact("Nomor 7.", target="en")
            memory.fuzzy("Nomor 77.", target="en")
            memory.counts()

        assert len(path.read_bytes()) == len(damaged)

    def test_half_a_file(self, path):
        with Memory(path) as memory:
            memory.remember_many(entry(f"Kalimat nomor {n}.") for n in range(500))
        path.write_bytes(path.read_bytes()[:20_000])

        with pytest.raises(MemoryUnusable, match="damaged"), Memory(path) as memory:
            list(memory.entries())

    def test_a_database_of_another_program(self, path):
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE article (id)")
        other.commit()
        other.close()
        before = path.read_bytes()

        with pytest.raises(MemoryUnusable, match="another program"):
            Memory(path)

        assert path.read_bytes() == before

    def test_a_newer_schema(self, path):
        Memory(path).close()
        newer = sqlite3.connect(path)
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
        newer.close()

        with pytest.raises(MemoryUnusable, match=rf"schema {VERSION + 1}.*Upgrade"):
            Memory(path)

    def test_a_file_that_another_program_keeps_locked(self, path):
        Memory(path).close()
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with (
            Memory(path, wait=0.1) as memory,
            pytest.raises(MemoryUnusable, match="locked by another program"),
        ):
            memory.remember(entry())

        other.close()

    def test_a_lock_is_waited_for(self, path):
        Memory(path).close()
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        released = threading.Event()

        def release():
            released.set()
            other.execute("COMMIT")

        timer = threading.Timer(0.3, release)
        timer.start()

        with Memory(path) as memory:
            memory.remember(entry())
            assert released.is_set()
            assert memory.counts().human == 1

        timer.join()
        other.close()

    def test_a_folder(self, tmp_path):
        with pytest.raises(MemoryUnusable, match="cannot be opened"):
            Memory(tmp_path)

    def test_a_folder_that_is_a_file(self, path):
        path.write_text("")

        with pytest.raises(MemoryUnusable, match="cannot be opened"):
            Memory(path / "memory.db")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_file_that_may_not_be_written_to(self, path):
        Memory(path).close()
        path.chmod(0o400)

        with (
            pytest.raises(MemoryUnusable, match="may not be written"),
            Memory(path) as memory,
        ):
            memory.remember(entry())

    def test_an_empty_file_is_a_new_memory(self, path):
        path.touch()

        with Memory(path) as memory:
            memory.remember(entry())
            assert memory.counts().human == 1


def test_the_file_says_whose_it_is(path):
    Memory(path).close()

    header = path.read_bytes()[:100]

    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == VERSION


def test_thousands_of_segments_are_all_found_in_their_order(path):
    entries = [
        entry(f"Kalimat nomor {n} tentang gempa di Cianjur dan sekitarnya.")
        for n in range(5_000)
    ]
    texts = [e.text for e in entries]

    with Memory(path) as memory:
        memory.remember_many(entries)
        found = memory.exact_many(texts, target="en")

    assert [e and e.text for e in found] == texts
