"""What a user asks to be built."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from connector_generator.assets import templates_folder
from connector_generator.source.boundary import is_url

Formatter: TypeAlias = Literal["black", "ruff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """One connector. ``specs`` are its documents: files, URLs, folders or shipped names.

    ``include`` and ``exclude`` are selectors (``tag:…``, ``path:…``, ``op:…``, with globs).
    ``templates`` replaces ours, file by file. ``project`` is the folder of a distributable project,
    created around ``output`` where it is missing.
    """

    specs: tuple[str, ...]
    output: Path = Path("generated")
    project: Path | None = None
    name: str = ""
    overlays: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    formatter: Formatter = "black"
    templates: Path | None = None
    force: bool = False

    def labels(self) -> list[str]:
        """The specs as manifests name them: what depends on this machine is left out."""
        return [_label(spec) for spec in self.specs]

    def templates_used(self) -> tuple[Path, ...]:
        """The folders of templates that a build reads."""
        own = (self.templates,) if self.templates else ()
        return (templates_folder(), *own)

    def options(self) -> dict[str, Any]:
        """The options that change what is emitted, for the manifest."""
        chosen = {"name": self.name, "include": self.include, "exclude": self.exclude}
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in chosen.items()
            if value
        }


def _label(spec: str) -> str:
    if is_url(spec):
        return spec
    return Path(spec).name if Path(spec).is_absolute() else Path(spec).as_posix()
