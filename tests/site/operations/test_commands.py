"""
The commands that set a site up, as an operator meets them.
"""

import pytest


class TestInit:
    def test_there_are_six_sections_in_six_languages(self, site):
        """
        With an address in ASCII in each.
        """
        rows = site.rows("SELECT language, name, slug FROM articles_sectionname")

        assert len(rows) == 36
        assert {row[0] for row in rows} == {"id", "en", "zh", "ja", "ar", "fr"}
        assert all(slug.isascii() for _, _, slug in rows)

    def test_a_second_time_changes_nothing(self, site):
        """
        What an editor renamed stays renamed.
        """
        before = site.rows("SELECT * FROM articles_sectionname ORDER BY id")

        done = site.run("init")

        assert done.returncode == 0
        assert "0 migrations were missing" in done.stderr
        assert site.rows("SELECT * FROM articles_sectionname ORDER BY id") == before


class TestCreateuser:
    def test_a_reporter_can_be_made(self, site):
        """
        The password comes by standard input, and only its hash is kept.
        """
        done = site.run(
            "createuser", "sari", "--role", "reporter", said="kapal-bulan-72\n"
        )

        assert done.returncode == 0, done.stderr
        ((name, hashed, is_superuser),) = site.rows(
            "SELECT username, password, is_superuser FROM accounts_user"
        )
        groups = site.rows(
            "SELECT name FROM auth_group g JOIN accounts_user_groups ON group_id = g.id"
        )
        assert (name, is_superuser) == ("sari", 0)
        assert hashed.startswith("argon2$")
        assert groups == [("Reporter",)]

    @pytest.mark.parametrize("password", ["", "12345678", "sari", "password"])
    def test_a_weak_password_is_refused(self, site, password):
        """
        By the same rules as in the newsroom, and nobody is made.
        """
        done = site.run("createuser", "sari", "--role", "editor", said=f"{password}\n")

        assert done.returncode == 3
        assert done.stderr.startswith("error: ")
        assert site.rows("SELECT username FROM accounts_user") == []

    def test_an_unknown_role_is_answered_with_those_there_are(self, site):
        """
        In one sentence.
        """
        done = site.run("createuser", "sari", "--role", "raja", said="kapal-bulan-72\n")

        assert done.returncode == 3
        assert "reporter" in done.stderr
        assert "'raja'" in done.stderr


class TestSentences:
    def test_a_worker_says_what_an_empty_database_lacks(self, bare):
        """
        Instead of failing at its first task.
        """
        bare.data.mkdir()

        done = bare.run("worker")

        assert done.returncode == 3
        assert "selaras-site init" in done.stderr
        assert "Traceback" not in done.stderr

    def test_settings_that_lack_something_are_named(self, bare):
        """
        The one variable, not a page of Python.
        """
        bare.variables["DJANGO_SETTINGS_MODULE"] = (
            "selaras_site.config.settings.production"
        )

        done = bare.run("init")

        assert done.returncode == 2
        assert "SELARAS_SECRET_KEY" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_database_that_is_not_there_is_said(self, bare):
        """
        With where to look.
        """
        bare.variables["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:9/nothing"

        done = bare.run("worker")

        assert done.returncode == 3
        assert "DATABASE_URL" in done.stderr
        assert "Traceback" not in done.stderr
