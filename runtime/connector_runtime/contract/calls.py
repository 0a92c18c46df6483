"""The edge: calls of a generated client, and all that can be seen of them."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol

from connector_runtime.client.connector import Connector
from connector_runtime.client.errors import ConfigurationError, ConnectorError, ReplyError
from connector_runtime.client.events import AttemptFinished, ContractViolation, Event
from connector_runtime.client.models import Violation
from connector_runtime.client.operation import Operation
from connector_runtime.client.options import CallOptions, RawCallOptions
from connector_runtime.client.raw_response import RawResponse

_NONE: frozenset[str] = frozenset()


class NoMockError(ConfigurationError):
    """The package has no mock client."""


class Calling(Protocol):
    """What contract tests need of a client."""

    def call(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions | None = None
    ) -> Any:
        """Call an operation by its name."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class ClientMaker(Protocol):
    """A generated client class, or a function that makes such clients."""

    def __call__(self, credentials: Any = None, /, **settings: Any) -> Calling:
        """A client with these settings (:class:`ClientSettings`)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One call, as it went. ``error`` is what it ended with, where it was no success."""

    operation: Operation
    seconds: float
    status: int | None = None
    content_type: str = ""
    content: bytes = b""
    value: Any = None
    violations: tuple[Violation, ...] = ()
    """What decoding reported."""
    error: ConnectorError | None = None
    made_up: frozenset[str] = _NONE
    """Arguments whose value neither the description nor the vendor gave."""
    unknown_id: bool = False
    """Whether an identifier was sent that cannot exist, to see an error."""
    timeout: float = 5.0
    """Seconds that it was given."""
    streamed: bool = False
    """Whether ``value`` is the list of the items of a stream."""


def connector_of(package: ModuleType) -> Connector:
    """The connector of a generated package. Raises TypeError where it is none."""
    connector = getattr(package, "CONNECTOR", None)
    if not isinstance(connector, Connector):
        raise TypeError(f"{package.__name__} is not a generated connector")
    return connector


def client_class(package: ModuleType, prefix: str = "") -> ClientMaker | None:
    """A client class of a generated package: ``prefix`` is empty, ``Mock``, ...; None: it has none."""
    name = f"{prefix}{connector_of(package).facts['class_prefix']}Client"
    maker: ClientMaker | None = getattr(package, name, None)
    return maker


def mock_class(package: ModuleType, prefix: str = "") -> ClientMaker:
    """A mock client class; ``prefix`` is empty or ``Async``. Raises :class:`NoMockError`."""
    found = client_class(package, f"{prefix}Mock")
    if found is None:
        raise NoMockError(f"{package.__name__} has no mock: build it again")
    return found


class Caller:
    """Calls operations of one client, and listens to what its decoder says."""

    def __init__(self, make: ClientMaker, credentials: Any = None, **settings: Any) -> None:
        self._violations: list[Violation] = []
        self.client = make(credentials, hooks=(self._listen,), **settings)
        self._timeout = float(settings.get("timeout", 5.0))
        self.calls = 0
        """Requests that were sent."""

    def _listen(self, event: Event) -> None:
        if isinstance(event, AttemptFinished):
            self.calls += 1
        elif isinstance(event, ContractViolation):
            self._violations.append(Violation(event.pointer, event.expected, event.got))

    def call(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        made_up: frozenset[str] = _NONE,
        unknown_id: bool = False,
    ) -> Observation:
        """Call an operation once. Only KeyboardInterrupt and the like come out of it."""
        self._violations = []
        start = time.monotonic()
        seen: dict[str, Any] = {}
        try:
            raw: RawResponse[Any] | Iterable[Any] = self.client.call(
                operation.name, arguments, RawCallOptions()
            )
            if isinstance(raw, RawResponse):
                seen.update(_seen(raw))
                seen["value"] = raw.parse()
            else:
                seen["streamed"], seen["value"] = True, list(raw)
        except RecursionError:
            seen["error"] = ReplyError("the reply is nested too deeply")
        except ConnectorError as error:
            seen["error"] = error
            seen.setdefault("status", getattr(error, "status_code", None))
            headers: Mapping[str, str] = getattr(error, "headers", {})
            seen.setdefault("content_type", headers.get("content-type", ""))
        return Observation(
            operation=operation,
            seconds=time.monotonic() - start,
            timeout=self._timeout,
            violations=tuple(self._violations),
            made_up=made_up,
            unknown_id=unknown_id,
            **seen,
        )


def _seen(raw: RawResponse[Any]) -> dict[str, Any]:
    return {
        "status": raw.status_code,
        "content_type": raw.headers.get("content-type", ""),
        "content": raw.content,
    }
