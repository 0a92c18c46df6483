"""A vendor written without us: an HTTP server of the standard library, with a switch for its replies."""

import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk_test_canary_9f3b"
PET: Mapping[str, Any] = {
    "id": 7,
    "name": "Rex",
    "kind": "dog",
    "born": "2020-02-29",
    "seen_at": None,
    "chip": "6f1c3c1e-6c5a-4d7e-9a52-0d1f3f6b8a11",
    "weight": 11.5,
    "neutered": True,
    "tags": ["good", "boy"],
    "photo": "https://img.example.com/7",
    "owner": {"email": "ada@example.com", "city": "London"},
}
VISIT: Mapping[str, Any] = {"id": "v1", "on": "2024-01-02", "price": 30}


@dataclass
class Reply:
    """What the vendor answers; the body is JSON unless it is bytes."""

    status: int
    body: Any = None
    content_type: str = "application/json"
    wait: float = 0.0
    """Seconds before it answers."""
    cut: int = 0
    """Bytes that are announced and never sent."""

    def content(self) -> bytes:
        """The body as it is sent."""
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


Change = Callable[[str, Reply], Reply]
"""From ``GET /pets`` and a good reply to the reply that is sent."""


@dataclass
class Clinic:
    """The state of the vendor, and what was asked of it."""

    pets: dict[int, dict[str, Any]] = field(default_factory=lambda: {7: deepcopy(dict(PET))})
    change: Change = lambda request, reply: reply
    requests: list[str] = field(default_factory=list[str])
    bodies: list[Any] = field(default_factory=list[Any])
    url: str = ""

    def answer(self, method: str, target: str, key: str, body: bytes) -> Reply:
        """The reply, with what is injected."""
        path = target.partition("?")[0]
        self.requests.append(f"{method} {path}")
        self.bodies.append(json.loads(body) if body else None)
        return self.change(f"{method} {path}", self._good(method, path, key))

    def _good(self, method: str, path: str, key: str) -> Reply:
        if not key.startswith("sk_test_"):
            return _error(401, "no_key")
        for (wanted, pattern), answer in _ROUTES.items():
            found = re.fullmatch(pattern, path)
            if wanted == method and found:
                return answer(self, *found.groups())
        return _error(404, "no_such_path")

    def list_pets(self) -> Reply:
        return Reply(200, {"pets": list(self.pets.values()), "next_cursor": None})

    def create(self) -> Reply:
        number = max(self.pets, default=0) + 1
        self.pets[number] = {**deepcopy(dict(PET)), "id": number, **self.bodies[-1]}
        return Reply(201, self.pets[number])

    def pet(self, number: str) -> Reply:
        pet = self.pets.get(int(number))
        return Reply(200, pet) if pet else _error(404, "no_such_pet")

    def update(self, number: str) -> Reply:
        self.pets[int(number)].update(self.bodies[-1])
        return self.pet(number)

    def delete(self, number: str) -> Reply:
        return Reply(204) if self.pets.pop(int(number), None) else _error(404, "no_such_pet")

    def visits(self, number: str) -> Reply:
        return Reply(200, [VISIT])

    def visit(self, number: str, visit: str) -> Reply:
        return Reply(200, VISIT) if visit == "v1" else _error(404, "no_such_visit")

    def events(self) -> Reply:
        return Reply(200, [{"type": "born", "pet": 7}, {"type": "sold", "price": 100}])

    def inventory(self) -> Reply:
        return Reply(200, {"shelf one": 3, "shelf two": 0})

    def motd(self) -> Reply:
        return Reply(200, b"woof", "text/plain; charset=utf-8")

    def search(self) -> Reply:
        return _error(422, "too_vague")


_ROUTES: Mapping[tuple[str, str], Callable[..., Reply]] = {
    ("GET", "/pets"): Clinic.list_pets,
    ("POST", "/pets"): Clinic.create,
    ("GET", r"/pets/(\d+)"): Clinic.pet,
    ("PATCH", r"/pets/(\d+)"): Clinic.update,
    ("DELETE", r"/pets/(\d+)"): Clinic.delete,
    ("GET", r"/pets/(\d+)/visits"): Clinic.visits,
    ("GET", r"/pets/(\d+)/visits/(\w+)"): Clinic.visit,
    ("GET", "/events"): Clinic.events,
    ("GET", "/inventory"): Clinic.inventory,
    ("GET", "/motd"): Clinic.motd,
    ("GET", "/search"): Clinic.search,
}


def _error(status: int, code: str) -> Reply:
    return Reply(status, {"code": code, "message": "No."})


def on(request: str, **changes: Any) -> Change:
    """Replies to one request, with some parts replaced."""
    return lambda asked, reply: replace(reply, **changes) if asked == request else reply


def with_body(request: str, edit: Callable[[Any], Any]) -> Change:
    """Successes of one request (a regular expression), with their JSON edited: in place, or anew."""

    def change(asked: str, reply: Reply) -> Reply:
        if not re.fullmatch(request, asked) or reply.status >= 400:
            return reply
        body = deepcopy(reply.body)
        edited = edit(body)
        return replace(reply, body=body if edited is None else edited)

    return change


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # One packet a reply: two wait for each other (Nagle).
    clinic: Clinic

    def log_message(self, format: str, *args: Any) -> None:
        """Silence."""

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        key = self.headers.get("X-Key") or self.headers.get("X-API-Key", "")
        reply = self.clinic.answer(self.command, self.path, key, self.rfile.read(length))
        content = reply.content()
        time.sleep(reply.wait)
        self.send_response(reply.status)
        if content:
            self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(content) + reply.cut))
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = bool(reply.cut)

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)


def serve(clinic: Clinic) -> ThreadingHTTPServer:
    """The vendor on a free port of this machine; shut it down."""
    handler = type("Handler", (_Handler,), {"clinic": clinic})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    clinic.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server
