"""Every error a call can end with. Each has a ``code`` that stays the same between releases.

Errors survive pickling (they cross process boundaries in workers). Their text shows no credentials:
those of the call are taken out of what the vendor says.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from connector_runtime.client.codes import ErrorCode

_E = TypeVar("_E", bound="ConnectorError")


def _restore(kind: type[_E], message: str, state: dict[str, Any]) -> _E:
    error = kind.__new__(kind, message)
    error.args = (message,)
    error.__dict__.update(state)
    return error


class ConnectorError(Exception):
    """The base of all errors of connectors."""

    code: ErrorCode = "CONNECTOR_ERROR"
    """Says what happened, to programs."""
    retryable: bool = False
    """Whether the same call may succeed later, without a change."""

    def __init__(self, message: str, *, connector: str = "", operation: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.connector = connector
        self.operation = operation

    def at(self: _E, connector: str, operation: str) -> _E:
        """The same error, saying in which call it happened."""
        self.connector, self.operation = connector, operation
        return self

    def __str__(self) -> str:
        place = ".".join(part for part in (self.connector, self.operation) if part)
        return f"{place}: {self.message}" if place else self.message

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.code}: {self}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.message, self.__dict__)


class ConfigurationError(ConnectorError, ValueError):
    """A setting of the client or an option of the call has no meaning."""

    code: ErrorCode = "CONFIGURATION_INVALID"


class CredentialsMissingError(ConnectorError):
    """No credentials fit the operation. Nothing was sent; ``environment`` says what to set."""

    code: ErrorCode = "CREDENTIALS_MISSING"

    def __init__(self, message: str, *, environment: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.environment = environment


class ArgumentError(ConnectorError, ValueError):
    """An argument is missing, unknown, or cannot be sent. ``pointer`` leads to it (RFC 6901)."""

    code: ErrorCode = "VALIDATION_FAILED"

    def __init__(self, message: str, *, pointer: str = "") -> None:
        super().__init__(message)
        self.pointer = pointer


class UnknownOperationError(ConnectorError, LookupError):
    """The connector has no operation of that name."""

    code: ErrorCode = "OPERATION_NOT_SUPPORTED"


class APIError(ConnectorError):
    """The vendor's side of a call. ``attempts`` is how often the request was sent."""

    code: ErrorCode = "UPSTREAM_ERROR"
    attempts: int = 0


class APIConnectionError(APIError):
    """There was no reply. ``sent`` is False when the request certainly did not leave."""

    code: ErrorCode = "NETWORK_ERROR"
    retryable = True

    def __init__(self, message: str, *, sent: bool = True, local: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        self.local = local
        """Whether it was for want of something on our side, a free connection say."""


class APITimeoutError(APIConnectionError):
    """One attempt took longer than ``timeout``."""


class DeadlineExceededError(APIConnectionError):
    """The whole call took longer than ``deadline``."""

    code: ErrorCode = "DEADLINE_EXCEEDED"
    retryable = False


class OutcomeUnknownError(APIConnectionError):
    """A write was sent and its reply was lost: it may have happened. The cause says how.

    Where the vendor knows idempotency keys, the same call with ``idempotency_key`` is safe.
    """

    code: ErrorCode = "OUTCOME_UNKNOWN"
    retryable = False
    idempotency_key: str = ""
    """The key that was sent; empty where there was none."""


class CircuitOpenError(APIError):
    """The vendor is known to be failing; nothing was sent. Try after ``retry_after`` seconds."""

    code: ErrorCode = "CIRCUIT_OPEN"
    retryable = True

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ReplyTooLargeError(APIError):
    """The decoded reply is larger than ``limit`` bytes; the rest was not read."""

    code: ErrorCode = "REPLY_TOO_LARGE"

    def __init__(self, message: str, *, limit: int = 0) -> None:
        super().__init__(message)
        self.limit = limit


class ReplyError(APIError):
    """The reply is not what HTTP or its own headers say it is, and cannot be read."""

    code: ErrorCode = "REPLY_UNREADABLE"


class ContractViolationError(APIError):
    """Strict decoding: the reply is not what the description says, at ``pointer``."""

    code: ErrorCode = "CONTRACT_VIOLATION"

    def __init__(self, message: str, *, pointer: str, expected: str = "", got: str = "") -> None:
        super().__init__(message)
        self.pointer = pointer
        self.expected = expected
        self.got = got


class APIStatusError(APIError):
    """The vendor answered that the call failed."""

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: Mapping[str, str],
        body: Any = None,
        error: Any = None,
        vendor_code: str = "",
        vendor_message: str = "",
        request_id: str = "",
        retryable: bool = False,
        retry_after: float | None = None,
        vendor_retry: bool | None = None,
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        """The status; 2xx where the vendor says in the body that the call failed."""
        self.headers = headers
        self.body = body
        """The decoded JSON, else text, else bytes."""
        self.error = error
        """The body as the model that the description names; None where it names none."""
        self.vendor_code = vendor_code
        self.vendor_message = vendor_message
        self.request_id = request_id
        self.retryable = retryable
        self.retry_after = retry_after
        """Seconds the vendor asks to wait."""
        self.vendor_retry = vendor_retry
        """Whether the vendor says that trying again may help (``x-should-retry``)."""


class BadRequestError(APIStatusError):
    """400: the vendor does not understand the request."""


class AuthenticationError(APIStatusError):
    """401: the credentials are not valid."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials are valid, and do not suffice."""


class NotFoundError(APIStatusError):
    """404: there is no such thing, or it may not be seen."""


class ConflictError(APIStatusError):
    """409: the thing is not in the state that the call needs."""


class UnprocessableEntityError(APIStatusError):
    """422: the vendor understands the request, and refuses its values."""


class RateLimitError(APIStatusError):
    """429: too many calls; see ``retry_after``."""

    code: ErrorCode = "UPSTREAM_RATE_LIMITED"


class ServerError(APIStatusError):
    """5xx: the vendor failed."""


_FAMILIES: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def family_of(status: int) -> type[APIStatusError]:
    """The class of errors with this status."""
    return _FAMILIES.get(status, ServerError if 500 <= status <= 599 else APIStatusError)
