"""From a wire request to an HTTP request: server, header fields, credentials, time."""

from collections.abc import Iterator, Sequence

from connector_runtime.client.auth.signature import Signature
from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.messages import Content, HttpRequest
from connector_runtime.client.prepared import Prepared
from connector_runtime.client.servers import Server
from connector_runtime.client.wire.request import WireRequest

REPLY_LIMIT = 64 * 1024 * 1024
"""Most bytes of a decoded reply."""
CONNECT_WITHIN = 5.0
_BODILESS = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"})

Field = tuple[bytes, bytes]


def http_request(
    prepared: Prepared,
    server: Server,
    wire: WireRequest,
    signature: Signature,
    extra: Sequence[tuple[str, str]],
    ends_at: float,
    connect_within: float,
) -> HttpRequest:
    """The request of one attempt. ``extra`` are header fields of the call; they win over ours.

    Raises :class:`ConfigurationError` for a value that no header can carry.
    """
    content: Content = wire.body
    fields = dict(prepared.fixed)
    fields[b"host"] = (b"Host", server.host_header)
    for name, value in (*wire.headers, *extra, *signature.headers):
        _put(fields, name, value)
    if signature.cookies:
        _put(fields, "Cookie", "; ".join((*_cookies(fields), *signature.cookies)))
    if wire.content_type:
        fields.setdefault(b"content-type", (b"Content-Type", wire.content_type.encode("latin-1")))
    headers = [*fields.values(), *_framing(wire.method, content)]
    query = (
        [wire.query, *_missing(signature.query, wire.query)] if signature.query else [wire.query]
    )
    request = HttpRequest(
        wire.method,
        server.origin,
        server.target(wire.path, query),
        headers,
        content,
        ends_at,
        connect_within,
        REPLY_LIMIT,
        operation=prepared.operation.name,
    )
    if not signature.signers:
        return request
    from connector_runtime.client.auth.signing import signed

    return signed(request, signature.signers)


def _missing(pairs: Sequence[str], query: str) -> Iterator[str]:
    """The credentials of the query whose names the caller has not used; the caller's own win."""
    given = {pair.partition("=")[0] for pair in query.split("&")}
    return (pair for pair in pairs if pair.partition("=")[0] not in given)


def _put(fields: dict[bytes, Field], name: str, value: str) -> None:
    try:
        raw_name = name.encode("ascii")
        fields[raw_name.lower()] = (raw_name, value.encode("latin-1"))
    except UnicodeEncodeError:
        raise ConfigurationError(
            f"the value of {name} holds characters no header can carry"
        ) from None


def _cookies(fields: dict[bytes, Field]) -> tuple[str, ...]:
    return (fields[b"cookie"][1].decode("latin-1"),) if b"cookie" in fields else ()


def _framing(method: str, content: Content) -> tuple[Field, ...]:
    if content is None:
        return () if method in _BODILESS else ((b"Content-Length", b"0"),)
    length = len(content) if isinstance(content, bytes) else content.length
    if length is None:
        return ((b"Transfer-Encoding", b"chunked"),)
    return ((b"Content-Length", b"%d" % length),)
