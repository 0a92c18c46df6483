"""Arguments by wire name: what ``client.call`` and language models may use instead of Python's."""

from collections.abc import Iterable, Mapping
from typing import Any

from connector_runtime.client.operation import Parameter
from connector_runtime.client.wire.problems import ArgumentError


def by_python_name(
    operation: str,
    parameters: Iterable[Parameter],
    fields: Mapping[str, str],
    arguments: Mapping[str, Any],
) -> dict[str, Any]:
    """The arguments by Python name. Raises :class:`ArgumentError` for a name that is neither.

    ``fields`` maps Python arguments to the wire names of the body's fields. A wire name counts
    when just one argument has it.
    """
    pairs = [(each.name, each.wire) for each in parameters]
    pairs += [(name, wire) for name, wire in fields.items() if wire]
    known = {name for name, _ in pairs} | set(fields)
    named: dict[str, Any] = {}
    for name, value in arguments.items():
        target = name if name in known else _owner(operation, pairs, known, name)
        if target in named:
            raise ArgumentError(f"the argument {target!r} is given twice", f"/{name}")
        named[target] = value
    return named


def _owner(operation: str, pairs: list[tuple[str, str]], known: set[str], wire: str) -> str:
    owners = [name for name, candidate in pairs if candidate == wire]
    if len(owners) == 1:
        return owners[0]
    if owners:
        choices = " or ".join(repr(name) for name in owners)
        raise ArgumentError(f"{wire!r} is ambiguous: say {choices}").below(wire)
    raise ArgumentError(f"{operation} has no argument {wire!r}{_hint(wire, known)}").below(wire)


def _hint(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
