"""A real authorization server, and the API behind it, on one socket of this machine."""

import contextlib
import json
import threading
import time
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.runtime.client.auth.grants import Answer, Grants

OPENID = "/.well-known/openid-configuration"
OAUTH = "/.well-known/oauth-authorization-server"


class AuthorizationServer(ThreadingHTTPServer):
    """Its switches are for tests to turn."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.grants = Grants()
        self.requests: list[str] = []
        self.metadata_at = OPENID
        self.issuer = self.url
        """What the metadata and the redirects say."""
        self.consents = True
        self.tampers_with_state = False
        self.delay = 0.0
        """Seconds that the token endpoint takes."""
        self.metadata: dict[str, Any] = {}
        """Members that differ from the true ones."""

    @property
    def url(self) -> str:
        """Its true issuer, and the base URL of the API."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def get(self, path: str, bearer: str) -> Answer:
        """The answer to a GET."""
        place = path.partition("?")[0]
        if place == self.metadata_at:
            return Answer(200, self.document())
        if place == "/authorize":
            return self._authorized(path)
        if place != "/things":
            return Answer(404, {"error": "not_found"})
        if self.grants.accepts(bearer):
            return Answer(200, {"name": "Acme"})
        return Answer(401, {"error": "invalid_token"})

    def document(self) -> dict[str, Any]:
        """The metadata."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "revocation_endpoint": f"{self.url}/revoke",
            "authorization_response_iss_parameter_supported": True,
            "scopes_supported": ["openid", "offline_access", "read"],
            **self.metadata,
        }

    def _authorized(self, path: str) -> Answer:
        uri = f"{self.url}{path}"
        answer = self.grants.authorize("GET", uri, consents=self.consents, issuer=self.issuer)
        if self.tampers_with_state:
            location = answer.headers["Location"]
            answer.headers["Location"] = location.replace("state=", "state=x")
        return answer

    def post(self, path: str, body: str, headers: Any) -> Answer:
        """The answer to a POST."""
        names = {"/token": "token", "/revoke": "revocation"}
        if path not in names:
            return Answer(404, {"error": "not_found"})
        time.sleep(self.delay)
        return self.grants.post(names[path], f"{self.url}{path}", body, headers)


class _Handler(BaseHTTPRequestHandler):
    server: AuthorizationServer  # pyright: ignore[reportIncompatibleVariableOverride]  # always
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
        self._send(self.server.get(self.path, bearer))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._send(self.server.post(self.path, body, self.headers))

    def _send(self, answer: Answer) -> None:
        self.server.requests.append(f"{self.command} {self.path.partition('?')[0]}")
        content = json.dumps(answer.body).encode()
        self.send_response(answer.status)
        for name, value in ({"Content-Type": "application/json"} | answer.headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def authorization_server() -> Generator[AuthorizationServer]:
    """A server for the length of a test."""
    server = AuthorizationServer()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
