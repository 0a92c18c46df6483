"""Packages made on the spot, for what no committed package has."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from connector_runtime.client import AsyncClient, Client, Connector

Make = Callable[..., ModuleType]
"""Makes the package ``acme`` of some operations; further facts of its manifest by keyword."""


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes the package ``acme``, which is there as long as the test."""

    def make(*operations: Mapping[str, Any], **facts: Any) -> ModuleType:
        facts = {"name": "acme", "class_prefix": "Acme", "servers": [], **facts}
        manifest = {"format": 1, "connector": facts}
        (tmp_path / "connector.json").write_text(json.dumps(manifest))
        lines = [json.dumps(each, separators=(",", ":")) for each in operations]
        (tmp_path / "operations.jsonl").write_text("\n".join(lines))
        (tmp_path / "schemas.jsonl").write_text("")
        (tmp_path / "models.py").write_text("")
        return _module(tmp_path, monkeypatch)

    return make


def _module(folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    package: Any = ModuleType("acme")
    package.__path__ = [str(folder)]
    package.__file__ = str(folder / "__init__.py")
    monkeypatch.setitem(sys.modules, "acme", package)
    package.CONNECTOR = Connector("acme")
    for kind in (Client, AsyncClient):
        name = kind.__name__.replace("Client", "AcmeClient")
        setattr(package, name, _client(kind, package.CONNECTOR))
    return package


def _client(kind: Any, connector: Connector) -> type:
    def make(self: Any, credentials: Any = None, **settings: Any) -> None:
        kind.__init__(self, connector, credentials, {}, settings)

    return type("AcmeClient", (kind,), {"__init__": make})


def operation(name: str, method: str = "GET", path: str = "/things", **more: Any) -> dict[str, Any]:
    """One line of the table; it answers with any JSON."""
    replies = {"200": [{"content_type": "application/json", "kind": "json"}], "204": []}
    return {"name": name, "method_path": name, "method": method, "path": path} | {
        "replies": replies,
        **more,
    }
