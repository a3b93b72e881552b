"""
Which model an engine would translate with, asked before it translates.

The memory binds a machine's answer to the model that gave it, so a model that was
replaced must be recognisable without asking it. An engine tells it with ``model_for``,
which is not part of the ``Engine`` protocol: one without it has one nameless model.
"""

from typing import Protocol, runtime_checkable

from selaras.engines.protocol import Engine
from selaras.languages import Tag


@runtime_checkable
class Modelled(Protocol):
    """
    Something that knows the model behind each pair of languages.
    """

    def model_for(self, source: Tag, target: Tag) -> str:
        """
        What ``Provenance.model`` of its answers will be.
        """


def model_for(engine: Engine, source: Tag, target: Tag) -> str:
    """
    The engine's model for a pair, or an empty name.
    """
    return engine.model_for(source, target) if isinstance(engine, Modelled) else ""
