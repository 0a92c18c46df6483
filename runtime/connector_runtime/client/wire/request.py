"""From an operation and its arguments to a request: what to send, without sending it.

An operation is compiled once into an :class:`Encoder`; a call then only looks arguments up.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.operation import Operation
from connector_runtime.client.wire.escape import refuse_dot_segments
from connector_runtime.client.wire.media_types import essence
from connector_runtime.client.wire.placing import (
    Draft,
    Place,
    Template,
    in_path,
    place_of,
    takes_null,
)
from connector_runtime.client.wire.problems import ArgumentError

if TYPE_CHECKING:
    from connector_runtime.client.wire.bodies import EncodedBody
    from connector_runtime.client.wire.body_plan import BodyPlan
    from connector_runtime.client.wire.streams import BodyStream

_NOTHING: Mapping[str, Any] = {}
_NO_FIELDS: Mapping[str, str] = {}


class WireRequest(NamedTuple):
    """A request without its server.

    ``path`` begins with ``/`` and ``query`` has no ``?``; both are encoded. ``headers`` are those
    of parameters, with ``Cookie``; Content-Type stands apart because there is none without a body.
    """

    method: str
    path: str
    query: str = ""
    headers: Sequence[tuple[str, str]] = ()
    body: "bytes | BodyStream | None" = None
    content_type: str = ""

    @property
    def target(self) -> str:
        """Path and query."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def replayable(self) -> bool:
        """Whether it can be sent a second time."""
        return self.body is None or isinstance(self.body, bytes) or self.body.replayable


class Encoder:
    """Everything that can be known about an operation's requests before its arguments."""

    def __init__(self, operation: Operation, schemas: Mapping[str, Any]) -> None:
        self.operation = operation
        self._schemas = schemas
        self._method = operation.method.upper()
        self._template = Template(operation.path)
        self._parameters = self._template.complete(operation.parameters)
        self._places: dict[str, Place] = {
            each.name: place_of(each, self._template) for each in self._parameters
        }
        self._client_names = tuple(each.name for each in self._parameters if each.client_parameter)
        required = [each for each in self._parameters if each.required or in_path(each)]
        self._required = tuple(each.name for each in required if not takes_null(each))
        self._required_nullable = tuple(each.name for each in required if takes_null(each))
        self._plans: dict[str, BodyPlan] = {}
        self._plan = self._first_plan()

    def _first_plan(self) -> "BodyPlan | None":
        body = self.operation.body
        return self._plan_for(body.media[0].content_type) if body and body.media else None

    def _plan_for(self, content_type: str) -> "BodyPlan":
        """The plan of a documented media type; parameters of the type do not count."""
        plan = self._plans.get(content_type)
        if plan is not None:
            return plan
        from connector_runtime.client.wire.body_plan import BodyPlan

        body = self.operation.body
        if body is not None:
            wanted = essence(content_type)
            for media in body.media:
                if essence(media.content_type) == wanted:
                    plan = self._plans[content_type] = BodyPlan(media, body.required, self._schema)
                    return plan
        known = ", ".join(each.content_type for each in body.media) if body else "no body"
        name = self.operation.name
        raise ArgumentError(f"{name} cannot be sent as {content_type!r} (documented: {known})")

    def _schema(self, component: str) -> Mapping[str, Any]:
        try:
            schema: Mapping[str, Any] = self._schemas[component]["schema"]
        except KeyError:
            return {}
        return schema

    def encode(
        self,
        arguments: Mapping[str, Any],
        client_arguments: Mapping[str, Any] = _NOTHING,
        *,
        content_type: str = "",
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> WireRequest:
        """The request of one call. Raises :class:`ArgumentError`.

        ``arguments`` are by Python name, or by wire name where that is unambiguous.
        ``client_arguments`` fill the client parameters that the call does not give. ``extra_query``
        and ``extra_body`` are by wire name and are sent beside what the document knows.
        """
        plan = self._plan_for(content_type) if content_type else self._plan
        if self._client_names:
            arguments = self._with_client_arguments(arguments, client_arguments)
        draft = Draft(self._template.pieces.copy())
        fields = plan.arguments if plan else _NO_FIELDS
        try:
            if not self._fill(draft, arguments, fields):
                from connector_runtime.client.wire.naming import by_python_name

                arguments = by_python_name(self.operation.name, self._parameters, fields, arguments)
                draft = Draft(self._template.pieces.copy())
                self._fill(draft, arguments, fields)
            self._check_required(draft, arguments)
            if extra_query:
                from connector_runtime.client.wire.content import form_text

                draft.query.append(form_text(extra_query))
            encoded = plan.body(draft.fields, extra_body) if plan else None
        except UnicodeEncodeError:
            raise ArgumentError("the text holds half a surrogate pair, which is no text") from None
        return self._request(draft, encoded)

    def _with_client_arguments(
        self, arguments: Mapping[str, Any], client_arguments: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        merged = dict(arguments)
        for name in self._client_names:
            if merged.get(name, OMIT) is OMIT:
                value = client_arguments.get(name)
                if value is not None:
                    merged[name] = value
        return merged

    def _fill(self, draft: Draft, arguments: Mapping[str, Any], fields: Mapping[str, str]) -> bool:
        """Whether every name was one of Python's."""
        places = self._places
        name = ""
        try:
            for name, value in arguments.items():
                if value is OMIT:
                    continue
                place = places.get(name)
                if place is not None:
                    place(value, draft)
                elif name in fields:
                    draft.fields[fields[name]] = value
                else:
                    return False
        except ArgumentError as problem:
            raise problem.below(name) from None
        return True

    def _check_required(self, draft: Draft, arguments: Mapping[str, Any]) -> None:
        for name in self._required:
            value = arguments.get(name)
            if value is None or value is OMIT:
                raise ArgumentError(f"the argument {name!r} is required").below(name)
        for name in self._required_nullable:
            if arguments.get(name, OMIT) is OMIT:
                raise ArgumentError(f"the argument {name!r} is required").below(name)

    def _request(self, draft: Draft, encoded: "EncodedBody | None") -> WireRequest:
        path = "".join(draft.path)
        if self._template.risky:
            refuse_dot_segments(path)
        headers = draft.headers
        if draft.cookies:
            headers.append(("Cookie", "; ".join(draft.cookies)))
        query = "&".join(draft.query) if draft.query else ""
        if self._template.query:
            query = f"{self._template.query}&{query}" if query else self._template.query
        if encoded is None:
            return WireRequest(self._method, path, query, headers)
        return WireRequest(
            self._method, path, query, headers, encoded.content, encoded.content_type
        )


def compile_encoder(operation: Operation, schemas: Mapping[str, Any] = _NOTHING) -> Encoder:
    """The operation's encoder; keep it, it costs as much as several calls.

    ``schemas`` are the connector's component schemas (``Connector.schemas``). They are only read
    when a decimal stands inside a JSON body, to tell whether it is a number or a string there.
    """
    return Encoder(operation, schemas)
