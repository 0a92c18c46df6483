"""The files of a build: each is read once, remembered by its location, and can be located in."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.boundary import Boundary, is_url
from connector_generator.source.fetch import fetch
from connector_generator.source.limits import MAX_FILES
from connector_generator.source.load import Loaded, load


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a build has read: what manifests record and ``--watch`` looks at."""

    location: str
    sha256: str


@dataclass(slots=True)
class Library:
    """Reads files and URLs. A location is a path as the user would write it, or a URL."""

    loaded: dict[str, Loaded] = field(default_factory=dict[str, Loaded])
    files: list[SourceFile] = field(default_factory=list[SourceFile])

    def open(self, location: str, boundary: Boundary) -> Loaded:
        """What stands at a location that the user gave."""
        if location not in self.loaded:
            if len(self.loaded) >= MAX_FILES:
                raise InputError(
                    "too-many-files",
                    Location(location),
                    f"the description has more than {MAX_FILES:,} files",
                    "Give a part of it.",
                )
            data = fetch(location, boundary)
            self.loaded[location] = load(data, location)
            self.files.append(SourceFile(location, hashlib.sha256(data).hexdigest()))
        return self.loaded[location]

    def follow(self, location: str, boundary: Boundary, referrer: Callable[[], Location]) -> Loaded:
        """What stands at a location that a description refers to."""
        if location in self.loaded:
            return self.loaded[location]
        if is_url(location):
            if not boundary.allows_url(location):
                raise InputError(
                    "forbidden-host",
                    referrer(),
                    f"refers to {location}, on a host that is not allowed",
                    "Download that file beside the description and refer to it there.",
                )
        elif not boundary.allows_file(Path(location)):
            raise InputError(
                "outside-of-folder",
                referrer(),
                f"refers to {location}, outside of the description's folder",
                "Copy the file into the folder of the description and refer to it there.",
            )
        try:
            return self.open(location, boundary)
        except InputError as error:
            if error.code in {"missing-file", "not-a-file", "fetch-failed"}:
                message = f"refers to {location}: {error.message}"
                raise InputError(error.code, referrer(), message, "Correct the $ref.") from None
            raise

    def locate(self, location: str, pointer: str) -> Location:
        """The place of a part of a file that was read."""
        if location not in self.loaded:
            return Location(location, pointer)
        return self.loaded[location].locate(pointer)


def join(base: str, reference: str) -> str:
    """The location that a reference without fragment means in a file; paths stay as written."""
    if is_url(base) or is_url(reference):
        return urljoin(base, reference)
    parts = urlsplit(reference)
    path = unquote(parts.path).replace("\\", "/")
    return Path(os.path.normpath(Path(base).parent / path)).as_posix()


def is_foreign(reference: str) -> bool:
    """Whether a reference is absolute: only what is relative can travel with a description."""
    parts = urlsplit(reference)
    return bool(parts.scheme or parts.netloc) or unquote(parts.path).startswith(("/", "\\"))
