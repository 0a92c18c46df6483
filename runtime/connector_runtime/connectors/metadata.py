"""Operations as ``GET /api/agent/integration/operations`` tells of them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from connector_runtime.connectors.facts import OperationFacts

Maturity: TypeAlias = Literal["student", "intern", "supervised", "autonomous"]
"""Of an agent, lowest first."""
REQUIRED_MATURITY: Mapping[int, Maturity] = MappingProxyType(
    {1: "student", 2: "intern", 3: "supervised", 4: "autonomous"}
)
"""The least maturity that runs an operation of a complexity without asking."""


def operation_json(operation: OperationFacts) -> dict[str, Any]:
    """One operation: ``name``, ``description``, ``parameters``, ``complexity`` and
    ``required_maturity``."""
    return {
        **service_json(operation),
        "required_maturity": REQUIRED_MATURITY[operation.complexity],
    }


def service_json(operation: OperationFacts) -> dict[str, Any]:
    """One operation as a service lists it itself: without the maturity that the platform asks."""
    return {
        "name": operation.name,
        "description": operation.description,
        "parameters": {name: dict(facts) for name, facts in operation.parameters.items()},
        "complexity": operation.complexity,
    }


def connector_json(connector_id: str, operations: Iterable[OperationFacts]) -> dict[str, Any]:
    """A connector with its operations: ``{"connector_id": …, "operations": […]}``."""
    return {
        "connector_id": connector_id,
        "operations": [operation_json(each) for each in operations],
    }
