from collections.abc import Iterator

import pytest

from selaras.memory import Memory


@pytest.fixture
def memory(tmp_path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.db") as memory:
        yield memory
