"""OLD and NEW as a user gives them: a file, a URL, a folder, ``rev:path``, or a built connector."""

from collections.abc import Sequence
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
from connector_generator.source.overlay_files import is_overlay
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
    return _read(argument, output, name, FrozenNames()), None


def read_new(
    argument: str | None, output: Path, name: str | None, old: Surface, built: BuiltConnector | None
) -> Surface:
    """The new side. Without an argument it is what the built connector was built from."""
    if built is None:
        if argument is None:
            raise InputError(
                "nothing-to-compare",
                Location(old.label),
                "one argument must be the name of a built connector",
                "give OLD and NEW, or see `connectorgen show` for what is built",
            )
        return _read(argument, output, name, old.names or FrozenNames())
    spec = argument or _spec_of(built)
    options = built.build.get("options", {})
    include: Sequence[str] = options.get("include", ())
    exclude: Sequence[str] = options.get("exclude", ())
    if is_revision(spec):
        return _read(spec, output, built.name, _lock_names(spec, output, built.name))
    return read(
        Source(
            specs=(spec,),
            shown=spec,
            name=built.name,
            names=_lock_names(spec, built.folder.parent, built.name)
            or _lock_names(str(built.build.get("spec", "")), built.folder.parent, built.name)
            or FrozenNames(),
            overlays=_overlays(built, spec),
            selection=parse_selection(tuple(include), tuple(exclude)),
        )
    )


def _spec_of(built: BuiltConnector) -> str:
    spec = str(built.build.get("spec", ""))
    if is_url(spec) or (spec and Path(spec).exists()):
        return spec
    raise InputError(
        "spec-not-found",
        Location(spec or built.folder.as_posix()),
        f"the description that {built.name!r} was built from is not there",
        f"run this where it was built, or say `connectorgen diff {built.name} SPEC`",
    )


def _overlays(built: BuiltConnector, spec: str) -> tuple[str, ...]:
    """Overlays that were named in the build; those beside the description are found anyway."""
    home = Path(spec).parent
    paths = [home / name for name in built.build.get("inputs", {}) if is_overlay(name)]
    stem = Path(spec).stem
    beside = f"{stem}.overlay."
    return tuple(
        path.as_posix()
        for path in paths
        if path.is_file() and not (path.parent == home and path.name.startswith(beside))
    )


def _lock_names(spec: str, output: Path, name: str) -> FrozenNames | None:
    lock = read_lock(lock_path(name, spec, output))
    return frozen_from_json(lock["names"]) if lock.get("names") else None


def _read(argument: str, output: Path, name: str | None, names: FrozenNames | None) -> Surface:
    if is_revision(argument):
        return _read_revision(argument, name, names)
    kept = _lock_names(argument, output, name or Path(argument).stem) or names
    return read(Source(specs=(argument,), shown=argument, name=name, names=kept or FrozenNames()))


def _read_revision(argument: str, name: str | None, names: FrozenNames | None) -> Surface:
    with checked_out(argument) as (path, home):
        lock = read_lock(path.with_suffix(".lock")).get("names") if path.suffix else None
        source = Source(
            specs=(path.as_posix(),),
            shown=argument,
            name=name,
            names=frozen_from_json(lock) if lock else names or FrozenNames(),
            home=f"{home.as_posix()}/",
        )
        try:
            try:
                return read(source)
            except InputError as error:
                if error.code not in _ELSEWHERE:
                    raise
                write_around(argument, home)
                return read(source)
        except InputError as error:
            at, shown = error.location, argument.partition(":")[0] + ":"
            file = at.file.replace(f"{home.as_posix()}/", shown, 1)
            place = Location(file, at.pointer, at.line, at.column)
            message = error.message.replace(f"{home.as_posix()}/", shown)
            raise InputError(error.code, place, message, error.help) from None
