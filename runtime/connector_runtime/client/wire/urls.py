"""Servers: a base URL from a template and its variables, and the join with an operation's path."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote, urlsplit

from connector_runtime.client.wire.escape import refuse_dot_segments
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.request import WireRequest

_VARIABLE = r"\{([^{}]*)\}"
_HOST_PART = r"[A-Za-z0-9._~-]+(:[0-9]{1,5})?"
_UNSAFE = r"[\x00-\x20\x7f\\\"<>^`{|}]"
_SCHEMES = ("http", "https")


def server_url(server: Mapping[str, Any], arguments: Mapping[str, Any]) -> str:
    """The URL of a server of the manifest or of an operation. Raises :class:`ArgumentError`.

    ``arguments`` are by Python name; a variable that is absent or None has its default. A value in
    the scheme or host may only be a part of a host name: it must not turn
    ``https://{shop}.example.com`` into another server.
    """
    url = str(server["url"])
    variables = {
        str(variable.get("wire") or variable["name"]): variable
        for variable in _variables(server.get("variables") or ())
    }
    authority_end = _authority_end(url)

    def fill(found: re.Match[str]) -> str:
        variable = variables.get(found.group(1), {"name": found.group(1)})
        name = str(variable["name"])
        try:
            return _value(variable, arguments.get(name), in_host=found.start() < authority_end)
        except ArgumentError as problem:
            raise problem.below(name) from None

    return re.sub(_VARIABLE, fill, url)


def _variables(variables: Any) -> Iterable[Mapping[str, Any]]:
    """A list of variables, or the document's own mapping by name."""
    if isinstance(variables, Mapping):
        by_name = cast("Mapping[str, Mapping[str, Any]]", variables)
        return [{"name": name, **variable} for name, variable in by_name.items()]
    return cast("Iterable[Mapping[str, Any]]", variables)


def _authority_end(url: str) -> int:
    """Where scheme and host end; a variable in front of everything is part of them."""
    start = url.find("//")
    if start < 0:
        return url.find("}") + 1 if url.startswith("{") else 0
    end = url.find("/", start + 2)
    return end if end >= 0 else len(url)


def _value(variable: Mapping[str, Any], given: Any, *, in_host: bool) -> str:
    documented = variable.get("default")
    if given is None:
        if documented is None:
            raise ArgumentError("the server needs a value")
        return str(documented)
    value = str(given)
    choices: Sequence[Any] = variable.get("choices") or variable.get("enum") or ()
    if value == documented or value in choices:
        return value
    if choices:
        raise ArgumentError(f"{value!r} is none of {', '.join(map(str, choices))}")
    if not in_host:
        refuse_dot_segments(value)
        return quote(value.strip("/"), safe="/:@!$&'()*+,;=~")
    if not re.fullmatch(_HOST_PART, value):
        raise ArgumentError(f"{value!r} is not a part of a host name")
    return value


def check_base_url(url: str) -> str:
    """A base URL that can be used: http or https, a host, no credentials, query or fragment."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in _SCHEMES and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable, parts = False, urlsplit("")
    if not usable or re.search(_UNSAFE, url):
        raise ArgumentError(
            f"{url!r} is not a base URL; it is like https://api.example.com/v1", "/base_url"
        )
    if parts.username or parts.password or "@" in parts.netloc:
        raise ArgumentError("credentials do not belong into the base URL", "/base_url")
    if parts.fragment:
        raise ArgumentError("a base URL has no fragment", "/base_url")
    return url


def join_url(base_url: str, request: WireRequest) -> str:
    """The whole URL: the base's path is kept, and there is one slash between it and the path.

    A query of the base (some gateways have an ``?api-version=``) stands before the request's.
    """
    base, _, base_query = base_url.partition("?")
    query = request.query
    if base_query:
        query = f"{base_query}&{query}" if query else base_query
    path = request.path
    url = f"{base.rstrip('/')}{path}"
    return f"{url}?{query}" if query else url
