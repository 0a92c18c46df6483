"""Servers and their variables."""

from collections.abc import Iterable

from connector_generator.ir.api import Server, ServerVariable
from connector_generator.lower.naming import allocate_members
from connector_generator.lower.reading import Node, mapping, text, texts


def lower_servers(servers: Iterable[Node]) -> tuple[Server, ...]:
    """The Server Objects of a document, path or operation."""
    return tuple(_server(server) for server in servers)


def _server(server: Node) -> Server:
    variables = mapping(server, "variables")
    names = allocate_members(tuple(variables), reserved=())
    return Server(
        url=text(server, "url"),
        description=text(server, "description"),
        variables=tuple(
            ServerVariable(
                name=name,
                default=str(variables[name.wire].get("default", "")),
                choices=texts(variables[name.wire], "enum"),
                description=text(variables[name.wire], "description"),
            )
            for name in names
        ),
    )
