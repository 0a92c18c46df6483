"""One hard case of OpenAPI: a document, the calls made with its package, and what must come of them.

A case is a YAML file of ``tests/corpus``, written by hand from the specifications:

- ``case``: the sentence that the case proves; ``document``: the description (``openapi``, ``info`` and
  ``servers`` may be left out); ``files``: further documents beside it; ``overlay``: applied to it.
- ``warnings``: the codes of all diagnostics; ``refuses``: the code of the error that stops the build.
- ``methods``: every operation's name with its method path and the names of its parameters.
- ``models``: by class name, the Python names of its fields with the names on the wire.
- ``client``: arguments of the client's constructor; ``credentials``: its secrets by scheme; a call may have
  its own of both.
- ``calls``: each with ``call`` (a method path, or an operation name), ``arguments``, what it ``sends``
  (any of method, url, headers, body), the ``reply`` it gets (status, headers, and json or text), and
  what comes of it: ``returns`` (models as what they hold, by wire name), ``type`` (its class),
  ``violations`` (JSON pointers), ``raises`` (a class, and attributes of the error).
"""

import asyncio
import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import httpx
import yaml
from pydantic import BaseModel

from connector_generator.pipeline import BuildRequest, Package, compose
from connector_generator.stopwatch import Stopwatch
from connector_runtime.client import Credentials

FOLDER = Path(__file__).parents[1] / "corpus"


class _Loader(yaml.SafeLoader):
    """YAML, with ``!tuple`` for arguments that are tuples."""


_Loader.add_constructor(
    "!tuple", lambda loader, node: tuple(loader.construct_sequence(node))  # type: ignore[arg-type]
)


@dataclass(frozen=True, slots=True)
class Case:
    """A file of the corpus."""

    path: Path
    facts: Mapping[str, Any]

    @property
    def calls(self) -> list[dict[str, Any]]:
        """Calls and what must come of them."""
        calls: list[dict[str, Any]] = self.facts.get("calls", [])
        return calls


def all_cases() -> list[Case]:
    """Every case, by file name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.yaml"))]


_KEYS = {"case", "document", "files", "overlay", "warnings", "refuses", "methods", "models"} | {
    "client",
    "credentials",
    "calls",
}
_CALL_KEYS = {"call", "client", "credentials", "arguments", "sends", "reply"} | {
    "returns",
    "type",
    "violations",
    "raises",
}


def _read(path: Path) -> Case:
    facts = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    unknown = (
        set(facts) - _KEYS | {key for call in facts.get("calls", ()) for key in call} - _CALL_KEYS
    )
    assert not unknown, f"{path.name} says {unknown}, which means nothing"
    return Case(path, facts)


def write_documents(case: Case, folder: Path) -> Path:
    """The documents of a case as files; the path of the first."""
    document = dict(case.facts["document"])
    if "swagger" not in document:
        document = {
            "openapi": "3.1.0",
            "info": {"title": "Case", "version": "1"},
            "servers": [{"url": "https://api.example.com"}],
            **document,
        }
    spec = folder / "case.yaml"
    for name, content in {"case.yaml": document, **case.facts.get("files", {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    if "overlay" in case.facts:
        (folder / "case.overlay.yaml").write_text(yaml.safe_dump(case.facts["overlay"]))
    return spec


def compose_package(case: Case, folder: Path) -> Package:
    """The package of a case, in memory."""
    overlays = (str(folder / "case.overlay.yaml"),) if "overlay" in case.facts else ()
    request = BuildRequest(
        specs=(str(write_documents(case, folder)),),
        output=folder,
        name=case.path.stem,
        overlays=overlays,
        formatter="ruff",
    )
    return compose(request, Stopwatch(lambda _: None))


def write_package(package: Package, folder: Path) -> Path:
    """The files of a package below a folder; the package's own."""
    root = folder / package.analysis.spec.name
    for path, content in {**package.own, **package.files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def import_all(name: str) -> ModuleType:
    """A package, with every module of it imported."""
    package = import_module(name)
    for module in walk_packages(package.__path__, f"{name}."):
        import_module(module.name)
    return package


@dataclass(slots=True)
class Server:
    """Answers on httpx's transport, and keeps what was sent."""

    reply: Mapping[str, Any]
    requests: list[httpx.Request] = field(default_factory=list[httpx.Request])

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        content = self.reply.get("text", "")
        headers = dict(self.reply.get("headers", {}))
        if "json" in self.reply:
            content = json.dumps(self.reply["json"])
            headers.setdefault("content-type", "application/json")
        body = content if isinstance(content, bytes) else content.encode()
        return httpx.Response(self.reply.get("status", 200), headers=headers, content=body)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call."""

    sent: list[httpx.Request]
    value: Any = None
    error: Exception | None = None
    violations: tuple[str, ...] = ()


def outcome(
    client: Callable[..., Any], case: Case, call: Mapping[str, Any], **more: Any
) -> Outcome:
    """Make one call, with the synchronous or the asynchronous client, as its class says."""
    server = Server(call.get("reply", {}))
    violations: list[str] = []

    def watch(event: Any) -> None:
        if event.name == "contract.violation":
            violations.append(event.pointer)

    secrets: dict[str, Any] = call.get("credentials", case.facts.get("credentials", {}))
    settings = {
        "transport": httpx.MockTransport(server),
        "hooks": (watch,),
        "allow_http": True,
        "credentials": Credentials(**secrets) if secrets else None,
        **case.facts.get("client", {}),
        **call.get("client", {}),
        **more,
    }
    try:
        value = asyncio.run(_value(client(**settings), call))
    except Exception as error:
        return Outcome(server.requests, error=error, violations=tuple(violations))
    return Outcome(server.requests, value, violations=tuple(violations))


async def _value(client: Any, call: Mapping[str, Any]) -> Any:
    arguments = call.get("arguments", {})
    if "." in call["call"]:
        value = method_of(client, call["call"])(**arguments)
    else:
        value = client.call(call["call"], arguments)
    value = await value if inspect.isawaitable(value) else value
    close = client.aclose() if hasattr(client, "aclose") else client.close()
    if close is not None:
        await close
    return value


def method_of(client: Any, path: str) -> Callable[..., Any]:
    """The method at a method path."""
    for name in path.split("."):
        client = getattr(client, name)
    method: Callable[..., Any] = client
    return method


def plain(value: Any) -> Any:
    """A returned value as YAML can write it: models become mappings by wire name."""
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    reply = getattr(value, "reply", None)
    return plain(reply) if isinstance(reply, BaseModel | list) else value


def body_of(request: httpx.Request) -> str:
    """A body as text; the boundary of a multipart body is called BOUNDARY, its lines end in LF."""
    text = request.content.decode()
    kind, _, boundary = request.headers.get("content-type", "").partition("; boundary=")
    if kind.startswith("multipart/"):
        return text.replace(boundary.strip('"'), "BOUNDARY").replace("\r\n", "\n")
    return text
