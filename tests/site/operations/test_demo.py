"""
The demo: from nothing to six languages with one command, and nothing left behind.
"""

import os
import signal
import socket
import sys

import httpx
import pytest
from django.utils import timezone
from operations.sites import processes_of, until

from selaras.pipeline.policies import read_policy
from selaras_site.cli.demonstrating import POLICY, policy_told, settle
from selaras_site.operations.demo.content import examples_folder, stories
from selaras_site.operations.demo.pictures import DRAWINGS
from selaras_site.operations.processes import free_port, is_free

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks for processes in /proc"
)


def a_free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class TestPolicy:
    def test_holds_only_what_is_hardly_a_translation(self):
        """
        In part is fine: there must be something to see.
        """
        (rule,) = read_policy(POLICY).rules

        assert (rule.then, rule.failed_share_above) == ("hold", 0.9)

    @pytest.mark.parametrize("chosen", ["/etc/policy.toml", "", None])
    def test_is_the_default_unless_the_environment_has_one(self, chosen, monkeypatch):
        """
        The demo says which.
        """
        given = {} if chosen is None else {"SELARAS_POLICY": chosen}
        monkeypatch.setattr(os, "environ", given)

        settle(8000)

        assert os.environ.get("SELARAS_POLICY") == chosen
        assert (chosen or "the careful default") in policy_told()

    def test_may_be_to_show_everything(self, monkeypatch):
        monkeypatch.setattr(os, "environ", {"SELARAS_POLICY": "/etc/policy.toml"})

        settle(8000, show_all=True)

        assert os.environ["SELARAS_POLICY"] == str(POLICY)
        assert "--show-all" in policy_told()


class TestDemo:
    def test_from_nothing_to_an_article_in_english(self, bare):
        """
        And again, with what is there.
        """
        port = a_free_port()

        done = bare.run("demo", "--port", str(port), "--exit-after-ready", timeout=240)

        assert done.returncode == 0, done.stderr
        assert f"http://localhost:{port}" in done.stdout
        assert "200 /\n" in done.stderr
        assert "200 /en/" in done.stderr
        assert is_free(port)
        articles = bare.rows("SELECT count(*) FROM articles_article WHERE live")
        assert articles == [(21,)]
        password = (bare.data / "demo-password").read_text()
        assert password in done.stdout
        assert "The gate is the careful default" in done.stdout

        again = bare.run("demo", "--port", str(port), "--exit-after-ready", timeout=240)

        assert again.returncode == 0, again.stderr
        assert bare.rows("SELECT count(*) FROM articles_article") == articles
        assert password in again.stdout

    @linux
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
    def test_stopping_it_stops_everything(self, site, number):
        """
        However it is stopped: no process is left, and the data can be used again.
        """
        port = a_free_port()
        with site.started("demo", "--port", str(port), "--no-wait") as demo:
            until(lambda: answers(port) or demo.poll() is not None)
            demo.send_signal(number)
            code = demo.wait(timeout=240)

        until(lambda: not processes_of(site.data), seconds=40, every=0.2)
        assert is_free(port)
        assert code == (-9 if number == signal.SIGKILL else 130)
        assert site.rows("PRAGMA integrity_check") == [("ok",)]
        whole = site.rows("SELECT count(*) FROM articles_article")
        ordered = "SELECT count(DISTINCT article_id) FROM translations_version"
        assert site.rows(ordered) == whole

    def test_twice_on_the_same_data_is_refused(self, site):
        """
        With what to do.
        """
        port = a_free_port()
        with site.started("demo", "--port", str(port), "--no-wait") as demo:
            until(lambda: answers(port) or demo.poll() is not None)

            second = site.run("demo", "--port", str(port), "--no-wait")

            demo.send_signal(signal.SIGTERM)
            demo.wait(timeout=240)
        assert second.returncode == 3
        assert "in use" in second.stderr
        assert "SELARAS_DATA" in second.stderr

    def test_it_never_touches_another_database(self, bare):
        """
        Whatever the environment names.
        """
        bare.variables["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:9/berita"
        port = a_free_port()

        with bare.started("demo", "--port", str(port), "--no-wait") as demo:
            until(lambda: answers(port) or demo.poll() is not None)
            demo.send_signal(signal.SIGTERM)
            code = demo.wait(timeout=240)

        assert code == 130, demo.log.read_text()
        assert bare.rows("SELECT count(*) FROM articles_article") != [(0,)]


class TestStories:
    def test_the_first_has_all_that_a_front_page_shows(self):
        """
        Its picture and its summary; nothing is of a time that has not come.
        """
        now = timezone.now()

        *_, first = told = stories(examples_folder(), now=now)

        assert first.picture in DRAWINGS
        assert first.caption
        assert first.summary
        assert all(story.at <= now for story in told)


class TestPorts:
    def test_the_next_free_port_is_taken(self):
        """
        The one that was asked for, if it can be had.
        """
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]

            assert free_port(port) > port

        assert free_port(port) == port

    def test_none_is_an_error(self):
        """
        Rather than a port that nobody asked for.
        """
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]

            with pytest.raises(OSError, match="No port"):
                free_port(port, tries=1)


def answers(port, **headers):
    address = f"http://127.0.0.1:{port}/health/live"
    try:
        return httpx.get(address, headers=headers, timeout=5).is_success
    except httpx.TransportError:
        return False
