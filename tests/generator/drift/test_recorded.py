"""A built connector as the old side: what its package keeps is compared, and nothing else is told."""

import copy
import json
from pathlib import Path

import pytest

from connector_generator.drift import Drift, compare, read_new, read_old
from connector_generator.pipeline import BuildRequest, build
from tests.generator.drift.pairs import Node, body, document, operation, record, text, told

_HEADERS: Node = {"X-Left": {"schema": {"type": "integer"}, "required": True}}
OLD = document(
    operation(
        sent=record("a", a=text(), b=text()),
        responses={"200": {**body(text()), "headers": _HEADERS}},
        callbacks={"done": {"{$url}": {"post": operation(sent=record(x=text()))}}},
        **{"x-stability-level": "stable"},
    ),
    webhooks={"made": {"post": operation(sent=record("id", id=text()), operationId="made")}},
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the connector built from the description above."""
    monkeypatch.chdir(tmp_path)
    _write(OLD)
    build(BuildRequest(specs=("things.json",), output=tmp_path / "generated", formatter="ruff"))
    return tmp_path


def _write(root: Node) -> None:
    Path("things.json").write_text(json.dumps(root, indent=1), encoding="utf-8")


def _drift(root: Node) -> Drift:
    _write(root)
    old, built = read_old("things", Path("generated"), None)
    return compare(old, read_new(None, Path("generated"), None, old, built))


def test_nothing_differs_from_what_it_was_built_from(folder: Path) -> None:
    found = _drift(OLD)
    assert (found.findings, found.names, found.verdict) == ((), (), "none")


def test_what_a_package_does_not_keep_is_not_compared(folder: Path) -> None:
    new = copy.deepcopy(OLD)
    made = new["paths"]["/thing"]["post"]
    del made["callbacks"]
    made["x-stability-level"] = "alpha"
    assert _drift(new).findings == ()


def test_deprecations_of_parts_are_told(folder: Path) -> None:
    new = copy.deepcopy(OLD)
    schema = new["paths"]["/thing"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["b"]["deprecated"] = True
    assert told(_drift(new)) == {("request-property-deprecated", "info")}


def test_headers_of_replies_are_told(folder: Path) -> None:
    new = copy.deepcopy(OLD)
    reply = new["paths"]["/thing"]["post"]["responses"]["200"]
    reply["headers"] = {"x-left": {"schema": {"type": "string"}, "required": True}, "X-More": {}}
    assert told(_drift(new)) == {
        ("response-header-type-changed", "breaking"),
        ("optional-response-header-added", "info"),
    }


def test_events_are_told_where_the_package_keeps_them(folder: Path) -> None:
    new = copy.deepcopy(OLD)
    payload = new["webhooks"]["made"]["post"]["requestBody"]["content"]["application/json"]
    payload["schema"] = record(id=text())
    new["webhooks"]["gone"] = {"post": operation(operationId="gone")}
    found = _drift(new)
    assert told(found) == {
        ("response-property-became-optional", "breaking"),
        ("webhook-added", "info"),
    }
    del new["webhooks"]["made"]
    (gone,) = [each for each in _drift(new).findings if each.id == "webhook-removed"]
    assert gone.old is not None
    assert (gone.old.file, gone.old.pointer) == (
        "generated/things/connector.json",
        "/webhooks/made/post",
    )
