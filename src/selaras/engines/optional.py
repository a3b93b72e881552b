"""
What an engine may have besides the ``Engine`` protocol.

The memory binds a machine's answer to the model that gave it, so a model that was
replaced must be recognisable without asking it: an engine tells it with ``model``, and
one without it has one nameless model. An engine that holds connections or a model in
memory gives them back with ``close``.
"""

from typing import Protocol, runtime_checkable

from selaras.engines.protocol import Engine


@runtime_checkable
class Modelled(Protocol):
    """
    Something that knows its model.
    """

    @property
    def model(self) -> str:
        """
        What ``Provenance.model`` of its answers will be.
        """


@runtime_checkable
class Closable(Protocol):
    """
    Something that can give back what it holds.
    """

    def close(self) -> None:
        """
        Give it back; twice is allowed.
        """


def model_of(engine: Engine) -> str:
    """
    The engine's model, or an empty name.
    """
    return engine.model if isinstance(engine, Modelled) else ""


def close(engine: Engine) -> None:
    """
    Close an engine that has something to close.
    """
    if isinstance(engine, Closable):
        engine.close()
