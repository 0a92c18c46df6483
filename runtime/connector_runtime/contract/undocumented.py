"""Members of a reply that the description does not know, from the decoded value."""

from collections.abc import Collection, Iterator
from typing import Any, cast

from pydantic import BaseModel

from connector_runtime.client.connector import Connector
from connector_runtime.client.models.violations import append


def open_models(connector: Connector) -> Collection[str]:
    """The names of model classes whose objects may have members that are not declared."""
    lines = (connector.schemas[name] for name in connector.schemas)
    return frozenset(line["python"] for line in lines if line["schema"].get("additionalProperties"))


def undocumented(value: Any, open_names: Collection[str], pointer: str = "") -> Iterator[str]:
    """Pointers of the members of models that no model declares, in the order of the value."""
    if isinstance(value, BaseModel):
        if type(value).__name__ not in open_names:
            yield from (append(pointer, name) for name in value.model_extra or ())
        for name, field in type(value).model_fields.items():
            inner = append(pointer, field.alias or name)
            yield from undocumented(getattr(value, name), open_names, inner)
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[Any]", value)):
            yield from undocumented(item, open_names, append(pointer, index))
    elif isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            yield from undocumented(item, open_names, append(pointer, key))
