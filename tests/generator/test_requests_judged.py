"""Requests of our clients are judged by openapi-core, which knows nothing of us.

For five operations of each valid description: one with each kind of parameter and body, as far as it
has them.
"""

import csv
import importlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from connector_generator.pipeline import Package, compose
from connector_generator.request import BuildRequest
from connector_generator.stopwatch import Stopwatch
from connector_runtime.client import Connector, Credentials, Operation
from connector_runtime.client.values import ValueGenerator
from tests.generator.hard_cases import write_package

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
URL = "https://judge.invalid"
COUNT = 5
UNREADABLE: dict[str, dict[str, str]] = {
    "discord-2023-07": {"delete_webhook_message": "openapi-core takes no list of types"},
    "hubspot-files": {"archive_folder_by_path": "the pattern wants a backslash in the path"},
    "oas-example-parameters-style": {
        "create_path_label_exploded": "openapi-core finds no parameters in one segment"
    },
    "oas31-example-parameters-style": {
        "create_path_label_exploded": "openapi-core finds no parameters in one segment"
    },
    "oas-example-schema-circular": {
        "update_circular": "a header parameter called Authorization is to be ignored"
    },
    "stripe-2022-04": {"list_account_by_account": "openapi-core reads no deepObject"},
    "stripe-2023-09": {"find_app_secrets": "openapi-core reads no deepObject"},
    "telegram-bot-5.0": {
        "add_sticker_to_set": "openapi-core reads no numbers in a union of a form"
    },
}
"""By description and operation: why the judge is not heard. One that is not needed fails."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
    pytest.mark.filterwarnings("ignore:Unsupported scheme type", "ignore:Use of allowEmptyValue"),
]


def _rows() -> Iterator[object]:
    """Every valid description with operations that openapi-core reads: it takes no Swagger 2.0."""
    if not CORPUS:
        return
    with Path(CORPUS, "INDEX.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            calls = row["operations"] != "0" and not row["openapi"].startswith("2")
            if calls and row["valid"] == "valid":
                yield pytest.param(row["name"], row["file"], id=row["name"])


class Sent:
    """A request as openapi-core wants it."""

    def __init__(self, request: httpx.Request) -> None:
        cookies = request.headers.get("cookie", "").split("; ")
        self.host_url = URL
        self.method = request.method.lower()
        self.path = unquote(request.url.raw_path.decode().partition("?")[0])
        self.content_type = request.headers.get("content-type", "")
        self.body = request.content
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(request.url.params.multi_items()),
            header=Headers(list(request.headers.items())),
            cookie=ImmutableMultiDict(tuple(each.split("=", 1)) for each in cookies if "=" in each),
        )


def _kinds() -> list[Callable[[Operation], bool]]:
    def has(place: str) -> Callable[[Operation], bool]:
        return lambda operation: any(each.location == place for each in operation.parameters)

    def takes(kind: str) -> Callable[[Operation], bool]:
        return lambda operation: bool(operation.body and operation.body.media[0].kind == kind)

    return [has("path"), has("query"), takes("json"), takes("form"), has("header")]


def chosen(connector: Connector) -> list[Operation]:
    """One operation of each kind, filled up with the first of the others."""
    every = sorted(connector.operations, key=lambda operation: operation.name)
    found: dict[str, Operation] = {}
    for kind in _kinds():
        rest = (each for each in every if each.name not in found and kind(each))
        found |= {each.name: each for each in [next(rest, None)] if each is not None}
    rest = (each for each in every if each.name not in found)
    found |= {each.name: each for each, _ in zip(rest, range(COUNT - len(found)), strict=False)}
    return list(found.values())


def judge_of(package: Package) -> OpenAPI:
    """The judge of a description, all of whose operations are on one server and open to all."""
    root: dict[str, Any] = {**package.analysis.spec.documents[0].root, "servers": [{"url": URL}]}
    root.pop("security", None)
    root["paths"] = {
        path: {key: _without_servers(value) for key, value in item.items() if key != "servers"}
        for path, item in root["paths"].items()
    }
    return OpenAPI.from_dict(root, config=Config(spec_validator_cls=None))


def _without_servers(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: each for key, each in value.items() if key not in ("servers", "security")}


def arguments_of(operation: Operation) -> dict[str, Any]:
    """What the operation needs, and the parameters of its client."""
    assert operation.connector is not None
    schemas = operation.connector.schemas
    made = ValueGenerator(lambda name: schemas[name]["schema"]).with_seed(0)
    return {
        **operation.example_arguments(),
        **{
            each.name: made.value(each.schema, (operation.name, each.wire), "request")
            for each in operation.parameters
            if each.client_parameter
        },
    }


def sent_by(package: ModuleType, operation: Operation) -> httpx.Request:
    """The request that the client of a package sends."""
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        sent.append(request)
        return httpx.Response(204)

    facts = package.CONNECTOR.facts
    secrets: dict[str, Any] = {
        each["python"]: ("user", "password") if each["kind"] == "basic" else "key"
        for each in facts.get("security_schemes", ())
    }
    client = getattr(package, f"{facts['class_prefix']}Client")(
        Credentials("key", **secrets),
        base_url=URL,
        transport=httpx.MockTransport(answer),
        cert="judge.pem",
    )
    client.call(operation.name, arguments_of(operation))
    return sent[0]


@pytest.mark.parametrize(("name", "file"), list(_rows()))
def test_requests_are_what_the_description_says(
    name: str,
    file: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    request = BuildRequest(
        specs=(str(Path(CORPUS, file)),), output=tmp_path, name=tmp_path.name, formatter="ruff"
    )
    package = compose(request, Stopwatch(lambda _: None))
    root = write_package(package, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    try:
        refused = _refused(importlib.import_module(root.name), judge_of(package))
    finally:
        for module in [each for each in sys.modules if each.split(".")[0] == root.name]:
            del sys.modules[module]
    unreadable = UNREADABLE.get(name, {})
    assert {each: why for each, why in refused.items() if each not in unreadable} == {}
    assert unreadable.keys() <= refused.keys()
    if unreadable:
        record_property("gaps", [f"{each}: {why}" for each, why in unreadable.items()])
        record_property("gap", "requests")


def _refused(package: ModuleType, judge: OpenAPI) -> dict[str, list[str]]:
    """The chosen operations whose requests the judge refuses, with its reasons."""
    refused: dict[str, list[str]] = {}
    for operation in chosen(package.CONNECTOR):
        request = sent_by(package, operation)
        try:
            found = [
                f"{error!r} {error.__cause__!r}"
                for error in judge.iter_request_errors(Sent(request))
            ]
        except (TypeError, KeyError) as error:
            found = [f"the judge failed: {error!r}"]
        if found:
            refused[operation.name] = found
    return refused
