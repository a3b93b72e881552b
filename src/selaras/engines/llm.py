"""
Large language models, behind any server that speaks OpenAI's chat API.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selaras.engines.answers import believed
from selaras.engines.batches import Limits, in_batches
from selaras.engines.extras import client_of
from selaras.engines.prompt import instructions, material, read
from selaras.engines.protocol import Hypotheses, Hypothesis, Provenance, Request
from selaras.engines.statuses import excerpt, failure, retry_after
from selaras.errors import (
    EngineBroken,
    EngineError,
    EngineRefused,
    EngineUnavailable,
)
from selaras.languages import LANGUAGES, Tag

if TYPE_CHECKING:
    import openai

OPENAI = "https://api.openai.com/v1"

LIMITS = Limits(segments=20, characters=6000)
"""
More segments in one call, and models begin to lose count.
"""

TO_CONNECT = 10.0
"""
How many seconds a server may take to pick up.
"""

TEMPERATURE = "temperature"
RESPONSE_FORMAT = "response_format"
OPTIONS = (TEMPERATURE, RESPONSE_FORMAT)
"""
What is asked for, and given up where a server objects.
"""

NO_KEY = "none"
"""
What a server is told that wants no key, since the client insists on one.
"""


class ChatEngine:
    """
    Translates with a language model behind an OpenAI-compatible server.

    The article's headline and the sentences beside a segment go along as context, and
    the newsroom's terms with each segment that has any. What the model answers is read
    strictly: one translation for each segment and not a word more. A batch that fails
    this is asked again in halves, so that one bad segment is found; if it fails alone,
    that is ``EngineBroken``.

    Servers differ in what they let be asked for: one that will not hear of a
    temperature, or of JSON, is asked without from then on. It does not retry by itself:
    wrap it in ``Patient``.

    Args:
        model: the model's name, as the server knows it.
        key: the key, or nothing for a server that wants none.
        base_url: the server's address, up to and with ``/v1``.
        timeout: how many seconds to wait for an answer.
        temperature: 0 asks for the likeliest answer.
        limits: how much goes into one call.
        name: what provenance calls this engine.
    """

    def __init__(
        self,
        model: str,
        *,
        key: str = "",
        base_url: str = OPENAI,
        timeout: float = 120.0,
        temperature: float = 0.0,
        limits: Limits = LIMITS,
        name: str = "openai",
    ) -> None:
        with client_of(name):
            import openai
        self.name = name
        self.model = model
        self._temperature = temperature
        self._without: frozenset[str] = frozenset()
        self._key = key
        self.limits = limits
        self._client = openai.OpenAI(
            api_key=key or NO_KEY,
            base_url=base_url,
            timeout=openai.Timeout(timeout, connect=min(timeout, TO_CONNECT)),
            max_retries=0,
        )

    def close(self) -> None:
        """
        Close its connections.
        """
        self._client.close()

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        Every pair of the newsroom's languages: a model does not tell what it knows.
        """
        return source != target and {source, target} <= LANGUAGES.keys()

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, or raise.
        """
        texts = in_batches(requests, self._ask, self.limits)
        provenance = Provenance(engine=self.name, model=self.model)
        return [(Hypothesis(text=text, provenance=provenance),) for text in texts]

    def _ask(self, requests: Sequence[Request]) -> list[str]:
        try:
            answer = self._answer(requests)
            return believed(self.name, requests, read(self.name, answer, len(requests)))
        except EngineBroken:
            if len(requests) == 1:
                raise
            middle = len(requests) // 2
            return [*self._ask(requests[:middle]), *self._ask(requests[middle:])]

    def _answer(self, requests: Sequence[Request]) -> str:
        import openai

        without = self._without
        try:
            return self._content(self._completed(requests, without))
        except openai.APIStatusError as error:
            if unwanted := _unwanted(error) - without:
                self._without = without | unwanted
                return self._answer(requests)
            raise self._failure(error) from error
        except openai.APIResponseValidationError as error:
            raise EngineBroken(f"{self.name} answered with something else.") from error
        except openai.APIConnectionError as error:
            reason = excerpt(str(error.__cause__ or error)) or "no reason given"
            raise EngineUnavailable(
                f"{self.name} cannot be reached or does not answer in time: {reason}"
            ) from error
        except ValueError as error:
            raise EngineBroken(
                f"{self.name} was to answer in JSON, and did not."
            ) from error

    def _completed(
        self, requests: Sequence[Request], without: frozenset[str]
    ) -> object:
        import openai

        pair = requests[0].source, requests[0].target
        plain = TEMPERATURE in without
        free = RESPONSE_FORMAT in without
        return self._client.chat.completions.create(
            model=self.model,
            messages=[
                {"role": "system", "content": instructions(*pair)},
                {"role": "user", "content": material(requests)},
            ],
            temperature=openai.omit if plain else self._temperature,
            response_format=openai.omit if free else {"type": "json_object"},
        )

    def _content(self, completion: object) -> str:
        # The client checks nothing: any field may be missing or of another type.
        choices = getattr(completion, "choices", None)
        choice = choices[0] if isinstance(choices, list) and choices else None
        message = getattr(choice, "message", None)
        content = getattr(message, "content", None)
        reason = getattr(choice, "finish_reason", None)
        if reason == "content_filter" or getattr(message, "refusal", None):
            raise EngineRefused(f"{self.name} ({self.model}) will not translate this.")
        if reason == "length":
            raise EngineBroken(f"{self.name} stopped in the middle of its answer.")
        if not isinstance(content, str):
            raise EngineBroken(f"{self.name} answered without a message.")
        return content

    def _failure(self, error: openai.APIStatusError) -> EngineError:
        said = _said(error)
        if self._key:
            said = said.replace(self._key, "…")
        if error.code == "insufficient_quota":
            # OpenAI says 429 to an account without money, which waiting does not mend.
            return EngineRefused(f"{self.name} wants to be paid first: {excerpt(said)}")
        after = retry_after(error.response.headers)
        return failure(self.name, error.status_code, said, after=after)


def _unwanted(error: openai.APIStatusError) -> frozenset[str]:
    if error.status_code not in (400, 422):
        return frozenset()
    said = f"{error.param} {_said(error)}"
    return frozenset(option for option in OPTIONS if option in said)


def _said(error: openai.APIStatusError) -> str:
    # Servers that are not OpenAI's put their words in various places.
    match error.body:
        case {"message": str(message)}:
            return message
        case None:
            return error.message
        case body:
            return str(body)
