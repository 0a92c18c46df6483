"""URLs: from a loopback server, within the same origin, bounded in size and redirects."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.source.spec import load_spec
from tests.generator.source.folders import HEAD

Pages = dict[str, Any]


class _Handler(BaseHTTPRequestHandler):
    """Serves pages: text, bytes, or (status, location)."""

    pages: ClassVar[Pages] = {}

    def do_GET(self) -> None:
        page = self.pages.get(self.path, (404, ""))
        if isinstance(page, tuple):
            self.send_response(page[0])
            self.send_header("location", page[1])
            self.send_header("content-length", "0")
            self.end_headers()
            return
        body = page.encode() if isinstance(page, str) else page
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def pages() -> Iterator[tuple[str, Pages]]:
    """The address of a server, and its pages."""
    _Handler.pages = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", _Handler.pages
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_url_and_what_it_refers_to(pages: tuple[str, Pages]) -> None:
    base, served = pages
    served["/zoo/openapi"] = HEAD + "paths: {}\ntags: [{$ref: /tags/a.yaml}, {$ref: b.json}]\n"
    served["/tags/a.yaml"] = "name: a\n"
    served["/zoo/b.json"] = '{"name": "b"}'
    spec = load_spec(f"{base}/zoo/openapi", Diagnostics())
    assert spec.name == "zoo"
    assert spec.documents[0].root["tags"] == [{"name": "a"}, {"name": "b"}]
    assert spec.documents[0].locate("/tags/0/name").file == f"{base}/tags/a.yaml"


def test_redirects_within_the_origin(pages: tuple[str, Pages]) -> None:
    base, served = pages
    served["/old.yaml"] = (301, "/new.yaml")
    served["/new.yaml"] = HEAD + "paths: {}\n"
    assert load_spec(f"{base}/old.yaml", Diagnostics()).name == "old"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ((404, ""), "fetch-failed"),
        ((500, ""), "fetch-failed"),
        ((302, "/a.yaml"), "fetch-failed"),
        ((302, "http://localhost:1/a.yaml"), "forbidden-redirect"),
        ((302, "http://169.254.169.254/latest/meta-data"), "forbidden-redirect"),
        ((302, "file:///etc/passwd"), "forbidden-redirect"),
        (HEAD + "tags: [{$ref: 'http://localhost:1/x.yaml'}]\n", "forbidden-host"),
        (HEAD + "tags: [{$ref: 'file:///etc/passwd'}]\n", "outside-of-folder"),
        (HEAD + "tags:\n- $ref: no.yaml\n", "fetch-failed"),
        ("<html></html>", "not-openapi"),
    ],
)
def test_bad_answers_are_refused(pages: tuple[str, Pages], page: Any, code: str) -> None:
    base, served = pages
    served["/a.yaml"] = page
    with pytest.raises(InputError) as caught:
        load_spec(f"{base}/a.yaml", Diagnostics())
    assert caught.value.code == code
    assert caught.value.location.file == f"{base}/a.yaml"


def test_answers_are_bounded(pages: tuple[str, Pages], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connector_generator.source.fetch.MAX_BYTES", 1000)
    base, served = pages
    served["/a.yaml"] = b"x" * 5000
    with pytest.raises(InputError) as caught:
        load_spec(f"{base}/a.yaml", Diagnostics())
    assert caught.value.code == "too-large"


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(InputError) as caught:
        load_spec("http://127.0.0.1:9/a.yaml", Diagnostics())
    assert caught.value.code == "fetch-failed"


def test_allowed_hosts(pages: tuple[str, Pages]) -> None:
    base, served = pages
    other = base.replace("127.0.0.1", "localhost")
    served["/a.yaml"] = HEAD + f"paths: {{}}\ntags: [{{$ref: '{other}/b.yaml'}}]\n"
    served["/b.yaml"] = "name: b\n"
    spec = load_spec(f"{base}/a.yaml", Diagnostics(), hosts=frozenset({"localhost"}))
    assert spec.documents[0].root["tags"] == [{"name": "b"}]
