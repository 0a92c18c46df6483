"""What httpx and httpcore raise, as our errors. Both libraries name their exceptions alike."""

from typing import NoReturn

from connector_runtime.client.errors import (
    APIConnectionError,
    APITimeoutError,
    ConnectorError,
    ReplyError,
)

_NOT_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol"})
_UNREADABLE = frozenset({"DecodingError"})
_LIBRARIES = ("httpx", "httpcore")
_TRANSPORT = (OSError, EOFError)
"""What httpcore lets through: the alert, say, with which a server refuses our certificate after the
handshake is over (TLS 1.3)."""


def failure_of(error: Exception, host: str) -> ConnectorError | None:
    """Our error for an exception of the HTTP libraries; None for any other exception.

    Messages of the libraries may quote header values, so only the exception's kind is told.
    """
    kinds = [kind for kind in type(error).__mro__ if kind.__module__.startswith(_LIBRARIES)]
    if not kinds and isinstance(error, _TRANSPORT):
        return APIConnectionError(f"the connection to {host} failed: {error}", sent=True)
    if not kinds:
        return None
    names = {kind.__name__ for kind in kinds}
    name = kinds[0].__name__
    sent = names.isdisjoint(_NOT_SENT)
    if "TimeoutException" in names:
        local = name == "PoolTimeout"
        return APITimeoutError(
            f"{_stage(name)} {host} took too long ({name})", sent=sent, local=local
        )
    if not names.isdisjoint(_UNREADABLE):
        return ReplyError(f"the reply of {host} cannot be decoded")
    reason = error.__cause__ or error.__context__
    detail = f": {reason}" if not sent and isinstance(reason, OSError) else ""
    failure = APIConnectionError(f"the connection to {host} failed ({name}{detail})", sent=sent)
    if "CERTIFICATE_VERIFY_FAILED" in str(reason):
        failure.retryable = False
    return failure


def raise_ours(error: Exception, host: str) -> NoReturn:
    """Raise our error for one of the HTTP libraries, and any other as it is."""
    failure = failure_of(error, host)
    if failure is None:
        raise error
    raise failure from error


def _stage(name: str) -> str:
    if name == "ConnectTimeout":
        return "connecting to"
    return "getting a connection to" if name == "PoolTimeout" else "the answer of"


def timed_out(host: str) -> APITimeoutError:
    """The attempt's time was over while the reply was read."""
    return APITimeoutError(f"the answer of {host} took too long")
