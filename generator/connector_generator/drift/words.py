"""What a finding says: one sentence on what changed, one on what a caller must do."""

import json
from typing import Any, cast

from connector_generator.drift.changes import Change, Direction, Relation, Spot
from connector_generator.drift.findings import Severity

_SHOWN = 60
_MESSAGES = {
    ("operation", "added"): "the operation is new",
    ("operation", "removed"): "the operation is gone",
    ("path", "removed"): "the path is gone with its operations",
    ("argument", "added"): "the {need} parameter {subject} is new",
    ("argument", "removed"): "the {need} parameter {subject} is gone",
    ("property", "added"): "the {need} property {subject} is new",
    ("property", "removed"): "the {need} property {subject} is gone",
    ("body", "added"): "a {need} body is sent now",
    ("body", "removed"): "no body is sent any more",
    ("media-type", "added"): "{after} is offered too",
    ("media-type", "removed"): "{before} is not offered any more",
    ("success-status", "added"): "it can also answer {after}",
    ("success-status", "removed"): "it does not answer {before} any more",
    ("non-success-status", "added"): "the error {after} is documented",
    ("non-success-status", "removed"): "the error {before} is not documented any more",
    ("header", "added"): "the {need} header {subject} is new",
    ("header", "removed"): "the {need} header {subject} is gone",
    ("enum", "became"): "{subject} takes only {after} now",
    ("enum", "dropped"): "{subject} takes any value now, not only {before}",
    ("enum-value", "added"): "{subject} can be {after} too",
    ("enum-value", "removed"): "{subject} cannot be {before} any more",
    ("required", "became"): "{subject} is required now",
    ("required", "became-not"): "{subject} is optional now",
    ("nullable", "became"): "{subject} can be null now",
    ("nullable", "became-not"): "{subject} cannot be null any more",
    ("deprecated", "set"): "{subject} is deprecated",
    ("deprecated", "unset"): "{subject} is not deprecated any more",
    ("one-of", "added"): "{subject} can be {after} too",
    ("any-of", "added"): "{subject} can be {after} too",
    ("one-of", "removed"): "{subject} cannot be {before} any more",
    ("any-of", "removed"): "{subject} cannot be {before} any more",
    ("read-only", "became"): "{subject} cannot be sent any more",
    ("read-only", "became-not"): "{subject} can be sent now",
    ("write-only", "became"): "{subject} is not received any more",
    ("write-only", "became-not"): "{subject} is received now",
    ("schema", "removed"): "the schema {before} is gone",
    ("webhook", "added"): "the event {after} is new",
    ("webhook", "removed"): "the event {before} is gone",
    ("callback", "added"): "the callback {after} is new",
    ("callback", "removed"): "the callback {before} is gone",
    ("type", "changed"): "the type of {subject} is {after}, was {before}",
    ("operation-id", "added"): "its operationId is {after}",
    ("operation-id", "removed"): "its operationId is {after}, was {before}",
    ("pagination", "gained"): "it gives pages: {after}",
    ("pagination", "lost"): "it gives no pages any more",
    ("pagination", "changed"): "pages are asked for by {after}, not {before}",
    ("stream", "gained"): "its reply can be a stream ({after})",
    ("stream", "lost"): "its reply is no stream any more",
    ("idempotency", "gained"): "repeating it is harmless with {after}",
    ("idempotency", "lost"): "repeating it is not harmless any more",
    ("error", "gained"): "the shape of errors is known: {after}",
    ("error", "lost"): "the shape of errors is not known any more",
    ("error", "changed"): "the shape of errors is {after}, was {before}",
    ("complexity", "raised"): "its complexity is {after}, was {before}",
    ("complexity", "lowered"): "its complexity is {after}, was {before}",
    ("server", "changed"): "the server is {after}, was {before}",
    ("server", "added"): "the server {after} is new",
    ("server", "removed"): "the server {before} is gone",
    ("style", "changed"): "{subject} is written as {after}, was {before}",
    ("tag", "added"): "the tags {after} are new",
    ("tag", "removed"): "the tags {before} are gone",
    ("api-security", "added"): "{after} is asked for",
    ("api-security", "removed"): "{before} is not accepted any more",
    ("api-global-security", "added"): "{after} is asked for",
    ("api-global-security", "removed"): "{before} is not accepted any more",
    ("api-security-scope", "added"): "the scope {after} is asked for",
    ("api-global-security-scope", "added"): "the scope {after} is asked for",
    ("api-security-scope", "removed"): "the scope {before} is not asked for any more",
    ("api-global-security-scope", "removed"): "the scope {before} is not asked for any more",
}
_CONTEXT = {"argument", "property", "operation", "path", "body", "header", "schema", "webhook"}
_ADVICE = {
    ("operation", "added"): "Nothing; a method is there after the next build.",
    ("operation", "removed"): "Stop calling {symbol}, or ask the vendor for its successor.",
    ("path", "removed"): "Stop calling {symbol}, or ask the vendor for its successor.",
    ("argument", "added"): "Pass {subject} to every call.",
    ("argument", "removed"): "Remove the argument from your calls.",
    ("body", "added"): "Pass the body to every call.",
    ("body", "removed"): "Remove the arguments of the body from your calls.",
    ("deprecated", "set"): "Plan to do without it.",
    ("default-value", "changed"): "Pass the value you rely on where you passed none.",
    ("style", "changed"): "Build the connector again before the server changes.",
    ("server", "changed"): "Build the connector again, or set its base URL.",
    ("api-security", "added"): "Give the client this credential.",
    ("api-global-security", "added"): "Give the client this credential.",
    ("api-security", "removed"): "Give the client another of the accepted credentials.",
    ("api-global-security", "removed"): "Give the client another of the accepted credentials.",
    ("api-security-scope", "added"): "Ask for this scope when you authorise.",
    ("api-global-security-scope", "added"): "Ask for this scope when you authorise.",
    ("security-component", "type-changed"): "Configure the credential of the new kind.",
    ("security-component", "oauth-token-url-changed"): "Build the connector again.",
    ("security-component", "oauth-scope-removed"): "Do not ask for this scope any more.",
    ("pagination", "lost"): "Do not iterate over the result; fetch further pages yourself.",
    ("pagination", "gained"): "The method gives a page now: iterate over it, or read its reply.",
    ("pagination", "changed"): "Build the connector again: pages are asked for otherwise.",
    ("stream", "lost"): "Read the reply as a whole.",
    ("idempotency", "lost"): "Do not rely on repeating this call being harmless.",
    ("error", "lost"): "Read errors from the reply itself: their code and message are unknown.",
    ("error", "changed"): "Build the connector again: errors are read from other fields.",
    ("complexity", "raised"): "Check who may call this: it can do more harm than before.",
    ("schema", "removed"): "Do not import its class; build again and see what took its place.",
    ("webhook", "removed"): "Do not wait for this event any more.",
    ("callback", "removed"): "Do not wait for this callback any more.",
    ("media-type", "removed"): "Build the connector again: bodies are written otherwise.",
    ("success-status", "removed"): "Do not rely on this reply.",
}
_SENT = "Check what you send in {subject} before the server is strict."
_RECEIVED = "Handle the wider range of {subject} where you read it."


def message_of(change: Change) -> str:
    """What changed."""
    form = _MESSAGES.get((change.aspect, change.action))
    if form is None:
        form = (
            "{subject}: " + f"{change.aspect.replace('-', ' ')} {change.action.replace('-', ' ')}"
        )
        form += _from_to(change)
    text = form.format(**_facts(change))
    where = {Direction.REQUEST: "request", Direction.RESPONSE: "reply"}.get(change.direction)
    return (
        f"{text} (in the {where})"
        if where and change.aspect not in ("argument", "header")
        else text
    )


def _from_to(change: Change) -> str:
    if change.before is None:
        return ", {after}" if change.after is not None else ""
    return " from {before} to {after}" if change.after is not None else ", was {before}"


def advice_of(change: Change, severity: Severity) -> str:
    """What a caller must do."""
    if severity is Severity.INFO:
        return "Nothing."
    form = _ADVICE.get((change.aspect, change.action)) or _general(change)
    return form.format(**_facts(change))


def _general(change: Change) -> str:
    if change.aspect == "property":
        return _of_property(change)
    if change.direction is Direction.RESPONSE:
        if change.relation is Relation.CHANGED or change.aspect == "type":
            return "Read {subject} as what it is now."
        if change.aspect == "enum-value":
            return "Handle the new values where you branch on {subject}."
        if change.aspect in ("nullable", "required"):
            return "Expect that {subject} may be missing or null."
        return _RECEIVED
    if change.aspect == "required":
        return "Pass {subject} to every call."
    if change.aspect == "read-only":
        return "Remove {subject} from your calls, or pass it where it is required now."
    return (
        _SENT
        if change.direction is Direction.REQUEST
        else "Read the change before you build again."
    )


def _of_property(change: Change) -> str:
    if change.action == "added":
        return "Pass {subject} to every call."
    if change.direction is Direction.REQUEST:
        return "Remove {subject} from your calls."
    return "Do not read {subject} any more."


def _facts(change: Change) -> dict[str, str]:
    return {
        "need": "required" if change.required else "optional",
        "subject": _code(change.subject) if change.subject else _unnamed(change),
        "symbol": _code(change.symbol) if change.symbol else "it",
        "before": shown(change.before),
        "after": shown(change.after),
    }


def _unnamed(change: Change) -> str:
    if change.spot is Spot.BODY:
        return "the body"
    return _code(change.symbol) if change.direction is not Direction.NONE else "the operation"


def _code(name: str) -> str:
    return "`" + name.replace("`", "'") + "`"


def shown(value: Any) -> str:
    """A value in a line of text: short, and the items of a list one by one."""
    if isinstance(value, list):
        items = [_one(each) for each in cast("list[Any]", value)]
        text = ", ".join(items[:6])
        return text if len(items) <= 6 else f"{text} and {len(items) - 6} more"
    return _one(value)


def _one(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = text.replace("`", "'")
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
