"""
What every wrapper of an engine has in common: all but how it translates.
"""

from selaras.engines.optional import close, model_of
from selaras.engines.protocol import Engine
from selaras.languages import Tag


class Wrapping:
    """
    An engine round another one, with the name, the model and the pairs of that one.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def name(self) -> str:
        """
        The name of the engine inside.
        """
        return self._engine.name

    @property
    def model(self) -> str:
        """
        The model of the engine inside.
        """
        return model_of(self._engine)

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        What the engine inside supports.
        """
        return self._engine.supports(source, target)

    def close(self) -> None:
        """
        Close the engine inside, and nothing else.
        """
        close(self._engine)
