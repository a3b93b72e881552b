"""
What the tests of the site share.
"""

import pytest

from newsroom import ByHeart
from selaras_site.accounts.models import User
from selaras_site.translations import translating


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> ByHeart:
    """
    An engine that knows the translations of the articles that tests publish.
    """
    known = ByHeart()
    monkeypatch.setattr(translating, "current_engine", lambda: known)
    return known


@pytest.fixture
def editor(django_user_model: type[User]) -> User:
    """
    Somebody of the newsroom.
    """
    return django_user_model.objects.create_user("editor", password="rahasia")
