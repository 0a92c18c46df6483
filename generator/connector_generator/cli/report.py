"""The report at the end of a build: what was made, what was repaired, how long it took."""

from collections import Counter
from collections.abc import Iterable

import click

from connector_generator.cli.output import LEVELS
from connector_generator.diagnostics import Severity
from connector_generator.reports import BuildReport, LocatedDiagnostic

SHOWN = 12
"""How many diagnostics are printed; ``--json`` prints all."""


def print_report(report: BuildReport) -> None:
    """A few lines a human reads."""
    if report.state == "unchanged":
        click.echo(f"{report.name}: unchanged in {report.folder}")
        return
    click.echo(f"{report.name}: {report.state} in {report.folder} ({_seconds(report)})")
    levels = " ".join(f"{LEVELS[k]}:{report.levels[k]}" for k in LEVELS if report.levels.get(k))
    click.echo(f"  operations  {report.operations} ({levels})")
    click.echo(f"  models      {report.models}")
    click.echo(f"  files       {_files(report)}")
    if report.created:
        click.echo(f"  created     {' '.join(report.created)}")
    if report.environment:
        click.echo(f"  environment {' '.join(report.environment)}")
    _print_diagnostics(report.diagnostics)


def _seconds(report: BuildReport) -> str:
    stages = " ".join(
        f"{name} {seconds:.1f}" for name, seconds in report.timings if seconds >= 0.05
    )
    total = sum(seconds for _, seconds in report.timings)
    return f"{total:.1f} s: {stages}" if stages else f"{total:.1f} s"


def _files(report: BuildReport) -> str:
    written = report.written
    return (
        f"{len(written.added)} added, {len(written.changed)} changed,"
        f" {len(written.removed)} removed, {written.unchanged} unchanged"
    )


def _print_diagnostics(diagnostics: Iterable[LocatedDiagnostic]) -> None:
    warnings = [each for each in diagnostics if each.severity is not Severity.NOTE]
    for each in warnings[:SHOWN]:
        click.echo(f"  {each.severity}[{each.code}] {each.location}: {each.message}")
    if len(warnings) > SHOWN:
        rest = Counter(each.code for each in warnings[SHOWN:])
        listed = ", ".join(f"{code} {count}" for code, count in rest.most_common())
        click.echo(f"  … and {len(warnings) - SHOWN} more ({listed}); --json prints all")
