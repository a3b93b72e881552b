"""
The clients of services, which are installed only where they are wanted.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from selaras.errors import EngineRefused


@contextmanager
def client_of(engine: str) -> Iterator[None]:
    """
    Say what to install, where a client's import fails.
    """
    try:
        yield
    except ImportError as error:
        raise EngineRefused(
            f"The engine {engine!r} needs a package that is not installed here: "
            f"{error.name}. Install it with: pip install 'selaras[engines]'"
        ) from error
