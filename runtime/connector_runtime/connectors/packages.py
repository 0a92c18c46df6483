"""A generated package, known from the data files beside its code."""

from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from connector_runtime.client.connector import Connector, Lines
from connector_runtime.client.operation import Operation, operation_from_json
from connector_runtime.connectors.domain import DomainError
from connector_runtime.connectors.facts import OperationFacts, facts_of
from connector_runtime.connectors.problems import BrokenConnectorError
from connector_runtime.connectors.sources import ID, Source, parent_module


class DataFiles(Connector):
    """The connector of a folder, without its code: it is not imported to be read."""

    def __init__(self, package: str, folder: Path) -> None:
        super().__init__(package)
        self._at = str(folder)

    @cached_property
    def _folder(self) -> str:
        return self._at


class GeneratedPackage(Source):
    """A package of ``connectorgen``. ``module`` is its import name; empty: that of its folder.

    Raises :class:`BrokenConnectorError` where ``connector.json`` cannot be read.
    """

    kind = "generated"

    def __init__(self, folder: Path, module: str = "") -> None:
        self._module = module
        self.data = DataFiles(module or folder.name, folder)
        try:
            facts: Any = self.data.facts
            name: Any = facts["name"]
            self._prefix = str(facts["class_prefix"])
            self._version = str(facts.get("version", ""))
        except (*_UNREADABLE, ImportError, AttributeError) as problem:
            raise BrokenConnectorError(f"connector.json cannot be read: {_said(problem)}") from None
        if not isinstance(name, str) or ID.fullmatch(name) is None:
            raise BrokenConnectorError(f"connector.json: {name!r} is no id of a connector")
        super().__init__(name, folder)
        self._lines = Lines(str(folder / "operations.jsonl"))
        self._rows: dict[str, Operation] = {}
        self._facts: dict[str, OperationFacts] = {}

    @property
    def title(self) -> str:
        """What people call it."""
        return str(self.data.facts.get("title") or self.connector_id)

    @property
    def connecting(self) -> dict[str, Any]:
        """The section ``connector`` of the manifest."""
        return self.data.facts

    @cached_property
    def _names(self) -> tuple[str, ...]:
        try:
            return tuple(self._lines)
        except _UNREADABLE as problem:
            raise _broken_table(problem) from None

    def names(self) -> Sequence[str]:
        """The operation names, in the order of the table."""
        return self._names

    def row(self, name: str) -> Operation | None:
        """The operation as the table has it."""
        known = self._rows.get(name)
        if known is not None:
            return known
        try:
            line = self._lines.get(name)
            if line is None:
                return None
            return self._rows.setdefault(name, operation_from_json(line, self.data))
        except _UNREADABLE as problem:
            raise _broken_table(problem) from None

    def operation(self, name: str) -> OperationFacts | None:
        """One operation; None where there is none of this name."""
        known = self._facts.get(name)
        if known is not None:
            return known
        row = self.row(name)
        if row is None:
            return None
        try:
            facts = facts_of(self.connector_id, self._version, row, self._lines[name])
        except (DomainError, *_UNREADABLE) as problem:
            raise BrokenConnectorError(f"{name} cannot be read: {_said(problem)}") from None
        return self._facts.setdefault(name, facts)

    def code(self) -> ModuleType:
        """The package, imported."""
        module = self._module
        try:
            if not module:
                module = f"{parent_module(self.place.parent)}.{self.place.name}"
            return import_module(module)
        except Exception as problem:
            raise BrokenConnectorError(f"it cannot be imported: {_said(problem)}") from problem

    def client_class(self, *, mock: bool) -> Any:
        """Its asynchronous client, or the one that talks to a vendor in this process."""
        name = f"Async{'Mock' if mock else ''}{self._prefix}Client"
        try:
            return getattr(self.code(), name)
        except AttributeError:
            raise BrokenConnectorError(f"it has no {name}") from None


_UNREADABLE = (OSError, ValueError, LookupError, TypeError)


def _broken_table(problem: Exception) -> BrokenConnectorError:
    return BrokenConnectorError(f"operations.jsonl cannot be read: {_said(problem)}")


def _said(problem: Exception) -> str:
    lines = str(problem).strip().splitlines()
    return f"{type(problem).__name__}: {lines[0][:200]}" if lines else type(problem).__name__
