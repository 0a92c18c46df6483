"""OpenAPI Overlay 1.0 and 1.1: what an author wants different from the vendor's description.

Actions run in order, each on the result of the one before. An action that selects nothing is an
error: it was written for something that the description does not have (any more).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from connector_generator.diagnostics import InputError
from connector_generator.location import Location, pointer
from connector_generator.source.jsonpath import JSONPathError, Node, find, parse
from connector_generator.source.jsonpath.syntax import Query
from connector_generator.source.load import Loaded
from connector_generator.source.origins import Origin, Origins
from connector_generator.source.overlay_merge import Merge, MismatchError
from connector_generator.source.tree import copy, is_array, is_object


@dataclass(frozen=True, slots=True)
class Action:
    """One change: what it selects, and what becomes of it."""

    at: str
    """The JSON pointer of the action in its overlay."""
    target: Query
    text: str
    """The target as written."""
    remove: bool = False
    update: Any = None
    copy_from: Query | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """A read overlay."""

    location: str
    source: Loaded
    actions: tuple[Action, ...]
    extends: str | None = None

    def place(self, action: Action) -> Location:
        """Where an action stands."""
        return self.source.locate(f"{action.at}/target")


def read_overlay(source: Loaded, location: str) -> Overlay:
    """Check the form of an overlay and parse its targets."""
    tree = source.tree if is_object(source.tree) else {}
    version = tree.get("overlay")
    if not isinstance(version, str) or not version.startswith(("1.0", "1.1")):
        raise InputError(
            "not-an-overlay",
            source.locate("/overlay"),
            "not an overlay of version 1.0 or 1.1",
            "Start the file with `overlay: 1.1.0`.",
        )
    actions = tree.get("actions")
    if not is_array(actions) or not actions:
        raise InputError(
            "bad-overlay",
            source.locate("/actions"),
            "the overlay has no actions",
            "Add at least one action, with `target` and `update`, `copy` or `remove`.",
        )
    extends = tree.get("extends")
    return Overlay(
        location,
        source,
        tuple(_action(source, action, f"/actions/{index}") for index, action in enumerate(actions)),
        extends if isinstance(extends, str) else None,
    )


def _action(source: Loaded, action: Any, at: str) -> Action:
    fields = action if is_object(action) else {}
    target, from_ = fields.get("target"), fields.get("copy")
    if not isinstance(target, str) or not ({"update", "copy", "remove"} & fields.keys()):
        raise InputError(
            "bad-overlay",
            source.locate(at),
            "an action needs a `target` and one of `update`, `copy` and `remove`",
            "Complete the action.",
        )
    if "update" in fields and from_ is not None and fields.get("remove") is not True:
        raise InputError(
            "bad-overlay",
            source.locate(at),
            "an action has `update` or `copy`, not both",
            "Write two actions.",
        )
    return Action(
        at,
        _query(source, target, f"{at}/target"),
        target,
        fields.get("remove") is True,
        fields.get("update"),
        _query(source, from_, f"{at}/copy") if isinstance(from_, str) else None,
    )


def _query(source: Loaded, text: str, at: str) -> Query:
    try:
        return parse(text)
    except JSONPathError as error:
        raise InputError(
            "bad-jsonpath", source.locate(at), str(error), "Write the path as RFC 9535 says."
        ) from None


def apply(overlay: Overlay, root: dict[str, Any], origins: Origins) -> Sequence[Action]:
    """Change a document in place; the answer is the actions that selected anything in it."""
    matched: list[Action] = []
    for action in overlay.actions:
        nodes = _distinct(find(action.target, root))
        if nodes:
            _act(overlay, action, nodes, root, origins)
            matched.append(action)
    return matched


def unmatched(overlay: Overlay, action: Action) -> InputError:
    """An action selected nothing in any document of the connector."""
    return InputError(
        "overlay-no-match",
        overlay.place(action),
        f"the overlay's target {action.text} matches nothing in the description",
        "Correct the target, or remove the action.",
    )


def _distinct(nodes: list[Node]) -> list[Node]:
    return list({node.path: node for node in nodes}.values())


def _act(
    overlay: Overlay, action: Action, nodes: list[Node], root: dict[str, Any], origins: Origins
) -> None:
    if action.remove:
        _remove(overlay, action, nodes, root, origins)
        return
    value, origin = action.update, Origin(overlay.location, f"{action.at}/update")
    if action.copy_from is not None:
        value, origin = _copied(overlay, action, root, origins)
    merge = Merge(origins)
    for node in nodes:
        try:
            merge.into(root, node.path, value, origin)
        except MismatchError as error:
            raise InputError(
                "overlay-mismatch",
                overlay.place(action),
                f"the overlay cannot merge {error} at {pointer(node.path) or 'the root'}",
                "Remove the old value by an action before this one.",
            ) from None


def _copied(
    overlay: Overlay, action: Action, root: dict[str, Any], origins: Origins
) -> tuple[Any, Origin]:
    assert action.copy_from is not None
    found = find(action.copy_from, root)
    if len(found) != 1:
        raise InputError(
            "overlay-copy",
            overlay.source.locate(f"{action.at}/copy"),
            f"the overlay's copy selects {len(found)} values, not one",
            "Select the one value to copy.",
        )
    return copy(found[0].value), origins.find(pointer(found[0].path))


def _remove(
    overlay: Overlay, action: Action, nodes: list[Node], root: dict[str, Any], origins: Origins
) -> None:
    """Remove from the back, so that the indexes of what is still to be removed stay right."""
    for node in sorted(nodes, key=lambda node: _order(node.path), reverse=True):
        if not node.path:
            raise InputError(
                "overlay-remove-root",
                overlay.place(action),
                "the overlay removes the whole description",
                "Select the part that is to go.",
            )
        *parents, last = node.path
        holder: Any = root
        for key in parents:
            holder = holder[key]
        if holder.__class__ is list:
            origins.shift(pointer(parents), int(last), len(holder))
        del holder[last]


def _order(path: tuple[str | int, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((key, "") if isinstance(key, int) else (0, key) for key in path)
