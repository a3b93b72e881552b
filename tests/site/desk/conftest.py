"""
People of the newsroom, each with a client that is logged in.
"""

import pytest
from django.test import Client

from selaras_site.accounts import roles
from selaras_site.accounts.roles import roles_make

from .factories import make_section, make_user


@pytest.fixture(autouse=True)
def _english(settings):
    """
    The desk speaks English here, as the tests do; the catalogues have their own.
    """
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def newsroom(db):
    """
    The roles and one section.
    """
    roles_make()
    return make_section()


@pytest.fixture
def client_of(newsroom):
    """
    A client for somebody with a role.
    """

    def logged_in(*names):
        client = Client()
        client.force_login(make_user(*names))
        return client

    return logged_in


@pytest.fixture
def editor(client_of):
    return client_of(roles.EDITOR)


@pytest.fixture
def reporter(client_of):
    return client_of(roles.REPORTER)


@pytest.fixture
def reviewer(client_of):
    return client_of(roles.REVIEWER)


@pytest.fixture
def chief(client_of):
    return client_of(roles.CHIEF)
