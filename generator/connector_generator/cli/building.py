"""The work behind ``connectorgen build``: which requests, with progress, and what came of each."""

import gc
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click

from connector_generator.cli.failure import describe
from connector_generator.cli.report import print_report
from connector_generator.diagnostics import InputError, Severity
from connector_generator.location import Location
from connector_generator.reports import BuildReport
from connector_generator.request import BuildRequest
from connector_generator.unchanged import refuse_second, unchanged

POLL = 0.2
"""Seconds between two looks at the inputs under ``--watch``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """The options of the command."""

    output: Path
    name: str | None
    overlays: tuple[str, ...]
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    check: bool
    watch: bool
    strict: bool
    formatter: Literal["black", "ruff"]
    templates: Path | None
    package: Path | None
    force: bool
    as_json: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report, and the difference that ``--check`` found."""

    report: BuildReport
    difference: str = ""

    def found_something(self, strict: bool) -> bool:
        """Whether the exit code is 1."""
        warned = any(each.severity is not Severity.NOTE for each in self.report.diagnostics)
        return bool(self.difference) or (strict and warned)

    def as_json(self) -> dict[str, Any]:
        """All facts of the build."""
        return {**self.report.as_json(), "difference": self.difference}


def requests(specs: Sequence[str], settings: Build) -> list[BuildRequest]:
    """One request a connector. Several SPECs are one connector only where ``--name`` says so."""
    groups = [tuple(specs)] if settings.name and specs else [(spec,) for spec in _expand(specs)]
    if settings.package and len(groups) > 1:
        raise InputError(
            "several-in-a-project",
            Location(str(settings.package)),
            f"--package makes a project of one connector, and these are {len(groups)}",
            "name one SPEC, or say --name to make one connector of all",
        )
    return [
        BuildRequest(
            specs=group,
            output=settings.package / "src" if settings.package else settings.output,
            project=settings.package,
            name=settings.name or "",
            overlays=settings.overlays,
            include=settings.include,
            exclude=settings.exclude,
            formatter=settings.formatter,
            templates=settings.templates,
            force=settings.force,
        )
        for group in groups
    ]


def _expand(specs: Sequence[str]) -> list[str]:
    """Everything in ``specs/`` where that folder, or nothing, is named."""
    expanded: list[str] = []
    for spec in specs or ("specs",):
        expanded.extend(_shelf(Path(spec)) if Path(spec).name == "specs" else [spec])
    return [spec for spec in expanded if not _is_overlay(spec)]


def _shelf(folder: Path) -> list[str]:
    if not folder.is_dir():
        raise InputError(
            "no-specs",
            Location(str(folder)),
            "there is no folder of descriptions here",
            "name a SPEC, or run connectorgen init",
        )
    found = [
        entry.as_posix()
        for entry in sorted(folder.iterdir())
        if entry.is_dir() or entry.suffix in {".yaml", ".yml", ".json"}
    ]
    if not found:
        raise InputError(
            "no-specs", Location(str(folder)), "the folder is empty", "put a description into it"
        )
    return found


def _is_overlay(spec: str) -> bool:
    if not spec.endswith((".overlay.yaml", ".overlay.yml", ".overlay.json")):
        return False
    click.echo(f"note: {spec} is an overlay; it is applied to the spec beside it", err=True)
    return True


def build_all(specs: Sequence[str], settings: Build) -> list[Outcome]:
    """Build or check each connector, in order; two of one name are refused."""
    outcomes: list[Outcome] = []
    seen: dict[str, str] = {}
    for request in requests(specs, settings):
        with _progress(not settings.as_json) as stage, _uncollected():
            outcome = _run(request, settings, stage, seen)
        outcomes.append(outcome)
        if not settings.as_json:
            print_report(outcome.report)
            click.echo(outcome.difference, nl=False)
    return outcomes


def _run(
    request: BuildRequest, settings: Build, stage: Callable[[str], None], seen: dict[str, str]
) -> Outcome:
    known = None if settings.check or settings.force else unchanged(request)
    if known is not None:
        refuse_second(seen, known.name, request)
        return Outcome(known)
    from connector_generator.pipeline import build, check

    if settings.check:
        report, difference = check(request, stage, seen)
        return Outcome(report, difference)
    return Outcome(build(request, stage, seen))


@contextmanager
def _uncollected() -> Generator[None]:
    """Without the cycle collector: nearly all that a build makes lives until its end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _progress(wanted: bool) -> Generator[Callable[[str], None]]:
    """Tells the stage on a terminal; silent in a pipe."""
    if not (wanted and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield status.update


def watch(specs: Sequence[str], settings: Build) -> None:
    """Build, then again whenever an input changes, until interrupted."""
    seen: dict[Path, float] = {}
    while True:
        inputs: set[Path] = set()
        try:
            for outcome in build_all(specs, settings):
                inputs.update(outcome.report.inputs)
        except InputError as error:
            click.echo(describe(error), err=True)
            inputs.update(Path(spec) for spec in specs)
        inputs = inputs or set(seen)
        seen = _times(inputs)
        click.echo(f"watching {len(inputs)} files; Ctrl-C ends")
        while _times(inputs) == seen:
            time.sleep(POLL)


def _times(paths: set[Path]) -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in paths if path.exists()}
