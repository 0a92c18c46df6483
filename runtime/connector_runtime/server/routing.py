"""What the routes share: the platform, the key, and the errors that they document."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Security

from connector_runtime.platform.platform import Platform
from connector_runtime.server.bodies import ErrorAnswer
from connector_runtime.server.keys import KeyedRoute, bearer

_ERRORS = {
    400: "Invalid parameters, or denied by governance; `code` says which.",
    401: "No key, or not a valid one.",
    403: "The key's principal may not do this.",
    404: "There is no such thing in this tenant.",
    409: "The proposal or the workflow is not in the state that this needs.",
    413: "The body is larger than 1 MiB.",
    429: "The plan's operations of the day are used up; `Retry-After` and `RateLimit-Reset` say when.",
    502: "The vendor failed, or could not be reached.",
    503: "The database, or the vendor's circuit, is out for now; see `Retry-After`.",
    504: "The vendor did not answer in time.",
}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorAnswer, "description": text} for status, text in _ERRORS.items()
}
_RESPONSES["default"] = {"model": ErrorAnswer, "description": "Any other error."}


async def _platform(request: Request) -> Platform:
    platform: Platform = request.app.state.platform
    return platform


Served = Annotated[Platform, Depends(_platform)]
"""The platform of the application."""


def keyed_router(prefix: str, tag: str) -> APIRouter:
    """Routes for who has a key."""
    return APIRouter(
        prefix=prefix,
        tags=[tag],
        route_class=KeyedRoute,
        dependencies=[Security(bearer)],
        responses=_RESPONSES,
    )
