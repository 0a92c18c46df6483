"""The only place of this stage that touches files and the network: location -> bytes."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urljoin, urlsplit

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.boundary import Boundary, is_url
from connector_generator.source.limits import MAX_BYTES, MAX_REDIRECTS, TIMEOUT_SECONDS

if TYPE_CHECKING:
    import httpx

_MEBIBYTE = 1024 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def fetch(location: str, boundary: Boundary) -> bytes:
    """The bytes of a file or URL. The boundary bounds redirects; the location itself is trusted."""
    return _fetch_url(location, boundary) if is_url(location) else _read_file(location)


def _read_file(location: str) -> bytes:
    path = Path(location)
    if not path.exists():
        _fail("missing-file", location, "there is no such file", "Check the path.")
    if not path.is_file():
        _fail("not-a-file", location, "this is not a file", "Give a JSON or YAML file.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        _fail("unreadable-file", location, f"cannot be read: {error.strerror}", "Check its rights.")
    return data if len(data) <= MAX_BYTES else _too_large(location)


def _fetch_url(location: str, boundary: Boundary) -> bytes:
    import httpx  # Here, because a build from files never pays for it.

    deadline = time.monotonic() + TIMEOUT_SECONDS
    url = location
    try:
        with httpx.Client(timeout=10.0, follow_redirects=False) as client:
            for _ in range(MAX_REDIRECTS + 1):
                with client.stream("GET", url, headers={"accept": "*/*"}) as reply:
                    if reply.status_code in _REDIRECTS and "location" in reply.headers:
                        url = _redirected(url, reply.headers["location"], boundary, location)
                        continue
                    if reply.status_code != 200:
                        _fail(
                            "fetch-failed",
                            location,
                            f"the server answered {reply.status_code}",
                            "Open the address in a browser, or download the file first.",
                        )
                    return _body(reply, location, deadline)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        _fail(
            "fetch-failed",
            location,
            f"cannot be fetched: {error or type(error).__name__}",
            "Check the address and the network, or download the file first.",
        )
    return _fail("fetch-failed", location, "too many redirects", "Give the final address.")


def _body(reply: "httpx.Response", location: str, deadline: float) -> bytes:
    body = bytearray()
    for chunk in reply.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            _too_large(location)
        if time.monotonic() > deadline:
            _fail(
                "fetch-failed",
                location,
                f"not complete after {TIMEOUT_SECONDS:.0f} seconds",
                "Download the file first.",
            )
    return bytes(body)


def _redirected(url: str, target: str, boundary: Boundary, location: str) -> str:
    new = urljoin(url, target)
    downgraded = urlsplit(url).scheme == "https" and urlsplit(new).scheme != "https"
    if downgraded or not boundary.allows_url(new):
        _fail(
            "forbidden-redirect",
            location,
            f"redirects to {new}, on another host",
            "Give that address itself when you trust it.",
        )
    return new


def _too_large(location: str) -> NoReturn:
    _fail(
        "too-large",
        location,
        f"larger than {MAX_BYTES // _MEBIBYTE} MiB",
        "Split the description into files, or give a part of it.",
    )


def _fail(code: str, location: str, message: str, help_: str) -> NoReturn:
    raise InputError(code, Location(location), message, help_)
