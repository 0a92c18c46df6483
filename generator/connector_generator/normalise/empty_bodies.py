"""Leave out bodies that hold nothing, where a body has no meaning anyway.

Content in a GET, HEAD or DELETE request has no defined semantics (RFC 9110, section 9.3). Some
vendors give these methods an optional body all the same, as an object that has no members: an
argument for it would only be in a reader's way.
"""

from typing import Any

from connector_generator.normalise.draft import Draft, is_node
from connector_generator.normalise.operations import operations_of

_METHODS = frozenset({"get", "head", "delete"})
_SAYS_NOTHING: tuple[dict[str, Any], ...] = ({"type": "object"}, {})


def leave_out_empty_bodies(draft: Draft) -> None:
    """Drop the optional bodies of GET, HEAD and DELETE that describe no member."""
    for _, method, operation in operations_of(draft.root):
        body = operation.get("requestBody")
        if method in _METHODS and is_node(body) and not body.get("required"):
            content = body.get("content", {})
            if content and all(_is_empty(media.get("schema")) for media in content.values()):
                del operation["requestBody"]


def _is_empty(schema: Any) -> bool:
    if not is_node(schema) or "properties" not in schema or schema["properties"]:
        return False
    rest = {key: value for key, value in schema.items() if not key.startswith("x-")}
    del rest["properties"]
    if rest.get("additionalProperties") is False:
        del rest["additionalProperties"]
    return rest in _SAYS_NOTHING
