"""For pytest: mocked connectors as a fixture, and a guard that keeps tests off the network.

Loaded by pytest wherever connector-runtime is installed; it imports nothing until it is used.
"""

import socket
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, cast

import pytest

_GUARD = "connector_offline"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The setting of the guard."""
    parser.addini(_GUARD, "fail tests that connect to other machines", type="bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """The marker that lifts the guard."""
    config.addinivalue_line("markers", "network: this test may connect to other machines")


@pytest.fixture
def mock_connector() -> Iterator[Callable[..., Any]]:
    """Makes mocked clients: ``mock_connector("generated.stripe")`` or ``mock_connector(stripe)``.

    Further arguments are those of the client; ``asynchronous=True`` makes the other one.
    """
    clients: list[Any] = []

    def make(
        package: str | ModuleType, *credentials: Any, asynchronous: bool = False, **settings: Any
    ) -> Any:
        module = import_module(package) if isinstance(package, str) else package
        prefix = "AsyncMock" if asynchronous else "Mock"
        name = f"{prefix}{module.CONNECTOR.facts['class_prefix']}Client"
        client = getattr(module, name)(*credentials, **settings)
        if not asynchronous:
            clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.fixture(autouse=True)
def _connector_offline(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    guarded = request.config.getini(_GUARD) and "network" not in request.keywords
    if not guarded:
        return
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


def _guarded(connect: Callable[[socket.socket, Any], Any]) -> Callable[[socket.socket, Any], Any]:
    def guard(self: socket.socket, address: Any) -> Any:
        host = str(cast("tuple[Any, ...]", address)[0]) if isinstance(address, tuple) else ""
        local = not host or host in ("localhost", "::1") or host.startswith("127.")
        if self.family in (socket.AF_INET, socket.AF_INET6) and not local:
            pytest.fail(f"the test connects to {host}: use a mock, or mark it with 'network'")
        return connect(self, address)

    return guard
