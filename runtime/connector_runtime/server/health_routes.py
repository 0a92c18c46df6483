"""For whoever watches the process: without a key, and without a word about what is inside."""

from fastapi import APIRouter, Response

from connector_runtime.server.answers import answer
from connector_runtime.server.bodies import ErrorAnswer, Health
from connector_runtime.server.routing import Served

router = APIRouter(tags=["health"])


@router.get("/healthz", response_model=Health)
async def healthz() -> Response:
    """The process lives."""
    return answer({"status": "ok"})


@router.get("/readyz", response_model=Health, responses={503: {"model": ErrorAnswer}})
async def readyz(platform: Served) -> Response:
    """The database answers, and its schema is the one that this release knows."""
    await platform.store.run(platform.store.check)
    return answer({"status": "ok"})
