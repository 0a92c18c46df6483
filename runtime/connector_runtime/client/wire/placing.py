"""Where each parameter's text goes: the draft of a request, and one small function per parameter."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from connector_runtime.client.operation import Parameter
from connector_runtime.client.wire.escape import escape, escape_fixed_query, escape_template
from connector_runtime.client.wire.parameters import (
    Write,
    path_writer,
    query_writer,
    querystring_writer,
)
from connector_runtime.client.wire.problems import ArgumentError


class Draft:
    """A request being filled in."""

    __slots__ = ("cookies", "fields", "headers", "path", "query")

    def __init__(self, path: list[str]) -> None:
        self.path = path
        self.query: list[str] = []
        self.headers: list[tuple[str, str]] = []
        self.cookies: list[str] = []
        self.fields: dict[str, Any] = {}


Place: TypeAlias = Callable[[Any, Draft], None]


class Template:
    """A path of the document, split at its placeholders.

    A query in it is kept, a fragment is dropped: documents use both to tell operations apart.
    """

    __slots__ = ("pieces", "places", "query", "risky")

    def __init__(self, path: str) -> None:
        path, _, query = path.partition("#")[0].partition("?")
        self.query = escape_fixed_query(query)
        self.pieces = _split(path)
        self.places: dict[str, list[int]] = {}
        for index in range(1, len(self.pieces), 2):
            self.places.setdefault(self.pieces[index], []).append(index)
            self.pieces[index] = ""
        self.pieces[::2] = [escape_template(piece) for piece in self.pieces[::2]]
        if not self.pieces[0].startswith("/"):
            self.pieces[0] = f"/{self.pieces[0]}"
        self.risky = any(_touches_dots(segment) for segment in path.split("/"))
        """Whether a segment could become ``..`` out of fixed dots and an argument."""

    def complete(self, parameters: Iterable[Parameter]) -> tuple[Parameter, ...]:
        """The parameters, and a string for every placeholder that the document leaves out."""
        given = tuple(parameters)
        known = {each.wire for each in given if in_path(each)}
        return given + tuple(
            Parameter(name=wire, wire=wire, location="path", required=True, style="simple")
            for wire in self.places
            if wire not in known
        )


def _split(path: str) -> list[str]:
    """Fixed texts and, between them, the names of placeholders."""
    first, *rest = path.split("{")
    pieces = [first]
    for each in rest:
        name, brace, fixed = each.partition("}")
        if brace:
            pieces += [name, fixed]
        else:
            pieces[-1] += "{" + name
    return pieces


def _touches_dots(segment: str) -> bool:
    pieces = _split(segment)
    return len(pieces) > 3 or (len(pieces) == 3 and set(pieces[0] + pieces[2]) == {"."})


def in_path(parameter: Parameter) -> bool:
    """Whether it is part of the path, and so always needed."""
    return parameter.location == "path"


def takes_null(parameter: Parameter) -> bool:
    """Whether null is one of a query parameter's values (elsewhere it has no form)."""
    return parameter.location == "query" and parameter.schema.get("nullable") is True


def place_of(parameter: Parameter, template: Template) -> Place:
    """What puts an argument where it belongs."""
    return _PLACES[parameter.location](parameter, template)


def _in_path(parameter: Parameter, template: Template) -> Place:
    write = path_writer(parameter)
    indexes = template.places.get(parameter.wire, [])
    if parameter.style in ("label", "matrix"):
        template.risky = True
    if len(indexes) == 1:
        index = indexes[0]

        def place(value: Any, draft: Draft) -> None:
            draft.path[index] = write(value)

        return place

    def place_all(value: Any, draft: Draft) -> None:
        text = write(value)
        for index in indexes:
            draft.path[index] = text

    return place_all


def _in_query(parameter: Parameter, template: Template) -> Place:
    write = query_writer(parameter)
    if parameter.required and takes_null(parameter) and not parameter.content_type:
        return _in_query_or_empty(write, f"{escape(parameter.wire)}=")

    def place(value: Any, draft: Draft) -> None:
        if text := write(value):
            draft.query.append(text)

    return place


def _in_query_or_empty(write: Write, empty: str) -> Place:
    """A required parameter that may be null cannot be left out: null is sent as no text."""

    def place(value: Any, draft: Draft) -> None:
        draft.query.append(empty if value is None else write(value))

    return place


def _as_querystring(parameter: Parameter, template: Template) -> Place:
    write = querystring_writer(parameter)

    def place(value: Any, draft: Draft) -> None:
        if value is not None and (text := write(value)):
            draft.query.append(text)

    return place


def _in_header(parameter: Parameter, template: Template) -> Place:
    from connector_runtime.client.wire.line_parameters import header_writer

    try:
        write = header_writer(parameter)
    except ArgumentError as problem:
        return _refusing(problem.message)
    name = parameter.wire

    def place(value: Any, draft: Draft) -> None:
        text = write(value)
        if text or value == "":
            draft.headers.append((name, text))

    return place


def _in_cookie(parameter: Parameter, template: Template) -> Place:
    from connector_runtime.client.wire.line_parameters import cookie_writer

    try:
        write = cookie_writer(parameter)
    except ArgumentError as problem:
        return _refusing(problem.message)

    def place(value: Any, draft: Draft) -> None:
        if text := write(value):
            draft.cookies.append(text)

    return place


def _refusing(message: str) -> Place:
    """The document's name cannot be sent: only a call that uses it fails."""

    def place(value: Any, draft: Draft) -> None:
        raise ArgumentError(message)

    return place


_PLACES: dict[str, Callable[[Parameter, Template], Place]] = {
    "path": _in_path,
    "query": _in_query,
    "querystring": _as_querystring,
    "header": _in_header,
    "cookie": _in_cookie,
}
