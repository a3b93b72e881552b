"""
Everything that taking in articles from elsewhere can raise.

* SelarasError
  x IngestError             ``retryable`` tells whether the same call may succeed later
    + SourceTooLarge        the whole file is over a stated limit
    + SourceUnreadable      it is not the XML, JSON or text that it should be
    + DoctypeRefused        its XML declares a document type or entities
    + SourceUnknown         no reader knows this format
    + ItemRefused           one item cannot be taken in; the others can
    + ClaimLost             another worker has taken the source over
    + FetchError            nothing came back that can be read
      - AddressRefused      the address is not one that may be fetched
      - ConnectionFailed    the host was not found, or did not answer in time
      - StatusUnexpected    the server answered with another status than asked for
      - AnswerTooLarge      the answer is over the limit, packed or unpacked
      - AnswerBroken        the answer is not whole, or not HTTP
"""

from selaras.errors import SelarasError


class IngestError(SelarasError):
    """
    Articles from elsewhere could not be taken in.

    ``retryable`` is the decision its catcher must make: whether the same call may
    succeed later.
    """

    retryable = False

    def __init__(self, message: str, *, retryable: bool | None = None) -> None:
        super().__init__(message)
        if retryable is not None:
            self.retryable = retryable


class SourceTooLarge(IngestError):
    """
    The whole file is over a limit; the message names the limit and the size.
    """


class SourceUnreadable(IngestError):
    """
    The bytes are not the XML, JSON or text that they should be.
    """


class DoctypeRefused(IngestError):
    """
    XML with a document type is never read: entities can blow up or read files.
    """


class SourceUnknown(IngestError):
    """
    No reader knows this format.
    """


class ItemRefused(IngestError):
    """
    One item of a source cannot be taken in. Readers turn it into a ``Refused``.
    """


class ClaimLost(IngestError):
    """
    Another worker has taken the source over, because this one was silent too long.
    """


class FetchError(IngestError):
    """
    Nothing was fetched that can be read.
    """


class AddressRefused(FetchError):
    """
    The address, or one that it leads to, is not one that may be fetched.
    """


class ConnectionFailed(FetchError):
    """
    The host was not found, could not be reached, or did not answer in time.
    """

    retryable = True


class StatusUnexpected(FetchError):
    """
    The server answered with another status than 200 or 304.

    ``after`` is how many seconds the server asked to be left alone. A source that is
    410 (Gone) will not come back.
    """

    def __init__(
        self, message: str, *, status: int, retryable: bool, after: float | None
    ) -> None:
        super().__init__(message, retryable=retryable)
        self.status = status
        self.after = after


class AnswerTooLarge(FetchError):
    """
    The answer is over the limit, as it came or once it was unpacked.
    """


class AnswerBroken(FetchError):
    """
    The answer is not whole, or is packed in a way that was not asked for.
    """
