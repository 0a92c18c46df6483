"""How much a change matters: by variance, with the exceptions listed in one table.

What is sent must not be narrowed, what is received must not be widened; a change that is neither
breaks both. The table holds where callers of our clients are better or worse off than that.
"""

from connector_generator.drift.changes import Change, Direction, Relation, Spot
from connector_generator.drift.findings import Axis, Severity

_B, _W, _I = Severity.BREAKING, Severity.WARNING, Severity.INFO
_ANY = "*"
_BREAKS = {
    Direction.REQUEST: Relation.NARROWED,
    Direction.RESPONSE: Relation.WIDENED,
    Direction.NONE: Relation.NARROWED,
}
_IN, _OUT, _NONE = Direction.RESPONSE, Direction.REQUEST, Direction.NONE

_EXCEPTIONS: dict[tuple[Direction, str, str], tuple[Severity, Axis]] = {
    # A server that does not know any more what is sent will mostly pass over it. That the argument
    # is gone from the next build is told by the names that vanish.
    (_OUT, "argument", "removed"): (_W, "source"),
    (_OUT, "property", "removed"): (_W, "source"),
    (_OUT, "body", "removed"): (_W, "source"),
    (_OUT, "read-only", "became"): (_W, "source"),
    (_IN, "write-only", "became"): (_B, "source"),
    # What else is sent when nothing is said.
    (_OUT, "default-value", _ANY): (_I, "semantic"),
    (_OUT, "default-value", "changed"): (_W, "semantic"),
    (_IN, "default-value", _ANY): (_I, "semantic"),
    # A limit that was never written may well have been enforced before.
    (_OUT, "pattern", "added"): (_W, "wire"),
    (_OUT, "pattern", "changed"): (_W, "wire"),
    (_OUT, "pattern", "specialized"): (_W, "wire"),
    # No generated client checks patterns of what it gets; its enumerations are open; and a
    # number without bounds is a number still.
    (_IN, "pattern", _ANY): (_I, "wire"),
    (_IN, "enum-value", "added"): (_W, "wire"),
    (_IN, "enum", "dropped"): (_W, "wire"),
    (_IN, "min", "unset"): (_W, "wire"),
    (_IN, "max", "unset"): (_W, "wire"),
    (_IN, "media-type", "removed"): (_B, "wire"),
    (_IN, "media-type", "added"): (_I, "wire"),
    (_IN, "non-success-status", _ANY): (_I, "wire"),
    (_IN, "write-only", "became-not"): (_I, "source"),
    # The members of the union say it already.
    (_OUT, "discriminator", "added"): (_I, "wire"),
    (_IN, "discriminator", "removed"): (_W, "wire"),
    (_OUT, "discriminator-mapping", "deleted"): (_I, "wire"),
    (_IN, "discriminator-mapping", "added"): (_I, "wire"),
    (_OUT, "deprecated", _ANY): (_I, "semantic"),
    (_IN, "deprecated", _ANY): (_I, "semantic"),
    (_NONE, "deprecated", "set"): (_W, "semantic"),
    (_NONE, "deprecated", "unset"): (_I, "semantic"),
    (_NONE, "stability", "decreased"): (_W, "semantic"),
    (_NONE, "operation-id", _ANY): (_I, "source"),
    (_NONE, "tag", _ANY): (_I, "source"),
    (_NONE, "schema", "removed"): (_W, "source"),
    (_NONE, "server", "removed"): (_W, "wire"),
    (_NONE, "server", "added"): (_I, "wire"),
    (_NONE, "security-component", _ANY): (_I, "wire"),
    (_NONE, "security-component", "type-changed"): (_B, "wire"),
    (_NONE, "security-component", "oauth-token-url-changed"): (_W, "wire"),
    (_NONE, "security-component", "oauth-scope-removed"): (_W, "semantic"),
    # Facts that the generator reads out of a description.
    (_NONE, "pagination", "lost"): (_B, "source"),
    (_NONE, "pagination", _ANY): (_W, "source"),
    (_NONE, "stream", "lost"): (_B, "source"),
    (_NONE, "stream", "changed"): (_W, "source"),
    (_NONE, "stream", "gained"): (_I, "source"),
    (_NONE, "idempotency", "gained"): (_I, "semantic"),
    (_NONE, "idempotency", _ANY): (_W, "semantic"),
    (_NONE, "error", "lost"): (_B, "semantic"),
    (_NONE, "error", "changed"): (_W, "semantic"),
    (_NONE, "error", "gained"): (_I, "semantic"),
    (_NONE, "complexity", "raised"): (_W, "semantic"),
    (_NONE, "complexity", "lowered"): (_I, "semantic"),
}


def weigh(change: Change) -> tuple[Severity, Axis]:
    """Severity and axis of a change."""
    special = _special(change)
    if special is not None:
        return special
    for action in (change.action, _ANY):
        found = _EXCEPTIONS.get((change.direction, change.aspect, action))
        if found is not None:
            return found
    breaks = change.relation in (Relation.CHANGED, _BREAKS[change.direction])
    if not breaks:
        return _I, "wire"
    return (_W if _is_mild(change) else _B), _axis(change)


def _is_mild(change: Change) -> bool:
    """Where few would notice: a note that is called a format, a limit said for the first time."""
    if change.soft:
        return True
    return change.direction is Direction.REQUEST and change.action == "set"


def _axis(change: Change) -> Axis:
    gone = change.direction is Direction.RESPONSE and change.aspect == "property"
    return "source" if gone and not change.required else "wire"


def _special(change: Change) -> tuple[Severity, Axis] | None:
    """What depends on more than direction, aspect and action."""
    sent = change.direction is Direction.REQUEST
    match change.aspect, change.action:
        case "default-value", action if sent and _is_parameter(change):
            return (_B if action == "changed" else _W), "semantic"
        case ("required", "became") | ("property", "added") if sent and change.default:
            optional = change.aspect == "property" and not change.required
            return None if optional or change.spot is not Spot.PROPERTY else (_W, "source")
        case "argument", "removed" if change.deprecated:
            return _I, "source"
        case "nullable", "became-not" if _is_parameter(change):
            return _W, "source"  # Null cannot be written into a URL or a header anyway.
        case "read-only", "became-not" if sent and change.required:
            return _B, "wire"
        case "write-only", "became-not" if change.required:
            return _W, "source"
        case "header", "removed" if not change.required:
            return _W, "wire"
        case "additional-properties", "allowed" if change.soft and not sent:
            return _I, "wire"
        case "type", _ if _is_parsed(change):
            return _W, "source"
        case _:
            return None


def _is_parameter(change: Change) -> bool:
    return change.spot in (Spot.PARAMETER, Spot.HEADER_PARAMETER)


def _is_parsed(change: Change) -> bool:
    """Whether a text gets or loses a Python type of its own where the wire would not mind."""
    if change.soft or change.relation in (Relation.CHANGED, _BREAKS[change.direction]):
        return False
    form = change.after if change.relation is Relation.NARROWED else change.before
    return str(form).startswith("string/")
