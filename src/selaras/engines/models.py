"""
Which model an engine would translate with, asked before it translates.

The memory binds a machine's answer to the model that gave it, so a model that was
replaced must be recognisable without asking it. An engine tells it with ``model``,
which is not part of the ``Engine`` protocol: one without it has one nameless model.
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


def model_of(engine: Engine) -> str:
    """
    The engine's model, or an empty name.
    """
    return engine.model if isinstance(engine, Modelled) else ""
