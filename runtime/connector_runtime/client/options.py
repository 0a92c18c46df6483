"""What can be set: for one call (:class:`CallOptions`) and for a client (:class:`ClientSettings`)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypedDict

from connector_runtime.client.errors import ConfigurationError

if TYPE_CHECKING:
    import ssl

    import httpx

    from connector_runtime.client.clock import Clock
    from connector_runtime.client.events import Event
    from connector_runtime.client.resilience.settings import ResiliencePolicy

DEFAULT_TIMEOUT = 5.0
DEFAULT_DEADLINE = 30.0
_LONGEST = 86_400.0
_TOKEN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~")
_FRAMING = frozenset({"host", "content-length", "transfer-encoding", "connection"})


class ClientSettings(TypedDict, total=False):
    """The keyword arguments that every client takes."""

    base_url: str | None
    """Instead of the servers of the description; also ``<NAME>_BASE_URL``."""
    timeout: float
    """Seconds for one attempt, until the reply is read. Default 5, or what the operation needs."""
    deadline: float
    """Seconds for a whole call. Default 30."""
    policy: "ResiliencePolicy | None"
    """Retries, circuits and limits; ``ResiliencePolicy.default`` unless said otherwise."""
    transport: "httpx.BaseTransport | httpx.AsyncBaseTransport | None"
    """Any httpx transport instead of our own connections."""
    headers: Mapping[str, str] | None
    """Sent with every call."""
    hooks: "Sequence[Callable[[Event], object]] | None"
    proxy: str | None
    """Instead of the proxies of the environment."""
    verify: "ssl.SSLContext | str | bool"
    cert: str | tuple[str, str] | tuple[str, str, str] | None
    """Client certificate for mutual TLS: file, (file, key) or (file, key, password)."""
    limits: "httpx.Limits | None"
    strict: bool
    """Refuse replies that are not as described, instead of degrading them."""
    allow_http: bool
    """Allow ``http://`` to hosts other than this machine."""
    clock: "Clock"
    """Another clock, for tests that must not wait."""


def check_seconds(name: str, value: object) -> float:
    """A time in seconds that a call can be bounded by."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ConfigurationError(f"{name} must be a number of seconds, not {value!r}")
    if not 0 < value <= _LONGEST:
        raise ConfigurationError(f"{name} must be above 0 and at most 86400 seconds, not {value!r}")
    return float(value)


def check_headers(name: str, headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Header fields that can be sent as they are."""
    return tuple(
        (_header_name(name, key), _header_value(name, key, headers[key])) for key in headers
    )


def _header_name(setting: str, name: object) -> str:
    if not isinstance(name, str) or not name or not _TOKEN.issuperset(name):
        raise ConfigurationError(f"{setting}: {name!r} is not the name of a header")
    if name.lower() in _FRAMING:
        raise ConfigurationError(f"{setting}: {name} is written by the client itself")
    return name


def _header_value(setting: str, name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ConfigurationError(f"{setting}: the value of {name} must be text")
    if not value.isascii() or not (value.isprintable() or value.replace("\t", "").isprintable()):
        raise ConfigurationError(
            f"{setting}: the value of {name} holds line breaks, control characters or non-ASCII"
        )
    return value.strip(" \t")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOptions:
    """What one call does differently from its client."""

    timeout: float | None = None
    """Seconds for one attempt; None: as the operation or the client says."""
    deadline: float | None = None
    """Seconds for the whole call; None: as the client says."""
    headers: Mapping[str, str] | None = None
    idempotency_key: str | None = None
    """Makes repeating a write harmless, where the vendor supports it."""
    max_attempts: int | None = None
    """At most so many attempts; None: as the client's policy says."""
    extra_query: Mapping[str, Any] | None = None
    """Query parameters that the description does not know."""
    extra_body: Mapping[str, Any] | None = None
    """Members of the body that the description does not know."""
    content_type: str | None = None
    """Which of the documented media types of the body is sent."""
    base_url: str | None = None

    def __post_init__(self) -> None:
        if self.timeout is not None:
            check_seconds("timeout", self.timeout)
        if self.deadline is not None:
            check_seconds("deadline", self.deadline)
        if self.headers is not None:
            check_headers("headers", self.headers)
        if self.max_attempts is not None and (
            type(self.max_attempts) is not int or not 1 <= self.max_attempts <= 20
        ):
            raise ConfigurationError(
                f"max_attempts must be a whole number from 1 to 20, not {self.max_attempts!r}"
            )
        if self.idempotency_key is not None:
            check_headers("idempotency_key", {"Idempotency-Key": self.idempotency_key})
            if not self.idempotency_key.strip():
                raise ConfigurationError("idempotency_key is empty")


class RawCallOptions(CallOptions):
    """Options of a call that answers with the raw response; made by ``with_raw_response``."""

    __slots__ = ()


def raw_options(options: CallOptions | None) -> RawCallOptions:
    """The same options, for a call that answers with the raw response."""
    if options is None:
        return RawCallOptions()
    return RawCallOptions(**{each.name: getattr(options, each.name) for each in fields(options)})


class StreamedCallOptions(CallOptions):
    """Options of a call whose reply the caller reads; made by ``with_streaming_response``."""

    __slots__ = ()


def streamed_options(options: CallOptions | None) -> StreamedCallOptions:
    """The same options, for a call whose reply the caller reads."""
    if options is None:
        return StreamedCallOptions()
    return StreamedCallOptions(
        **{each.name: getattr(options, each.name) for each in fields(options)}
    )


NO_OPTIONS = CallOptions()
