"""Carry every schema of the document through cleaning, composing, simplifying and hoisting."""

from connector_generator.normalise.compose import Composer
from connector_generator.normalise.discriminators import Discriminators
from connector_generator.normalise.draft import SCHEMA_PREFIX, Draft, Node, is_node
from connector_generator.normalise.families import Families, find_families
from connector_generator.normalise.hoist import Hoister
from connector_generator.normalise.keywords import Keywords, component_pointer
from connector_generator.normalise.settle import break_alias_cycles, settle
from connector_generator.normalise.sharing import share_equal_requests
from connector_generator.normalise.slots import schema_slots
from connector_generator.normalise.titles import name_claims


def normalise_schemas(draft: Draft) -> None:
    """Replace all schemas of the document by their form in the dialect."""
    _safe_names(draft)
    keywords = Keywords(draft)
    given = draft.section("schemas")
    pointers = {name: _pointer(draft, name, node) for name, node in given.items()}
    schemas = {name: keywords.schema(node, component_pointer(name)) for name, node in given.items()}
    families = find_families(draft, schemas)
    hoister = Hoister(dict(schemas))
    composer = Composer(draft, schemas, families, hoister)
    for name in schemas:
        composer.component(name)
    slots = list(schema_slots(draft))
    for slot in slots:
        composer.pointer = slot.pointer
        node = composer.compose(keywords.schema(slot.holder[slot.key], slot.pointer))
        slot.holder[slot.key] = hoister.schema(node, slot.owner)
    finished = {name: composer.done[name] for name in schemas}
    break_alias_cycles(draft, finished)
    _mark(finished, pointers, families)
    roots = [slot.holder[slot.key] for slot in slots]
    shared = share_equal_requests(hoister.claims)
    names = name_claims(finished, hoister.claims, shared)
    draft.root["components"] = {
        "schemas": settle(draft, finished, hoister.claims, names, shared, roots),
        "securitySchemes": draft.section("securitySchemes"),
    }
    discriminators = Discriminators(draft, draft.section("schemas"))
    for name, node in draft.section("schemas").items():
        discriminators.complete(node, component_pointer(name))
    for node in draft.section("schemas").values():
        node.pop("x-connector-origin", None)


def _pointer(draft: Draft, name: str, node: object) -> str:
    given = node.get("x-connector-pointer") if is_node(node) else None
    return given if isinstance(given, str) else draft.source_pointer(component_pointer(name))


def _mark(finished: dict[str, Node], pointers: dict[str, str], families: Families) -> None:
    """Say where each component comes from."""
    for name in finished:
        node = dict(finished[name])
        parent = families.parents.get(name)
        node["x-connector-pointer"] = pointers[parent or name]
        node.pop("x-connector-parent", None)
        if parent:
            node["x-connector-parent"] = parent
        finished[name] = node


def _safe_names(draft: Draft) -> None:
    """Rename components whose names cannot stand in a reference as they are."""
    schemas = draft.section("schemas")
    renamed: dict[str, str] = {}
    for name in schemas:
        if not name or any(char in name for char in "/~%#\0"):
            safe = "".join("_" if char in "/~%#\0" else char for char in name) or "Empty"
            while safe in schemas or safe in renamed.values():
                safe += "_"
            renamed[name] = safe
            draft.note("renamed-component", component_pointer(name), f"is called {safe!r}")
    if not renamed:
        return
    pairs = [(renamed.get(name, name), node) for name, node in schemas.items()]
    schemas.clear()
    schemas.update(pairs)
    for node in draft.references:
        name = node["$ref"].removeprefix(SCHEMA_PREFIX)
        if name in renamed:
            node["$ref"] = SCHEMA_PREFIX + renamed[name]
