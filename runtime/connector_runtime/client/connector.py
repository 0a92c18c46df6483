"""A generated connector's facts, read from the data files beside its code, and only when asked."""

import json
import os
import sys
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

from connector_runtime.client.operation import Operation, operation_from_json

FORMAT = 1
"""The version of the data files that this runtime reads."""


class IncompatibleConnectorError(ImportError):
    """The package was generated for another format of the runtime's data files."""


class Lines(Mapping[str, Any]):
    """A file of JSON lines, each beginning ``{"name":"…",``; a line is decoded when it is asked for.

    Stripe's table is half a megabyte: a program that makes three calls should decode three lines.
    """

    def __init__(self, path: str) -> None:
        self._path = path

    @cached_property
    def _bytes(self) -> bytes:
        with open(self._path, "rb") as file:
            return b"\n" + file.read()

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(json.loads(line)["name"] for line in self._bytes.splitlines() if line)

    def __getitem__(self, name: str) -> dict[str, Any]:
        start = self._bytes.find(b'\n{"name":' + json.dumps(name).encode() + b",")
        if start < 0:
            raise KeyError(name)
        line: dict[str, Any] = json.loads(self._bytes[start + 1 : self._end(start + 1)])
        return line

    def _end(self, start: int) -> int:
        end = self._bytes.find(b"\n", start)
        return end if end >= 0 else len(self._bytes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Operations(Collection[Operation]):
    """The operations of a connector: iterate over them, or take one by its operation name."""

    def __init__(self, connector: "Connector", lines: Lines) -> None:
        self._connector = connector
        self._lines = lines
        self._known: dict[str, Operation] = {}

    def __getitem__(self, name: str) -> Operation:
        operation = self._known.get(name)
        if operation is None:
            operation = operation_from_json(self._lines[name], self._connector)
            self._known[name] = operation
        return operation

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._lines

    def __iter__(self) -> Iterator[Operation]:
        return map(self.__getitem__, self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class Connector:
    """What a generated package is: its operations, schemas, security schemes and servers.

    ``package`` is the import name of the generated package; its data files lie beside it.
    Raises :class:`IncompatibleConnectorError` on first use when the format is not ours.
    """

    def __init__(self, package: str) -> None:
        self.package = package

    def __repr__(self) -> str:
        return f"Connector({self.package!r})"

    @cached_property
    def _folder(self) -> str:
        return os.path.dirname(str(sys.modules[self.package].__file__))

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The whole of ``connector.json``."""
        with open(os.path.join(self._folder, "connector.json"), encoding="utf-8") as file:
            manifest: dict[str, Any] = json.load(file)
        if manifest.get("format") != FORMAT:
            raise IncompatibleConnectorError(
                f"{self.package} has data format {manifest.get('format')!r}, this runtime reads"
                f" {FORMAT}: rebuild it with connectorgen, or install the runtime it was built for"
            )
        return manifest

    @cached_property
    def facts(self) -> dict[str, Any]:
        """The section ``connector`` of the manifest."""
        facts: dict[str, Any] = self.manifest["connector"]
        return facts

    @property
    def name(self) -> str:
        """The connector's name, e.g. ``stripe``."""
        name: str = self.facts["name"]
        return name

    @cached_property
    def operations(self) -> Operations:
        """All operations: ``operations["create_customer"]``, or iterate."""
        return Operations(self, Lines(os.path.join(self._folder, "operations.jsonl")))

    @cached_property
    def schemas(self) -> Lines:
        """Component schemas by component name: ``{"name", "python", "schema"}``."""
        return Lines(os.path.join(self._folder, "schemas.jsonl"))
