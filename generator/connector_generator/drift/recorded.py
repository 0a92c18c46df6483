"""A built connector as the old side: what its package keeps of the description it came from.

The operation table, the schemas and the manifest say all that a caller depends on. Operation ids,
levels of stability and callbacks are not kept, as no generated code knows of them, and not compared.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from connector_generator.built import BuiltConnector
from connector_generator.diagnostics import InputError
from connector_generator.drift.lines import facts_of, requirements_of, scheme_of, servers_of
from connector_generator.drift.places import Place, at_pointer
from connector_generator.drift.surface import (
    Argument,
    Call,
    Content,
    Event,
    Surface,
    media_type,
)
from connector_generator.emit.manifest import MANIFEST
from connector_generator.location import Location, pointer, tokens

Line = dict[str, Any]
_OPERATIONS, _SCHEMAS = "operations.jsonl", "schemas.jsonl"


def recorded(connector: BuiltConnector) -> Surface:
    """What a built connector offers."""
    operations = _lines(connector.folder / _OPERATIONS)
    schemas = _lines(connector.folder / _SCHEMAS)
    facts = connector.facts
    try:
        return Surface(
            label=connector.folder.as_posix(),
            calls=tuple(_call(line, facts) for line in operations),
            schemas={line["name"]: line["schema"] for line in schemas},
            classes={line["name"]: line["python"] for line in schemas},
            schemes={each["name"]: scheme_of(each) for each in facts.get("security_schemes", ())},
            servers=servers_of(facts.get("servers", ())),
            events=tuple(_event(line) for line in facts.get("webhooks", ())),
            error=facts.get("error") or {},
            find=_Finder(connector.folder, operations, schemas).find,
            recorded=True,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise _unreadable(connector.folder, f"misses {error}") from error


def _lines(path: Path) -> list[Line]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise _unreadable(path, str(error)) from error


def _unreadable(path: Path, why: str) -> InputError:
    return InputError(
        "unreadable-connector",
        Location(path.as_posix()),
        f"the built connector cannot be read: {why}",
        "build it again",
    )


class _Finder:
    """Places of the old side are lines of the package's tables."""

    def __init__(self, folder: Path, operations: list[Line], schemas: list[Line]) -> None:
        self._folder = folder
        self._operations = {line.get("pointer", ""): i for i, line in enumerate(operations, 1)}
        self._schemas = {line["name"]: i for i, line in enumerate(schemas, 1)}

    def find(self, place: Place) -> Location:
        """The line that says it, and the pointer it had in the description."""
        found = _pointer(place)
        head = tokens(found)
        if head[:2] == ("components", "schemas"):
            path, line = _SCHEMAS, self._schemas.get(head[2], 0)
        elif "webhooks" in head[:2]:  # After the name of its document, where there are several.
            path, line = MANIFEST, 0
        else:
            owner = next((each for each in self._operations if each and found.startswith(each)), "")
            path, line = _OPERATIONS, self._operations.get(owner, 0)
        return Location((self._folder / path).as_posix(), found, line, 1 if line else 0)


_KEYS = {"body": "requestBody", "media": "content", "reply": "responses", "header": "headers"}


def _pointer(place: Place) -> str:
    steps: list[Place] = []
    step: Place | None = place
    while step is not None:
        steps.append(step)
        step = step.parent
    written = ""
    for each in reversed(steps):
        if each.kind in ("pointer", "ref"):
            written = each.hint or each.token or written
            continue
        name = {"property": "properties", "parameter": "parameters"}.get(each.kind)
        key = "" if each.kind == "keyword" else name or _KEYS.get(each.kind, each.kind)
        written += pointer(part for part in (key, each.token) if part)
    return written


def _call(line: Line, facts: Mapping[str, Any]) -> Call:
    place = at_pointer(line.get("pointer", ""))
    bodies = line.get("body")
    replies = {**line.get("replies", {}), **line.get("errors", {})}

    def headers(status: str) -> dict[str, Line]:
        documented = line.get("reply_headers", {}).get(status, {})
        return {name.lower(): header for name, header in documented.items()}

    security = line["security"] if "security" in line else facts.get("security", [])
    return Call(
        method=line["method"],
        path=line["path"],
        python=line["method_path"],
        place=place,
        tags=frozenset(line.get("tags", ())),
        deprecated=line.get("deprecated") is True,
        arguments=tuple(_argument(each, place) for each in line.get("parameters", ())),
        body=_body(bodies, place) if bodies else None,
        replies={
            status: Content(
                media=_media(media), place=place.step("reply", status), headers=headers(status)
            )
            for status, media in replies.items()
        },
        security=requirements_of(security),
        own_security="security" in line,
        servers=servers_of(line.get("servers", ())),
        facts=facts_of(line),
    )


def _argument(each: Line, place: Place) -> Argument:
    return Argument(
        name=each["wire"],
        location=each["location"],
        python=each["name"],
        schema=each.get("schema", {}),
        required=each.get("required") is True,
        serialisation=(
            each.get("style", "form"),
            each.get("explode", True),
            each.get("allow_reserved", False),
            each.get("content_type", ""),
        ),
        deprecated=each.get("deprecated") is True,
        place=place.step("parameter", f"{each['location']} {each['wire']}"),
    )


def _body(body: Line, place: Place) -> Content:
    media = body.get("media", [])
    fields: Mapping[str, str] = (media[0].get("fields") or {}) if media else {}
    return Content(
        media=_media(media),
        place=place.step("body"),
        required=body.get("required") is True,
        fields={wire: python for python, wire in fields.items()},
    )


def _media(lines: Iterable[Line]) -> dict[str, Line]:
    return {media_type(each["content_type"]): each.get("schema", {}) for each in lines}


def _event(line: Line) -> Event:
    place = at_pointer(line.get("pointer", ""))
    media = {media_type(key): schema for key, schema in line.get("content", {}).items()}
    payload = Content(media=media, place=place.step("body"))
    return Event(kind="webhook", name=line["wire"], place=place, payload=payload)
