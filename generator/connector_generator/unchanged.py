"""What needs no build: packages that are already what a request asks for.

Decided from checksums alone, and without importing the stages of a build: a rebuild with nothing
changed should be over before it is noticed.
"""

from connector_generator.built import built_connectors
from connector_generator.diagnostics import InputError
from connector_generator.emit.freshness import current_record, recorded_specs, same_build
from connector_generator.emit.lock import lock_path
from connector_generator.location import Location
from connector_generator.project import begins
from connector_generator.reports import BuildReport
from connector_generator.request import BuildRequest


def unchanged(request: BuildRequest) -> BuildReport | None:
    """The report of a package that is already what the request asks for, found by checksums."""
    if begins(request.project, {}):
        return None
    for connector in built_connectors(request.output):
        build = connector.build
        if list(recorded_specs(build)) != request.labels():
            continue
        lock = lock_path(connector.name, request.specs[0], request.output)
        record = current_record(
            request.specs,
            request.labels(),
            build,
            lock,
            request.templates_used(),
            request.options(),
        )
        if same_build(connector.folder, connector.manifest, record):
            return BuildReport(
                name=connector.name,
                folder=connector.folder,
                state="unchanged",
                operations=sum(connector.by_complexity().values()),
                levels=connector.by_complexity(),
                models=0,
            )
    return None


def refuse_second(seen: dict[str, str] | None, name: str, request: BuildRequest) -> None:
    """Raise InputError where another spec has given a connector of that name already."""
    if seen is None:
        return
    if name in seen:
        raise InputError(
            "two-specs-one-name",
            Location(request.specs[0]),
            f"its connector would be called {name!r}, as that of {seen[name]}",
            "say `x-connector-name` in one of them, or build it with --name",
        )
    seen[name] = request.specs[0]
