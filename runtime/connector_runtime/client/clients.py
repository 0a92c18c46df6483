"""What generated clients and resources are made of."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from connector_runtime.client.auth.authoriser import Authoriser
from connector_runtime.client.connector import Connector
from connector_runtime.client.credentials import Credentials, CredentialsInput
from connector_runtime.client.decoding import decode, decode_strictly, item_decoder
from connector_runtime.client.engine import Engine
from connector_runtime.client.following import Step
from connector_runtime.client.options import (
    NO_OPTIONS,
    CallOptions,
    ClientSettings,
    RawCallOptions,
    StreamedCallOptions,
)
from connector_runtime.client.prepared import Received
from connector_runtime.client.raw_response import RawResponse
from connector_runtime.client.setup import setup_of
from connector_runtime.client.shells import AsyncSender, Sender, drive, drive_async
from connector_runtime.client.variables import client_arguments

if TYPE_CHECKING:
    from connector_runtime.client.control import RuntimeControl
    from connector_runtime.client.models import Violation
    from connector_runtime.client.pages import AsyncPage, Page, PendingPage
    from connector_runtime.client.streams.items import DecodeItem
    from connector_runtime.client.streams.responses import AsyncStreamedResponse, StreamedResponse
    from connector_runtime.client.streams.streams import AsyncStream, Stream

T = TypeVar("T")


def _arguments_of(scope: dict[str, Any]) -> dict[str, Any]:
    """The vendor's arguments in the ``locals()`` of a generated method."""
    scope.pop("self", None)
    scope.pop("options", None)
    return scope


def _resumed(options: CallOptions, last_id: str) -> CallOptions:
    """The options of a call that goes on where a stream was cut off."""
    return replace(options, headers={**(options.headers or {}), "Last-Event-ID": last_id})


class _BaseClient:
    """Settings and engine of a client; which shell drives it is the subclass's business."""

    _sender_module: ClassVar[str]

    def __init__(
        self,
        connector: Connector,
        credentials: CredentialsInput | None,
        arguments: Mapping[str, Any],
        settings: ClientSettings,
    ) -> None:
        self._connector = connector
        self._given = arguments
        self._settings = settings
        setup = setup_of(settings, connector.name)
        self._engine = Engine(
            connector,
            setup,
            Authoriser(
                credentials,
                clock=setup.clock,
                certificate=settings.get("cert") is not None,
                allow_http=settings.get("allow_http", False),
            ),
            _arguments(connector, arguments),
        )
        self._clock = setup.clock
        self._credentials = _concealed(credentials)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._connector.package}>"

    @property
    def runtime(self) -> "RuntimeControl":
        """Circuits, budgets and limits: statistics, and switches for people."""
        from connector_runtime.client.control import RuntimeControl

        return RuntimeControl(self._connector.name, self._engine.setup, self._engine.authority)

    def _decoded(self, received: Received) -> Any:
        models = f"{self._connector.package}.models"
        if self._engine.setup.strict:
            return decode_strictly(received, models)
        return decode(received, models, lambda violation: self._report(received, violation))

    def _item_decoder(self, received: Received) -> "DecodeItem":
        return item_decoder(
            f"{self._connector.package}.models",
            self._engine.setup.strict,
            lambda violation: self._report(received, violation),
        )

    def _report(self, received: Received, violation: "Violation") -> None:
        from connector_runtime.client.events import ContractViolation, emit

        emit(
            self._engine.setup.hooks,
            ContractViolation(
                connector=self._connector.name,
                operation=received.prepared.operation.name,
                call_id=received.call_id,
                pointer=violation.pointer,
                expected=violation.expected,
                got=violation.got,
            ),
        )

    def _copy(self, changes: ClientSettings) -> Self:
        settings = cast("dict[str, Any]", {**self._settings, **changes})
        return type(self)(self._credentials, **self._given, **settings)  # type: ignore[arg-type]


def _concealed(credentials: CredentialsInput | None) -> CredentialsInput | None:
    """The same credentials, as a value that shows nothing to whoever prints the client's parts."""
    if isinstance(credentials, (str, tuple)):
        return Credentials(cast("str | tuple[str, str]", credentials))
    return credentials


def _arguments(connector: Connector, given: Mapping[str, Any]) -> dict[str, Any]:
    """Client parameters and server variables: given, else from the environment, else the default."""
    if not given:
        return {}
    import os

    arguments = {name: value for name, value in given.items() if value is not None}
    for argument in client_arguments(connector.facts):
        if argument.name in arguments:
            continue
        found = (os.environ[each] for each in argument.environment if os.environ.get(each))
        value = next(found, argument.default)
        if value is not None:
            arguments[argument.name] = value
    return arguments


class Client(_BaseClient):
    """A synchronous client. Safe to share between threads; close it, or use it with ``with``."""

    _sender: Sender | None = None

    def _send(self) -> Sender:
        sender = self._sender
        if sender is None:
            from connector_runtime.client.http.senders import blocking_sender

            sender = self._sender = blocking_sender(self._settings)
        return sender

    def _call(self, name: str, scope: dict[str, Any], options: CallOptions | None) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
        value: Any = self.call(name, _arguments_of(scope), options)
        return cast("T", value)

    def _page(
        self, name: str, scope: dict[str, Any], options: CallOptions | None
    ) -> "Page[Any, Any]":
        arguments = _arguments_of(scope)
        received = drive(
            self._engine.call(name, arguments, options or NO_OPTIONS), self._send(), self._clock
        )
        if type(options) is RawCallOptions:
            answer = RawResponse(received, lambda: self._paged(name, arguments, options, received))
            return cast("Page[Any, Any]", answer)
        return self._paged(name, arguments, options, received)

    def _paged(
        self,
        name: str,
        arguments: Mapping[str, Any],
        options: CallOptions | None,
        received: Received,
    ) -> "Page[Any, Any]":
        from connector_runtime.client.pages import Page

        def fetch(step: Step) -> Page[Any, Any]:
            chosen = options or NO_OPTIONS
            effects = (
                self._engine.follow(name, step.url, chosen)
                if step.url
                else self._engine.call(name, step.arguments, chosen)
            )
            return self._paged(
                name, step.arguments, options, drive(effects, self._send(), self._clock)
            )

        return Page(self._decoded(received), received, arguments, fetch)

    def call(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions | None = None
    ) -> Any:
        """Call an operation by its name. ``arguments`` are by Python name, or by wire name where
        that is unambiguous; they are checked before anything is sent."""
        effects = self._engine.call(name, arguments, options or NO_OPTIONS)
        received = drive(effects, self._send(), self._clock)
        if received.reply.stream is not None:
            return self._streamed(name, arguments, options or NO_OPTIONS, received)
        if type(options) is RawCallOptions:
            return RawResponse(received, lambda: self._decoded(received))
        return self._decoded(received)

    def _streamed(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions, received: Received
    ) -> "Stream[Any] | StreamedResponse[Any]":
        if isinstance(options, StreamedCallOptions):
            from connector_runtime.client.streams.responses import StreamedResponse

            return StreamedResponse(received, self._decoded)
        from connector_runtime.client.streams.streams import Stream

        def reopen(last_id: str) -> Received:
            effects = self._engine.call(name, arguments, _resumed(options, last_id))
            return drive(effects, self._send(), self._clock)

        return Stream(received, self._item_decoder(received), self._clock, reopen)

    def with_options(self, **changes: Any) -> Self:
        """A client with some settings changed; connections are its own."""
        return self._copy(cast("ClientSettings", changes))

    def close(self) -> None:
        """Close all connections; the next call opens new ones."""
        if self._sender is not None:
            self._sender.close()
            self._sender = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncClient(_BaseClient):
    """An asynchronous client, for the tasks of one event loop; close it, or use ``async with``."""

    _sender: AsyncSender | None = None

    def _send(self) -> AsyncSender:
        sender = self._sender
        if sender is None:
            from connector_runtime.client.http.senders import async_sender

            sender = self._sender = async_sender(self._settings)
        return sender

    async def _call(
        self, name: str, scope: dict[str, Any], options: CallOptions | None
    ) -> T:  # pyright: ignore[reportInvalidTypeVarUse]
        value: Any = await self.call(name, _arguments_of(scope), options)
        return cast("T", value)

    def _page(
        self, name: str, scope: dict[str, Any], options: CallOptions | None
    ) -> "PendingPage[Any, Any]":
        from connector_runtime.client.pages import PendingPage

        arguments = _arguments_of(scope)

        async def first() -> "AsyncPage[Any, Any]":
            effects = self._engine.call(name, arguments, options or NO_OPTIONS)
            received = await drive_async(effects, self._send(), self._clock)
            if type(options) is RawCallOptions:
                answer = RawResponse(
                    received, lambda: self._paged(name, arguments, options, received)
                )
                return cast("AsyncPage[Any, Any]", answer)
            return self._paged(name, arguments, options, received)

        return PendingPage(first)

    def _paged(
        self,
        name: str,
        arguments: Mapping[str, Any],
        options: CallOptions | None,
        received: Received,
    ) -> "AsyncPage[Any, Any]":
        from connector_runtime.client.pages import AsyncPage

        async def fetch(step: Step) -> AsyncPage[Any, Any]:
            chosen = options or NO_OPTIONS
            effects = (
                self._engine.follow(name, step.url, chosen)
                if step.url
                else self._engine.call(name, step.arguments, chosen)
            )
            received = await drive_async(effects, self._send(), self._clock)
            return self._paged(name, step.arguments, options, received)

        return AsyncPage(self._decoded(received), received, arguments, fetch)

    async def call(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions | None = None
    ) -> Any:
        """Call an operation by its name. ``arguments`` are by Python name, or by wire name where
        that is unambiguous; they are checked before anything is sent."""
        effects = self._engine.call(name, arguments, options or NO_OPTIONS)
        received = await drive_async(effects, self._send(), self._clock)
        if received.reply.stream is not None:
            return self._streamed(name, arguments, options or NO_OPTIONS, received)
        if type(options) is RawCallOptions:
            return RawResponse(received, lambda: self._decoded(received))
        return self._decoded(received)

    def _streamed(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions, received: Received
    ) -> "AsyncStream[Any] | AsyncStreamedResponse[Any]":
        if isinstance(options, StreamedCallOptions):
            from connector_runtime.client.streams.responses import AsyncStreamedResponse

            return AsyncStreamedResponse(received, self._decoded)
        from connector_runtime.client.streams.streams import AsyncStream

        async def reopen(last_id: str) -> Received:
            effects = self._engine.call(name, arguments, _resumed(options, last_id))
            return await drive_async(effects, self._send(), self._clock)

        return AsyncStream(received, self._item_decoder(received), self._clock, reopen)

    def with_options(self, **changes: Any) -> Self:
        """A client with some settings changed; connections are its own."""
        return self._copy(cast("ClientSettings", changes))

    async def aclose(self) -> None:
        """Close all connections; the next call opens new ones."""
        if self._sender is not None:
            await self._sender.aclose()
            self._sender = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


class Resource:
    """A group of operations of a synchronous client."""

    def __init__(self, parent: "Client | Resource") -> None:
        client = parent if isinstance(parent, Client) else parent._client
        self._client: Client = client
        self._call = client._call  # pyright: ignore[reportPrivateUsage]  # same family
        self._page = client._page  # pyright: ignore[reportPrivateUsage]  # same family


class AsyncResource:
    """A group of operations of an asynchronous client."""

    def __init__(self, parent: "AsyncClient | AsyncResource") -> None:
        client = parent if isinstance(parent, AsyncClient) else parent._client
        self._client: AsyncClient = client
        self._call = client._call  # pyright: ignore[reportPrivateUsage]  # same family
        self._page = client._page  # pyright: ignore[reportPrivateUsage]  # same family
