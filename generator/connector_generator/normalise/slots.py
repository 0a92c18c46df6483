"""Where schemas stand outside of ``components.schemas``, and who owns each of them.

Reusable parameters, bodies and replies come first, so that an inline schema in one of them is named
after it and not after the first operation that uses it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from connector_generator.location import escape
from connector_generator.normalise.draft import Draft, Node, is_node
from connector_generator.normalise.names import operation_words, operation_words_in_full, pascal
from connector_generator.normalise.operations import operations_of
from connector_generator.normalise.places import Owner

_REUSABLE = (
    ("parameters", "Parameter"),
    ("requestBodies", "Body"),
    ("responses", "Reply"),
    ("mediaTypes", "Media"),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A schema in the tree: the object that holds it, the key, its owner and its pointer."""

    holder: Node
    key: str
    owner: Owner
    pointer: str


def schema_slots(draft: Draft) -> Iterator[Slot]:
    """Every schema outside of the components, each holder once."""
    seen: set[tuple[int, str]] = set()
    for slot in (*_reusable(draft), *_operations(draft)):
        identity = (id(slot.holder), slot.key)
        if slot.key in slot.holder and identity not in seen:
            seen.add(identity)
            yield slot


def _reusable(draft: Draft) -> Iterator[Slot]:
    for section, suffix in _REUSABLE:
        entries = draft.root["components"].get(section, {})
        for name, node in (entries if is_node(entries) else {}).items():
            if id(node) not in draft.shaped:
                continue
            pointer = f"/components/{section}/{escape(name)}"
            words = pascal(name)
            words += "" if words.endswith(suffix) else suffix
            owner = Owner(
                words, words + "Inline", request=section == "requestBodies", pointer=pointer
            )
            if section == "parameters":
                yield from _parameter(node, owner, pointer)
            elif section == "mediaTypes":
                yield from _media(node, owner, pointer)
            else:
                yield from _content(node, owner, pointer)
                yield from _headers(node, owner, pointer)


def _operations(draft: Draft) -> Iterator[Slot]:
    entries = list(operations_of(draft.root))
    ids = [pascal(operation.get("operationId", "")) for _, _, operation in entries]
    counts = Counter(ids)
    for words, (path, method, operation) in zip(ids, entries, strict=True):
        longer = words
        if counts[words] > 1 or "operationId" not in operation or words == "Empty":
            words = operation_words(method, path)
            longer = operation_words_in_full(method, path)
        yield from _operation(operation, words, longer, operation["x-connector-pointer"])


def _operation(operation: Node, words: str, longer: str, pointer: str) -> Iterator[Slot]:
    for index, parameter in enumerate(operation["parameters"]):
        suffix = "Parameter" + pascal(parameter["name"])
        place = f"{pointer}/parameters/{index}"
        longer_suffix = pascal(parameter["in"]) + suffix
        owner = Owner(
            words + suffix,
            longer + longer_suffix,
            request=True,
            pointer=place,
            parameter=parameter["name"],
        )
        yield from _parameter(parameter, owner, place)
    if "requestBody" in operation:
        place = f"{pointer}/requestBody"
        owner = Owner(words + "Body", longer + "RequestBody", request=True, pointer=place)
        yield from _content(operation["requestBody"], owner, place)
    replies = operation["responses"]
    main = _main_status(replies)
    for status, reply in replies.items():
        suffix = "Reply" if status == main else "Reply" + pascal(status)
        place = f"{pointer}/responses/{status}"
        owner = Owner(words + suffix, longer + "Reply" + pascal(status), pointer=place)
        yield from _content(reply, owner, place)
        yield from _headers(reply, owner, place)


def _main_status(replies: Node) -> str:
    """The reply of success: its schema is called just ``…Reply``."""
    good = sorted(status for status in replies if status.startswith("2"))
    return good[0] if good else "default"


def _parameter(parameter: Node, owner: Owner, pointer: str) -> Iterator[Slot]:
    if "schema" in parameter:
        yield Slot(parameter, "schema", owner, f"{pointer}/schema")
    for name, media in parameter.get("content", {}).items():
        yield from _media(media, owner, f"{pointer}/content/{escape(name)}")


def _content(node: Node, owner: Owner, pointer: str) -> Iterator[Slot]:
    for name, media in node.get("content", {}).items():
        place = f"{pointer}/content/{escape(name)}"
        longer = owner.longer + pascal(name.partition(";")[0])
        yield from _media(media, Owner(owner.name, longer, "", owner.request, place), place)


def _media(media: Node, owner: Owner, pointer: str) -> Iterator[Slot]:
    yield Slot(media, "schema", owner, f"{pointer}/schema")
    item = Owner(owner.name + "Item", owner.longer + "Item", "", owner.request, pointer)
    yield Slot(media, "itemSchema", item, f"{pointer}/itemSchema")


def _headers(node: Node, owner: Owner, pointer: str) -> Iterator[Slot]:
    for name, header in node.get("headers", {}).items():
        place = f"{pointer}/headers/{escape(name)}"
        words = "Header" + pascal(name)
        header_owner = Owner(owner.name + words, owner.longer + words, "", owner.request, place)
        yield Slot(header, "schema", header_owner, f"{place}/schema")
