"""One vocabulary for everything a build has to say about its input."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from connector_generator.location import Location


class Severity(StrEnum):
    """How much a diagnostic matters: a note never fails, a warning fails under ``--strict``."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong, where, and what to do about it.

    ``code`` is stable and kebab-case (``duplicate-operation-id``). ``pointer`` is the JSON pointer
    into the bundled document; the location of the source is looked up when it is shown.
    """

    code: str
    severity: Severity
    pointer: str
    message: str
    help: str = ""


@dataclass(slots=True)
class Diagnostics:
    """The one list that every stage reports into."""

    items: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def note(self, code: str, pointer: str, message: str, help: str = "") -> None:
        """Something was inferred or left out; nothing is lost."""
        self.items.append(Diagnostic(code, Severity.NOTE, pointer, message, help))

    def warn(self, code: str, pointer: str, message: str, help: str = "") -> None:
        """The input is invalid here; it was repaired or degraded."""
        self.items.append(Diagnostic(code, Severity.WARNING, pointer, message, help))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class InputError(Exception):
    """The user's input cannot be built. Shown without a traceback; the exit code is 2."""

    def __init__(self, code: str, location: Location, message: str, help: str) -> None:
        super().__init__(f"{location}: {message}")
        self.code = code
        self.location = location
        self.message = message
        self.help = help
