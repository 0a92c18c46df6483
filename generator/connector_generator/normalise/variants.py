"""Words that tell the members of a union apart: title, tag, or what only they have."""

from connector_generator.normalise.draft import SCHEMA_PREFIX, Node
from connector_generator.normalise.names import pascal

_TAGS = ("type", "object", "kind", "event", "name", "method")
_MAX_TITLE = 40


def variant_words(members: list[Node]) -> list[str]:
    """One word for each member; different words, and independent of the order where possible."""
    words = [_word(member, members) for member in members]
    return [
        f"{word}{index + 1}" if words.count(word) > 1 else word for index, word in enumerate(words)
    ]


def _word(member: Node, members: list[Node]) -> str:
    origin = member.get("x-connector-origin") or member.get("$ref", "").removeprefix(SCHEMA_PREFIX)
    if origin:
        return pascal(origin)
    title = member.get("title", "")
    if 0 < len(title) <= _MAX_TITLE:
        return pascal(title)
    return _tag(member) or _own_property(member, members) or pascal(member.get("type", "value"))


def _tag(member: Node) -> str:
    """The single value of a property that looks like a tag."""
    properties = member.get("properties", {})
    singles = {
        name: node["enum"][0]
        for name, node in properties.items()
        if len(node.get("enum", ())) == 1 and isinstance(node["enum"][0], str)
    }
    for name in _TAGS:
        if name in singles:
            return pascal(singles[name])
    return pascal(next(iter(singles.values()))) if singles else ""


def _own_property(member: Node, members: list[Node]) -> str:
    """The first property, required ones first, that no other member has."""
    others = {
        name for other in members if other is not member for name in other.get("properties", ())
    }
    properties = member.get("properties", {})
    required = [name for name in member.get("required", ()) if name in properties]
    for name in (*required, *properties):
        if name not in others:
            return pascal(name)
    return ""
