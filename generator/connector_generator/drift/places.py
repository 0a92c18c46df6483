"""Where something stands, kept as cheap steps, and looked up only for what is told to somebody.

Steps are those of the normalised tree (a property, the items, a reply); the way back leads through
the tree as it was written, across ``$ref`` and ``allOf``, to the very entry that a reader can edit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeGuard, cast

from connector_generator.location import Location, escape, tokens

Node = Mapping[str, Any]
_COMPOSED = ("allOf", "anyOf", "oneOf")
_DEPTH = 24


class Place(NamedTuple):
    """One step. ``hint`` is a pointer that the normalised tree knows of the place."""

    parent: "Place | None"
    kind: str
    token: str = ""
    hint: str = ""

    def step(self, kind: str, token: str = "", hint: str = "") -> "Place":
        """The place one step further in."""
        return Place(self, kind, token, hint)


def at_pointer(pointer: str) -> Place:
    """A place that is known by its pointer."""
    return Place(None, "pointer", pointer)


class Spotted(NamedTuple):
    """A part of a written tree, with its pointer."""

    pointer: str
    node: Any

    def child(self, *keys: str) -> "Spotted | None":
        """A part further in, when it is there."""
        pointer, node = self
        for key in keys:
            node = _entry(node, key)
            if node is None:
                return None
            pointer += "/" + escape(key)
        return Spotted(pointer, node)


def is_node(value: object) -> TypeGuard[Node]:
    """Whether a part is an object."""
    return isinstance(value, Mapping)


def _entry(node: Any, key: str) -> Any:
    if isinstance(node, list):
        entries = cast("list[Any]", node)
        return entries[int(key)] if key.isdigit() and int(key) < len(entries) else None
    if not is_node(node):
        return None
    if key in node:
        return node[key]
    return cast("Mapping[Any, Any]", node).get(int(key)) if key.isdigit() else None


def _count(listed: Spotted | None) -> int:
    """How many entries a list has; nothing else has any."""
    node = listed.node if listed else None
    return len(cast("list[Any]", node)) if isinstance(node, list) else 0


@dataclass(frozen=True, slots=True)
class Atlas:
    """Finds places in the documents of one side. ``roots`` are the trees as they were written."""

    roots: Mapping[str, Node]
    locate: Callable[[str], Location]

    def find(self, place: Place) -> Location:
        """The place in the file; of what is not written anywhere, the nearest thing around it."""
        pointer = self._walk(place).pointer
        found = self.locate(pointer)
        return Location(found.file, found.pointer or pointer, found.line, found.column)

    def _walk(self, place: Place) -> Spotted:
        steps: list[Place] = []
        step: Place | None = place
        while step is not None:
            steps.append(step)
            step = step.parent
        here, lost = Spotted("", None), False
        for step in reversed(steps):
            if step.kind == "pointer":
                here, lost = self._at(step.token), False
                continue
            found = None if lost else self._step(here, step.kind, step.token)
            if found is not None:
                here = found
            elif step.hint:
                here, lost = self._at(step.hint), False
            else:
                lost = step.kind not in ("keyword", "ref")
        return here

    def _at(self, pointer: str) -> Spotted:
        head = self._document(pointer)
        return head.child(*tokens(pointer[len(head.pointer) :])) or Spotted(pointer, None)

    def _document(self, pointer: str) -> Spotted:
        """The root of the document that a pointer leads into; of several, the first token names it."""
        if "" in self.roots:
            return Spotted("", self.roots[""])
        name = (tokens(pointer) or ("",))[0]
        return Spotted("/" + escape(name), self.roots.get(name))

    def _follow(self, here: Spotted) -> Spotted:
        for _ in range(_DEPTH):
            target = here.node.get("$ref") if is_node(here.node) else None
            if not isinstance(target, str) or not target.startswith("#/"):
                break
            found = self._document(here.pointer).child(*tokens(target))
            if found is None:
                break
            here = found
        return here

    def _step(self, here: Spotted, kind: str, token: str) -> Spotted | None:
        here = self._follow(here)
        match kind:
            case "ref":
                return here
            case "parameter":
                return self._parameter(here, token)
            case "body":
                return here.child("requestBody") or self._parameter(here, "body ")
            case "media":
                return here.child("content", token) or (here if here.child("schema") else None)
            case "schema":
                return here.child("schema") or here
            case "reply":
                return here.child("responses", token)
            case "header":
                return here.child("headers", token)
            case "security" | "servers":
                return here.child(kind) or Spotted(self._document(here.pointer).pointer, here.node)
            case "member":
                return self._member(here, token)
            case _:
                keys = {"property": ("properties", token), "keyword": (token,)}.get(kind, (kind,))
                return self._deep(here, keys, 0)

    def _parameter(self, operation: Spotted, token: str) -> Spotted | None:
        """A parameter by ``in`` and name, of the operation or of its path."""
        where, _, name = token.partition(" ")
        around = self._at(operation.pointer.rpartition("/")[0])
        for holder in (operation, around):
            for index in range(_count(holder.child("parameters"))):
                entry = holder.child("parameters", str(index))
                found = self._follow(entry) if entry else None
                if found is not None and is_node(found.node):
                    named = not name or found.node.get("name") == name
                    if found.node.get("in") == where and named:
                        return found
        return None

    def _member(self, here: Spotted, token: str) -> Spotted | None:
        for key in ("anyOf", "oneOf", "allOf"):
            members = here.child(key)
            for index in range(_count(members)):
                member = here.child(key, str(index))
                target = _entry(member.node, "$ref") if member else None
                if isinstance(target, str) and (tokens(target) or ("",))[-1] == token:
                    return member
        return None

    def _deep(self, here: Spotted, keys: tuple[str, ...], depth: int) -> Spotted | None:
        """A keyword of a schema, or of what the schema is composed of."""
        here = self._follow(here)
        found = here.child(*keys)
        if found is not None or depth > 6:
            return found
        for key in _COMPOSED:
            members = here.child(key)
            for index in range(_count(members)):
                member = here.child(key, str(index))
                found = self._deep(member, keys, depth + 1) if member else None
                if found is not None:
                    return found
        return None
