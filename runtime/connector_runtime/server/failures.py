"""Everything that goes wrong within the application becomes an envelope."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from connector_runtime.client.codes import ErrorCode
from connector_runtime.client.errors import ConnectorError
from connector_runtime.errors import ArgumentsInvalidError, PlatformError, StoreUnusableError
from connector_runtime.execution.arguments import below
from connector_runtime.server.answers import answer, failure, id_of, refusal
from connector_runtime.server.edge import too_large

_log = logging.getLogger("connector_runtime.server")
_WORDS: Mapping[int, tuple[ErrorCode, str]] = {
    400: ("VALIDATION_FAILED", "Invalid parameters: the body cannot be read as JSON"),
    404: ("NOT_FOUND", "Not found"),
    405: ("METHOD_NOT_ALLOWED", "Method not allowed"),
}


def install(app: FastAPI, most_bytes: int) -> None:
    """Let the application answer its errors in our words."""

    async def of_platform(request: Request, error: Exception) -> Response:
        assert isinstance(error, (PlatformError, ConnectorError))
        if isinstance(error, StoreUnusableError):
            return unusable(request, error)
        return failure(request, error)

    async def of_validation(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return failure(request, invalid(error.errors()))

    async def of_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 413:
            return too_large(id_of(request), most_bytes)
        code, text = _WORDS.get(error.status_code, ("INTERNAL_ERROR", "Internal error"))
        return refusal(id_of(request), error.status_code, code, text, headers=error.headers)

    app.add_exception_handler(PlatformError, of_platform)
    app.add_exception_handler(ConnectorError, of_platform)
    app.add_exception_handler(RequestValidationError, of_validation)
    app.add_exception_handler(HTTPException, of_http)


def unusable(request: Request, error: StoreUnusableError) -> Response:
    """The answer where our own database is the reason: its text names our files, and is logged only."""
    _log.error("%s: %s", id_of(request), error)
    body = {"status": "error", "error": "Database cannot be used", "code": error.code}
    told = {**body, "retryable": False, "request_id": id_of(request)}
    return answer(told, 503, {"Retry-After": "60"})


def invalid(problems: Sequence[Mapping[str, Any]]) -> ArgumentsInvalidError:
    """What is wrong with a request: the first place, and all of them in ``details["errors"]``.

    Never the value that was found there.
    """
    errors = [_told(each) for each in problems]
    first = errors[0]
    place = first["pointer"] if first["in"] == "body" else f"{first['in']} {first['pointer'][1:]}"
    return ArgumentsInvalidError(
        f"Invalid parameters: {place or 'the body'} {first['problem']}",
        details={"pointer": first["pointer"], "errors": errors},
    )


def _told(problem: Mapping[str, Any]) -> dict[str, str]:
    place, *tokens = problem["loc"]
    if problem["type"] == "json_invalid":
        tokens = []
    pointer = ""
    for token in tokens:
        pointer = below(pointer, token)
    return {"in": str(place), "pointer": pointer, "problem": _problem(problem)}


def _problem(problem: Mapping[str, Any]) -> str:
    match problem["type"]:
        case "missing":
            return "is required"
        case "extra_forbidden":
            return "is not known here"
        case "model_attributes_type" | "dict_type":
            return "must be a JSON object; a body needs Content-Type: application/json"
        case "json_invalid":
            return f"is no JSON: {problem['ctx']['error']}"
        case _:
            return (
                str(problem["msg"])
                .replace("Input should be", "must be")
                .replace("Value error, ", "")
            )
