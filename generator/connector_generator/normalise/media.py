"""Bring bodies and replies to one shape: maps of media types that are all objects."""

import re
from typing import Any

from connector_generator.location import escape
from connector_generator.normalise.draft import Draft, Node, is_list, is_node, text
from connector_generator.normalise.references import resolve

_STATUS = re.compile(r"[1-5](?:\d\d|XX)|default")
_ENCODING = {"contentType": str, "style": str, "explode": bool, "allowReserved": bool}
_KEPT = ("schema", "itemSchema", "example", "prefixEncoding", "itemEncoding")


def content_map(draft: Draft, value: Any, pointer: str) -> Node:
    """A ``content`` map, every media type of it an object in the dialect's shape."""
    if is_node(value) and isinstance(value.get("$ref"), str):
        draft.warn("content-ref", pointer, "`content` may not be a reference; resolved anyway")
        value = resolve(draft, value, pointer)
        if is_node(value) and "/" not in "".join(value):  # a media type, not a map of them
            value = {"application/json": value}
    if value is not None and not is_node(value):
        draft.warn("invalid-content", pointer, "`content` is not a map of media types; left out")
    content: Node = {}
    for name, media in (value if is_node(value) else {}).items():
        if not name.startswith("x-"):
            content[name] = _media(draft, media, f"{pointer}/{escape(name)}")
    return content


def _media(draft: Draft, value: Any, pointer: str) -> Node:
    node = resolve(draft, value, pointer)
    if node is None:
        if value is not None and not (is_node(value) and "$ref" in value):
            draft.warn("invalid-content", pointer, "a media type is an object; read as any value")
        return {}
    if id(node) in draft.shaped:
        return node
    for key in list(node):
        if key not in _KEPT and key not in ("examples", "encoding") and not key.startswith("x-"):
            del node[key]
    draft.shaped[id(node)] = node
    examples = examples_of(draft, node.pop("examples", None), f"{pointer}/examples")
    if examples:
        node["examples"] = examples
    encoding = node.get("encoding")
    if encoding is not None:
        node["encoding"] = {
            name: _encoding(entry)
            for name, entry in (encoding if is_node(encoding) else {}).items()
            if is_node(entry)
        }
    return node


def _encoding(entry: Node) -> Node:
    result: Node = {key: value for key, value in entry.items() if key.startswith("x-")}
    if is_list(entry.get("contentType")):
        entry = {**entry, "contentType": ", ".join(map(text, entry["contentType"]))}
    result |= {key: entry[key] for key, kind in _ENCODING.items() if type(entry.get(key)) is kind}
    return result


def examples_of(draft: Draft, value: Any, pointer: str) -> Node:
    """Examples by name, each an object; a list is read as the values of examples."""
    if is_list(value):
        value = {str(index): {"value": entry} for index, entry in enumerate(value)}
    kept: Node = {}
    for name, entry in (value if is_node(value) else {}).items():
        example = resolve(draft, entry, f"{pointer}/{escape(name)}")
        if example is not None:
            texts = ("summary", "description", "externalValue")
            kept[name] = {
                key: value
                for key, value in example.items()
                if key not in texts or isinstance(value, str)
            }
    return kept


def body_of(draft: Draft, value: Any, pointer: str) -> Node | None:
    """A request body in the dialect's shape; None where nothing is said that could be sent."""
    node = resolve(draft, value, pointer)
    if node is None:
        if value is not None and not (is_node(value) and "$ref" in value):
            draft.warn("invalid-body", pointer, "a request body is an object; left out")
        return None
    if id(node) in draft.shaped:
        return node
    content = content_map(draft, node.get("content"), f"{pointer}/content")
    if not content:
        draft.warn("body-without-content", pointer, "says nothing of its content; any JSON taken")
        content["application/json"] = {}
    required, description = node.get("required") in (True, "true"), node.get("description")
    for key in [key for key in node if not key.startswith("x-")]:
        del node[key]
    node |= {"content": content, "required": required}
    draft.shaped[id(node)] = node
    if text(description):
        node["description"] = text(description)
    return node


def replies_of(draft: Draft, value: Any, pointer: str) -> Node:
    """The documented replies of an operation by status; at least one."""
    replies: Node = {}
    for key, entry in (value if is_node(value) else {}).items():
        if key.startswith("x-"):
            continue
        place = f"{pointer}/{escape(key)}"
        status = _status(draft, key, place)
        if status and status not in replies:
            replies[status] = _reply(draft, entry, place)
    if not replies:
        draft.warn("missing-responses", pointer, "no reply is documented; any is accepted")
        replies["default"] = {"description": ""}
    return replies


def _status(draft: Draft, key: str, pointer: str) -> str:
    status = key.strip().upper() if key.strip().lower() != "default" else "default"
    if status != key:
        draft.warn("invalid-status", pointer, f"the status {key!r} is read as {status!r}")
    if _STATUS.fullmatch(status):
        return status
    if re.fullmatch(r"\d\.0|\d{3}\.0", status):
        return status[:-2]
    draft.warn("invalid-status", pointer, f"{key!r} is not a status; read as `default`")
    return "default"


def _reply(draft: Draft, value: Any, pointer: str) -> Node:
    node = resolve(draft, value, pointer)
    if node is None:
        if not (is_node(value) and "$ref" in value):
            draft.warn("invalid-reply", pointer, "a reply is an object; read as an empty one")
        return {"description": ""}
    if id(node) in draft.shaped:
        return node
    given = {key: node.pop(key) for key in list(node)}
    if draft.version < (3, 2) and not isinstance(given.get("description"), str):
        draft.note("reply-without-description", pointer, "the reply has no description")
    node["description"] = text(given.get("description"))
    content = content_map(draft, given.get("content"), f"{pointer}/content")
    if content:
        node["content"] = content
    headers = _named(draft, given.get("headers"), f"{pointer}/headers")
    if headers:
        node["headers"] = {name: _header(draft, entry) for name, entry in headers.items()}
    links = _named(draft, given.get("links"), f"{pointer}/links")
    if links:
        node["links"] = {name: _link(entry) for name, entry in links.items()}
    node |= {key: entry for key, entry in given.items() if key.startswith("x-")}
    draft.shaped[id(node)] = node
    return node


def _named(draft: Draft, value: Any, pointer: str) -> Node:
    found: Node = {}
    for name, entry in (value if is_node(value) else {}).items():
        node = resolve(draft, entry, f"{pointer}/{escape(name)}")
        if node is not None:
            found[name] = node
    return found


def _link(node: Node) -> Node:
    texts = ("operationRef", "operationId", "description")
    link: Node = {key: value for key, value in node.items() if key.startswith("x-")}
    link |= {key: node[key] for key in texts if isinstance(node.get(key), str)}
    if is_node(node.get("parameters")):
        link["parameters"] = node["parameters"]
    if "requestBody" in node:
        link["requestBody"] = node["requestBody"]
    return link


def _header(draft: Draft, node: Node) -> Node:
    header: Node = {"schema": node.get("schema", {"type": "string"})}
    header["required"] = node.get("required") is True
    if text(node.get("description")):
        header["description"] = text(node["description"])
    if node.get("deprecated") is True:
        header["deprecated"] = True
    content = node.get("content")
    if "schema" not in node and is_node(content) and content:
        header["schema"] = {}
    return header
