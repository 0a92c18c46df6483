"""One attempt on the wire: signed, sent, redirected, and judged by what the vendor answers."""

import os
from functools import cached_property
from hashlib import blake2b

from connector_runtime.client import redirects
from connector_runtime.client.auth.authoriser import Authoriser, forget, is_replaceable
from connector_runtime.client.auth.schemes import Scheme, read_schemes
from connector_runtime.client.auth.signature import Signature
from connector_runtime.client.connector import Connector
from connector_runtime.client.decoding import error_model
from connector_runtime.client.effects import Effects
from connector_runtime.client.errors import APIError
from connector_runtime.client.failures import failed_in_success, status_error
from connector_runtime.client.messages import HttpReply, HttpRequest
from connector_runtime.client.prepared import Attempt, Prepared
from connector_runtime.client.redaction import redact_content, redact_target
from connector_runtime.client.redirects import location_of, redirected
from connector_runtime.client.requests import CONNECT_WITHIN, http_request
from connector_runtime.client.setup import Setup

_PROCESS_KEY = os.urandom(16)


class Exchange:
    """Sends the requests of one client's attempts."""

    def __init__(self, connector: Connector, setup: Setup, authoriser: Authoriser) -> None:
        self._connector = connector
        self._setup = setup
        self._authoriser = authoriser

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        """The security schemes of the connector."""
        return read_schemes(self._connector.facts)

    @cached_property
    def _secret_headers(self) -> frozenset[str]:
        """In lower case: those that hold credentials, whoever set them."""
        return frozenset(scheme.header for scheme in self.schemes.values())

    def signature(self, attempt: Attempt) -> Effects[Signature]:
        """The credentials of an attempt. Raises CredentialsMissingError before anything is sent."""
        mine = frozenset(name.lower() for name, _ in attempt.headers)
        return self._authoriser.signature(attempt.prepared.requirements, mine, attempt.ends_at)

    def reply(self, attempt: Attempt, signature: Signature) -> Effects[tuple[HttpReply, str]]:
        """The reply, and the URL that gave it; asked for once more with a new token where the vendor
        refuses the one we had. Raises :class:`APIStatusError` for replies that are errors."""
        reply, url = yield from self._sent(attempt, signature)
        if reply.status == 401 and is_replaceable(signature) and attempt.wire.replayable:
            yield from forget(signature)
            signature = yield from self.signature(attempt)
            if self._setup.hooks:
                from connector_runtime.client.watching import tell_refreshed

                tell_refreshed(self._setup, attempt)
            reply, url = yield from self._sent(attempt, signature)
        self._raise_for_failure(attempt.prepared, reply, signature)
        return reply, url

    def _request(self, attempt: Attempt, signature: Signature) -> HttpRequest:
        timeout = attempt.options.timeout or attempt.prepared.timeout
        ends_at = min(self._setup.clock.monotonic() + timeout, attempt.ends_at)
        request = http_request(
            attempt.prepared,
            attempt.server,
            attempt.wire,
            signature,
            attempt.headers,
            ends_at,
            min(timeout, CONNECT_WITHIN),
        )
        return request if attempt.idle is None else request._replace(idle=attempt.idle)

    def _sent(self, attempt: Attempt, signature: Signature) -> Effects[tuple[HttpReply, str]]:
        """Send, and follow redirects of a GET or HEAD; credentials stay with their origin."""
        request = self._request(attempt, signature)
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
                allow_http=self._setup.allow_http,
            )
            if signature.signers and request.origin.same_as(home):
                from connector_runtime.client.auth.signing import signed

                request = signed(request, signature.signers)
        raise APIError(f"more than {redirects.MOST} redirects")

    def _observed(
        self, attempt: Attempt, request: HttpRequest, signature: Signature
    ) -> Effects[HttpReply]:
        if not self._setup.hooks:
            reply: HttpReply = yield request
            return reply
        from connector_runtime.client.watching import watched_request

        return (yield from watched_request(self._setup, attempt, request, signature.names))

    def _raise_for_failure(
        self, prepared: Prepared, reply: HttpReply, signature: Signature
    ) -> None:
        if _is_success(prepared, reply):
            return
        reply = reply._replace(content=redact_content(reply.content, signature.secrets))
        content_type = reply.headers.get("content-type", "")
        choice = prepared.decoder.choose(reply.status, content_type, reply.content)
        models = f"{self._connector.package}.models"
        raise status_error(
            prepared.shape,
            reply,
            kind=choice.kind,
            clock=self._setup.clock,
            secrets=signature.secrets,
            error=error_model(choice, reply.content, content_type, models),
        )


def _is_success(prepared: Prepared, reply: HttpReply) -> bool:
    """A redirect that was not followed is one only where the description says so."""
    if reply.status >= 300:
        documented = prepared.operation.replies
        return reply.status < 400 and (str(reply.status) in documented or "3XX" in documented)
    return not failed_in_success(prepared.shape, reply.content)


def account_of(signature: Signature) -> str:
    """Tells credentials apart without holding them: the same text for the same secret, in this
    process. A token that is renewed stays the same account."""
    if signature.tokens:
        return "+".join(f"{id(grant):x}" for grant, _ in signature.tokens)
    if not signature.secrets:
        return ""
    secrets = "\0".join(signature.secrets).encode("utf-8", "surrogatepass")
    return blake2b(secrets, key=_PROCESS_KEY, digest_size=12).hexdigest()
