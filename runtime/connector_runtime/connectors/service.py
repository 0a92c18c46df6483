"""What every connector is to the platform: operations by name, and what there is to know of them."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from connector_runtime.client.values.checks import json_type
from connector_runtime.connectors.problems import invalid_argument


class IntegrationService(ABC):
    """A connector in the hands of one tenant."""

    @abstractmethod
    async def execute_operation(
        self, operation_name: str, arguments: dict[str, Any], context: dict[str, Any]
    ) -> dict[str, Any]:
        """Run an operation; its result is a JSON object.

        ``context`` holds ``tenant_id``, ``agent_id``, ``workspace_id``, ``call_id``,
        ``idempotency_key`` (empty: there is none) and ``deadline`` (seconds). A result with the
        member ``error`` is a failure, and says which: ``{"error": "Unknown operation: …"}``.
        """
        ...

    @abstractmethod
    def get_operations(self) -> list[dict[str, Any]]:
        """The operations: ``name``, ``description``, ``parameters`` and ``complexity`` (1 read,
        2 draft, 3 write, 4 critical) of each. ``parameters`` are flat:
        ``{name: {"type": …, "required": …, "description": …}}``."""
        ...

    def check_arguments(self, operation_name: str, arguments: Mapping[str, Any]) -> None:
        """Raise :class:`~connector_runtime.errors.ArgumentsInvalidError` for arguments that the
        operation cannot be run with; nothing is sent. An operation that is not known is passed."""
        for operation in self.get_operations():
            if operation.get("name") == operation_name:
                _check_flat(operation.get("parameters") or {}, arguments)

    async def aclose(self) -> None:
        """Let go of connections. A later call may open new ones."""
        return


def _check_flat(parameters: Mapping[str, Any], arguments: Mapping[str, Any]) -> None:
    for name, facts in parameters.items():
        if name not in arguments:
            if facts.get("required"):
                raise invalid_argument((name,), "is required")
            continue
        wanted, actual = facts.get("type", "any"), json_type(arguments[name])
        if wanted in _TYPES and actual != wanted and (actual, wanted) != ("integer", "number"):
            raise invalid_argument((name,), f"is {actual}, not {wanted}")


_TYPES = frozenset({"string", "integer", "number", "boolean", "object", "array"})
