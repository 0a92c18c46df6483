"""Share equal objects of requests: an address is an address in every body and parameter.

Vendors write the same object into the requests of many operations. Claims under the same name of a
property or parameter whose schemas are equal, but for descriptions, become one; small objects stay apart,
because they are equal by chance.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from connector_generator.normalise.draft import SCHEMA_PREFIX, Node, is_list, is_node
from connector_generator.normalise.hoist import PROVISIONAL, Claim
from connector_generator.normalise.places import last_word, short_name, steps

_MIN_PROPERTIES = 3
_NOTES = frozenset(("description", "title", "example", "default", "x-connector-pointer"))


def share_equal_requests(claims: Mapping[str, Claim]) -> dict[str, str]:
    """Claims given up for an equal claim: provisional key → the key of the one that stays.

    The one that stays is the one whose name comes first in the alphabet.
    """
    digests = _Digests(claims)
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims.values():
        word = last_word(claim.place)
        if word and steps(claim.place)[0].request and _large(claim.node):
            groups.setdefault((word, digests.of(claim.key)), []).append(claim)
    shared: dict[str, str] = {}
    for group in groups.values():
        if len(group) > 1:
            first = min(group, key=lambda claim: short_name(claim.place))
            shared |= {claim.key: first.key for claim in group if claim is not first}
    inner: dict[str, str] = {}
    for key, kept in shared.items():
        _pair(claims, claims[key].node, claims[kept].node, inner)
    return _resolved(shared | {key: kept for key, kept in inner.items() if key not in shared})


def _large(node: Node) -> bool:
    return len(node.get("properties", ())) >= _MIN_PROPERTIES


def _resolved(shared: dict[str, str]) -> dict[str, str]:
    """Follow chains: what was given up for a claim that was itself given up."""
    result: dict[str, str] = {}
    for key in shared:
        kept = shared[key]
        for _ in range(len(shared)):
            if kept not in shared:
                break
            kept = shared[kept]
        if kept != key:
            result[key] = kept
    return result


def _pair(claims: Mapping[str, Claim], given_up: Any, kept: Any, inner: dict[str, str]) -> None:
    """What is hoisted from an object given up goes with it."""
    if is_node(given_up) and is_node(kept):
        one, other = _claimed(claims, given_up), _claimed(claims, kept)
        if one and other and one != other and one not in inner:
            inner[one] = other
            _pair(claims, claims[one].node, claims[other].node, inner)
        for key in given_up.keys() & kept.keys():
            if key not in _NOTES:
                _pair(claims, given_up[key], kept[key], inner)
    elif is_list(given_up) and is_list(kept):
        for one_item, other_item in zip(given_up, kept, strict=False):
            _pair(claims, one_item, other_item, inner)


def _claimed(claims: Mapping[str, Claim], node: Node) -> str:
    reference = node.get("$ref")
    key = reference.removeprefix(SCHEMA_PREFIX) if isinstance(reference, str) else ""
    return key if key in claims else ""


class _Digests:
    """Digests of claims in which other claims count by their content, not by their key."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims = claims
        self._known: dict[str, str] = {}

    def of(self, key: str) -> str:
        """The digest of one claim."""
        if key not in self._known:
            text = json.dumps(self._plain(self._claims[key].node), sort_keys=True)
            self._known[key] = hashlib.sha256(text.encode()).hexdigest()
        return self._known[key]

    def _plain(self, value: Any) -> Any:
        if is_list(value):
            return [self._plain(entry) for entry in value]
        if not is_node(value):
            return value
        reference = value.get("$ref")
        if isinstance(reference, str) and reference.startswith(SCHEMA_PREFIX + PROVISIONAL):
            rest = {key: entry for key, entry in value.items() if key not in _NOTES | {"$ref"}}
            return {**rest, "$ref": self.of(reference.removeprefix(SCHEMA_PREFIX))}
        return {key: self._plain(entry) for key, entry in value.items() if key not in _NOTES}
