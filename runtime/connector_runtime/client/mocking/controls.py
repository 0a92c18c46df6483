"""``client.mock``: everything that a test tells its vendor, and asks it."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from copy import deepcopy
from typing import TYPE_CHECKING, Any, cast

from connector_runtime.client.connector import Connector
from connector_runtime.client.credentials import Credentials, CredentialsInput
from connector_runtime.client.mocking.clocks import VirtualClock
from connector_runtime.client.mocking.faults import Fault
from connector_runtime.client.mocking.messages import Call, MockReply, Understood
from connector_runtime.client.mocking.problems import MockUsageError
from connector_runtime.client.mocking.resources import Resource, success_media, success_status
from connector_runtime.client.mocking.state import State
from connector_runtime.client.mocking.transport import InProcess
from connector_runtime.client.mocking.vendor import Stub, Vendor
from connector_runtime.client.mocking.webhooks import Webhook, signed_webhook
from connector_runtime.client.operation import Operation
from connector_runtime.client.options import ClientSettings

if TYPE_CHECKING:
    import os

    import respx

_BASE_URL = "https://mock.invalid"
_CREDENTIAL = "mock"
_SECRET = "whsec_bW9jay1zZWNyZXQtb2YtYS10ZXN0LXZlbmRvcg=="


class Mock:
    """A vendor in this process, and its remote control.

    The same ``seed`` gives the same answers. With ``checks`` (the default) a request that the
    description does not allow raises :class:`MockRequestError`, which fails a test as an assertion.
    """

    def __init__(self, connector: Connector, seed: int = 0, *, checks: bool = True) -> None:
        self._connector = connector
        self.vendor = Vendor(connector, seed, checks=checks)
        self.clock = VirtualClock()
        """The time of the client: waiting for a retry takes none of the test's."""
        self.transport = InProcess(self, self.vendor, self.clock)

    def __repr__(self) -> str:
        return f"<Mock of {self._connector.package}>"

    def settings(self, given: ClientSettings) -> ClientSettings:
        """The settings of a client that talks to this vendor."""
        base: ClientSettings = {"base_url": _BASE_URL, "clock": self.clock, "cert": "mock.pem"}
        return cast("ClientSettings", {**base, **given, "transport": self.transport})

    def credentials(self, given: CredentialsInput | None) -> CredentialsInput:
        """The credentials given, else some for every scheme: the vendor takes any."""
        if given is not None:
            return given
        schemes = self._connector.facts.get("security_schemes") or ()
        return Credentials(
            _CREDENTIAL,
            **{
                each["python"]: (
                    (_CREDENTIAL, _CREDENTIAL) if each["kind"] == "basic" else _CREDENTIAL
                )
                for each in schemes
            },
        )

    def arguments(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The client's parameters; those that are missing have some value."""
        return {
            name: self._argument(name) if value is None else value for name, value in given.items()
        }

    def _argument(self, name: str) -> Any:
        for operation in self._connector.operations:
            for parameter in operation.parameters:
                if parameter.client_parameter and parameter.name == name:
                    return self.vendor.documents.argument(parameter.schema, name)
        return _CREDENTIAL

    # what it answers

    def stub(
        self,
        operation: str,
        value: Any = None,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        when: Callable[[Mapping[str, Any]], bool] | None = None,
        checked: bool = True,
    ) -> None:
        """Answer an operation with ``value`` from now on, or with what a function of the arguments
        (by wire name) gives; only ``when`` they are such. The last stub comes first.

        Raises :class:`MockUsageError` for an unknown operation, and for a value that its
        description does not allow (unless ``checked`` is False).
        """
        target = self._operation(operation)
        code = success_status(target) if status is None else status
        if checked and status is None and not callable(value):
            self._check(target, value)

        def answer(understood: Understood) -> MockReply | None:
            if when is not None and not when(understood.arguments):
                return None
            found = value(understood.arguments) if callable(value) else value
            return self._encoded(target, code, dict(headers or {}), found)

        stubs: list[Stub] = self.vendor.stubs.setdefault(operation, [])
        stubs.insert(0, answer)

    def _check(self, operation: Operation, value: Any) -> None:
        media = success_media(operation)
        if media is None or media.kind != "json" or not media.schema:
            return
        problems = self.vendor.documents.problems(media.schema, value)
        if problems:
            listed = "".join(f"\n  - {problem.strip()}" for problem in problems)
            raise MockUsageError(f"{operation.name} does not answer so:{listed}")

    def _encoded(
        self, operation: Operation, status: int, headers: dict[str, str], value: Any
    ) -> MockReply:
        media = success_media(operation)
        if value is None or media is None:
            return MockReply(status, headers, b"")
        if isinstance(value, dict | list) or status >= 400:
            fields = {"content-type": "application/json", **headers}
            return MockReply(status, fields, json.dumps(value).encode())
        reply = self.vendor.documents.encoded(status, media, value)
        return reply._replace(headers={**reply.headers, **headers})

    def replay(self, path: "str | os.PathLike[str]") -> None:
        """Answer as the real vendor did when the cassette at ``path`` was recorded; what was not
        recorded is answered as ever. Raises :class:`MockUsageError` for a file that is none."""
        from connector_runtime.client.mocking.cassettes import read_cassette

        cassette = read_cassette(path)
        if cassette.connector != self._connector.name:
            raise MockUsageError(f"{path} is a cassette of {cassette.connector}")
        self.vendor.cassettes.append(cassette)

    def stale_records(self) -> list[str]:
        """What of the cassettes the description would not allow any more, a line each."""
        return [
            problem
            for cassette in self.vendor.cassettes
            for problem in cassette.stale(self._connector, self.vendor.lookup)
        ]

    def fail(
        self,
        operation: str = "",
        *,
        status: int = 500,
        times: int | None = None,
        retry_after: float | None = None,
        code: str = "",
        message: str = "",
    ) -> None:
        """Refuse an operation (empty: all of them), ``times`` (None: for ever), in the vendor's own
        shape."""
        self._fault(
            operation, times, status=status, retry_after=retry_after, code=code, message=message
        )

    def delay(self, seconds: float, operation: str = "", *, times: int | None = None) -> None:
        """Answer late. It takes time of ``clock`` only; beyond the timeout, the attempt ends."""
        self._fault(operation, times, delay=seconds)

    def disconnect(self, operation: str = "", *, times: int | None = 1) -> None:
        """Hang up without an answer."""
        self._fault(operation, times, disconnects=True)

    def _fault(self, operation: str, times: int | None, **facts: Any) -> None:
        if operation:
            self._operation(operation)
        self.vendor.faults.add(Fault(operation, times, **facts))

    # what it holds

    def seed_data(self, resource: str, items: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Put things into a collection: ``seed_data("customers", [{"email": "ada@example.com"}])``.

        ``resource`` is the collection's path, or its last word where that is enough; what an item
        does not say is made. Returns the items as they are now. Raises :class:`MockUsageError`.
        """
        found = self._resource(resource)
        path = f"/{resource.strip('/')}" if "/" in resource else found.collection
        collection = self.vendor.state.at(path)
        collection.touched = True
        made: list[dict[str, Any]] = []
        for given in items:
            item = self.vendor.behaviour.new_item(found, self.vendor.state, given)
            collection.items[str(item[found.identifier])] = item
            made.append(deepcopy(item))
        return made

    def _resource(self, name: str) -> Resource:
        parts = self.vendor.resources.parts.values()
        every = {each.resource.collection: each.resource for each in parts}
        wanted = name.strip("/")
        exact = [each for path, each in every.items() if path.strip("/") == wanted]
        near = [each for path, each in every.items() if path.endswith(f"/{wanted}")]
        matching = [each for path, each in every.items() if _is_instance(path, wanted)]
        for found in (exact, near, matching):
            if len(found) == 1:
                return found[0]
        known = ", ".join(sorted(path.strip("/") for path in every))
        raise MockUsageError(f"there is no one collection {name!r}; there are: {known}")

    def snapshot(self) -> State:
        """What the vendor holds now; give it to :meth:`restore`."""
        return self.vendor.state.snapshot()

    def restore(self, state: State) -> None:
        """Let the vendor hold what it held when the snapshot was taken."""
        self.vendor.state = state.snapshot()

    def reset(self) -> None:
        """Forget everything: things, stubs, faults, cassettes and calls."""
        self.vendor.state = State()
        self.vendor.stubs.clear()
        self.vendor.faults.clear()
        self.vendor.calls.clear()
        self.vendor.cassettes.clear()

    # what was asked

    @property
    def calls(self) -> list[Call]:
        """Every request that reached an operation, in their order."""
        return list(self.vendor.calls)

    def assert_called(self, operation: str, *, times: int | None = None, **arguments: Any) -> Call:
        """That an operation was called with these arguments (by wire name), ``times`` or at least
        once; the last such call. Raises AssertionError with what was called instead."""
        self._operation(operation)
        named = [call for call in self.vendor.calls if call.operation == operation]
        found = [call for call in named if _has(call, arguments)]
        if found and (times is None or len(found) == times):
            return found[-1]
        wanted = f"{operation}({', '.join(f'{k}={v!r}' for k, v in arguments.items())})"
        count = "at least once" if times is None else f"{times} times"
        listed = "".join(f"\n  - {call}" for call in self.vendor.calls) or " nothing"
        raise AssertionError(
            f"{wanted} was called {len(found)} times, not {count}; there were:{listed}"
        )

    # how else it is reached

    def served(self) -> AbstractContextManager[str]:
        """The same vendor over HTTP: ``with client.mock.served() as url: ...``"""
        from connector_runtime.client.mocking.server import served

        return served(self.vendor)

    def respx_router(self, base_url: str = _BASE_URL) -> "respx.MockRouter":
        """The same vendor for users of respx, who enter the router as their own."""
        from connector_runtime.client.mocking.respx_routes import router_of

        return router_of(self.transport, base_url)

    # what it sends

    def emit_webhook(
        self, event: Any, to: Callable[[Webhook], Any], *, secret: str = _SECRET
    ) -> Any:
        """Send a signed webhook (Standard Webhooks) to a function; what that returns."""
        number = len(self.vendor.calls) + self.vendor.state.created
        webhook = signed_webhook(event, secret, f"msg_{number:08d}", int(self.clock.time()))
        return to(webhook)

    def _operation(self, name: str) -> Operation:
        try:
            return self._connector.operations[name]
        except KeyError:
            raise MockUsageError(f"{self._connector.name} has no operation {name!r}") from None


def _has(call: Call, arguments: Mapping[str, Any]) -> bool:
    return all(
        name in call.arguments and call.arguments[name] == value
        for name, value in arguments.items()
    )


def _is_instance(template: str, path: str) -> bool:
    """``repos/ada/engine/issues`` is one of ``/repos/{owner}/{repo}/issues``."""
    ours, theirs = template.strip("/").split("/"), path.split("/")
    return len(ours) == len(theirs) and all(
        each.startswith("{") or each == other for each, other in zip(ours, theirs, strict=True)
    )


def mock_of(connector: Connector, settings: ClientSettings, seed: int) -> Mock:
    """The mock of a client: a copy made by ``with_options`` keeps that of its original."""
    transport = settings.get("transport")
    return transport.mock if isinstance(transport, InProcess) else Mock(connector, seed)
