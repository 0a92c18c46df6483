"""Which module of the models package holds a component.

Inline objects stay with the component they were hoisted out of, or with the resource of their
operation. A small module that only one other refers to is joined to that one: they are read
together. Modules stay small all the same, because a module is made as a whole when one of its
classes is used, and pydantic takes a third of a millisecond for each. Where a name is found is not a
promise to users: they import it from the package.
"""

import keyword
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from connector_generator.ir.api import Api
from connector_generator.ir.types import Alias, NamedType
from connector_generator.plan.annotations import reply_properties
from connector_generator.plan.usage import references

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_RESERVED_FILES = frozenset({"con", "aux", "nul", "prn", "init", "main", "py", "typing"})
_DEVICE = re.compile(r"(com|lpt)\d")
_LARGEST = 12
"""Classes in a module that others are joined to."""
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
        operation.pointer: "_".join((*operation.resource[:1], "reply")).lower()
        for operation in api.operations
        if operation.pointer
    }
    modules = {name: _group(api.types[name], api.types, by_pointer) for name in emitted}
    classes = {api.types[name].name.python for name in modules}
    # In a script without capitals the two names are one, and the package can hold only one of them.
    return {
        name: f"{module}_" if module in classes else module
        for name, module in _joined(modules, api.types).items()
    }


def _parent(named: NamedType) -> str | None:
    parent = named.schema.get("x-connector-parent")
    return parent if isinstance(parent, str) else None


def _operation(named: NamedType) -> str | None:
    match = _OPERATION_POINTER.match(named.pointer)
    return match[1] if match else None


def _group(named: NamedType, types: Mapping[str, NamedType], by_pointer: Mapping[str, str]) -> str:
    parent = _parent(named)
    if parent is not None and parent in types:
        return _group(types[parent], types, by_pointer)
    operation = _operation(named)
    if operation is None:
        return module_name(parent or named.name.python)
    suffix = "types" if isinstance(named, Alias) else "objects"
    return f"{by_pointer.get(operation, 'shared_reply')}_{suffix}"


def _joined(modules: Mapping[str, str], types: Mapping[str, NamedType]) -> dict[str, str]:
    """Small modules with a single user become part of it."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for name, module in modules.items():
        for other in _referred(types[name]):
            if other in modules and modules[other] != module:
                users[modules[other]].add(module)
    sizes = Counter(modules.values())
    joined: dict[str, str] = {}
    for module in sorted(sizes):
        target = _final(next(iter(users[module]), module), joined)
        alone = len(users[module]) == 1 and target != module
        if alone and sizes[module] + sizes[target] <= _LARGEST:
            joined[module] = target
            sizes[target] += sizes[module]
    return {name: _final(module, joined) for name, module in modules.items()}


def _final(module: str, joined: Mapping[str, str]) -> str:
    while module in joined:
        module = joined[module]
    return module


def _referred(named: NamedType) -> Iterator[str]:
    if isinstance(named, Alias):
        yield from references(named.type)
        return
    for each in reply_properties(named):
        yield from references(each.type)
