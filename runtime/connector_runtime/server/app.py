"""The application: routes, their errors, and the life of the platform behind them."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

from fastapi import FastAPI
from fastapi.routing import APIRoute

from connector_runtime.platform.platform import Platform
from connector_runtime.server import (
    agent_routes,
    failures,
    health_routes,
    proposal_routes,
    record_routes,
)
from connector_runtime.server.edge import App, Edge
from connector_runtime.server.keys import Keys
from connector_runtime.server.tending import tended

MOST_BYTES = 1 << 20
"""Of a request's body."""
SECONDS = 300.0
"""From a request's first line to the end of its answer; operations have shorter deadlines of their
own."""
_ABOUT = """\
Connectors under governance: AI agents run operations of vendors within what their maturity allows,
and propose what it does not. Every call is audited.
"""


def create_app(
    platform: Platform, *, most_bytes: int = MOST_BYTES, seconds: float = SECONDS
) -> FastAPI:
    """An application that serves a platform, and closes it when it ends.

    Every error is ``{"status": "error", "error", "code", "retryable", "request_id"}``, with
    ``details`` and ``retry_after`` (seconds) where there are such. A body of more than
    ``most_bytes`` is refused with 413, a request of more than ``seconds`` is answered with 504.
    """

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncGenerator[None]:
        async with tended(platform):
            yield

    app = FastAPI(
        title="Connectors",
        version="1",
        description=_ABOUT,
        lifespan=life,
        # Their pages load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
    )
    app.state.platform = platform
    app.state.keys = Keys(platform.authentication)
    for module in (agent_routes, proposal_routes, record_routes, health_routes):
        app.include_router(module.router)
    failures.install(app, most_bytes)
    app.add_middleware(_edge, most_bytes=most_bytes, seconds=seconds)
    return app


def _edge(app: object, *, most_bytes: int, seconds: float) -> Edge:
    return Edge(cast("App", app), most_bytes=most_bytes, seconds=seconds)


def _operation_id(route: APIRoute) -> str:
    return route.name
