"""The only place that knows the order of the stages.

load → bundle → overlay → select → normalise → parse → lower → infer → plan → render → format →
verify → write. Each stage takes one frozen value and gives the next.
"""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from connector_generator.assets import templates_folder
from connector_generator.built import built_connectors, environment_names
from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.emit.difference import difference
from connector_generator.emit.freshness import (
    LOCK,
    build_record,
    current_record,
    relative_inputs,
    same_build,
)
from connector_generator.emit.lock import lock_path, lock_text, read_lock
from connector_generator.emit.manifest import (
    changed_by_hand,
    checksum,
    read_manifest,
    with_manifest,
)
from connector_generator.emit.verify import Problem, verify
from connector_generator.emit.write import Written, compare, ensure_writable, write_package
from connector_generator.infer import infer
from connector_generator.ir.api import Api
from connector_generator.location import Location
from connector_generator.lower import Lowered, lower
from connector_generator.lower.naming import (
    FrozenNames,
    FrozenOperation,
    frozen_from_json,
    frozen_to_json,
)
from connector_generator.normalise import NormalisedDocument, normalise
from connector_generator.normalise.merge import merge
from connector_generator.normalise.parse import parse
from connector_generator.plan import PackagePlan, plan
from connector_generator.project import project_root, remember_environment
from connector_generator.render import default_cache, format_files, render
from connector_generator.reports import (
    BrokenPackageError,
    BuildReport,
    HandEditError,
    LocatedDiagnostic,
)
from connector_generator.request import BuildRequest
from connector_generator.source import LoadedSpec, load_spec, parse_selection
from connector_generator.stopwatch import Stopwatch


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the documents say, before a line of code is planned."""

    spec: LoadedSpec
    document: NormalisedDocument
    lowered: Lowered
    api: Api
    diagnostics: Diagnostics


@dataclass(frozen=True, slots=True)
class Package:
    """A package in memory, its lock, and what its manifest says of the build."""

    analysis: Analysis
    plan: PackagePlan
    files: Mapping[str, bytes]
    lock: str


def analyse(request: BuildRequest, watch: Stopwatch) -> Analysis:
    """From the documents to the API with all its facts."""
    diagnostics = Diagnostics()
    with watch.stage("load"):
        spec = load_spec(
            request.specs,
            diagnostics,
            overlays=request.overlays,
            selection=parse_selection(request.include, request.exclude),
            name=request.name or None,
        )
        lock = read_lock(lock_path(spec.name, request.specs[0], request.output))
    with watch.stage("normalise"):
        document = merge([normalise(each, diagnostics) for each in spec.documents])
    with watch.stage("parse"):
        parse(document)
    with watch.stage("lower"):
        lowered = lower(document.root, spec.name, frozen_from_json(lock.get("names", {})))
    with watch.stage("infer"):
        api = infer(lowered.api, lowered.extensions)
    return Analysis(spec, document, lowered, api, diagnostics)


def compose(request: BuildRequest, watch: Stopwatch) -> Package:
    """From the documents to the formatted files of the package."""
    analysis = analyse(request, watch)
    with watch.stage("plan"):
        planned = plan(analysis.api, analysis.diagnostics)
    with watch.stage("render"):
        rendered = render(planned, templates_folder(), request.templates)
    with watch.stage("format"):
        texts = format_files(rendered, request.formatter, default_cache())
    lock = lock_text(_origins(analysis.spec), frozen_to_json(_given_names(analysis)))
    record = build_record(
        request.label(),
        {**relative_inputs(request.specs[0], analysis.spec.files), LOCK: checksum(lock.encode())},
        request.templates_used(),
        request.options(),
    )
    files = {path: text.encode() for path, text in texts.items()}
    return Package(analysis, planned, with_manifest(files, planned.facts, record), lock)


def _origins(spec: LoadedSpec) -> dict[str, str]:
    return {os.path.basename(each.location): each.sha256 for each in spec.files[:1]}


def _given_names(analysis: Analysis) -> FrozenNames:
    """Names given now and in earlier builds: an operation that returns gets its name back."""
    keys = analysis.lowered.keys
    operations = {
        keys[each.name.python]: FrozenOperation(
            each.name.python, ".".join((*each.resource, each.method_name))
        )
        for each in analysis.api.operations
    }
    types = {key: named.name.python for key, named in analysis.api.types.items()}
    return FrozenNames(operations, types)


def build(
    request: BuildRequest,
    announce: Callable[[str], None] = lambda _: None,
    seen: dict[str, str] | None = None,
) -> BuildReport:
    """Build one connector. ``seen`` maps the names of connectors already built to their specs.

    Raises InputError for what the user gave, HandEditError where a package was edited by hand,
    BrokenPackageError where the emitted package does not import; the old package stands then.
    """
    ensure_writable(request.output)
    watch = Stopwatch(announce)
    fresh = _unchanged(request)
    if fresh is not None:
        _refuse_second(seen, fresh.name, request)
        return fresh
    package = compose(request, watch)
    name = package.analysis.spec.name
    _refuse_second(seen, name, request)
    folder = request.output / name
    old = read_manifest(folder)
    if old and not request.force:
        _refuse_hand_edits(folder, old, package)
    with watch.stage("verify"):
        problems = _verified(name, package)
    with watch.stage("write"):
        written = write_package(folder, package.files, old)
        lock_path(name, request.specs[0], request.output).write_text(package.lock, encoding="utf-8")
        remember_environment(project_root(request.output), name, _environment(package))
    return _report(package, folder, "built", watch, written, problems)


def check(
    request: BuildRequest,
    announce: Callable[[str], None] = lambda _: None,
    seen: dict[str, str] | None = None,
) -> tuple[BuildReport, str]:
    """Compare what a build would write with what is there; the difference is empty when equal."""
    watch = Stopwatch(announce)
    fresh = _unchanged(request)
    if fresh is not None:
        _refuse_second(seen, fresh.name, request)
        return fresh, ""
    package = compose(request, watch)
    name = package.analysis.spec.name
    _refuse_second(seen, name, request)
    folder = request.output / name
    written = compare(folder, package.files, read_manifest(folder))
    report = _report(package, folder, "checked", watch, written, ())
    return report, difference(folder, package.files, read_manifest(folder))


def _refuse_second(seen: dict[str, str] | None, name: str, request: BuildRequest) -> None:
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


def _unchanged(request: BuildRequest) -> BuildReport | None:
    """The report of a package that is already what the request asks for, found by checksums."""
    for connector in built_connectors(request.output):
        build = connector.build
        if build.get("spec") != request.label():
            continue
        lock = lock_path(connector.name, request.specs[0], request.output)
        record = current_record(
            request.specs,
            request.label(),
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


def _refuse_hand_edits(folder: Path, old: Mapping[str, Any], package: Package) -> None:
    edited = [path for path in changed_by_hand(folder, old) if (folder / path).exists()]
    if edited:
        shown = {path: package.files[path] for path in edited if path in package.files}
        raise HandEditError(folder, tuple(edited), difference(folder, shown, None))


def _verified(name: str, package: Package) -> tuple[Problem, ...]:
    problems = verify(package.files, name)
    broken = tuple(each for each in problems if each.kind in {"import", "process"})
    if broken:
        raise BrokenPackageError(name, broken)
    return problems


def _report(
    package: Package,
    folder: Path,
    state: str,
    watch: Stopwatch,
    written: Written,
    problems: tuple[Problem, ...],
) -> BuildReport:
    api = package.analysis.api
    return BuildReport(
        name=api.name,
        folder=folder,
        state=state,
        operations=len(api.operations),
        levels=Counter(int(each.facts.complexity) for each in api.operations),
        models=sum(len(each.definitions) for each in package.plan.models.modules),
        environment=_environment(package),
        diagnostics=_located(package.analysis),
        problems=problems,
        written=written,
        inputs=tuple(Path(each.location) for each in package.analysis.spec.files),
        timings=tuple(watch.timings),
    )


def _environment(package: Package) -> tuple[str, ...]:
    return environment_names(package.plan.facts)


def _located(analysis: Analysis) -> tuple[LocatedDiagnostic, ...]:
    return tuple(
        LocatedDiagnostic(
            each.code,
            each.severity,
            analysis.document.locate(each.pointer),
            each.message,
            each.help,
        )
        for each in analysis.diagnostics
    )
