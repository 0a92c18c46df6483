"""What a build has to say at its end."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from connector_generator.diagnostics import Severity
from connector_generator.emit.verify import Problem
from connector_generator.emit.write import Written
from connector_generator.location import Location


@dataclass(frozen=True, slots=True)
class LocatedDiagnostic:
    """A diagnostic with its place in the source file."""

    code: str
    severity: Severity
    location: Location
    message: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build made. ``state`` is ``built``, ``checked`` or ``unchanged``."""

    name: str
    folder: Path
    state: str
    operations: int
    levels: Mapping[int, int]
    models: int
    environment: tuple[str, ...] = ()
    diagnostics: tuple[LocatedDiagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()
    created: tuple[str, ...] = ()
    """Files of the user that were created, relative to the project."""
    written: Written = field(default_factory=lambda: Written((), (), (), 0))
    inputs: tuple[Path, ...] = ()
    timings: tuple[tuple[str, float], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            **asdict(self),
            "folder": str(self.folder),
            "inputs": [str(path) for path in self.inputs],
            "timings": dict(self.timings),
        }


class BrokenPackageError(Exception):
    """The emitted package does not import. Nothing was written: the old package still stands."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(f"{name}: {len(problems)} modules do not import: {first.subject}")
        self.problems = problems


class HandEditError(Exception):
    """Files of the package were changed by hand; ``difference`` shows how."""

    def __init__(self, folder: Path, paths: tuple[str, ...], difference: str) -> None:
        super().__init__(f"changed by hand in {folder}: {', '.join(paths)}")
        self.difference = difference
