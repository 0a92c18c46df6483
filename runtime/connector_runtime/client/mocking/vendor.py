"""The vendor: from a request to a reply, in the order in which answers win.

stub, recorded answer, idempotent repetition, state, documented example, made value.
"""

import threading
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from connector_runtime.client.connector import Connector
from connector_runtime.client.mocking.behaviour import Behaviour
from connector_runtime.client.mocking.blueprint import blueprint_of
from connector_runtime.client.mocking.cassettes import Cassette
from connector_runtime.client.mocking.documents import Documents
from connector_runtime.client.mocking.faults import Fault, Faults
from connector_runtime.client.mocking.lists import MARK
from connector_runtime.client.mocking.messages import Call, MockReply, MockRequest, Understood
from connector_runtime.client.mocking.problems import MockRequestError
from connector_runtime.client.mocking.routes import Match
from connector_runtime.client.mocking.state import State
from connector_runtime.client.operation import Operation
from connector_runtime.client.values.schema import is_mapping

Stub = Callable[[Understood], "MockReply | None"]


class Vendor:
    """One mocked vendor. Safe for threads; every request is answered under one lock."""

    def __init__(self, connector: Connector, seed: int, *, checks: bool) -> None:
        self.connector = connector
        self.seed = seed
        self.checks = checks
        """Whether requests that are not as described are refused."""
        blueprint = blueprint_of(connector)
        self.lookup = blueprint.lookup
        self.routes = blueprint.routes
        self.documents = Documents(connector, blueprint, seed)
        self.resources = blueprint.resources
        self.behaviour = Behaviour(connector, blueprint, self.documents, seed)
        self.state = State()
        self.faults = Faults()
        self.stubs: dict[str, list[Stub]] = {}
        self.cassettes: list[Cassette] = []
        self.calls: list[Call] = []
        self._reader = blueprint.reader
        self._lock = threading.RLock()
        self._prefixes = _prefixes(connector.facts)

    def understand(self, request: MockRequest) -> tuple[Understood, list[str]]:
        """The request of an operation, and what of it is not as described.

        Of several operations at one path it is that of the client, else the first that fits. Raises
        :class:`MockRequestError` where there is none.
        """
        matches = self._matches(request)
        meant = [each for each in matches if each.operation.name == request.operation]
        readings = [self._reader.read(request, match) for match in meant or matches]
        return min(readings, key=lambda reading: bool(reading[1]))

    def _matches(self, request: MockRequest) -> list[Match]:
        query = dict(parse_qsl(request.query))
        for prefix in self._prefixes:
            if request.path.startswith(prefix):
                path = "/" + request.path[len(prefix) :]
                found = self.routes.find(request.method, path, query)
                if found:
                    return found
        known = ", ".join(self.routes.methods(request.path))
        reason = f"the path takes {known}" if known else "no operation has this path"
        raise MockRequestError(f"{request.method} {request.path}", [reason])

    def answer(self, understood: Understood, problems: list[str], faults: list[Fault]) -> MockReply:
        """The reply. Raises :class:`MockRequestError` for what the description does not allow."""
        problems = [each for each in problems if MARK not in each]
        with self._lock:
            reply = self._refusal(understood, faults)
            if reply is None:
                if problems and self.checks:
                    raise MockRequestError(understood.operation.name, problems)
                reply = self._reply(understood)
            self._record(understood, reply)
        return reply

    def _record(self, understood: Understood, reply: MockReply) -> None:
        self.calls.append(
            Call(
                understood.operation.name,
                understood.arguments,
                understood.body,
                understood.request.headers,
                reply.status,
            )
        )

    def _refusal(self, understood: Understood, faults: list[Fault]) -> MockReply | None:
        for fault in faults:
            if fault.status is not None:
                code = fault.code or "mock_failure"
                message = fault.message or f"the mock was told to fail with {fault.status}"
                reply = self.documents.error(understood.operation, fault.status, code, message)
                if fault.retry_after is not None:
                    reply.headers["retry-after"] = f"{fault.retry_after:g}"
                return reply
        if self.checks and not _is_authorised(understood, self.connector.facts):
            message = "the request has no credentials"
            return self.documents.error(understood.operation, 401, "unauthorized", message)
        return None

    def _reply(self, understood: Understood) -> MockReply:
        operation = understood.operation
        for stub in self.stubs.get(operation.name, ()):
            reply = stub(understood)
            if reply is not None:
                return reply
        for cassette in self.cassettes:
            reply = cassette.play(understood)
            if reply is not None:
                return reply
        if _wants_stream(understood):
            return self.documents.stream(operation)
        key = _key(understood)
        if not key:
            return self._fresh(understood)
        return self._once(understood, (operation.name, key))

    def _once(self, understood: Understood, place: tuple[str, str]) -> MockReply:
        """The same answer for the same key; another request with it is a mistake."""
        content = understood.request.content
        known = self.state.answers.get(place)
        if known is not None:
            before, reply = known
            if before == content:
                return MockReply(*reply)
            message = "the idempotency key was used with another request"
            return self.documents.error(understood.operation, 400, "idempotency_error", message)
        reply = self._fresh(understood)
        self.state.answers[place] = (content, tuple(reply))
        return reply

    def _fresh(self, understood: Understood) -> MockReply:
        answer = self.behaviour.answer(understood, self.state)
        return self.documents.success(understood.operation) if answer is None else answer


def _prefixes(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """What may stand before the paths of the description: the paths of its servers."""
    paths = {urlsplit(str(server["url"])).path.strip("/") for server in facts.get("servers") or ()}
    return ("/", *(f"/{path}/" for path in sorted(paths) if path and "{" not in path))


def _key(understood: Understood) -> str:
    facts = understood.operation.idempotency
    if not facts:
        return ""
    if facts.get("location") == "body":
        body = understood.body if is_mapping(understood.body) else {}
        return str(body.get(facts.get("field", "")) or "")
    return understood.request.headers.get(facts.get("field", "Idempotency-Key").lower(), "")


def _wants_stream(understood: Understood) -> bool:
    operation = understood.operation
    kinds = {media.kind for each in operation.replies.values() for media in each}
    if not operation.stream or not kinds & {"sse", "jsonl"}:
        return False
    if operation.stream_parameter:
        return understood.arguments.get(operation.stream_parameter) is True
    return kinds <= {"sse", "jsonl"}


def _is_authorised(understood: Understood, facts: Mapping[str, Any]) -> bool:
    """Whether the credentials of any requirement are there; what they are is not looked at."""
    operation: Operation = understood.operation
    security = facts.get("security", ()) if operation.security is None else operation.security
    schemes = {each["name"]: each for each in facts.get("security_schemes") or ()}
    known = [each for each in security if all(name in schemes for name in each)]
    return not known or any(
        all(_is_there(schemes[name], understood.request) for name in each) for each in known
    )


def _is_there(scheme: Mapping[str, Any], request: MockRequest) -> bool:
    name = str(scheme.get("parameter") or "")
    match scheme.get("kind"):
        case "apiKey" if scheme.get("location") == "query":
            return f"{name}=" in request.query
        case "apiKey" if scheme.get("location") == "cookie":
            return f"{name}=" in request.headers.get("cookie", "")
        case "apiKey":
            return name.lower() in request.headers
        case "mutualTLS":
            return True
        case _:
            return "authorization" in request.headers
