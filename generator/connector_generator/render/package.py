"""A package plan as files: templates for code and README, JSON lines for data."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from connector_generator.plan import PackagePlan, ProjectPlan
from connector_generator.render.environment import environment


def render(package: PackagePlan, templates: Path, overrides: Path | None = None) -> dict[str, str]:
    """Path to text, not yet formatted. ``connector.json`` is added when the files are final."""
    engine = environment(templates, overrides)
    return {
        path: engine.get_template(template).render(package=package, **values)
        for path, template, values in _files(package)
    } | {
        "operations.jsonl": _lines(package.operations),
        "schemas.jsonl": _lines(package.schemas),
        "py.typed": "",
    }


def render_own(package: PackagePlan, templates: Path, overrides: Path | None = None) -> str:
    """The file of a package that is its user's, as it is created."""
    return environment(templates, overrides).get_template("custom.py.jinja").render(package=package)


def render_project(
    package: PackagePlan, project: ProjectPlan, templates: Path, overrides: Path | None = None
) -> dict[str, str]:
    """Path to text of the files around a package that make it a distributable project."""
    engine = environment(templates, overrides)
    files = {
        "pyproject.toml": "pyproject.toml",
        "README.md": "README.md",
        f"tests/test_{package.name}.py": "test.py",
    }
    return {
        path: engine.get_template(f"project/{name}.jinja").render(package=package, project=project)
        for path, name in files.items()
    }


def _files(package: PackagePlan) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, template and values of every file; the tree of templates mirrors the package."""
    yield "__init__.py", "__init__.py.jinja", {}
    yield "client.py", "client.py.jinja", {"module": package.client}
    yield "mock.py", "mock.py.jinja", {"module": package.mock}
    yield "params.py", "params.py.jinja", {"module": package.params}
    yield "README.md", "README.md.jinja", {"readme": package.readme}
    yield "models/__init__.py", "models/__init__.py.jinja", {"models": package.models}
    for model in package.models.modules:
        yield f"models/{model.stem}.py", "models/%module.py.jinja", {"module": model}
    if package.resources:
        yield "resources/__init__.py", "resources/__init__.py.jinja", {}
    for resource in package.resources:
        yield f"resources/{resource.stem}.py", "resources/%resource.py.jinja", {"module": resource}


def _lines(items: Iterable[Mapping[str, Any]]) -> str:
    return "".join(
        json.dumps(item, ensure_ascii=True, separators=(",", ":")) + "\n" for item in items
    )
