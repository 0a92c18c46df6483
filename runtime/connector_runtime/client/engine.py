"""The call engine: what a call does, as effects. It opens no socket and reads no clock of its own.

Everything is decided here and below once, for the synchronous and the asynchronous client: this
module makes the request of a call, ``attempts`` tries, ``exchange`` asks the vendor.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import urljoin
from uuid import uuid4

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.attempts import Attempts
from connector_runtime.client.auth.authoriser import Authoriser
from connector_runtime.client.auth.schemes import read_requirements
from connector_runtime.client.connector import Connector
from connector_runtime.client.effects import Effects
from connector_runtime.client.errors import (
    APIError,
    ArgumentError,
    ConnectorError,
    UnknownOperationError,
)
from connector_runtime.client.exchange import Exchange
from connector_runtime.client.failures import error_shape, request_id_of
from connector_runtime.client.operation import Operation
from connector_runtime.client.options import (
    DEFAULT_DEADLINE,
    DEFAULT_TIMEOUT,
    CallOptions,
    StreamedCallOptions,
)
from connector_runtime.client.prepared import Attempt, Field, Prepared, Received
from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.client.servers import Server, chosen_url
from connector_runtime.client.setup import Setup
from connector_runtime.client.wire.decode import compile_decoder
from connector_runtime.client.wire.problems import ArgumentError as WireArgumentError
from connector_runtime.client.wire.request import WireRequest, compile_encoder


class Engine:
    """Makes the calls of one client."""

    def __init__(
        self,
        connector: Connector,
        setup: Setup,
        authoriser: Authoriser,
        arguments: Mapping[str, Any],
    ) -> None:
        self.connector = connector
        self.setup = setup
        self.arguments = arguments
        """Client parameters and server variables by Python name."""
        self.exchange = Exchange(connector, setup, authoriser)
        self.attempts = Attempts(setup, self.exchange)
        self._prepared: dict[str, Prepared] = {}

    @property
    def authority(self) -> str:
        """Host and port that calls go to where the operation names no other."""
        facts, setup = self.connector.facts, self.setup
        url = chosen_url(self.connector.name, facts["servers"], self.arguments, setup.base_url)
        return Server(url, allow_http=setup.allow_http).origin.authority

    def prepared(self, name: str) -> Prepared:
        """The operation, ready to be called."""
        prepared = self._prepared.get(name)
        if prepared is None:
            prepared = self._prepared[name] = self._prepare(name)
        return prepared

    def _prepare(self, name: str) -> Prepared:
        connector, setup = self.connector, self.setup
        try:
            operation = connector.operations[name]
        except KeyError:
            raise UnknownOperationError(f"there is no operation {name!r}").at(
                connector.name, name
            ) from None
        facts = connector.facts
        security = facts.get("security", ()) if operation.security is None else operation.security
        decoder = compile_decoder(operation)
        url = chosen_url(
            connector.name, operation.servers or facts["servers"], self.arguments, setup.base_url
        )
        return Prepared(
            connector.name,
            operation,
            encoder=compile_encoder(operation, connector.schemas),
            decoder=decoder,
            server=Server(url, allow_http=setup.allow_http),
            requirements=read_requirements(security, self.exchange.schemes),
            shape=error_shape(operation.error or facts.get("error")),
            fixed=_fixed(decoder.accept, setup.headers),
            timeout=setup.timeout or operation.timeout or DEFAULT_TIMEOUT,
            deadline=setup.deadline or max(DEFAULT_DEADLINE, operation.timeout or 0.0),
            policy=_policy(setup.policy, operation),
        )

    def call(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions
    ) -> Effects[Received]:
        """Call an operation; the reply is a success, not yet decoded."""
        prepared = self.prepared(name)
        key = options.idempotency_key or ""
        if prepared.makes_key and not key and prepared.has_room_for_key(arguments):
            key = _given_key(prepared, arguments) or str(uuid4())
        try:
            wire = prepared.encoder.encode(
                arguments,
                self.arguments,
                content_type=options.content_type or "",
                extra_query=options.extra_query,
                extra_body=_extra_body(prepared, options, key) if key else options.extra_body,
            )
        except WireArgumentError as problem:
            raise ArgumentError(problem.message, pointer=problem.pointer).at(
                self.connector.name, name
            ) from None
        first = self._first(prepared, wire, options, key)
        if isinstance(options, StreamedCallOptions) or prepared.streams(arguments):
            first = first._replace(idle=options.timeout or prepared.timeout)
        return (yield from self._watched(first))

    def follow(self, name: str, url: str, options: CallOptions) -> Effects[Received]:
        """Call an operation at an URL that an earlier reply named as its next page."""
        prepared = self.prepared(name)
        server = self._server(prepared, options)
        target = Server(urljoin(server.origin.text + server.prefix + "/", url), allow_http=True)
        if not target.origin.same_as(server.origin):
            raise APIError(
                f"the next page is at {target.origin.text}, where credentials do not go"
            ).at(self.connector.name, name)
        path = target.prefix.removeprefix(server.prefix)
        wire = WireRequest(prepared.operation.method.upper(), path, target.query)
        return (yield from self._watched(self._first(prepared, wire, options, "")))

    def _first(
        self, prepared: Prepared, wire: WireRequest, options: CallOptions, key: str
    ) -> Attempt:
        """The first attempt of a call that begins now."""
        return Attempt(
            prepared,
            self._server(prepared, options),
            wire,
            options,
            headers=_call_headers(prepared, options, key),
            key=key,
            ends_at=self.setup.clock.monotonic() + (options.deadline or prepared.deadline),
        )

    def _watched(self, first: Attempt) -> Effects[Received]:
        if not self.setup.hooks:
            return (yield from self._located(first, ""))
        from connector_runtime.client.watching import watched_call

        located = partial(self._located, first)
        return (yield from watched_call(self.setup, first.prepared, located))

    def _located(self, first: Attempt, call_id: str) -> Effects[Received]:
        prepared, start = first.prepared, self.setup.clock.monotonic()
        if call_id:
            first = first._replace(call_id=call_id)
        try:
            reply, url, attempts = yield from self.attempts.made(first)
        except ConnectorError as error:
            raise error.at(prepared.connector, prepared.operation.name) from error.__cause__
        content_type = reply.headers.get("content-type", "")
        content = reply.content if reply.stream is None else None
        return Received(
            prepared,
            reply,
            prepared.decoder.choose(reply.status, content_type, content),
            request_id_of(reply.headers),
            url,
            self.setup.clock.monotonic() - start,
            attempts,
            call_id,
        )

    def _server(self, prepared: Prepared, options: CallOptions) -> Server:
        if options.base_url is None:
            return prepared.server
        return Server(options.base_url, allow_http=self.setup.allow_http)


def _policy(policy: ResiliencePolicy, operation: Operation) -> ResiliencePolicy:
    """The client's policy with what the description says of the operation."""
    limits = {name: each for name, each in operation.rate_limit.items() if name != "scope"}
    changes = {**operation.retry, **limits}
    return policy.with_changes(**changes) if changes else policy


def _given_key(prepared: Prepared, arguments: Mapping[str, Any]) -> str:
    """The key that stands among the arguments already."""
    argument = prepared.operation.argument_of(prepared.key.field)
    value = arguments.get(argument, OMIT)
    return value if isinstance(value, str) else ""


def _extra_body(prepared: Prepared, options: CallOptions, key: str) -> Mapping[str, Any] | None:
    if prepared.key.location != "body":
        return options.extra_body
    return {prepared.key.field: key, **(options.extra_body or {})}


def _call_headers(
    prepared: Prepared, options: CallOptions, key: str
) -> tuple[tuple[str, str], ...]:
    """The header fields of one call: the caller's, and its idempotency key."""
    headers = tuple(options.headers.items()) if options.headers else ()
    if not key or prepared.key.location != "header":
        return headers
    return (*headers, (prepared.key.field, key))


def _fixed(accept: str, headers: Sequence[tuple[str, str]]) -> dict[bytes, Field]:
    """The header fields of every call of an operation."""
    fixed: dict[bytes, Field] = {
        b"accept": (b"Accept", accept.encode("latin-1")),
        b"accept-encoding": (b"Accept-Encoding", b"gzip, deflate"),
        b"user-agent": (b"User-Agent", b"connector-runtime"),
    }
    for name, value in headers:
        fixed[name.lower().encode("ascii")] = (name.encode("ascii"), value.encode("latin-1"))
    return fixed
