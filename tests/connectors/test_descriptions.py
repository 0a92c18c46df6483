"""Our own descriptions say nothing that the vendor's own does not: paths, methods, names of arguments."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from connector_generator.ir.api import Api, Operation
from connector_generator.pipeline import analyse
from connector_generator.request import BuildRequest
from connector_generator.stopwatch import Stopwatch

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
SPECS = Path(__file__).parents[2] / "specs"
VENDORS = {
    "openai": "openai/openapi.yaml",
    "slack": "slack/slack_web_openapi_v2.json",
    "stripe": "stripe/spec3-2023-09.yaml",
}
NEWER = {"slack": {"GET /files.getUploadURLExternal ", "POST /files.completeUploadExternal "}}
"""By connector: what we describe and the vendor's document, which is older, does not yet."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
]


@cache
def described(path: Path, name: str) -> Api:
    request = BuildRequest(specs=(str(path),), output=Path("nowhere"), name=name)
    return analyse(request, Stopwatch(lambda _: None)).api


def operations(api: Api) -> dict[str, Operation]:
    """By method and path, whatever the path parameters are called."""
    prefix = {"slack": "/api"}.get(api.name, "")
    return {
        f"{each.http_method} {re.sub(r'{.*?}', '{}', each.path).removeprefix(prefix)}": each
        for each in api.operations
    }


def arguments(operation: Operation) -> set[str]:
    """Wire names of parameters and body fields, but not those of the path, which are a matter of
    taste, and not those of the client, which vendors describe in prose."""
    named = {
        each.name.wire
        for each in operation.parameters
        if each.location != "path" and not each.client_parameter
    }
    bodies = operation.body.media if operation.body else ()
    return named | {each.name.wire for media in bodies for each in media.fields or ()}


@pytest.mark.parametrize("connector", VENDORS)
def test_every_operation_and_argument_is_the_vendors(connector: str) -> None:
    ours = operations(described(SPECS / f"{connector}.yaml", connector))
    theirs = operations(described(Path(CORPUS, VENDORS[connector]), connector))
    unknown = {
        f"{key} {name}"
        for key, operation in ours.items()
        for name in sorted(arguments(operation) - arguments(theirs[key]) if key in theirs else [""])
    }
    assert unknown == NEWER.get(connector, set())
