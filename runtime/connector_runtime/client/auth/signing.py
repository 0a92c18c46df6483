"""Signatures over whole requests: made last, when nothing is added to the request any more."""

from connector_runtime.client.clock import Clock
from connector_runtime.client.credentials import RequestSigner, SignableRequest
from connector_runtime.client.messages import HttpRequest
from connector_runtime.client.options import check_headers


def signed(request: HttpRequest, signers: tuple[tuple[RequestSigner, Clock], ...]) -> HttpRequest:
    """The request with the header fields of its signers.

    Raises :class:`ConfigurationError` for fields that no request can carry, and what a signer does.
    """
    for signer, clock in signers:
        added = check_headers(type(signer).__name__, signer.sign(_signable(request, clock.time())))
        names = {name.lower().encode("ascii") for name, _ in added}
        kept = [field for field in request.headers if field[0].lower() not in names]
        fields = [(name.encode("ascii"), value.encode("ascii")) for name, value in added]
        request = request._replace(headers=[*kept, *fields])
    return request


def _signable(request: HttpRequest, now: float) -> SignableRequest:
    content = request.content
    headers = [(name.decode("ascii"), value.decode("latin-1")) for name, value in request.headers]
    body = b"" if content is None else content if isinstance(content, bytes) else None
    return SignableRequest(request.method, request.url, headers, body, now)
