"""
An engine for tests and examples: it answers what it was told to.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from selaras.article.model import Link
from selaras.engines.protocol import Hypotheses, Hypothesis, Provenance, Request
from selaras.errors import EngineBroken, EngineError
from selaras.languages import Tag


class FakeEngine:
    """
    Translates with a function or from a table, in any language.

    ``links`` makes the alignment of a source and its translation, for requests that
    ask for one. ``raises`` is the error of every call, or the errors of the first
    calls, one each, ``None`` for a call that succeeds. ``requests`` is everything it
    was asked, in order; ``calls`` is how often.

    >>> engine = FakeEngine({"Gempa.": "An earthquake."})
    >>> [[best]] = engine.translate([Request(text="Gempa.", target="en")])
    >>> best.text
    'An earthquake.'
    """

    def __init__(
        self,
        answers: Callable[[str], str] | Mapping[str, str],
        *,
        links: Callable[[str, str], Sequence[Link]] | None = None,
        raises: EngineError | Sequence[EngineError | None] = (),
        name: str = "fake",
        model: str = "",
        pairs: Collection[tuple[Tag, Tag]] | None = None,
    ) -> None:
        self.name = name
        self.model = model
        self.requests: list[Request] = []
        self.calls = 0
        self._answers = answers
        self._links = links
        self._errors = _errors(raises)
        self._pairs = pairs

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        Every pair, unless it was told which.
        """
        return self._pairs is None or (source, target) in self._pairs

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Answer, or raise what it was told to raise.
        """
        self.calls += 1
        self.requests.extend(requests)
        if error := next(self._errors, None):
            raise error
        return [(self._hypothesis(request),) for request in requests]

    def _hypothesis(self, request: Request) -> Hypothesis:
        text = self._answer(request.text)
        links = self._links(request.text, text) if self._links and request.align else ()
        return Hypothesis(
            text=text,
            provenance=Provenance(engine=self.name, model=self.model),
            links=tuple(links),
        )

    def _answer(self, text: str) -> str:
        if callable(self._answers):
            return self._answers(text)
        if text not in self._answers:
            raise EngineBroken(
                f"The fake engine was not told how to translate {text!r}."
            )
        return self._answers[text]


def _errors(
    raises: EngineError | Sequence[EngineError | None],
) -> Iterator[EngineError | None]:
    if isinstance(raises, EngineError):
        while True:
            yield raises
    yield from raises
