"""Line breaks where formatters put them: black reads a text twice unless it is final already."""

from collections.abc import Sequence

from connector_generator.plan.annotations import members
from connector_generator.plan.code import Code
from connector_generator.plan.package import Argument, Field

WIDTH = 100


def bracketed(head: str, items: Sequence[str], tail: str, indent: int) -> Code:
    """Items between brackets: on one line, else on a line of their own, else one a line."""
    joined = ", ".join(items)
    margin, inner = " " * indent, " " * (indent + 4)
    if indent + len(head) + len(joined) + len(tail) <= WIDTH:
        return Code(f"{head}{joined}{tail}")
    if len(inner) + len(joined) <= WIDTH:
        return Code(f"{head}\n{inner}{joined}\n{margin}{tail}")
    return exploded(head, items, tail, indent)


def exploded(head: str, items: Sequence[str], tail: str, indent: int) -> Code:
    """Items between brackets, one a line."""
    inner = " " * (indent + 4)
    lines = "".join(f"{inner}{item},\n" for item in items)
    return Code(f"{head}\n{lines}{' ' * indent}{tail}")


def parameters(
    head: str, positional: Sequence[Argument], keyword: Sequence[Argument], tail: str, indent: int
) -> Code:
    """The head of a method with ``self`` and these arguments."""
    items = ("self", *map(_flat, positional), "*", *map(_flat, keyword))
    inner = indent + 4
    if inner + sum(len(item) + 2 for item in items) - 2 > WIDTH:
        items = (
            "self",
            *(parameter(each, inner) for each in positional),
            "*",
            *(parameter(each, inner) for each in keyword),
        )
    return bracketed(head, items, tail, indent)


def parameter(item: Argument, indent: int) -> Code:
    """An argument on a line of its own, which a comma will end."""
    flat = _flat(item)
    return flat if indent + len(flat) < WIDTH else _broken(item, indent)


def field(item: Field, indent: int = 4) -> Code:
    """An attribute of a class; where that is enough, only the default is broken in brackets."""
    flat = _flat(item)
    if indent + len(flat) <= WIDTH:
        return flat
    if item.default:
        called, bracket, inside = item.default.rpartition(")")[0].partition("(")
        heads = ((f"{called}(", inside), ("(", item.default)) if bracket else (("(", item.default),)
        for opening, content in heads:
            head = f"{item.name}: {item.annotation} = {opening}"
            if indent + len(head) <= WIDTH:
                return bracketed(head, (content,), ")", indent)
    return _broken(item, indent)


def _broken(item: Argument | Field, indent: int) -> Code:
    """``name: (annotation) = default`` with the union in the brackets on lines of its own."""
    parts = list(members(item.annotation))
    if len(parts) == 1:
        if "[" not in item.annotation and indent + 4 + len(item.annotation) > WIDTH:
            return _flat(item)
        if "[" in item.annotation:
            return Code(f"{item.name}: {_opened(item.annotation, indent)}{_default(item)}")
    union = _union(parts, indent + 4)
    return Code(f"{item.name}: (\n{union}\n{' ' * indent}){_default(item)}")


def _union(parts: Sequence[str], indent: int) -> str:
    """The members of a union on one line, else one a line, each opened where it is too long."""
    margin = " " * indent
    joined = " | ".join(parts)
    if indent + len(joined) <= WIDTH:
        return margin + joined
    lines = [
        part if "[" not in part or indent + 2 * (number > 0) + len(part) <= WIDTH else opened
        for number, part in enumerate(parts)
        for opened in (_opened(part, indent),)
    ]
    return margin + f"\n{margin}| ".join(lines)


def _opened(annotation: str, indent: int) -> str:
    """What stands in the brackets of an annotation, on lines of its own."""
    head, _, inside = annotation.partition("[")
    inside, margin, inner = inside[:-1], " " * indent, " " * (indent + 4)
    if len(inner) + len(inside) > WIDTH and head == "dict":
        values = inside.removeprefix("str, ")
        return f"dict[\n{inner}str,\n{_union(list(members(values)), indent + 4)},\n{margin}]"
    return f"{head}[\n{_union(list(members(inside)), indent + 4)}\n{margin}]"


def _flat(item: Argument | Field) -> Code:
    return Code(f"{item.name}: {item.annotation}{_default(item)}")


def _default(item: Argument | Field) -> str:
    return f" = {item.default}" if item.default else ""


def class_head(name: str, bases: Sequence[str]) -> Code:
    """The first line of a class."""
    return bracketed(f"class {name}(", bases, "):", 0)


def decorator(name: str, argument: str, indent: int = 4) -> Code:
    """A decorator with one argument."""
    return bracketed(f"@{name}(", (argument,), ")", indent)


def import_statement(statement: str, indent: int = 0) -> Code:
    """An import: on one line, else one name a line."""
    if indent + len(statement) <= WIDTH:
        return Code(statement)
    head, _, names = statement.partition(" import ")
    return exploded(f"{head} import (", names.split(", "), ")", indent)


def import_of(name: str, module: str, indent: int) -> Code:
    """The import of one name."""
    return import_statement(f"from {module} import {name}", indent)


def exported(name: str, module: str, indent: int = 4) -> Code:
    """The import that makes a name a member of its package for type checkers."""
    return import_statement(f"from {module} import {name} as {name}", indent)
