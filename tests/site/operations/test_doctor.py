"""
The doctor finds what is wrong, says what to do, and fails only for what does not work.
"""

import os
import re
import sqlite3
from contextlib import closing

import pytest
from operations.sites import until


def verdicts(done):
    lines = re.findall(r"^(ok|warn|fail) +(\S+) ", done.stdout, re.MULTILINE)
    return {name: verdict for verdict, name in lines}


class TestWell:
    def test_with_a_worker_all_is_well(self, site):
        """
        Exit code 0, and the engine says a sentence.
        """
        with site.started("worker"):
            until(lambda: site.rows("SELECT * FROM operations_heartbeat"))

            done = site.run("doctor")

        assert set(verdicts(done).values()) <= {"ok", "warn"}, done.stdout
        assert done.returncode == 0
        assert verdicts(done)["engine"] == "ok"
        assert verdicts(done)["worker"] == "ok"


class TestBroken:
    def test_without_a_worker(self, site):
        """
        Nothing would be translated.
        """
        done = site.run("doctor")

        assert done.returncode == 1
        assert verdicts(done)["worker"] == "fail"
        assert "-> Start `selaras-site worker`." in done.stdout

    def test_before_anything_was_set_up(self, bare):
        """
        Each lack is named, and none is a traceback.
        """
        bare.data.mkdir()

        done = bare.run("doctor")

        assert done.returncode == 1
        assert verdicts(done)["database"] == "fail"
        assert verdicts(done)["media"] == "fail"
        assert "selaras-site init" in done.stdout
        assert "Traceback" not in done.stdout + done.stderr

    def test_without_a_folder(self, bare):
        """
        Neither is that one.
        """
        done = bare.run("doctor")

        assert done.returncode == 1
        assert "Traceback" not in done.stdout + done.stderr

    def test_with_a_database_that_is_not_there(self, site):
        """
        What needs it is left out; the rest is still looked at.
        """
        site.variables["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:9/nothing"

        done = site.run("doctor")

        assert done.returncode == 1
        assert verdicts(done)["database"] == "fail"
        assert "worker" not in verdicts(done)
        assert verdicts(done)["engine"] == "ok"

    def test_with_an_engine_that_there_is_not(self, site):
        """
        The engine's own sentence.
        """
        site.variables["SELARAS_ENGINE"] = "local:tidak-ada"

        assert verdicts(site.run("doctor"))["engine"] == "fail"

    def test_with_a_memory_that_is_no_memory(self, site):
        """
        A file of something else.
        """
        (site.data / "memory.sqlite3").write_bytes(b"bukan memori" * 100)

        assert verdicts(site.run("doctor"))["memory"] == "fail"

    def test_with_a_policy_that_says_what_cannot_be(self, site, tmp_path):
        """
        What is wrong with it, and that nothing goes live meanwhile; said once.
        """
        path = tmp_path / "policy.toml"
        path.write_text('schema = 1\n[[rules]]\nname = "x"\nthen = "maybe"')
        site.variables["SELARAS_POLICY"] = str(path)

        done = site.run("doctor")

        assert verdicts(done)["policy"] == "fail"
        assert done.stdout.count("maybe") == 1
        assert "every new version is held" in done.stdout

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_with_a_folder_that_cannot_be_written_to(self, site):
        """
        Pictures could not be kept.
        """
        (site.data / "media").chmod(0o500)

        assert verdicts(site.run("doctor"))["media"] == "fail"

    def test_with_work_that_nobody_does(self, site):
        """
        Versions and tasks that have waited too long.
        """
        site.publish("reg-022")
        with closing(sqlite3.connect(site.database)) as database:
            database.execute(
                "UPDATE translations_version SET created_at = '2026-01-01 00:00:00'"
            )
            database.execute(
                "UPDATE django_tasks_database_dbtaskresult "
                "SET enqueued_at = '2026-01-01 00:00:00'"
            )
            database.commit()

        done = site.run("doctor")

        assert verdicts(done)["versions"] == "fail"
        assert verdicts(done)["tasks"] == "fail"

    def test_after_a_restore_that_was_cut_short(self, site):
        """
        Data may be of two times.
        """
        (site.data / "restore-unfinished").write_text("")

        assert verdicts(site.run("doctor"))["restore"] == "fail"

    def test_in_production_django_is_asked_too(self, site):
        """
        A key that is too short is found.
        """
        site.variables |= {
            "DJANGO_SETTINGS_MODULE": "selaras_site.config.settings.production",
            "SELARAS_SECRET_KEY": "pendek",
            "SELARAS_HOSTS": "berita.example",
            "SELARAS_URL": "https://berita.example",
        }

        done = site.run("doctor")

        assert "security.W009" in done.stdout
