"""Line breaks where the formatter puts them: text that is nearly final costs it half the time."""

from collections.abc import Sequence

from connector_generator.plan.code import Code

_WIDTH = 100


def bracketed(head: str, items: Sequence[str], tail: str, indent: int) -> Code:
    """Items between brackets: on one line, else on a line of their own, else one a line."""
    joined = ", ".join(items)
    if indent + len(head) + len(joined) + len(tail) <= _WIDTH:
        return Code(f"{head}{joined}{tail}")
    margin, inner = " " * indent, " " * (indent + 4)
    if len(inner) + len(joined) <= _WIDTH:
        return Code(f"{head}\n{inner}{joined}\n{margin}{tail}")
    return exploded(head, items, tail, indent)


def exploded(head: str, items: Sequence[str], tail: str, indent: int) -> Code:
    """Items between brackets, one a line."""
    margin, inner = " " * indent, " " * (indent + 4)
    lines = "".join(f"{inner}{item},\n" for item in items)
    return Code(f"{head}\n{lines}{margin}{tail}")


def import_statement(statement: str, indent: int = 0) -> Code:
    """An import: on one line, else one name a line."""
    if indent + len(statement) <= _WIDTH:
        return Code(statement)
    head, _, names = statement.partition(" import ")
    return exploded(f"{head} import (", names.split(", "), ")", indent)
