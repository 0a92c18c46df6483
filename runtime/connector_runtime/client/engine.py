"""The call engine: what a call does, as effects. It opens no socket and reads no clock of its own.

Deadline, attempts, authentication, redirects and errors are decided here once, for the synchronous
and the asynchronous client. An attempt that failed is given to the policy, which says whether
another one follows.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from connector_runtime.client import redirects
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
from connector_runtime.client.failures import (
    error_shape,
    failed_in_success,
    request_id_of,
    status_error,
)
from connector_runtime.client.messages import HttpReply, HttpRequest
from connector_runtime.client.options import CallOptions
from connector_runtime.client.policy import Policy
from connector_runtime.client.prepared import Attempt, Field, Prepared, Received
from connector_runtime.client.redaction import redact_content, redact_target
from connector_runtime.client.redirects import location_of, redirected
from connector_runtime.client.requests import http_request
from connector_runtime.client.servers import Server, chosen_url
from connector_runtime.client.wire.decode import compile_decoder
from connector_runtime.client.wire.problems import ArgumentError as WireArgumentError
from connector_runtime.client.wire.request import WireRequest, compile_encoder

if TYPE_CHECKING:
    from connector_runtime.client.events import Hook


class Setup(NamedTuple):
    """The settings of one client, checked."""

    timeout: float
    deadline: float
    headers: tuple[tuple[str, str], ...]
    base_url: str | None
    allow_http: bool
    policy: Policy
    hooks: "tuple[Hook, ...]"
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

    @cached_property
    def _schemes(self) -> dict[str, Scheme]:
        return read_schemes(self.connector.facts)

    @cached_property
    def _secret_headers(self) -> frozenset[str]:
        """In lower case: those that hold credentials, whoever set them."""
        return frozenset(scheme.header for scheme in self._schemes.values())

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
        if not self.setup.hooks:
            return (yield from self._located(prepared, wire, options, ""))
        from connector_runtime.client.watching import watched_call

        return (
            yield from watched_call(
                self.setup, prepared, partial(self._located, prepared, wire, options)
            )
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
        attempt = Attempt(prepared, wire, options, ends_at, call_id, 1)
        while True:
            try:
                reply, url = yield from self._attempt(attempt)
                return self._received(attempt, reply, url, start)
            except APIError as error:
                failure = self._judged(attempt, error)
                failure.attempts = attempt.number
            wait = setup.policy.delay(prepared.operation, failure, attempt.number)
            if wait is None or attempt.number >= most or not wire.replayable:
                raise failure
            if setup.clock.monotonic() + wait >= ends_at:
                raise failure
            yield Sleep(wait)
            attempt = attempt._replace(number=attempt.number + 1)

    def _judged(self, attempt: Attempt, failure: APIError) -> APIError:
        """The failure as the caller must see it: the deadline passed, or a write may have happened."""
        if not isinstance(failure, APIConnectionError):
            return failure
        judged: APIError = failure
        if isinstance(failure, APITimeoutError) and self.setup.clock.monotonic() >= attempt.ends_at:
            judged = DeadlineExceededError("no reply within the deadline", sent=failure.sent)
        repeatable = attempt.prepared.repeatable or attempt.options.idempotency_key
        if failure.sent and not repeatable:
            judged = OutcomeUnknownError("the request was sent, and its reply was lost")
        if judged is not failure:
            judged.__cause__ = failure
        return judged

    def _server(self, prepared: Prepared, options: CallOptions) -> Server:
        if options.base_url is None:
            return prepared.server
        return Server(options.base_url, allow_http=self.setup.allow_http)

    def _attempt(self, attempt: Attempt) -> Effects[tuple[HttpReply, str]]:
        """One attempt; once more with a new token where the vendor refuses the one we had."""
        prepared = attempt.prepared
        extra = _call_headers(prepared, attempt.options)
        mine = frozenset(name.lower() for name, _ in extra)
        sign = partial(self._authoriser.signature, prepared.requirements, mine, attempt.ends_at)
        signature = yield from sign()
        reply, url = yield from self._sent(attempt, signature, extra)
        if reply.status == 401 and signature.tokens and attempt.wire.replayable:
            forget(signature.tokens)
            signature = yield from sign()
            reply, url = yield from self._sent(attempt, signature, extra)
        self._raise_for_failure(prepared, reply, signature)
        return reply, url

    def _request(
        self, attempt: Attempt, signature: Signature, extra: Sequence[tuple[str, str]]
    ) -> HttpRequest:
        prepared, options = attempt.prepared, attempt.options
        timeout = options.timeout or prepared.timeout
        ends_at = min(self.setup.clock.monotonic() + timeout, attempt.ends_at)
        server = self._server(prepared, options)
        return http_request(prepared, server, attempt.wire, signature, extra, ends_at, timeout)

    def _sent(
        self, attempt: Attempt, signature: Signature, extra: Sequence[tuple[str, str]]
    ) -> Effects[tuple[HttpReply, str]]:
        """Send, and follow redirects of a GET or HEAD; credentials stay with their origin."""
        request = self._request(attempt, signature, extra)
        home = request.origin
        for _ in range(redirects.MOST + 1):
            reply = yield from self._observed(attempt, request, signature)
            location = location_of(reply) if attempt.prepared.redirected else ""
            if not location:
                return reply, request.origin.text + redact_target(request.target, signature.names)
            request = redirected(
                request,
                location,
                home=home,
                secret_names=signature.names | self._secret_headers,
                allow_http=self.setup.allow_http,
            )
        raise APIError(f"more than {redirects.MOST} redirects")

    def _observed(
        self, attempt: Attempt, request: HttpRequest, signature: Signature
    ) -> Effects[HttpReply]:
        if not self.setup.hooks:
            reply: HttpReply = yield request
            return reply
        from connector_runtime.client.watching import watched_request

        return (yield from watched_request(self.setup, attempt, request, signature.names))

    def _raise_for_failure(
        self, prepared: Prepared, reply: HttpReply, signature: Signature
    ) -> None:
        if _is_success(prepared, reply):
            return
        reply = reply._replace(content=redact_content(reply.content, signature.secrets))
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

    def _received(self, attempt: Attempt, reply: HttpReply, url: str, start: float) -> Received:
        prepared = attempt.prepared
        choice = prepared.decoder.choose(
            reply.status, reply.headers.get("content-type", ""), reply.content
        )
        elapsed = self.setup.clock.monotonic() - start
        return Received(
            prepared, reply, choice, request_id_of(reply.headers), url, elapsed, attempt.number
        )


def _is_success(prepared: Prepared, reply: HttpReply) -> bool:
    """A redirect that was not followed is one only where the description says so."""
    if reply.status >= 300:
        documented = prepared.operation.replies
        return reply.status < 400 and (str(reply.status) in documented or "3XX" in documented)
    return not failed_in_success(prepared.shape, reply.content)


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
