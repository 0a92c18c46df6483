"""What undoes an operation, told by paths: a created thing is deleted where it then stands."""

import re
from collections.abc import Mapping, Sequence

from connector_generator.ir.api import Operation

_TOGGLES = (
    ("activate", "deactivate"),
    ("archive", "restore"),
    ("archive", "unarchive"),
    ("block", "unblock"),
    ("enable", "disable"),
    ("follow", "unfollow"),
    ("hide", "unhide"),
    ("lock", "unlock"),
    ("mute", "unmute"),
    ("pause", "resume"),
    ("pause", "unpause"),
    ("pin", "unpin"),
    ("publish", "unpublish"),
    ("star", "unstar"),
    ("subscribe", "unsubscribe"),
    ("suspend", "unsuspend"),
    ("trash", "untrash"),
    ("watch", "unwatch"),
)
_ADDITIONS = (("add", "remove"), ("attach", "detach"), ("link", "unlink"))
"""One way only: what was removed is not all known to the one who adds it again."""
_UNDO = sorted({*_TOGGLES, *(pair[::-1] for pair in _TOGGLES), *_ADDITIONS})
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_LAST = re.compile(r"^(.*[/.:])([A-Za-z]+)$")


def reversible_by(operations: Sequence[Operation]) -> Mapping[str, str]:
    """Operation name to the name of the operation that undoes it, where there is one."""
    by_place = {(each.http_method.upper(), _shape(each.path)): each for each in operations}
    found: dict[str, str] = {}
    for each in operations:
        undo = _deletion(each, by_place) or _opposite(each, by_place)
        if undo:
            found[each.name.python] = undo.name.python
    return found


def _shape(path: str) -> str:
    return re.sub(r"\.json$", "", _PLACEHOLDER.sub("{}", path)).rstrip("/")


def _deletion(
    operation: Operation, by_place: Mapping[tuple[str, str], Operation]
) -> Operation | None:
    """``POST /things`` by ``DELETE /things/{id}``, ``PUT /things/{id}/star`` by DELETE of it."""
    shape = _shape(operation.path)
    if operation.http_method.upper() == "POST" and operation.name.python.startswith("create"):
        return by_place.get(("DELETE", f"{shape}/{{}}"))
    if operation.http_method.upper() == "PUT" and not shape.endswith("}"):
        return None if ("GET", shape) in by_place else by_place.get(("DELETE", shape))
    return None


def _opposite(
    operation: Operation, by_place: Mapping[tuple[str, str], Operation]
) -> Operation | None:
    """``…/pause`` by ``…/resume``."""
    match = _LAST.match(_shape(operation.path))
    if operation.http_method.upper() not in {"POST", "PUT"} or match is None:
        return None
    for verb, undo in _UNDO:
        if match[2] == verb:
            other = by_place.get((operation.http_method.upper(), match[1] + undo))
            if other:
                return other
    return None
