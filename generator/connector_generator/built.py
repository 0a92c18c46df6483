"""Connectors that have been built: what lies in an output folder, read from its data files."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from connector_generator.emit.freshness import home_of, recorded_specs
from connector_generator.emit.manifest import MANIFEST, read_manifest
from connector_generator.source.overlay_files import is_overlay, overlays_beside
from connector_runtime.client.variables import variables


@dataclass(frozen=True, slots=True)
class BuiltConnector:
    """One package of an output folder."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def name(self) -> str:
        """The connector's name, e.g. ``stripe``."""
        return str(self.facts["name"])

    @property
    def facts(self) -> dict[str, Any]:
        """What the runtime knows of the connector: servers, security schemes, parameters."""
        facts: dict[str, Any] = self.manifest["connector"]
        return facts

    @property
    def build(self) -> dict[str, Any]:
        """What the package was built from."""
        build: dict[str, Any] = self.manifest["build"]
        return build

    @property
    def specs(self) -> tuple[str, ...]:
        """Its descriptions as they were given: files, URLs, folders or shipped names."""
        return recorded_specs(self.build)

    @property
    def has_specs_here(self) -> bool:
        """Whether the files that it was built from can be read from here."""
        return bool(self.specs) and all(Path(each).exists() for each in self.specs)

    def overlays(self, specs: Sequence[str]) -> tuple[str, ...]:
        """The overlays of the build but those beside ``specs``, which are found there anyway."""
        home = home_of(self.specs[0])
        found = {(home / name).as_posix() for name in self.build["inputs"] if is_overlay(name)}
        beside = {each for spec in specs for each in overlays_beside(Path(spec))}
        return tuple(sorted(each for each in found - beside if Path(each).is_file()))

    def operations(self) -> list[dict[str, Any]]:
        """The operation table, one dictionary an operation, sorted by name."""
        lines = (self.folder / "operations.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def find(self, operation: str) -> dict[str, Any] | None:
        """An operation by its name or by its method path."""
        every = self.operations()
        return next((o for o in every if operation in (o["name"], o["method_path"])), None)

    def by_complexity(self) -> Counter[int]:
        """How many operations there are of each complexity."""
        return Counter(operation.get("complexity", 4) for operation in self.operations())

    def environment(self) -> tuple[str, ...]:
        """The variables to set before its first call."""
        return needed_variables(self.facts)


def needed_variables(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """The variables to set, credentials first; those that only replace a default are left out."""
    return tuple(each.name for each in variables(facts) if each.needed)


def built_connectors(output: Path) -> Iterator[BuiltConnector]:
    """Every connector in an output folder, sorted by name; hidden folders are builds under way."""
    for folder in sorted(output.iterdir()) if output.is_dir() else []:
        manifest = None if folder.name.startswith(".") else read_manifest(folder)
        if manifest and "connector" in manifest:
            yield BuiltConnector(folder, manifest)


def unreadable_manifests(output: Path) -> Iterator[Path]:
    """Manifests that are there and cannot be read, e.g. with the marks of a merge conflict."""
    for path in sorted(output.glob(f"*/{MANIFEST}")):
        if "connector" not in (read_manifest(path.parent) or {}):
            yield path


def built_connector(output: Path, name: str) -> BuiltConnector | None:
    """The connector of that name; None when it has not been built."""
    return next((each for each in built_connectors(output) if each.name == name), None)
