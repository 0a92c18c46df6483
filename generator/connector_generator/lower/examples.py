"""Examples that stand beside a schema: of a parameter, of a media type."""

from connector_generator.ir.types import JSON
from connector_generator.lower.reading import Node, mapping


def lower_examples(node: Node) -> tuple[JSON, ...]:
    """The values of ``example`` and ``examples``, in their order; null says nothing."""
    named = mapping(node, "examples")
    values = [node.get("example"), *(mapping(named, name).get("value") for name in named)]
    return tuple(value for value in values if value is not None)
