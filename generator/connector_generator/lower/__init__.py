"""The normalised document becomes the intermediate representation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connector_generator.ir.api import Api
from connector_generator.ir.types import NamedType
from connector_generator.lower.connector_parameters import lower_client_parameters
from connector_generator.lower.naming import (
    FrozenNames,
    FrozenOperation,
    allocate_operations,
    allocate_types,
    pascal_case,
)
from connector_generator.lower.operations import declared_operations, lower_operation, sketch
from connector_generator.lower.reading import Node, extensions, mapping, nodes, text
from connector_generator.lower.schemas import lower_named
from connector_generator.lower.security import lower_schemes
from connector_generator.lower.servers import lower_servers
from connector_generator.lower.webhooks import lower_webhooks


@dataclass(frozen=True, slots=True)
class Lowered:
    """The api, and what overlays and vendors said of each operation.

    ``extensions`` are the ``x-*`` members by operation pointer; those of the document under "".
    ``keys`` are the operations' identities, as the lock records them, by operation name.
    """

    api: Api
    extensions: Mapping[str, Mapping[str, Any]]
    keys: Mapping[str, str]

    def given_names(self) -> FrozenNames:
        """The names that the lock records, so that a later build keeps them."""
        operations = {
            self.keys[each.name.python]: FrozenOperation(
                each.name.python, ".".join((*each.resource, each.method_name))
            )
            for each in self.api.operations
        }
        return FrozenNames(
            operations, {key: each.name.python for key, each in self.api.types.items()}
        )


def lower(root: Node, connector: str, frozen: FrozenNames) -> Lowered:
    """Lower a normalised document. Names in ``frozen`` are kept, all others are allocated."""
    types = _types(mapping(mapping(root, "components"), "schemas"), frozen)
    declared = list(declared_operations(root))
    servers = lower_servers(nodes(root, "servers"))
    client_parameters = lower_client_parameters(connector, declared, servers)
    client_keys = {(each.name.wire, each.location) for each in client_parameters}
    names = allocate_operations(
        connector,
        [sketch(each, types) for each in declared],
        {wire for wire, _ in client_keys},
        frozen,
    )
    operations = tuple(
        lower_operation(each, names[each.key], types, client_keys, root) for each in declared
    )
    info = mapping(root, "info")
    api = Api(
        name=connector,
        class_prefix=_class_prefix(connector, text(info, "title")),
        title=text(info, "title") or connector,
        version=text(info, "version"),
        description=text(info, "description"),
        operations=operations,
        types=types,
        security_schemes=lower_schemes(mapping(root, "components")),
        servers=servers,
        client_parameters=client_parameters,
        webhooks=lower_webhooks(root),
        docs_url=text(mapping(root, "externalDocs"), "url"),
    )
    notes = {text(each.node, "x-connector-pointer"): extensions(each.node) for each in declared}
    keys = {names[each.key].name.python: each.key for each in declared}
    return Lowered(api, {**notes, "": {**extensions(info), **extensions(root)}}, keys)


def _class_prefix(connector: str, title: str) -> str:
    """``OpenAI``, where the title writes the connector's name so."""
    written = (word for word in title.split() if word.lower() == connector and word.isidentifier())
    return pascal_case(next(written, connector))


def _types(schemas: Node, frozen: FrozenNames) -> dict[str, NamedType]:
    parents = {key: text(schema, "x-connector-parent") or None for key, schema in schemas.items()}
    names = allocate_types(parents, frozen)
    return {key: lower_named(names[key], dict(schema)) for key, schema in schemas.items()}
