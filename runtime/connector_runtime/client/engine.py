"""The call engine: what a call does, as effects. It opens no socket and reads no clock of its own.

Deadline, attempts, authentication, redirects and errors are decided here once, for the synchronous
and the asynchronous client. An attempt that failed is given to the policy, which says whether
another one follows.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urljoin
from uuid import uuid4

from connector_runtime.client.auth.authoriser import Authoriser, forget
from connector_runtime.client.auth.schemes import Scheme, read_requirements, read_schemes
from connector_runtime.client.auth.signature import Signature
from connector_runtime.client.clock import Clock
from connector_runtime.client.connector import Connector
from connector_runtime.client.decoding import error_model
from connector_runtime.client.effects import Effects, Sleep
from connector_runtime.client.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ArgumentError,
    ConnectorError,
    DeadlineExceededError,
    OutcomeUnknownError,
    UnknownOperationError,
)
from connector_runtime.client.events import (
    AttemptFinished,
    CallFinished,
    CallStarted,
    Hook,
    emit,
)
from connector_runtime.client.failures import (
    error_shape,
    failed_in_success,
    request_id_of,
    status_error,
)
from connector_runtime.client.messages import HttpReply, HttpRequest
from connector_runtime.client.options import CallOptions
from connector_runtime.client.policy import Policy
from connector_runtime.client.prepared import Field, Prepared, Received
from connector_runtime.client.redaction import redact_target
from connector_runtime.client.requests import http_request
from connector_runtime.client.servers import Server, chosen_url
from connector_runtime.client.wire.decode import compile_decoder
from connector_runtime.client.wire.problems import ArgumentError as WireArgumentError
from connector_runtime.client.wire.request import WireRequest, compile_encoder

REDIRECTS = 5
"""How many redirects a GET or HEAD follows."""
_REDIRECTED = frozenset({301, 302, 303, 307, 308})
_CREDENTIALS = frozenset({b"authorization", b"cookie", b"proxy-authorization"})


class Setup(NamedTuple):
    """The settings of one client, checked."""

    timeout: float
    deadline: float
    headers: tuple[tuple[str, str], ...]
    base_url: str | None
    allow_http: bool
    policy: Policy
    hooks: tuple[Hook, ...]
    strict: bool
    clock: Clock


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
        self._authoriser = authoriser
        self._prepared: dict[str, Prepared] = {}
        self._schemes: dict[str, Scheme] | None = None

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
        if self._schemes is None:
            self._schemes = read_schemes(facts)
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
            requirements=read_requirements(security, self._schemes),
            shape=error_shape(operation.error or facts.get("error")),
            fixed=_fixed(decoder.accept, setup.headers),
            timeout=operation.timeout or setup.timeout,
            deadline=max(setup.deadline, operation.timeout or 0.0),
        )

    def call(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions
    ) -> Effects[Received]:
        """Call an operation; the reply is a success, not yet decoded."""
        try:
            prepared = self.prepared(name)
            wire = prepared.encoder.encode(
                arguments,
                self.arguments,
                content_type=options.content_type or "",
                extra_query=options.extra_query,
                extra_body=options.extra_body,
            )
        except WireArgumentError as problem:
            raise ArgumentError(problem.message, pointer=problem.pointer).at(
                self.connector.name, name
            ) from None
        return (yield from self._watched(prepared, wire, options))

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
        return (yield from self._watched(prepared, wire, options))

    def _watched(
        self, prepared: Prepared, wire: WireRequest, options: CallOptions
    ) -> Effects[Received]:
        hooks = self.setup.hooks
        if not hooks:
            return (yield from self._located(prepared, wire, options, ""))
        call_id, start = uuid4().hex, self.setup.clock.monotonic()
        names = {"connector": prepared.connector, "operation": prepared.operation.name}
        emit(hooks, CallStarted(**names, call_id=call_id))
        failure: ConnectorError | None = None
        received: Received | None = None
        try:
            received = yield from self._located(prepared, wire, options, call_id)
            return received
        except ConnectorError as error:
            failure = error
            raise
        finally:
            emit(
                hooks,
                CallFinished(
                    **names,
                    call_id=call_id,
                    seconds=self.setup.clock.monotonic() - start,
                    attempts=received.attempts if received else getattr(failure, "attempts", 0),
                    status_code=received.reply.status if received else None,
                    request_id=received.request_id if received else "",
                    error=failure,
                ),
            )

    def _located(
        self, prepared: Prepared, wire: WireRequest, options: CallOptions, call_id: str
    ) -> Effects[Received]:
        try:
            return (yield from self._attempts(prepared, wire, options, call_id))
        except ConnectorError as error:
            raise error.at(prepared.connector, prepared.operation.name) from error.__cause__

    def _attempts(
        self, prepared: Prepared, wire: WireRequest, options: CallOptions, call_id: str
    ) -> Effects[Received]:
        """One attempt after another, until one succeeds or the policy gives up."""
        setup = self.setup
        start = setup.clock.monotonic()
        ends_at = start + (options.deadline or prepared.deadline)
        most = min(options.max_attempts or setup.policy.max_attempts, setup.policy.max_attempts)
        attempts = 0
        while True:
            attempts += 1
            try:
                reply, url = yield from self._attempt(prepared, wire, options, ends_at, call_id)
                return self._received(prepared, reply, url, start, attempts)
            except APIError as error:
                failure = self._judged(prepared, options, error, ends_at)
                failure.attempts = attempts
            wait = setup.policy.delay(prepared.operation, failure, attempts)
            if wait is None or attempts >= most or not wire.replayable:
                raise failure
            if setup.clock.monotonic() + wait >= ends_at:
                raise failure
            yield Sleep(wait)

    def _judged(
        self, prepared: Prepared, options: CallOptions, failure: APIError, ends_at: float
    ) -> APIError:
        """The failure as the caller must see it: the deadline passed, or a write may have happened."""
        if not isinstance(failure, APIConnectionError):
            return failure
        judged: APIError = failure
        if isinstance(failure, APITimeoutError) and self.setup.clock.monotonic() >= ends_at:
            judged = DeadlineExceededError("no reply within the deadline", sent=failure.sent)
        if failure.sent and not prepared.repeatable and not options.idempotency_key:
            judged = OutcomeUnknownError("the request was sent, and its reply was lost")
        if judged is not failure:
            judged.__cause__ = failure
        return judged

    def _server(self, prepared: Prepared, options: CallOptions) -> Server:
        if options.base_url is None:
            return prepared.server
        return Server(options.base_url, allow_http=self.setup.allow_http)

    def _attempt(
        self,
        prepared: Prepared,
        wire: WireRequest,
        options: CallOptions,
        ends_at: float,
        call_id: str,
    ) -> Effects[tuple[HttpReply, str]]:
        """One attempt; once more with a new token where the vendor refuses the one we had."""
        extra = _call_headers(prepared, options)
        mine = frozenset(name.lower() for name, _ in extra)
        signature = yield from self._authoriser.signature(prepared.requirements, mine, ends_at)
        request = self._request(prepared, wire, options, signature, extra, ends_at)
        reply, url = yield from self._sent(prepared, request, signature, call_id)
        if reply.status == 401 and signature.tokens and wire.replayable:
            forget(signature.tokens)
            signature = yield from self._authoriser.signature(prepared.requirements, mine, ends_at)
            request = self._request(prepared, wire, options, signature, extra, ends_at)
            reply, url = yield from self._sent(prepared, request, signature, call_id)
        self._raise_for_failure(prepared, reply, signature)
        return reply, url

    def _request(
        self,
        prepared: Prepared,
        wire: WireRequest,
        options: CallOptions,
        signature: Signature,
        extra: Sequence[tuple[str, str]],
        ends_at: float,
    ) -> HttpRequest:
        timeout = options.timeout or prepared.timeout
        attempt_ends = min(self.setup.clock.monotonic() + timeout, ends_at)
        server = self._server(prepared, options)
        return http_request(prepared, server, wire, signature, extra, attempt_ends, timeout)

    def _sent(
        self, prepared: Prepared, request: HttpRequest, signature: Signature, call_id: str
    ) -> Effects[tuple[HttpReply, str]]:
        """Send, and follow redirects of a GET or HEAD; credentials stay with their origin."""
        home = request.origin
        for _ in range(REDIRECTS + 1):
            reply = yield from self._observed(prepared, request, signature, call_id)
            location = reply.headers.get("location", "")
            if reply.status not in _REDIRECTED or not prepared.redirected or not location:
                return reply, request.origin.text + redact_target(request.target, signature.names)
            server = Server(urljoin(request.url, location), allow_http=self.setup.allow_http)
            keep = server.origin.same_as(home)
            request = request._replace(
                origin=server.origin,
                target=server.target("" if server.prefix else "/", ()),
                headers=_redirected(request.headers, server, signature, keep),
            )
        raise APIError(f"more than {REDIRECTS} redirects")

    def _observed(
        self, prepared: Prepared, request: HttpRequest, signature: Signature, call_id: str
    ) -> Effects[HttpReply]:
        hooks, clock = self.setup.hooks, self.setup.clock
        if not hooks:
            reply: HttpReply = yield request
            return reply
        start = clock.monotonic()
        status: int | None = None
        failure: ConnectorError | None = None
        try:
            reply = yield request
            status = reply.status
            return reply
        except ConnectorError as error:
            failure = error
            raise
        finally:
            emit(
                hooks,
                AttemptFinished(
                    connector=prepared.connector,
                    operation=prepared.operation.name,
                    call_id=call_id,
                    attempt=1,
                    method=request.method,
                    url=request.origin.text + redact_target(request.target, signature.names),
                    seconds=clock.monotonic() - start,
                    status_code=status,
                    error=failure,
                ),
            )

    def _raise_for_failure(
        self, prepared: Prepared, reply: HttpReply, signature: Signature
    ) -> None:
        if reply.status < 400 and not failed_in_success(prepared.shape, reply.content):
            return
        content_type = reply.headers.get("content-type", "")
        choice = prepared.decoder.choose(reply.status, content_type, reply.content)
        models = f"{self.connector.package}.models"
        raise status_error(
            prepared.shape,
            reply,
            kind=choice.kind,
            clock=self.setup.clock,
            secrets=signature.secrets,
            error=error_model(choice, reply.content, content_type, models),
        )

    def _received(
        self, prepared: Prepared, reply: HttpReply, url: str, start: float, attempts: int
    ) -> Received:
        choice = prepared.decoder.choose(
            reply.status, reply.headers.get("content-type", ""), reply.content
        )
        elapsed = self.setup.clock.monotonic() - start
        return Received(
            prepared, reply, choice, request_id_of(reply.headers), url, elapsed, attempts
        )


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


def _call_headers(prepared: Prepared, options: CallOptions) -> tuple[tuple[str, str], ...]:
    """The header fields of one call: the caller's, and its idempotency key."""
    headers = tuple((options.headers or {}).items())
    if options.idempotency_key is None:
        return headers
    idempotency = prepared.operation.idempotency or {}
    name = idempotency.get("field", "Idempotency-Key")
    where = idempotency.get("location", "header")
    return (*headers, (name, options.idempotency_key)) if where == "header" else headers


def _redirected(
    headers: Sequence[Field], server: Server, signature: Signature, keep: bool
) -> list[Field]:
    """The header fields for another URL; credentials only where the origin stays the same."""
    secret = _CREDENTIALS | {name.encode("latin-1") for name in signature.names}
    return [
        (name, server.host_header if name.lower() == b"host" else value)
        for name, value in headers
        if keep or name.lower() not in secret
    ]
