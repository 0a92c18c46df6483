"""Custom services: ``integrations/my_integration_service.py`` with ``MyIntegrationService``."""

import ast
import inspect
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from connector_runtime.connectors.facts import OperationFacts, custom_facts
from connector_runtime.connectors.problems import BrokenConnectorError
from connector_runtime.connectors.service import IntegrationService
from connector_runtime.connectors.sources import ID, Source, parent_module

ENDING = "_service.py"


class CustomFile(Source):
    """A file with a service. Its constructor may take ``settings`` (a mapping) and ``credentials``
    (a mapping, or None); it is called with neither of them known when its operations are listed.

    Raises :class:`BrokenConnectorError` where the file is no Python or lacks the class: to see that,
    it is read and not run.
    """

    kind = "custom"

    def __init__(self, file: Path) -> None:
        connector_id = file.name.removesuffix(ENDING)
        if ID.fullmatch(connector_id) is None:
            raise BrokenConnectorError(f"{connector_id!r} is no id of a connector")
        super().__init__(connector_id, file)
        self._class_name = class_name(connector_id)
        if self._class_name not in _bound_names(_parsed(file)):
            raise BrokenConnectorError(f"it has no class {self._class_name}")

    @property
    def title(self) -> str:
        """Its id in words."""
        return self.connector_id.replace("_", " ").capitalize()

    @property
    def connecting(self) -> dict[str, Any]:
        """Nothing is known of what it takes."""
        return {}

    @cached_property
    def _class(self) -> type[IntegrationService]:
        module = f"{parent_module(self.place.parent)}.{self.place.stem}"
        try:
            found: Any = getattr(import_module(module), self._class_name)
        except (Exception, SystemExit) as problem:
            raise BrokenConnectorError(
                f"it cannot be imported: {type(problem).__name__}: {problem}"
            ) from problem
        if not isinstance(found, type) or not issubclass(found, IntegrationService):
            raise BrokenConnectorError(f"{self._class_name} is no IntegrationService")
        return found

    def made(
        self, settings: Mapping[str, Any], credentials: Mapping[str, Any] | None
    ) -> IntegrationService:
        """A service with what its constructor asks for."""
        made: Any = self._class
        offered = {"settings": dict(settings), "credentials": credentials}
        try:
            taken = inspect.signature(made).parameters
            service = made(**{name: each for name, each in offered.items() if name in taken})
        except Exception as problem:
            raise BrokenConnectorError(
                f"{self._class_name} cannot be made: {type(problem).__name__}"
            ) from problem
        assert isinstance(service, IntegrationService)
        return service

    @cached_property
    def _operations(self) -> dict[str, OperationFacts]:
        try:
            listed: Any = self.made({}, None).get_operations()
            entries = list(listed)
        except BrokenConnectorError:
            raise
        except Exception as problem:
            raise BrokenConnectorError(
                f"get_operations() failed: {type(problem).__name__}"
            ) from problem
        found = [custom_facts(self.connector_id, each) for each in entries]
        return {each.name: each for each in found}

    def names(self) -> Sequence[str]:
        """The operation names, as the service lists them."""
        return tuple(self._operations)

    def operation(self, name: str) -> OperationFacts | None:
        """One operation; None where there is none of this name."""
        return self._operations.get(name)


def class_name(connector_id: str) -> str:
    """``my_integration`` has its service in ``MyIntegrationService``."""
    return "".join(part.capitalize() for part in connector_id.split("_")) + "Service"


def _parsed(file: Path) -> ast.Module:
    try:
        return ast.parse(file.read_bytes(), file.name)
    except SyntaxError as problem:
        raise BrokenConnectorError(f"line {problem.lineno} is no Python: {problem.msg}") from None
    except (OSError, ValueError) as problem:
        raise BrokenConnectorError(f"it cannot be read: {type(problem).__name__}") from None


def _bound_names(module: ast.Module) -> set[str]:
    return set(_bindings(module.body))


def _bindings(body: Sequence[ast.stmt]) -> Iterator[str]:
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.ImportFrom):
            yield from (each.asname or each.name for each in statement.names)
        elif isinstance(statement, ast.Assign):
            yield from (each.id for each in statement.targets if isinstance(each, ast.Name))
        elif isinstance(statement, (ast.If, ast.Try)):
            yield from _bindings([*statement.body, *statement.orelse])
