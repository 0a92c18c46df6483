"""How an overlay's value is merged into a document: the rules of Overlay 1.1, section 4.4.3.1.

Objects merge member by member, arrays are concatenated (or get one more item), anything else is
replaced. Each part that the overlay brought remembers that it did.
"""

from typing import Any

from connector_generator.location import pointer
from connector_generator.source.origins import Origin, Origins
from connector_generator.source.tree import copy, is_array, is_object

Path = tuple[str | int, ...]


class MismatchError(Exception):
    """The overlay's value and the document's are of different shapes."""


class Merge:
    """Merges values into a tree and notes their origins."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins

    def into(self, root: Any, path: Path, value: Any, origin: Origin) -> None:
        """Merge a value into the node at a path."""
        holder: Any = {"": root}
        key: str | int = ""
        for token in path:
            holder, key = holder[key], token
        self._merge(holder, key, path, value, origin)

    def _merge(self, holder: Any, key: str | int, path: Path, value: Any, origin: Origin) -> None:
        old = holder[key]
        if is_object(old):
            self._object(old, path, value, origin)
        elif is_array(old):
            self._array(old, path, value, origin)
        elif isinstance(value, (dict, list)) and old is not None:
            raise MismatchError(f"{_shape(value)} into {_shape(old)}")
        else:
            holder[key] = copy(value)
            self._origins.place(pointer(path), origin)

    def _object(self, old: dict[str, Any], path: Path, value: Any, origin: Origin) -> None:
        if value is None:  # `components:` with nothing below it asks for no change.
            return
        if not is_object(value):
            raise MismatchError(f"{_shape(value)} into {_shape(old)}")
        for name, member in value.items():
            below, source = (*path, name), origin.at(pointer([name]))
            if name not in old:
                old[name] = copy(member)
                self._origins.place(pointer(below), source)
            elif member is not None or not is_array(old[name]):  # So does `servers:`.
                self._merge(old, name, below, member, source)

    def _array(self, old: list[Any], path: Path, value: Any, origin: Origin) -> None:
        several = is_array(value)
        for index, item in enumerate(value if several else [value]):
            source = origin.at(f"/{index}") if several else origin
            self._origins.place(pointer((*path, len(old))), source)
            old.append(copy(item))


def _shape(value: Any) -> str:
    if is_object(value):
        return "an object"
    return "an array" if is_array(value) else "a simple value"
