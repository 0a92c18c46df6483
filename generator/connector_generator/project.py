"""The project around connectors: what ``init`` and ``build --package`` create."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_runtime.client.variables import Variable

_IGNORE = ".env\n__pycache__/\n"
_WORKFLOW = """\
name: connectors
on:
  push:
  pull_request:
jobs:
  stale:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-python@v6
        with:
          python-version: "3.12"
      - run: pip install uv
      # Fails when generated/ is not what specs/ say.
      - run: uv run connectorgen build --check
"""
_ENV = "# Variables the connectors read. Copy to .env and fill in; never commit values.\n"

_DEPENDENCIES = {"connector_runtime", "httpx", "pydantic", "typing_extensions"}

_FILES = {
    "specs/.gitkeep": "",
    "generated/.gitkeep": "",
    ".env.example": _ENV,
    ".gitignore": _IGNORE,
    ".github/workflows/connectors.yml": _WORKFLOW,
}


def create_skeleton(folder: Path) -> tuple[list[str], list[str]]:
    """Create what is missing. Returns (created, left as they were), as paths inside ``folder``."""
    created: list[str] = []
    kept: list[str] = []
    for path, text in _FILES.items():
        target = folder / path
        if target.exists():
            kept.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        created.append(path)
    return created, kept


def begins(project: Path | None, old: Mapping[str, Any] | None) -> bool:
    """Whether a distributable project is asked for that is not there yet.

    ``old`` is the manifest of the package that lies there. What was created once is the user's:
    a file that was removed later stays away.
    """
    return project is not None and (old is None or not (project / "pyproject.toml").exists())


def refuse_taken(name: str, spec: str) -> None:
    """Raise InputError where a package that stands alone would hide another, or be hidden by it."""
    if name in sys.stdlib_module_names | _DEPENDENCIES:
        raise InputError(
            "package-name-taken",
            Location(spec),
            f"`import {name}` is another package already",
            f"give it another name, e.g. --name {name}_api",
        )


def project_root(output: Path) -> Path:
    """The nearest parent of the output folder with a pyproject or a repository, else its own."""
    resolved = output.resolve()
    for parent in resolved.parents:
        if (parent / "pyproject.toml").exists() or (parent / ".git").exists():
            return parent
    return resolved.parent


def remember_environment(root: Path, connector: str, variables: Iterable[Variable]) -> list[str]:
    """Add variables to ``.env.example``, without values, and none twice. Returns those added.

    They stand below the connector's heading; one that is not needed is commented out.
    """
    target = root / ".env.example"
    lines = (target.read_text(encoding="utf-8") if target.exists() else _ENV).splitlines()
    known = {line.split("=")[0].lstrip("# ").strip() for line in lines if "=" in line}
    added = [each for each in variables if each.name not in known]
    if added:
        place = _end_of_section(lines, f"# {connector}")
        lines[place:place] = [
            f"{each.name}=" if each.needed else f"# {each.name}=" for each in added
        ]
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [each.name for each in added]


def _end_of_section(lines: list[str], heading: str) -> int:
    """Where the lines below a heading end; a heading that is missing is added at the end."""
    if heading not in lines:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += ["", heading]
    start = lines.index(heading) + 1
    return next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))
