"""One way to drive synchronous and asynchronous clients, so that each behaviour is tested once."""

import asyncio
import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import httpx

from connector_runtime.client.resilience.settings import ResiliencePolicy

KINDS = ("", "Async")
ONCE = ResiliencePolicy(max_attempts=1)


@dataclass
class Driver:
    """Makes clients of one kind and waits for what their methods return."""

    prefix: str
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)
    clients: list[Any] = field(default_factory=list[Any])

    def client(
        self, package: ModuleType, credentials: Any = "secret-canary", **settings: Any
    ) -> Any:
        """A client of a generated package; it tries once, unless a policy says otherwise."""
        settings.setdefault("policy", ONCE)
        name = f"{self.prefix}{package.CONNECTOR.facts['class_prefix']}Client"
        client = getattr(package, name)(credentials, **settings)
        self.clients.append(client)
        return client

    def run(self, value: Any) -> Any:
        """The value, awaited where it has to be."""
        return self.runner.run(_awaited(value)) if inspect.isawaitable(value) else value

    def items(self, page: Any) -> list[Any]:
        """What iterating over a page gives."""
        return self.runner.run(_collected(page)) if hasattr(page, "__aiter__") else list(page)

    def close(self) -> None:
        """Close all clients."""
        for client in self.clients:
            self.run((client.aclose if self.prefix else client.close)())
        self.runner.close()


async def _awaited(value: Any) -> Any:
    return await value


async def _collected(page: Any) -> list[Any]:
    return [item async for item in page]


@dataclass
class Vendor:
    """Answers requests on httpx's transport, one reply after another, the last for ever."""

    replies: list[httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]]
    requests: list[httpx.Request] = field(default_factory=list[httpx.Request])

    @property
    def transport(self) -> httpx.MockTransport:
        """A transport for a client of either kind."""
        return httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        if callable(reply):
            return reply(request)
        return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)


def answers(
    status: int = 200, document: Any = None, *, text: str = "", **headers: str
) -> httpx.Response:
    """A reply with a JSON document, or with text."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    if document is not None:
        return httpx.Response(
            status,
            headers={"content-type": "application/json", **fields},
            text=json.dumps(document),
        )
    return httpx.Response(status, headers=fields, text=text)


PET: Mapping[str, Any] = {"id": 7, "name": "Rex", "status": "available", "tags": ["dog"]}
