"""Requests and replies as the mock sees them, whoever carries them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from connector_runtime.client.operation import Operation
from connector_runtime.client.redaction import REDACTED, is_secret_name
from connector_runtime.client.values.schema import is_mapping


class MockRequest(NamedTuple):
    """A request as it came. Header names are in lower case."""

    method: str
    path: str
    """Encoded, with a leading slash."""
    query: str
    """Encoded, without the question mark."""
    headers: Mapping[str, str]
    content: bytes
    origin: str = "https://mock.invalid"
    """Scheme and host, for links to other pages."""
    operation: str = ""
    """The operation that is meant, where the client says so."""


class MockReply(NamedTuple):
    """What is answered."""

    status: int
    headers: dict[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One request that was understood, for assertions of tests."""

    operation: str
    arguments: Mapping[str, Any]
    """By wire name: path, query and header parameters, and the fields of the body."""
    body: Any
    """The decoded body; None without one."""
    headers: Mapping[str, str] = field(repr=False)
    status: int

    def __str__(self) -> str:
        shown = {
            name: REDACTED if is_secret_name(name) else value
            for name, value in self.arguments.items()
        }
        return f"{self.operation}({', '.join(f'{k}={v!r}' for k, v in shown.items())})"


class Understood(NamedTuple):
    """A request of an operation, taken apart."""

    operation: Operation
    path: Mapping[str, Any]
    """By wire name, decoded and converted as the schemas say."""
    query: Mapping[str, Any]
    headers: Mapping[str, Any]
    body: Any
    request: MockRequest

    @property
    def arguments(self) -> dict[str, Any]:
        """All of them by wire name."""
        fields = self.body if is_mapping(self.body) else {}
        return {**self.headers, **self.query, **self.path, **fields}
