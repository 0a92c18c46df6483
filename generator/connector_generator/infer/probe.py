"""Which operation tests a connection: a cheap read that takes nothing and needs the credential."""

from collections.abc import Mapping, Sequence
from typing import Any

from connector_generator.infer.inputs import inputs
from connector_generator.ir.api import Operation
from connector_generator.ir.facts import Complexity
from connector_generator.lower.naming.words import split_words

_EXTENSION = "x-connector-probe"
_TELLING = (
    frozenset({"me", "whoami", "self", "myself"}),
    frozenset({"account", "auth", "balance", "bot", "profile", "user", "viewer"}),
    frozenset({"ping", "status", "health", "version"}),
)


def probe_name(
    operations: Sequence[Operation],
    extensions: Mapping[str, Mapping[str, Any]],
) -> str:
    """The name of the probe operation, empty when no operation will do."""
    named = extensions.get("", {}).get(_EXTENSION)
    for each in operations:
        if named == each.name.python or extensions.get(each.pointer, {}).get(_EXTENSION) is True:
            return each.name.python
    candidates = [each for each in operations if _is_cheap(each, extensions)]
    return min(candidates, key=_rank).name.python if candidates else ""


def _is_cheap(operation: Operation, extensions: Mapping[str, Mapping[str, Any]]) -> bool:
    asked = {each.name.wire for each in operation.parameters if each.client_parameter}
    return (
        not operation.deprecated
        and operation.facts.complexity is Complexity.READ
        and extensions.get(operation.pointer, {}).get(_EXTENSION) is not False
        and (operation.body is None or not operation.body.required)
        and not any(each.required and each.wire not in asked for each in inputs(operation))
    )


def _rank(operation: Operation) -> tuple[bool, bool, int, int, str]:
    needs_credential = any(operation.security) and () not in operation.security
    literals = [part for part in operation.path.split("/") if part and "{" not in part]
    words = set(split_words(literals[-1])) if literals else set[str]()
    telling = next((at for at, each in enumerate(_TELLING) if words & each), len(_TELLING))
    posts = operation.http_method.upper() != "GET"
    return (posts, not needs_credential, telling, len(operation.path), operation.name.python)
