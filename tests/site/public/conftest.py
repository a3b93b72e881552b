import pytest
from public.factories import make_section


@pytest.fixture
def section(db):
    return make_section()
