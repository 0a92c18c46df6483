"""Webhooks: the events a vendor sends."""

from collections.abc import Iterator

from connector_generator.ir.api import Webhook
from connector_generator.ir.names import Name
from connector_generator.lower.naming import allocate_members
from connector_generator.lower.operations import METHODS
from connector_generator.lower.reading import Node, mapping, text
from connector_generator.lower.schemas import lower_type


def lower_webhooks(root: Node) -> tuple[Webhook, ...]:
    """The ``webhooks`` of the document (3.1), in its order."""
    declared = mapping(root, "webhooks")
    return tuple(
        _webhook(name, operation)
        for name in allocate_members(tuple(declared), reserved=())
        for operation in list(_operations(declared[name.wire]))[:1]
    )


def _operations(item: Node) -> Iterator[Node]:
    return (item[method] for method in METHODS if method in item)


def _webhook(name: Name, operation: Node) -> Webhook:
    content = {
        content_type: dict(mapping(media, "schema"))
        for content_type, media in mapping(mapping(operation, "requestBody"), "content").items()
        if "schema" in media
    }
    return Webhook(
        name=name,
        type=next(map(lower_type, content.values()), None),
        content=content,
        summary=text(operation, "summary"),
        pointer=text(operation, "x-connector-pointer"),
    )
