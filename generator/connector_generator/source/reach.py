"""Which components a description still needs after a part of it was selected."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from connector_generator.location import tokens
from connector_generator.source.grammar import SECTIONS, SECTIONS_2
from connector_generator.source.tree import is_array, is_object

_Key = tuple[str, str]
"""Section and name of a component."""


def prune(root: dict[str, Any]) -> None:
    """Remove the components that nothing refers to any more, in place."""
    sections = dict(_sections(root))
    subtypes = _subtypes(sections)
    entry = [value for key, value in root.items() if not _holds_components(key, root)]
    reached: set[_Key] = set()
    queue = [key for part in entry for key in _needs(part, sections)]
    while queue:
        key = queue.pop()
        section, name = key
        if key in reached or name not in sections.get(section, {}):
            continue
        reached.add(key)
        component = sections[section][name]
        queue.extend(_needs(component, sections))
        if is_object(component) and "discriminator" in component:
            queue.extend(subtypes[key])
    for section, content in sections.items():
        for name in [name for name in content if (section, name) not in reached]:
            del content[name]


def _sections(root: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    swagger = "swagger" in root
    parent: Any = root if swagger else root.get("components")
    names = (*SECTIONS_2.values(), "securityDefinitions") if swagger else SECTIONS.values()
    for name in (*names, "pathItems"):
        content = parent.get(name) if is_object(parent) else None
        if is_object(content):
            yield name, content


def _holds_components(key: str, root: dict[str, Any]) -> bool:
    if "swagger" in root:
        return key in SECTIONS_2.values() or key == "securityDefinitions"
    return key == "components"


def _needs(part: Any, sections: dict[str, dict[str, Any]]) -> Iterator[_Key]:
    """The components that a part refers to, by reference or by name."""
    stack = [part]
    while stack:
        node = stack.pop()
        if is_array(node):
            stack.extend(node)
        elif is_object(node):
            entries = node
            for key, value in entries.items():
                if isinstance(value, str):
                    component = _component(value) if value.startswith("#/") else None
                    if component:
                        yield component
                elif key == "mapping" and is_object(value):
                    yield from _mapped(value, sections)
                elif key == "security" and is_array(value):
                    yield from _schemes(value)
                if isinstance(value, (dict, list)):
                    stack.append(value)


def _component(reference: str) -> _Key | None:
    path = tokens(unquote(reference))
    if path[:1] == ("components",):
        path = path[1:]
    return (path[0], path[1]) if len(path) > 1 else None


def _mapped(mapping: dict[str, Any], sections: dict[str, dict[str, Any]]) -> Iterator[_Key]:
    section = "schemas" if "schemas" in sections else "definitions"
    for name in mapping.values():
        if isinstance(name, str):
            yield section, name


def _schemes(requirements: list[Any]) -> Iterator[_Key]:
    for requirement in requirements:
        if is_object(requirement):
            for name in requirement:
                yield "securitySchemes", name
                yield "securityDefinitions", name


def _subtypes(sections: dict[str, dict[str, Any]]) -> dict[_Key, list[_Key]]:
    """Schemas by the schemas they extend: a discriminator's base does not refer to them."""
    found: dict[_Key, list[_Key]] = defaultdict(list)
    for section in ("schemas", "definitions"):
        for name, schema in sections.get(section, {}).items():
            parts = schema.get("allOf") if is_object(schema) else None
            for part in parts if is_array(parts) else []:
                reference = part.get("$ref") if is_object(part) else None
                base = _component(reference) if isinstance(reference, str) else None
                if base:
                    found[base].append((section, name))
    return found
