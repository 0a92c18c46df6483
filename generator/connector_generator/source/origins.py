"""Remembers where the parts of a bundled tree came from, while the tree is put together."""

from dataclasses import dataclass, field
from typing import NamedTuple

from connector_generator.location import pointer, tokens


class Origin(NamedTuple):
    """A part of a file: its location, and the JSON pointer inside of it."""

    file: str
    pointer: str = ""

    def at(self, below: str) -> "Origin":
        """The origin of something below this part."""
        return Origin(self.file, self.pointer + below)


@dataclass(slots=True)
class Origins:
    """The origin of every part that did not grow where it stands; the rest follows its parent."""

    root: Origin
    placed: dict[str, Origin] = field(default_factory=dict[str, Origin])

    def place(self, at: str, origin: Origin) -> None:
        """What stands at a pointer now came from elsewhere."""
        self.placed[at] = origin

    def find(self, at: str) -> Origin:
        """Where the part at a pointer came from."""
        path = at.removeprefix("#")
        below = ""
        while path:
            if path in self.placed:
                return self.placed[path].at(below)
            cut = path.rfind("/")
            path, below = path[:cut], path[cut:] + below
        return self.root.at(below)

    def shift(self, array: str, removed: int, length: int) -> None:
        """An item of an array was removed: those behind it have moved up by one."""
        moved = {
            self._moved(at, array, removed): origin
            for at, origin in self.placed.items()
            if not f"{at}/".startswith(f"{array}/{removed}/")
        }
        for index in range(removed, length - 1):
            moved.setdefault(f"{array}/{index}", self.find(f"{array}/{index + 1}"))
        self.placed = moved

    @staticmethod
    def _moved(at: str, array: str, removed: int) -> str:
        if not at.startswith(f"{array}/"):
            return at
        head = tokens(array)
        index, *rest = tokens(at)[len(head) :]
        if not index.isdigit() or int(index) < removed:
            return at
        return pointer((*head, int(index) - 1, *rest))
