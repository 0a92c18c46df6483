"""Names in annotations: what is at hand, else a lazy edge to a model of the package."""

import builtins
import datetime
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from connector_runtime.client.models.edges import Edge

_MISSING = object()


class _Literals:
    """``Literal``, except that no two are equal.

    Typing keeps unions in a cache in which their order does not count, but here it tells closed
    enumerations from open ones: ``Literal["a"] | str | None``, ``str | Literal["a"] | None``.
    """

    def __getitem__(self, values: Any) -> Any:
        return Annotated[Literal[values], object()]


_LITERALS = _Literals()
_COMMON: Mapping[str, Any] = {
    "Any": Any,
    "Decimal": Decimal,
    "Literal": Literal,
    "UUID": UUID,
    "date": datetime.date,
    "datetime": datetime.datetime,
    "time": datetime.time,
}


class _Names(dict[str, Any]):
    """A namespace to evaluate annotations in."""

    def __init__(self, package: str, held: Mapping[str, Any]) -> None:
        super().__init__()
        self._package = package
        self._held = held

    def evaluate(self, annotation: str) -> Any:
        """The type that an annotation means."""
        return eval(annotation, {"__builtins__": {}}, self)

    def __missing__(self, name: str) -> Any:
        held = self._held.get(name, _MISSING)
        if held is Literal:
            return _LITERALS
        if held is not _MISSING and not isinstance(held, str):
            return held
        if held is _MISSING and hasattr(builtins, name):
            return getattr(builtins, name)
        edge = self[name] = Annotated[Any, Edge(self._package, name)]
        return edge


class ModuleNames(_Names):
    """The names of a model module.

    One that the module does not hold becomes a lazy edge; so does a quoted alias, and a class that
    stands further down or is being defined.
    """

    def __init__(self, module: str) -> None:
        held: Mapping[str, Any] = sys.modules[module].__dict__
        super().__init__(held.get("__package__") or module.rpartition(".")[0], held)


class PackageNames(_Names):
    """The names of a models package, beside those that annotations commonly need."""

    def __init__(self, package: str) -> None:
        super().__init__(package, _COMMON)
