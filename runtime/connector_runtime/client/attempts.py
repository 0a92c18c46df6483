"""The attempts of a call, each within bounds that keep a failing vendor from failing its callers.

deadline → retries (policy, budget, back-off) → for each attempt: circuit → credentials → rate limit
→ bulkhead → circuit → timeout → the request. Nothing is held while a call sleeps.
"""

from collections.abc import Sequence

from connector_runtime.client.auth.signature import Signature
from connector_runtime.client.effects import Effects, Sleep, Turn
from connector_runtime.client.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    CircuitOpenError,
    DeadlineExceededError,
    OutcomeUnknownError,
    RateLimitError,
)
from connector_runtime.client.exchange import Exchange, account_of
from connector_runtime.client.headers import Headers
from connector_runtime.client.messages import HttpReply
from connector_runtime.client.prepared import Attempt, Prepared
from connector_runtime.client.resilience.advice import pause_after, speaks_of_limits
from connector_runtime.client.resilience.breaker import Change, Outcome
from connector_runtime.client.resilience.bulkhead import Ticket
from connector_runtime.client.resilience.hosts import Host, retry_after
from connector_runtime.client.resilience.limiter import Limiter
from connector_runtime.client.resilience.retries import Kind, kind_of, outcome_of, wait_before
from connector_runtime.client.setup import Setup


class Attempts:
    """Makes the attempts of one client's calls."""

    def __init__(self, setup: Setup, exchange: Exchange) -> None:
        self._setup = setup
        self._now = setup.clock.monotonic
        self._exchange = exchange
        self._account: tuple[Signature | None, str] = (None, "")

    def made(self, attempt: Attempt) -> Effects[tuple[HttpReply, str, int]]:
        """Reply, URL and number of attempts; ``attempt`` is the first of them."""
        setup, connector = self._setup, attempt.prepared.connector
        authority = attempt.server.origin.authority
        while True:
            host = setup.hosts.host(connector, authority, self._now())
            try:
                reply, url = yield from self._one(host, attempt)
            except APIError as failure:
                wait = self._wait(host, attempt, failure)
                if wait is None:
                    judged = self._judged(attempt, failure)
                    raise judged from judged.__cause__
            else:
                host.budget.earn()
                return reply, url, attempt.number
            yield Sleep(wait)
            attempt = attempt._replace(number=attempt.number + 1)

    def _one(self, host: Host, attempt: Attempt) -> Effects[tuple[HttpReply, str]]:
        """One attempt, once all layers have let it through."""
        prepared, bulkhead = attempt.prepared, self._setup.bulkhead
        if prepared.policy.circuit_breaker:
            refusal = host.refusal(prepared.operation.name, self._now())
            if refusal is not None:
                raise self._rejected(attempt, refusal)
        signature = yield from self._exchange.signature(attempt)
        limiter = self._limiter(prepared, signature)
        wait = limiter.take(self._now(), prepared.policy.rate, prepared.policy.burst)
        if wait:
            yield from self._limited(limiter, wait, attempt)
        ticket = bulkhead.enter()
        if ticket is not None:
            yield from self._in_line(ticket, attempt)
        stream = None
        try:
            ask = self._through_circuit if prepared.policy.circuit_breaker else self._heard
            reply, url = yield from ask(host, limiter, attempt, signature)
            stream = reply.stream
            return reply, url
        finally:
            if stream is None:
                bulkhead.leave()
            else:
                stream.on_close(bulkhead.leave)

    def _limiter(self, prepared: Prepared, signature: Signature) -> Limiter:
        known, account = self._account
        if known is not signature:
            account = account_of(signature)
            self._account = signature, account
        key = prepared.connector, account, prepared.limit_scope
        return self._setup.hosts.limiter(key, self._now())

    def _limited(self, limiter: Limiter, wait: float, attempt: Attempt) -> Effects[None]:
        """Wait until the credentials may be used."""
        policy = attempt.prepared.policy
        while wait:
            if self._now() + wait >= attempt.ends_at:
                raise _held_back(wait)
            if self._setup.hooks:
                from connector_runtime.client.watching import tell_limited

                tell_limited(self._setup, attempt, wait)
            yield Sleep(wait)
            wait = limiter.take(self._now(), policy.rate, policy.burst)

    def _in_line(self, ticket: Ticket, attempt: Attempt) -> Effects[None]:
        """Wait for one of the client's other requests to end."""
        bulkhead = self._setup.bulkhead
        granted = False
        try:
            granted = yield Turn(bulkhead, ticket, max(attempt.ends_at - self._now(), 0.0))
        finally:
            if not granted:
                bulkhead.abandon(ticket)
        if not granted:
            raise DeadlineExceededError(
                "all connections were busy until the deadline", sent=False, local=True
            )

    def _through_circuit(
        self, host: Host, limiter: Limiter, attempt: Attempt, signature: Signature
    ) -> Effects[tuple[HttpReply, str]]:
        """The reply; what it says about the vendor's health is remembered."""
        prepared, start = attempt.prepared, self._now()
        passage = host.admit(prepared.operation.name, start)
        if passage is None:
            refusal = host.refusal(prepared.operation.name, start)
            raise self._rejected(attempt, refusal or 0.0)
        if passage.changes and self._setup.hooks:
            self._tell_changes(attempt, passage.changes)
        outcome, end = Outcome.NEUTRAL, start
        try:
            result = yield from self._heard(host, limiter, attempt, signature)
            end = self._now()
            slow_after = prepared.policy.slow_after * (attempt.options.timeout or prepared.timeout)
            outcome = Outcome.SLOW if end - start > slow_after else Outcome.SUCCESS
            return result
        except APIError as failure:
            end = self._now()
            outcome = outcome_of(failure, host.excused, prepared.policy)
            if isinstance(failure, APIStatusError) and failure.retry_after is not None:
                host.excused += outcome is Outcome.NEUTRAL
            raise
        finally:
            changes = host.settle(passage, outcome, end, prepared.policy)
            if changes and self._setup.hooks:
                self._tell_changes(attempt, changes)

    def _heard(
        self, host: Host, limiter: Limiter, attempt: Attempt, signature: Signature
    ) -> Effects[tuple[HttpReply, str]]:
        """The reply; what it says about the vendor's limits is remembered."""
        try:
            reply, url = yield from self._exchange.reply(attempt, signature)
        except RateLimitError as refusal:
            if refusal.retry_after is not None:
                limiter.hold(self._now() + refusal.retry_after)
            raise
        if speaks_of_limits(reply.headers):
            limiter.hold(self._now() + pause_after(reply.headers, self._setup.clock))
        return reply, url

    def _wait(self, host: Host, attempt: Attempt, failure: APIError) -> float | None:
        """Seconds until the next attempt; None when there is none."""
        setup, prepared = self._setup, attempt.prepared
        policy = prepared.policy
        failure.attempts = attempt.number - _unsent(failure)
        kind = kind_of(failure, repeatable=prepared.repeatable or bool(attempt.key))
        if kind is None or not attempt.wire.replayable:
            return None
        if attempt.number >= (attempt.options.max_attempts or policy.max_attempts):
            if policy.trip_on_exhausted_retries and policy.circuit_breaker:
                self._trip(host, attempt)
            return None
        now = self._now()
        advice = failure.retry_after if isinstance(failure, APIStatusError) else None
        wait = wait_before(attempt.number, kind, advice, policy, setup.random)
        if now + wait >= attempt.ends_at:
            return None
        if policy.circuit_breaker and host.refusal(prepared.operation.name, now) is not None:
            return None
        return wait if self._paid(host, attempt, kind, failure, wait) else None

    def _paid(
        self, host: Host, attempt: Attempt, kind: Kind, failure: APIError, wait: float
    ) -> bool:
        policy = attempt.prepared.policy
        cost = policy.throttle_cost if kind is Kind.THROTTLED else policy.transient_cost
        paid = host.budget.spend(cost, policy.budget)
        if self._setup.hooks:
            from connector_runtime.client.watching import tell_retry

            tell_retry(self._setup, attempt, failure, wait if paid else None)
        return paid

    def _trip(self, host: Host, attempt: Attempt) -> None:
        policy, now = attempt.prepared.policy, self._now()
        change = host.breaker.trip(now, policy)
        if change and self._setup.hooks:
            self._tell_changes(attempt, [("", change)])

    def _rejected(self, attempt: Attempt, refusal: float) -> CircuitOpenError:
        seconds = retry_after(refusal)
        if self._setup.hooks:
            from connector_runtime.client.watching import tell_rejected

            tell_rejected(self._setup, attempt, seconds)
        when = "" if seconds is None else f" for {seconds:.1f} s more"
        return CircuitOpenError(
            f"the circuit of {attempt.server.origin.authority} is open{when}; nothing was sent",
            retry_after=seconds,
        )

    def _tell_changes(self, attempt: Attempt, changes: Sequence[tuple[str, Change]]) -> None:
        from connector_runtime.client.watching import tell_changes

        tell_changes(self._setup, attempt, changes)

    def _judged(self, attempt: Attempt, failure: APIError) -> APIError:
        """The failure as the caller must see it: the deadline passed, or a write may have happened."""
        if not isinstance(failure, APIConnectionError):
            return failure
        judged: APIError = failure
        late = self._now() >= attempt.ends_at
        if isinstance(failure, APITimeoutError) and late:
            judged = DeadlineExceededError("no reply within the deadline", sent=failure.sent)
        if failure.sent and not attempt.prepared.repeatable and not attempt.options.idempotency_key:
            judged = OutcomeUnknownError("the request was sent, and its reply was lost")
            judged.idempotency_key = attempt.key
        if judged is not failure:
            judged.__cause__ = failure
            judged.attempts = failure.attempts
        return judged


def _held_back(wait: float) -> RateLimitError:
    return RateLimitError(
        f"the next request may be sent in {wait:.1f} s, after the deadline; nothing was sent",
        status_code=429,
        headers=Headers(()),
        retryable=True,
        retry_after=wait,
    )


def _unsent(failure: APIError) -> bool:
    """Whether the attempt ended before its request."""
    if isinstance(failure, APIConnectionError):
        return failure.local and not failure.sent
    return isinstance(failure, CircuitOpenError) or (
        isinstance(failure, RateLimitError) and not failure.headers
    )
