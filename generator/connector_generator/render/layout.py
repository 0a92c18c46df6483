"""Line breaks where formatters put them: black reads a text twice unless it is final already."""

from collections.abc import Sequence

from connector_generator.plan.annotations import members
from connector_generator.plan.code import Code
from connector_generator.plan.package import Argument, Field

_WIDTH = 100


def bracketed(head: str, items: Sequence[str], tail: str, indent: int) -> Code:
    """Items between brackets: on one line, else on a line of their own, else one a line."""
    joined = ", ".join(items)
    margin, inner = " " * indent, " " * (indent + 4)
    if indent + len(head) + len(joined) + len(tail) <= _WIDTH:
        return Code(f"{head}{joined}{tail}")
    if len(inner) + len(joined) <= _WIDTH:
        return Code(f"{head}\n{inner}{joined}\n{margin}{tail}")
    lines = "".join(f"{inner}{item},\n" for item in items)
    return Code(f"{head}\n{lines}{margin}{tail}")


def parameters(
    head: str, positional: Sequence[Argument], keyword: Sequence[Argument], tail: str, indent: int
) -> Code:
    """The head of a method with ``self`` and these arguments."""
    items = ("self", *map(_flat, positional), "*", *map(_flat, keyword))
    if indent + 4 + sum(len(item) + 2 for item in items) - 2 > _WIDTH:
        inner = indent + 4
        items = (
            "self",
            *(annotated(each, inner, 1) for each in positional),
            "*",
            *(annotated(each, inner, 1) for each in keyword),
        )
    return bracketed(head, items, tail, indent)


def annotated(item: Argument | Field, indent: int, after: int = 0) -> Code:
    """``name: annotation = default``; a union too long for its line is broken in brackets.

    ``after`` is the room for what follows on the line.
    """
    flat = _flat(item)
    if indent + len(flat) + after <= _WIDTH:
        return flat
    margin, inner = " " * indent, " " * (indent + 4)
    parts = list(members(item.annotation))
    head, bracket, inside = item.annotation.partition("[")
    if len(parts) == 1 and bracket:
        return Code(f"{item.name}: {head}[\n{inner}{inside[:-1]}\n{margin}]{_default(item)}")
    broken = [_broken(part, indent + 4) for part in parts]
    joined = " | ".join(broken)
    if len(inner) + len(joined) > _WIDTH:
        joined = f"\n{inner}| ".join(broken)
    return Code(f"{item.name}: (\n{inner}{joined}\n{margin}){_default(item)}")


def _broken(part: str, indent: int) -> str:
    """A member of a union; one that is too long by itself is broken inside of its brackets."""
    head, bracket, inside = part.partition("[")
    if not bracket or indent + len(part) <= _WIDTH:
        return part
    return f"{head}[\n{' ' * (indent + 4)}{inside[:-1]}\n{' ' * indent}]"


def class_head(name: str, bases: Sequence[str]) -> Code:
    """The first line of a class."""
    return bracketed(f"class {name}(", bases, "):", 0)


def _flat(item: Argument | Field) -> Code:
    return Code(f"{item.name}: {item.annotation}{_default(item)}")


def _default(item: Argument | Field) -> str:
    return f" = {item.default}" if item.default else ""


def import_statement(statement: str, indent: int = 0) -> Code:
    """An import: on one line, else one name a line."""
    if indent + len(statement) <= _WIDTH:
        return Code(statement)
    head, _, names = statement.partition(" import ")
    lines = "".join(f"{' ' * (indent + 4)}{name},\n" for name in names.split(", "))
    return Code(f"{head} import (\n{lines}{' ' * indent})")
