"""What a description may pull in: files near it, and hosts that were allowed.

The rule for files: a reference may lead anywhere below the folder of the document (or of the
folder that was given as SPEC), and into the folders beside it (``../common/Error.json``, as the
official examples have it), unless the folder above is a home or the root of the file system. Only
``.json``, ``.yaml`` and ``.yml`` are read, nothing hidden, no absolute paths, and no symbolic link
leads out. The rule for URLs: the origin that the document itself came from, and allowed hosts.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SUFFIXES = frozenset({".json", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where the references of one document may lead.

    ``folder`` is None for a document from the network; ``origin`` is None for one from a file.
    """

    folder: Path | None = None
    origin: str | None = None
    hosts: frozenset[str] = frozenset()

    def allows_file(self, path: Path) -> bool:
        """Whether a file may be read because a description refers to it."""
        if self.folder is None or path.suffix.lower() not in SUFFIXES:
            return False
        real, folder = path.resolve(), self.folder.resolve()
        above = folder.parent
        if real.is_relative_to(folder):
            inside = real.relative_to(folder)
        elif above != above.parent and above != Path.home() and real.is_relative_to(above):
            inside = real.relative_to(above)
            if len(inside.parts) < 2:  # A file directly above, not in a folder beside.
                return False
        else:
            return False
        return not any(part.startswith(".") for part in inside.parts)

    def allows_url(self, url: str) -> bool:
        """Whether an address may be fetched because a description, or a redirect, refers to it."""
        if self.origin is not None and origin_of(url) == self.origin:
            return True
        parts = urlsplit(url)
        return (
            parts.hostname in self.hosts
            and parts.username is None
            and (parts.scheme == "https" or is_loopback(parts.hostname))
        )


def boundary_of(document: str, folder: Path | None, hosts: frozenset[str]) -> Boundary:
    """The boundary of a document, given as a path or URL, that came from a SPEC folder or not."""
    if is_url(document):
        return Boundary(origin=origin_of(document), hosts=hosts)
    return Boundary(folder=folder or Path(document).absolute().parent, hosts=hosts)


def is_url(location: str) -> bool:
    """Whether a location is an address on the network, and not a path."""
    return location.lower().startswith(("http://", "https://"))


def origin_of(url: str) -> str:
    """Scheme, host and port."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    return f"{parts.scheme}://{parts.hostname}:{port}"


def is_loopback(host: str | None) -> bool:
    """Whether a host is this machine, for which plain http is good enough."""
    return host in {"localhost", "127.0.0.1", "::1"}
