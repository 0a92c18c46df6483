"""Write the final names into all references, and put the components in order."""

from collections.abc import Iterable, Mapping
from typing import Any

from connector_generator.normalise.draft import SCHEMA_PREFIX, Draft, Node, is_list, is_node
from connector_generator.normalise.hoist import PROVISIONAL, Claim
from connector_generator.normalise.keywords import component_pointer
from connector_generator.normalise.places import steps
from connector_generator.normalise.unions import union_key

_DATA = frozenset(("example", "default", "enum", "discriminator", "xml", "externalDocs"))


def settle(
    draft: Draft,
    finished: dict[str, Node],
    claims: Mapping[str, Claim],
    names: Mapping[str, str],
    shared: Mapping[str, str],
    roots: Iterable[Node],
) -> dict[str, Node]:
    """All components by their names: the document's, each followed by what was hoisted from it."""
    final = {SCHEMA_PREFIX + key: SCHEMA_PREFIX + name for key, name in names.items()}
    rename = _Rename(final, _without_null(finished))
    for node in (*finished.values(), *roots, *(claim.node for claim in claims.values())):
        rename.schema(node)
    hoisted: dict[str, dict[str, Node]] = {}
    for key, claim in claims.items():
        if key in shared:
            continue
        owner, _ = steps(claim.place)
        node = claim.node
        if owner.component:
            node["x-connector-parent"] = owner.component
        node.setdefault("x-connector-pointer", draft.source_pointer(owner.pointer))
        hoisted.setdefault(owner.component, {}).setdefault(names[key], node)
    ordered: dict[str, Node] = {}
    for name, node in finished.items():
        ordered[name] = node
        ordered |= hoisted.get(name, {})
    return ordered | hoisted.get("", {})


def _without_null(finished: dict[str, Node]) -> frozenset[str]:
    """Take null out of the components that are objects; the references to them carry it then."""
    nullable = [name for name, node in finished.items() if _is_nullable_record(node)]
    for name in nullable:
        finished[name] = {key: value for key, value in finished[name].items() if key != "nullable"}
    return frozenset(SCHEMA_PREFIX + name for name in nullable)


def _is_nullable_record(node: Node) -> bool:
    return node.get("nullable") is True and "properties" in node and not union_key(node)


class _Rename:
    """Replaces provisional references, visiting shared parts once."""

    def __init__(self, final: Mapping[str, str], nullable: frozenset[str]) -> None:
        self._final = final
        self._nullable = nullable

    def schema(self, node: Node) -> None:
        """Write final names into a schema and all schemas in it."""
        reference = node.get("$ref")
        if reference is not None:
            node["$ref"] = self._final.get(reference, reference)
            if node["$ref"] in self._nullable:
                node["nullable"] = True
            return
        if "properties" not in node:
            node.pop("x-connector-origin", None)
        for key, value in node.items():
            if is_node(value):
                if key == "properties":
                    for child in value.values():
                        self.schema(child)
                elif key not in _DATA and key[:2] != "x-":
                    self.schema(value)
            elif is_list(value) and key not in _DATA and key[:2] != "x-":
                for child in value:
                    if is_node(child):
                        self.schema(child)


def break_alias_cycles(draft: Draft, schemas: dict[str, Node]) -> None:
    """Degrade components that are nothing but each other."""
    safe: set[str] = set()
    for name in schemas:
        _follow(draft, schemas, name, [], safe)


def _follow(
    draft: Draft, schemas: dict[str, Node], name: str, way: list[str], safe: set[str]
) -> None:
    if name in safe or name not in schemas or len(way) > 100:
        return
    for target in list(_direct(schemas[name])):
        if target == name or target in way:
            _cut(draft, schemas, name, target)
        else:
            _follow(draft, schemas, target, [*way, name], safe)
    safe.add(name)


def _direct(node: Node) -> Iterable[str]:
    """The components a schema is, or may be, without a list or an object between."""
    nodes: list[Any] = [node, *node.get(union_key(node), ())]
    for entry in nodes:
        reference = entry.get("$ref")
        if isinstance(reference, str) and not reference.startswith(SCHEMA_PREFIX + PROVISIONAL):
            yield reference.removeprefix(SCHEMA_PREFIX)


def _cut(draft: Draft, schemas: dict[str, Node], name: str, target: str) -> None:
    draft.warn(
        "alias-cycle",
        component_pointer(name),
        f"{name!r} and {target!r} are defined only by each other; any value is taken",
    )
    node = schemas[name]
    key = union_key(node)
    members = [m for m in node.get(key, ()) if m.get("$ref") != SCHEMA_PREFIX + target]
    kept = {k: v for k, v in node.items() if k not in ("$ref", "oneOf", "anyOf", "discriminator")}
    if len(members) > 1:
        kept[key] = members
    elif members:
        kept = {**members[0], **kept}
    schemas[name] = kept
