"""OLD and NEW as a user gives them: a file, a URL, a folder, ``rev:path``, or a built connector."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from connector_generator.built import BuiltConnector, built_connector
from connector_generator.diagnostics import InputError
from connector_generator.drift.reading import Source, read
from connector_generator.drift.recorded import recorded
from connector_generator.drift.revisions import checked_out, is_revision, write_around
from connector_generator.drift.surface import Surface
from connector_generator.emit.lock import lock_path, read_lock
from connector_generator.location import Location
from connector_generator.lower.naming import FrozenNames, frozen_from_json
from connector_generator.source.boundary import is_url
from connector_generator.source.select import parse_selection

_ELSEWHERE = frozenset(("missing-file", "not-a-file", "outside-of-folder"))


def read_old(
    argument: str, output: Path, name: str | None
) -> tuple[Surface, BuiltConnector | None]:
    """The old side, and the built connector where it is one."""
    if not is_url(argument) and not Path(argument).exists():
        connector = built_connector(output, argument)
        if connector is not None:
            return recorded(connector), connector
    return _read(Source(specs=(argument,), shown=argument, name=name), output), None


def read_new(
    argument: str | None, output: Path, name: str | None, old: Surface, built: BuiltConnector | None
) -> Surface:
    """The new side. Without an argument it is what the built connector was built from."""
    if built is not None:
        return _read(_rebuilt(built, argument), built.folder.parent)
    if argument is None:
        raise InputError(
            "nothing-to-compare",
            Location(old.label),
            "one argument must be the name of a built connector",
            "give OLD and NEW, or see `connectorgen show` for what is built",
        )
    names = old.names or FrozenNames()
    return _read(Source(specs=(argument,), shown=argument, name=name, names=names), output)


def _rebuilt(built: BuiltConnector, argument: str | None) -> Source:
    """What a rebuild would read, or another description in its place."""
    options = built.build.get("options", {})
    include: Sequence[str] = options.get("include", ())
    exclude: Sequence[str] = options.get("exclude", ())
    specs = _described_by(built) if argument is None else (argument,)
    return Source(
        specs=specs,
        shown=" ".join(specs),
        name=built.name,
        names=_lock_names(built.specs[0], built.folder.parent, built.name) or FrozenNames(),
        overlays=built.overlays(built.specs if is_revision(specs[0]) else specs),
        selection=parse_selection(tuple(include), tuple(exclude)),
    )


def _described_by(built: BuiltConnector) -> tuple[str, ...]:
    for spec in built.specs:
        is_path = "/" in spec or bool(Path(spec).suffix)  # Else it is a name of ours.
        if is_path and not is_url(spec) and not Path(spec).exists():
            raise InputError(
                "spec-not-found",
                Location(spec),
                f"the description that {built.name!r} was built from is not there",
                f"run this where it was built, or say `connectorgen diff {built.name} SPEC`",
            )
    return built.specs


def _lock_names(spec: str, output: Path, name: str) -> FrozenNames | None:
    lock = read_lock(lock_path(name, spec, output))
    return frozen_from_json(lock["names"]) if lock.get("names") else None


def _read(source: Source, output: Path) -> Surface:
    """Read a side; the names of a lock that lies beside it are kept over those of the source."""
    first = source.specs[0]
    if is_revision(first):
        return _read_revision(source)
    names = _lock_names(first, output, source.name or Path(first).stem)
    return read(replace(source, names=names or source.names))


def _read_revision(source: Source) -> Surface:
    argument = source.shown
    with checked_out(argument) as (path, home):
        lock = read_lock(path.with_suffix(".lock")).get("names") if path.suffix else None
        written = replace(
            source,
            specs=(path.as_posix(),),
            names=frozen_from_json(lock) if lock else source.names,
            home=f"{home.as_posix()}/",
        )
        try:
            return _read_or_write_more(written, home)
        except InputError as error:
            raise _as_revision(error, argument, written.home) from None


def _read_or_write_more(source: Source, home: Path) -> Surface:
    """Read a file of a revision; where it refers to others, those are written first."""
    try:
        return read(source)
    except InputError as error:
        if error.code not in _ELSEWHERE:
            raise
    write_around(source.shown, home)
    return read(source)


def _as_revision(error: InputError, argument: str, home: str) -> InputError:
    """The error without the temporary folder, which its reader never saw."""
    shown = argument.partition(":")[0] + ":"
    at = error.location
    place = Location(at.file.replace(home, shown, 1), at.pointer, at.line, at.column)
    return InputError(error.code, place, error.message.replace(home, shown), error.help)
