"""Which module of the models package holds a component.

A component shares its module with the inline objects hoisted out of it. Objects hoisted out of an
operation share the module of its resource. A name depends on nothing but the component itself, so
a module never moves because another was added.
"""

import keyword
import re
from collections.abc import Iterable, Mapping

from connector_generator.ir.api import Api
from connector_generator.ir.types import NamedType

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_RESERVED_FILES = frozenset({"con", "aux", "nul", "prn", "init", "main", "py", "typing"})
_DEVICE = re.compile(r"(com|lpt)\d")
_OPERATION_POINTER = re.compile(r"(/(?:paths|webhooks)/[^/]+/(?:additionalOperations/)?[^/]+)")


def module_name(class_name: str) -> str:
    """The snake_case file name of a class; never a keyword or a name some systems reserve."""
    stem = "_".join(_WORDS.findall(class_name)).lower() or "models"
    if keyword.iskeyword(stem) or stem in _RESERVED_FILES or _DEVICE.fullmatch(stem):
        return f"{stem}_"
    return f"_{stem}" if stem[0].isdigit() else stem


def groups(api: Api, emitted: Iterable[str]) -> Mapping[str, str]:
    """Component name to module name, for the components that are emitted."""
    by_pointer = {
        operation.pointer: "_".join((*operation.resource, "replies")).lower()
        for operation in api.operations
        if operation.pointer
    }
    return {name: _group(name, api.types, by_pointer) for name in emitted}


def _group(name: str, types: Mapping[str, NamedType], by_pointer: Mapping[str, str]) -> str:
    named = types[name]
    parent = named.schema.get("x-connector-parent")
    if isinstance(parent, str):
        owner = types.get(parent)
        return module_name(owner.name.python if owner else parent)
    operation = _OPERATION_POINTER.match(named.pointer)
    if operation:
        return by_pointer.get(operation[1], "shared_replies")
    return module_name(named.name.python)
