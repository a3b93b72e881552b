"""
What a machine hands over, in the shape that the memory asks for.
"""

from typing import Protocol

from selaras.article.model import Link
from selaras.languages import Tag


class MachineAnswer(Protocol):
    """
    What an engine hands over to be remembered.
    """

    @property
    def text(self) -> str:
        """
        The source text.
        """

    @property
    def translation(self) -> str:
        """
        Its translation.
        """

    @property
    def source(self) -> Tag:
        """
        The language of the text.
        """

    @property
    def target(self) -> Tag:
        """
        The language of the translation.
        """

    @property
    def engine(self) -> str:
        """
        Which engine made it.
        """

    @property
    def model(self) -> str:
        """
        With which model.
        """

    @property
    def via(self) -> tuple[Tag, ...]:
        """
        Through which pivot.
        """

    @property
    def steps(self) -> tuple[str, ...]:
        """
        What else was done.
        """

    @property
    def links(self) -> tuple[Link, ...] | None:
        """
        The alignment, if it was asked for.
        """
