"""Our own descriptions say nothing that the vendor's own does not: paths, methods, arguments."""

import os
import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest

from connector_generator.ir.api import Api, Operation
from connector_generator.pipeline import analyse
from connector_generator.request import BuildRequest
from connector_generator.stopwatch import Stopwatch
from connector_runtime.client.values import Schema
from connector_runtime.client.values.schema import properties_of, resolve, variants

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
SPECS = Path(__file__).parents[2] / "specs"
ANY = frozenset({"string", "integer", "number", "boolean", "object", "array"})
DEPTH = 2
"""So many objects inside of a body are compared too."""
VENDORS = {
    "asana": ("asana/asana_oas.yaml",),
    "gmail": ("google/gmail-v1.yaml",),
    "hubspot": (
        "hubspot/crm-contact.yaml",
        "hubspot/crm-deal.yaml",
        "hubspot/crm-company.yaml",
        "hubspot/crm-pipeline.yaml",
    ),
    "openai": ("openai/openapi.yaml",),
    "slack": ("slack/slack_web_openapi_v2.json",),
    "stripe": ("stripe/spec3-2023-09.yaml",),
}
BEYOND = {
    "hubspot": {
        "GET /account-info/v3/details ",
        "GET /crm/v3/owners ",
        "POST /crm/v3/objects/{}/batch/update ",
        "POST /crm/v3/objects/contacts/search after: string",
        "POST /crm/v3/objects/deals/search after: string",
    },
    "slack": {"GET /files.getUploadURLExternal ", "POST /files.completeUploadExternal "},
    "stripe": {
        f"POST /v1/{path} shipping/{name}"
        for path in ("customers", "customers/{}")
        for name in ("carrier", "tracking_number")
    },
}
"""By connector: what we describe and the vendor's documents here, which are few or old, do not."""
UNTYPED = frozenset({"slack"})
"""Whose document describes forms, where a list is a text and a time stamp a number."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
]


Members = dict[str, Schema]


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


def arguments(operation: Operation, api: Api) -> Members:
    """Schemas of parameters and body fields by wire name, but not those of the path, which are a
    matter of taste, and not those of the client, which vendors describe in prose."""
    named = {
        each.name.wire: each.schema
        for each in operation.parameters
        if each.location != "path" and not each.client_parameter
    }
    bodies = operation.body.media if operation.body else ()
    fields = [each for media in bodies for each in media.fields or ()]
    whole = [members(media.schema, api) for media in bodies if media.fields is None]
    return (
        {name: schema for each in whole for name, schema in each.items()}
        | {each.name.wire: each.schema for each in fields}
        | named
    )


def members(schema: Schema, api: Api) -> Members:
    found = dict(properties_of(resolve(schema, partial(component, api))))
    for each in variants(resolve(schema, partial(component, api))):
        found |= members(each, api)
    return found


def component(api: Api, key: str) -> Schema:
    return api.types[key].schema


def kinds(schema: Schema, api: Api) -> set[str]:
    """The types of JSON that a value may have; every one where nothing is said."""
    target = resolve(schema, partial(component, api))
    if several := variants(target):
        return {kind for each in several for kind in kinds(each, api)}
    if "type" in target:
        kind = str(target["type"])
        return {kind, "integer"} if kind == "number" else {kind}
    return {"string"} if target.get("enum") else set(ANY)


def surplus(ours: Members, our: Api, theirs: Members, their: Api, depth: int) -> Iterator[str]:
    """What we say and the vendor does not: members, and types of members."""
    for name in sorted(ours):
        if name not in theirs:
            yield name
            continue
        allowed = kinds(theirs[name], their)
        yield from (f"{name}: {kind}" for kind in sorted(kinds(ours[name], our) - allowed))
        inner, known = members(ours[name], our), members(theirs[name], their)
        if depth and inner and known:
            deeper = surplus(inner, our, known, their, depth - 1)
            yield from (f"{name}/{each}" for each in deeper)


@pytest.mark.parametrize("connector", VENDORS)
def test_every_operation_and_argument_is_the_vendors(connector: str) -> None:
    ours = described(SPECS / f"{connector}.yaml", connector)
    theirs = {
        key: (operation, api)
        for path in VENDORS[connector]
        for api in [described(Path(CORPUS, path), connector)]
        for key, operation in operations(api).items()
    }
    unknown = set[str]()
    for key, operation in operations(ours).items():
        if key not in theirs:
            unknown.add(f"{key} ")
            continue
        vendors, api = theirs[key]
        found = surplus(arguments(operation, ours), ours, arguments(vendors, api), api, DEPTH)
        untyped = connector in UNTYPED
        unknown |= {f"{key} {each}" for each in found if not (untyped and ": " in each)}
    assert unknown == BEYOND.get(connector, set())
