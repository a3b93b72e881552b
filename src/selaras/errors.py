"""
Everything the core can raise.

* SelarasError
  x ArticleError            what came in is not an article
    + ArticleEmpty          there is nothing to translate
    + ArticleTooLarge       it is over a stated limit
    + ArticleUnreadable     it is not text, or not in the encoding it claims
    + ArticleForeign        an Indonesian original was expected, and it is not one
    + FormatUnknown         no reader or writer has this name or file ending
    + SegmentMismatch       a translation does not fit the article it was cut from
    + TagsWrong             numbered tags in a corrected sentence cannot be understood
  x EngineError             ``retryable`` tells the caller what to do
    + PairUnsupported       this engine does not translate this pair
    + EngineUnavailable     the engine cannot be reached, or refuses for now
    + EngineRefused         the engine will not do it, now or later
    + EngineBroken          what the engine answered is not an answer
  x WeightsError
    + ModelMissing          no model of this name is on this machine
    + ManifestInvalid       a model's manifest does not say what it must
    + ChecksumMismatch      a file is not the file that the manifest names
    + DownloadFailed        ``retryable`` tells whether to call again
  x PolicyInvalid           a policy of the gate does not say what it must
  x MemoryUnusable          the translation memory's file cannot be used
  x EvaluationError         the files to be scored do not fit each other
  x OutputUnwritable        a result could not be written where it was wanted
"""


class SelarasError(Exception):
    """
    The root: catching it catches everything the core raises on purpose.
    """


class ArticleError(SelarasError):
    """
    What came in cannot be made into an article.
    """


class ArticleEmpty(ArticleError):
    """
    The article holds no text.
    """


class ArticleTooLarge(ArticleError):
    """
    The article is over a limit; the message names the limit and the size.
    """


class ArticleUnreadable(ArticleError):
    """
    The bytes are not text in the encoding that they claim.
    """


class ArticleForeign(ArticleError):
    """
    The original is plainly in another language than Indonesian.
    """


class FormatUnknown(ArticleError):
    """
    No reader or writer goes by this name.
    """


class SegmentMismatch(ArticleError):
    """
    Segments do not fit the article that they are joined into.
    """


class TagsWrong(ArticleError):
    """
    The numbered tags that somebody wrote into a sentence cannot be understood.

    ``number`` is the tag's; ``fault`` is ``unknown`` (the source has no such mark),
    ``not opened``, ``not closed`` or ``twice``.
    """

    def __init__(self, number: int, fault: str) -> None:
        super().__init__(f"Tag {number} of the sentence is wrong: {fault}.")
        self.number = number
        self.fault = fault


class EngineError(SelarasError):
    """
    An engine did not translate.

    ``retryable`` is the decision its catcher must make: whether the same call may
    succeed later. ``after`` is how many seconds the engine asked to be left alone.
    """

    retryable = False

    def __init__(
        self,
        message: str,
        *,
        retryable: bool | None = None,
        after: float | None = None,
    ) -> None:
        super().__init__(message)
        if retryable is not None:
            self.retryable = retryable
        self.after = after


class PairUnsupported(EngineError):
    """
    The engine has no model or no service for this pair of languages.
    """


class EngineUnavailable(EngineError):
    """
    The engine is not there now: no network, too busy, over its quota per minute.
    """

    retryable = True


class EngineRefused(EngineError):
    """
    The engine will not do this: a wrong key, an exhausted account, bad input.
    """


class EngineBroken(EngineError):
    """
    The engine answered with something that is not an answer.
    """


class WeightsError(SelarasError):
    """
    A model could not be found, read, checked or fetched.
    """


class ModelMissing(WeightsError):
    """
    No model of this name is on this machine.
    """


class ManifestInvalid(WeightsError):
    """
    A manifest is missing, malformed, or lacks what it must say.
    """


class ChecksumMismatch(WeightsError):
    """
    A file's SHA-256 is not the one that its manifest names.
    """


class DownloadFailed(WeightsError):
    """
    A model could not be fetched.
    """

    def __init__(self, message: str, *, retryable: bool) -> None:
        super().__init__(message)
        self.retryable = retryable


class PolicyInvalid(SelarasError):
    """
    A policy of the gate does not say what it must, or says what cannot be.
    """


class MemoryUnusable(SelarasError):
    """
    The translation memory's file is locked, damaged, or from a newer version.
    """


class EvaluationError(SelarasError):
    """
    The files to be scored do not fit each other.
    """


class OutputUnwritable(SelarasError):
    """
    A result could not be written; the message names the path and what would help.

    What was written before it is whole and stays. Retrying helps once there is room,
    or permission, or another folder.
    """
