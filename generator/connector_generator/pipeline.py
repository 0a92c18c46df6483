"""The only place that knows the order of the stages.

load → bundle → overlay → select → normalise → parse → lower → infer → plan → render → format →
verify → write. Each stage takes one frozen value and gives the next.
"""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from connector_generator.assets import templates_folder
from connector_generator.built import needed_variables
from connector_generator.diagnostics import Diagnostics
from connector_generator.emit.difference import difference
from connector_generator.emit.freshness import (
    LOCK,
    build_record,
    relative_inputs,
)
from connector_generator.emit.lock import lock_path, lock_text, read_lock, write_lock
from connector_generator.emit.manifest import (
    CUSTOM,
    MANIFEST,
    changed_by_hand,
    checksum,
    read_manifest,
    with_manifest,
)
from connector_generator.emit.verify import Problem, verify
from connector_generator.emit.write import (
    Written,
    compare,
    create_missing,
    ensure_writable,
    make_ready,
    write_package,
)
from connector_generator.infer import infer, misdeclared, misdeclared_domains
from connector_generator.ir.api import Api
from connector_generator.lower import Lowered, lower
from connector_generator.lower.naming import frozen_from_json, frozen_to_json
from connector_generator.normalise import NormalisedDocument, normalise
from connector_generator.normalise.merge import merge
from connector_generator.normalise.parse import parse
from connector_generator.plan import PackagePlan, plan, plan_project
from connector_generator.project import begins, project_root, refuse_taken, remember_environment
from connector_generator.render import (
    default_cache,
    format_files,
    render,
    render_own,
    render_project,
)
from connector_generator.reports import (
    BrokenPackageError,
    BuildReport,
    HandEditError,
    LocatedDiagnostic,
)
from connector_generator.request import BuildRequest
from connector_generator.source.select import parse_selection
from connector_generator.source.spec import LoadedSpec, load_spec
from connector_generator.stopwatch import Stopwatch
from connector_generator.unchanged import refuse_second
from connector_runtime.client.variables import variables


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
    """A package in memory, its lock, and the files that are created once: in it, and around it."""

    analysis: Analysis
    plan: PackagePlan
    files: Mapping[str, bytes]
    lock: str
    own: Mapping[str, bytes]
    project: Mapping[str, bytes]


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
        declared = lowered.extensions
        for each in (*misdeclared(declared), *misdeclared_domains(lowered.api, declared)):
            place = f"{each.pointer}/{each.extension}"
            diagnostics.warn(
                "extension-value", place, f"{each.extension} is left out: {each.message}"
            )
        api = infer(lowered.api, lowered.extensions)
    return Analysis(spec, document, lowered, api, diagnostics)


def compose(request: BuildRequest, watch: Stopwatch) -> Package:
    """From the documents to the formatted files of the package."""
    analysis = analyse(request, watch)
    with watch.stage("plan"):
        home = "" if request.project else "generated"
        planned = plan(analysis.api, analysis.diagnostics, home=home)
    with watch.stage("render"):
        rendered = render(planned, templates_folder(), request.templates)
        own = {CUSTOM: render_own(planned, templates_folder(), request.templates)}
        project = _project(request, planned)
    with watch.stage("format"):
        texts = format_files(rendered, request.formatter, default_cache())
        project = format_files(project, request.formatter, default_cache())
    lock = lock_text(_origins(analysis.spec), frozen_to_json(analysis.lowered.given_names()))
    record = build_record(
        request.labels(),
        {**relative_inputs(request.specs[0], analysis.spec.files), LOCK: checksum(lock.encode())},
        request.templates_used(),
        request.options(),
    )
    files = with_manifest(_encoded(texts), planned.facts, record)
    return Package(analysis, planned, files, lock, _encoded(own), _encoded(project))


def _project(request: BuildRequest, planned: PackagePlan) -> dict[str, str]:
    if request.project is None:
        return {}
    return render_project(planned, plan_project(planned), templates_folder(), request.templates)


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


def _origins(spec: LoadedSpec) -> dict[str, str]:
    return {os.path.basename(each.location): each.sha256 for each in spec.files[:1]}


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
    package = compose(request, watch)
    name = package.analysis.spec.name
    refuse_second(seen, name, request)
    if request.project:
        refuse_taken(name, request.specs[0])
    folder = request.output / name
    make_ready(folder)
    old = read_manifest(folder)
    if not request.force:
        _refuse_hand_edits(folder, old, package)
    with watch.stage("verify"):
        problems = _verified(name, package)
    with watch.stage("write"):
        written = write_package(folder, package.files, old, package.own)
        write_lock(lock_path(name, request.specs[0], request.output), package.lock)
        root = request.project or project_root(request.output)
        created = create_missing(root, package.project) if begins(request.project, old) else ()
        remember_environment(root, name, variables(package.plan.facts))
    report = _report(package, folder, "built", watch, written, problems)
    return replace(report, created=created)


def check(
    request: BuildRequest,
    announce: Callable[[str], None] = lambda _: None,
    seen: dict[str, str] | None = None,
) -> tuple[BuildReport, str]:
    """Compare what a build would write with what is there; the difference is empty when equal.

    Everything is made anew: checksums of inputs would not notice a changed generator.
    """
    watch = Stopwatch(announce)
    package = compose(request, watch)
    name = package.analysis.spec.name
    refuse_second(seen, name, request)
    folder = request.output / name
    written = compare(folder, package.files, read_manifest(folder))
    report = _report(package, folder, "checked", watch, written, ())
    return report, difference(folder, package.files, read_manifest(folder))


def _refuse_hand_edits(folder: Path, old: Mapping[str, Any] | None, package: Package) -> None:
    """Without a manifest nothing is known to be ours: what differs may be somebody's work."""
    written = old or {"files": {path: checksum(text) for path, text in package.files.items()}}
    changed = changed_by_hand(folder, written)
    edited = [path for path in changed if path != MANIFEST and (folder / path).exists()]
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
    return needed_variables(package.plan.facts)


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
