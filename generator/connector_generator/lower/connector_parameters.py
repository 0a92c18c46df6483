"""Client parameters: what nearly every operation repeats is given to the client, once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from connector_generator.ir.api import ClientParameter, ParameterLocation, Server
from connector_generator.lower.client_parameters import find_client_parameters
from connector_generator.lower.naming import allocate_members
from connector_generator.lower.operations import Declared
from connector_generator.lower.reading import Node, mapping, nodes, text
from connector_generator.lower.schemas import lower_type

_EXTENSION = "x-connector-client-parameter"
_SETTINGS = frozenset(
    {
        "self",
        "credentials",
        "seed",
        "base_url",
        "timeout",
        "deadline",
        "policy",
        "transport",
        "headers",
        "hooks",
        "proxy",
        "verify",
        "cert",
        "limits",
        "strict",
    }
)

Key = tuple[str, str]
"""Wire name and location."""


def lower_client_parameters(
    connector: str, operations: Sequence[Declared], servers: Sequence[Server]
) -> tuple[ClientParameter, ...]:
    """Declared by ``x-connector-client-parameter``, else inferred from repetition."""
    declared = _declared(operations)
    inferred = {
        (wire, location): evidence
        for wire, location, evidence in find_client_parameters(
            [(each.key, each.path, _parameters(each.node)) for each in operations]
        )
    }
    nodes_by_key = _first_nodes(operations)
    keys = [key for key in nodes_by_key if key in declared or key in inferred]
    variables = {variable.name.wire for server in servers for variable in server.variables}
    labels = {key: text(nodes_by_key[key], "x-connector-name") or key[0] for key in keys}
    names = allocate_members(tuple(dict.fromkeys(labels.values())), reserved=_SETTINGS)
    named = {name.wire: name for name in names}
    return tuple(
        _client_parameter(
            connector,
            ClientParameter(
                name=replace(named[labels[wire, location]], wire=wire),
                type=lower_type(mapping(nodes_by_key[wire, location], "schema")),
                location=cast("ParameterLocation", location),
                description=text(nodes_by_key[wire, location], "description"),
                evidence=inferred.get((wire, location), (f"{_EXTENSION} says so",)),
            ),
            declared.get((wire, location), {}),
        )
        for wire, location in keys
        if wire not in variables
    )


def _client_parameter(
    connector: str, parameter: ClientParameter, settings: Mapping[str, Any]
) -> ClientParameter:
    default = settings.get("default")
    environment = settings.get("env") or f"{connector}_{parameter.name.python}".upper()
    return replace(
        parameter,
        default=default,
        required=default is None,
        environment=(environment,) if isinstance(environment, str) else tuple(environment),
    )


def _parameters(node: Node) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (text(each, "name"), text(each, "in"), each.get("required") is True)
        for each in nodes(node, "parameters")
    )


def _first_nodes(operations: Sequence[Declared]) -> dict[Key, Node]:
    found: dict[Key, Node] = {}
    for operation in operations:
        for node in nodes(operation.node, "parameters"):
            found.setdefault((text(node, "name"), text(node, "in")), node)
    return found


def _declared(operations: Sequence[Declared]) -> dict[Key, Mapping[str, Any]]:
    """The settings given with the extension; ``true`` gives none."""
    found: dict[Key, Mapping[str, Any]] = {}
    for operation in operations:
        for node in nodes(operation.node, "parameters"):
            if node.get(_EXTENSION):
                found.setdefault((text(node, "name"), text(node, "in")), mapping(node, _EXTENSION))
    return found
