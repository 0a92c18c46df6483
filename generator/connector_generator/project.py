"""The skeleton of a project that keeps connectors: what ``connectorgen init`` creates."""

from collections.abc import Iterable
from pathlib import Path

_IGNORE = ".connectorgen/\n"
_WORKFLOW = """\
name: connectors
on:
  push:
  pull_request:
jobs:
  stale:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install uv
      # Fails when generated/ is not what specs/ say.
      - run: uv run connectorgen build --check
"""
_ENV = "# Variables the connectors read. Copy to .env and fill in; never commit values.\n"

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


def project_root(output: Path) -> Path:
    """The nearest parent of the output folder with a pyproject or a repository, else its own."""
    resolved = output.resolve()
    for parent in resolved.parents:
        if (parent / "pyproject.toml").exists() or (parent / ".git").exists():
            return parent
    return resolved.parent


def remember_environment(root: Path, connector: str, names: Iterable[str]) -> list[str]:
    """Add variables to ``.env.example``, without values, and none twice. Returns those added."""
    target = root / ".env.example"
    text = target.read_text(encoding="utf-8") if target.exists() else _ENV
    known = {line.split("=")[0].lstrip("# ").strip() for line in text.splitlines() if "=" in line}
    added = [name for name in names if name not in known]
    if added:
        lines = "".join(f"{name}=\n" for name in added)
        target.write_text(f"{text.rstrip()}\n\n# {connector}\n{lines}", encoding="utf-8")
    return added
