"""Webhooks: the events a vendor sends."""

from collections.abc import Iterator

from connector_generator.ir.api import Webhook
from connector_generator.ir.types import Type
from connector_generator.lower.naming import allocate_members
from connector_generator.lower.operations import METHODS
from connector_generator.lower.reading import Node, mapping, text
from connector_generator.lower.schemas import lower_type


def lower_webhooks(root: Node) -> tuple[Webhook, ...]:
    """The ``webhooks`` of the document (3.1), in its order."""
    declared = mapping(root, "webhooks")
    return tuple(
        Webhook(
            name=name,
            type=_payload(operation),
            summary=text(operation, "summary"),
            pointer=text(operation, "x-connector-pointer"),
        )
        for name in allocate_members(tuple(declared), reserved=())
        for operation in list(_operations(declared[name.wire]))[:1]
    )


def _operations(item: Node) -> Iterator[Node]:
    return (item[method] for method in METHODS if method in item)


def _payload(operation: Node) -> Type | None:
    content = mapping(mapping(operation, "requestBody"), "content")
    schemas = [mapping(media, "schema") for media in content.values() if "schema" in media]
    return lower_type(schemas[0]) if schemas else None
