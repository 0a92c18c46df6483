"""Which module of the models package holds a component.

Inline objects stay with the component they were hoisted out of, or with the resource of their
operation. A component whose name continues that of another (``CustomerAcceptance``, ``Customer``)
is kept in that one's module, and so is a small module that only one other refers to: they are read
together, and vendors have hundreds of them. Where a name is found is not a promise to users: they
import it from the package.
"""

import keyword
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from connector_generator.ir.api import Api
from connector_generator.ir.types import Alias, NamedType
from connector_generator.plan.annotations import reply_properties
from connector_generator.plan.usage import references

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_RESERVED_FILES = frozenset({"con", "aux", "nul", "prn", "init", "main", "py", "typing"})
_DEVICE = re.compile(r"(com|lpt)\d")
_LARGEST = 32
"""Classes in a module that others are joined to; a module is made as a whole when it is used."""
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
        operation.pointer: "_".join((*operation.resource[:1], "replies")).lower()
        for operation in api.operations
        if operation.pointer
    }
    families = {
        tuple(_WORDS.findall(named.name.python))
        for named in api.types.values()
        if _operation(named) is None and _parent(named) is None
    }
    modules = {name: _group(api.types[name], api.types, by_pointer, families) for name in emitted}
    return _joined(modules, api.types)


def _parent(named: NamedType) -> str | None:
    parent = named.schema.get("x-connector-parent")
    return parent if isinstance(parent, str) else None


def _operation(named: NamedType) -> str | None:
    match = _OPERATION_POINTER.match(named.pointer)
    return match[1] if match else None


def _group(
    named: NamedType,
    types: Mapping[str, NamedType],
    by_pointer: Mapping[str, str],
    families: Set[tuple[str, ...]],
) -> str:
    parent = _parent(named)
    if parent is not None and parent in types:
        return _group(types[parent], types, by_pointer, families)
    operation = _operation(named)
    if operation is not None:
        return by_pointer.get(operation, "shared_replies")
    words = tuple(_WORDS.findall(parent or named.name.python))
    longest = next(
        (words[:length] for length in range(len(words) - 1, 0, -1) if words[:length] in families),
        words,
    )
    return module_name("".join(longest))


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
