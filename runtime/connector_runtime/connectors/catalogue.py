"""Which connectors there are and what they can do, without importing any of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Self

from connector_runtime.connectors.custom import ENDING, CustomFile
from connector_runtime.connectors.facts import OperationFacts as OperationFacts
from connector_runtime.connectors.packages import GeneratedPackage
from connector_runtime.connectors.problems import BrokenConnectorError
from connector_runtime.connectors.sources import Source, inside

ENTRY_POINTS = "connector_runtime.connectors"
"""The group in which installed packages name their connectors: ``acme = "acme_connector"``."""
_ACTION = "integration_"


@dataclass(frozen=True, slots=True)
class ConnectorFacts:
    """A connector, or what looks like one: then ``reason`` says why it cannot be used."""

    connector_id: str
    title: str
    kind: str
    """``generated`` or ``custom``."""
    place: str
    reason: str = ""


class Catalogue:
    """The connectors of a process, found once. Where two have the same id, the first one counts."""

    def __init__(self, sources: Iterable[Source], broken: Iterable[ConnectorFacts] = ()) -> None:
        self._sources: dict[str, Source] = {}
        self._broken = list(broken)
        self._reasons: dict[str, str] = {}
        for each in sources:
            other = self._sources.setdefault(each.connector_id, each)
            if other is not each and other.place.resolve() != each.place.resolve():
                reason = f"{other.place} has the same id"
                self._broken.append(_facts(each.connector_id, each.kind, each.place, reason))

    @classmethod
    def found(
        cls,
        *,
        namespaces: Sequence[str] = ("generated",),
        folders: Sequence[Path] = (),
        integrations: Sequence[Path] = (),
        installed: bool = True,
    ) -> Self:
        """The connectors of importable ``namespaces``, of ``folders`` of generated packages, of
        folders of ``integrations`` (custom services), and, of those that are ``installed``, the
        entry points; a custom service comes before a generated one of the same id. What is not there
        is passed over."""
        broken: list[ConnectorFacts] = []
        sources = [
            *(each for folder in integrations for each in _files(folder, broken)),
            *(each for name in namespaces for each in _of_namespace(name, broken)),
            *(each for folder in folders for each in _packages(folder, "", broken)),
            *(_installed(broken) if installed else ()),
        ]
        return cls(sources, broken)

    def connectors(self) -> tuple[ConnectorFacts, ...]:
        """All that was found, by id; also what is broken, as far as that is known by now."""
        whole = [
            ConnectorFacts(
                each.connector_id,
                each.title,
                each.kind,
                str(each.place),
                self._reasons.get(each.connector_id, ""),
            )
            for each in self._sources.values()
        ]
        return tuple(sorted([*whole, *self._broken], key=lambda each: each.connector_id))

    def source(self, connector_id: str) -> Source | None:
        """A connector that can be used, as far as that is known by now."""
        return None if connector_id in self._reasons else self._sources.get(connector_id)

    def breaks(self, connector_id: str, problem: BrokenConnectorError) -> None:
        """From now on the connector is listed with the problem, and cannot be used."""
        self._reasons[connector_id] = str(problem)

    def operations(self, connector_id: str) -> tuple[OperationFacts, ...]:
        """The operations of a connector, in its order; none where it is unknown or broken."""
        source = self.source(connector_id)
        if source is None:
            return ()
        try:
            found = [source.operation(name) for name in source.names()]
        except BrokenConnectorError as problem:
            self.breaks(connector_id, problem)
            return ()
        return tuple(each for each in found if each is not None)

    def operation(self, connector_id: str, name: str) -> OperationFacts | None:
        """One operation; None where the connector is unknown or broken, or has none such."""
        source = self.source(connector_id)
        if source is None:
            return None
        try:
            return source.operation(name)
        except BrokenConnectorError as problem:
            self.breaks(connector_id, problem)
            return None

    def resolve_action(self, action_type: str) -> tuple[str, str] | None:
        """``integration_slack_send_message`` as connector and operation; None where it names none,
        or more than one: ids and names both have underscores, so it is looked up and never split.
        """
        if not action_type.startswith(_ACTION):
            return None
        rest = action_type.removeprefix(_ACTION)
        pairs = [
            (each, rest[len(each) + 1 :]) for each in self._sources if rest.startswith(f"{each}_")
        ]
        known = [pair for pair in pairs if self.operation(*pair) is not None]
        return known[0] if len(known) == 1 else None


def _facts(connector_id: str, kind: str, place: Path, reason: str) -> ConnectorFacts:
    return ConnectorFacts(connector_id, connector_id, kind, str(place), reason)


def _of_namespace(name: str, broken: list[ConnectorFacts]) -> Iterator[Source]:
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        yield from _packages(Path(folder), f"{name}.", broken)


def _packages(folder: Path, prefix: str, broken: list[ConnectorFacts]) -> Iterator[Source]:
    for manifest in sorted(folder.glob("*/connector.json")):
        package = manifest.parent
        try:
            if not inside(manifest, folder):
                raise BrokenConnectorError("it is a link to another folder")
            yield GeneratedPackage(package, f"{prefix}{package.name}" if prefix else "")
        except BrokenConnectorError as problem:
            broken.append(_facts(package.name, "generated", package, str(problem)))


def _installed(broken: list[ConnectorFacts]) -> Iterator[Source]:
    for each in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        place = Path(each.module)
        try:
            spec = find_spec(each.module)
            if spec is None or spec.origin is None:
                raise BrokenConnectorError("there is no such package")
            place = Path(spec.origin).parent
            yield GeneratedPackage(place, each.module)
        except BrokenConnectorError as problem:
            broken.append(_facts(each.name, "generated", place, str(problem)))
        except (ImportError, ValueError) as problem:
            broken.append(_facts(each.name, "generated", place, type(problem).__name__))


def _files(folder: Path, broken: list[ConnectorFacts]) -> Iterator[Source]:
    for file in sorted(folder.glob(f"*{ENDING}")):
        try:
            if not file.is_file() or not inside(file, folder):
                raise BrokenConnectorError("it is no file of this folder")
            yield CustomFile(file)
        except BrokenConnectorError as problem:
            broken.append(_facts(file.name.removesuffix(ENDING), "custom", file, str(problem)))
