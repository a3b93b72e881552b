"""
DeepL, through its own client.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selaras.engines.answers import believed
from selaras.engines.batches import Limits, in_batches
from selaras.engines.extras import client_of
from selaras.engines.protocol import Hypotheses, Hypothesis, Provenance, Request
from selaras.engines.statuses import excerpt, failure
from selaras.errors import (
    EngineBroken,
    EngineError,
    EngineRefused,
    EngineUnavailable,
)
from selaras.languages import Tag

if TYPE_CHECKING:
    import deepl

SOURCES: dict[Tag, str] = {
    "id": "ID",
    "en": "EN",
    "zh": "ZH",
    "ja": "JA",
    "ar": "AR",
    "fr": "FR",
}

TARGETS: dict[Tag, str] = SOURCES | {"en": "EN-US", "zh": "ZH-HANS"}
"""
Where a target needs a variant, https://developers.deepl.com/docs/resources/supported-languages.
"""

LIMITS = Limits(segments=50, characters=20_000)
"""
Fifty texts and 128 KiB a call, of which JSON's escapes take their share.
"""


class DeepLEngine:
    """
    Translates with DeepL. The article's headline goes along as context.

    Formality is left as the service has it. Terms are not told: the service takes them
    only as a glossary that was made there beforehand. It does not retry by itself, and
    tells the client not to either: wrap it in ``Patient``. The client does not tell how
    long the service wants to be left alone.

    Args:
        key: the account's key; one that ends in ``:fx`` is a free account's.
        url: the server, where it is not DeepL's own.
        name: what provenance calls this engine.
    """

    def __init__(self, key: str, *, url: str = "", name: str = "deepl") -> None:
        with client_of(name):
            import deepl
        if not key:
            raise EngineRefused("DeepL needs the key of an account, and got none.")
        # The client has no other switch for it: its README names this one.
        deepl.http_client.max_network_retries = 0
        self.name = name
        self.model = ""
        self.limits = LIMITS
        self._key = key
        self._client = deepl.DeepLClient(
            key, server_url=url or None, send_platform_info=False
        )

    def close(self) -> None:
        """
        Close its connections.
        """
        self._client.close()  # type: ignore[no-untyped-call]

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        Every pair of the newsroom's languages.
        """
        return source != target and source in SOURCES and target in TARGETS

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, or raise.
        """
        texts = in_batches(requests, self._ask, self.limits)
        provenance = Provenance(engine=self.name, model=self.model)
        return [(Hypothesis(text=text, provenance=provenance),) for text in texts]

    def _ask(self, requests: Sequence[Request]) -> list[str]:
        import deepl

        try:
            results = self._client.translate_text(
                [request.text for request in requests],
                source_lang=SOURCES[requests[0].source],
                target_lang=TARGETS[requests[0].target],
                context=requests[0].context.headline or None,
                split_sentences=deepl.SplitSentences.OFF,
                preserve_formatting=True,
            )
        except deepl.DeepLException as error:
            raise self._failure(error) from error
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            # The client takes the answer's shape for granted.
            raise EngineBroken(f"{self.name} answered with something else.") from error
        answers = results if isinstance(results, list) else [results]
        return believed(self.name, requests, [answer.text for answer in answers])

    def _failure(self, error: deepl.DeepLException) -> EngineError:
        said = str(error).replace(self._key, "…")
        if error.http_status_code is not None:
            return failure(self.name, error.http_status_code, said)
        message = f"{self.name} cannot be reached: {excerpt(said)}"
        return EngineUnavailable(message, retryable=error.should_retry)
