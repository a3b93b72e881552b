"""
The files for containers, as far as they can be looked at without building.
"""

import re
from pathlib import Path

import pytest
import yaml

from selaras_site.cli import app

ROOT = Path(__file__).parents[3]
CONTAINERFILE = (ROOT / "Containerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def commands():
    return {command.callback.__name__ for command in app.registered_commands}


class TestContainerfile:
    def test_what_is_copied_is_there(self):
        """
        Every source of a COPY.
        """
        copied = re.findall(r"^COPY (.+) \S+$", CONTAINERFILE, re.MULTILINE)
        sources = [source for line in copied for source in line.split()]

        assert sources
        assert all((ROOT / source).exists() for source in sources)

    def test_nothing_runs_as_root_and_everything_has_its_sum(self):
        """
        A user before the entry point, hashes for packages.
        """
        assert CONTAINERFILE.index("USER selaras") < CONTAINERFILE.index("ENTRYPOINT")
        assert "--require-hashes" in CONTAINERFILE

    def test_packages_are_those_that_tests_run_with(self):
        """
        The site's pins are part of the developers' pins.
        """
        pin = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
        site = pin.findall((ROOT / "requirements/site.txt").read_text())
        dev = dict(pin.findall((ROOT / "requirements/dev.txt").read_text()))

        assert site
        assert {name: dev.get(name) for name, _ in site} == dict(site)


class TestCompose:
    @pytest.mark.parametrize("name", ["setup", "site", "worker"])
    def test_services_run_commands_that_there_are(self, name):
        """
        With the arguments of the command line.
        """
        assert COMPOSE["services"][name]["command"][0] in commands()

    def test_two_workers_wait_for_the_tables(self):
        """
        As the server does.
        """
        services = COMPOSE["services"]

        assert services["worker"]["deploy"]["replicas"] == 2
        for name in ("site", "worker"):
            needed = services[name]["depends_on"]["setup"]
            assert needed == {"condition": "service_completed_successfully"}

    def test_volumes_are_declared(self):
        """
        Each that a service uses.
        """
        used = {
            volume.partition(":")[0]
            for service in COMPOSE["services"].values()
            for volume in service.get("volumes", ())
        }

        assert used == set(COMPOSE["volumes"])
