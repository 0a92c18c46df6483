"""Where connectors come from: what a generated package and a custom service have in common."""

import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from connector_runtime.connectors.facts import OperationFacts

ID = re.compile(r"[a-z][a-z0-9_]{0,63}")
"""What the id of a connector looks like; it is safe in a path."""


class Source(ABC):
    """A connector that was found. It is read, and its code imported, when it is asked for.

    All methods raise :class:`~connector_runtime.connectors.problems.BrokenConnectorError` where it
    turns out to be unusable.
    """

    kind: Literal["generated", "custom"]

    def __init__(self, connector_id: str, place: Path) -> None:
        self.connector_id = connector_id
        self.place = place

    @property
    @abstractmethod
    def title(self) -> str:
        """What people call it."""
        ...

    @property
    @abstractmethod
    def connecting(self) -> dict[str, Any]:
        """What a connection can say: ``security``, ``security_schemes``, ``client_parameters`` and
        ``servers`` of the manifest; of a custom service nothing."""
        ...

    @abstractmethod
    def names(self) -> Sequence[str]:
        """The operation names, in the connector's order."""
        ...

    @abstractmethod
    def operation(self, name: str) -> OperationFacts | None:
        """One operation; None where there is none of this name."""
        ...


def inside(path: Path, folder: Path) -> bool:
    """Whether a path, with all links followed, is still in the folder."""
    return path.resolve().is_relative_to(folder.resolve())


def parent_module(folder: Path) -> str:
    """The name of a package whose modules are the files of a folder, wherever that is."""
    resolved = str(folder.resolve())
    name = f"connector_folder_{sha256(resolved.encode()).hexdigest()[:12]}"
    if name not in sys.modules:
        package = ModuleType(name, "A folder of connectors.")
        package.__path__ = [resolved]
        sys.modules[name] = package
    return name
