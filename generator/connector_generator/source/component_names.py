"""Names for what comes from other files: short where that is unique, else by longer paths.

A name depends only on the file and fragment it stands for, and on what has the same name: never
on the order of discovery, so that adding a file renames nothing else.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from connector_generator.location import tokens
from connector_generator.source.boundary import is_url
from connector_generator.source.origins import Origin

_CONTAINERS = frozenset(
    {"$defs", "allOf", "anyOf", "components", "definitions", "oneOf", "parameters", "properties"}
    | {"responses", "schemas"}
)


def allocate(targets: Collection[Origin], taken: Collection[str]) -> Mapping[Origin, str]:
    """A unique name for each target, none of them among the taken ones."""
    segments = {target: _segments(target) for target in targets}
    depths = dict.fromkeys(targets, 1)
    while True:
        groups: dict[str, list[Origin]] = defaultdict(list)
        for target in targets:
            groups[_name(segments[target], depths[target])].append(target)
        extended = False
        for name, group in groups.items():
            if len(group) > 1 or name in taken:
                for target in group:
                    if depths[target] < len(segments[target]):
                        depths[target] += 1
                        extended = True
        if not extended:
            return _settled(groups, taken)


def _settled(groups: Mapping[str, list[Origin]], taken: Collection[str]) -> dict[Origin, str]:
    names: dict[Origin, str] = {}
    for name, group in groups.items():
        for target in group:
            unique = len(group) == 1 and name not in taken
            names[target] = name if unique else f"{name}_{_digest(target)}"
    return names


def _digest(target: Origin) -> str:
    text = f"{target.file}#{target.pointer}"
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def _name(segments: tuple[str, ...], depth: int) -> str:
    return "_".join(segments[-depth:])


def _segments(target: Origin) -> tuple[str, ...]:
    path = urlsplit(target.file).path if is_url(target.file) else target.file
    pure = PurePosixPath(path)
    folders = [part for part in pure.parent.parts if part not in {"/", "..", "."}]
    inside = [token for token in tokens(target.pointer) if token not in _CONTAINERS]
    words = [re.sub(r"[^A-Za-z0-9.-]+", "_", part).strip("_") for part in (*folders, pure.stem)]
    words += [re.sub(r"[^A-Za-z0-9._-]+", "_", token).strip("_") for token in inside]
    return tuple(word for word in words if word) or ("Schema",)
