"""
Sites for tests: one is set up, the others are its copies.
"""

import shutil

import pytest
from operations.sites import Site

from newsroom import policy_file


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """
    A site that was set up, and nothing else.
    """
    site = Site(tmp_path_factory.mktemp("template") / "site")
    done = site.run("init")
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def site(template, tmp_path):
    """
    A site of the test's own; whatever the small model says, it lets live.
    """
    shutil.copytree(template.data, tmp_path / "site")
    return Site(tmp_path / "site", {"SELARAS_POLICY": policy_file(tmp_path)})


@pytest.fixture
def bare(tmp_path):
    """
    A folder where nothing was set up.
    """
    return Site(tmp_path / "bare")
