"""``connectorgen contract``: is the vendor's API still what the connector was built from?"""

import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from connector_generator.cli.packages import BadPackageError, built_package
from connector_runtime.client.errors import ConfigurationError
from connector_runtime.contract import (
    BaselineError,
    CassetteError,
    LiveSettings,
    Report,
    Result,
    applied,
    check_live,
    check_offline,
    read_baseline,
)
from connector_runtime.contract.plan import DEFAULT_MAX_CALLS
from connector_runtime.contract.reports import FORMS, as_json, progress_line
from connector_runtime.contract.reports.text import summary_lines
from connector_runtime.contract.settings import DEFAULT_RATE


@click.command(name="contract", short_help="Test a connector against its mock, or the real API.")
@click.argument("name")
@click.option("-o", "--output", default="generated", type=click.Path(path_type=Path))
@click.option("--live", is_flag=True, help="Call the real API: reads only.")
@click.option("--live-writes", is_flag=True, help="Write, too, in the description's sandbox.")
@click.option("--base-url", help="Call this URL; implies --live.")
@click.option("--report", "reports", multiple=True, metavar="FORM=FILE", help="|".join(FORMS))
@click.option("--baseline", type=click.Path(path_type=Path), help="Accepted deviations (JSON).")
@click.option(
    "--cassettes",
    type=click.Path(path_type=Path),
    help="Recorded replies: folder; not with --live.",
)
@click.option("--max-calls", default=DEFAULT_MAX_CALLS, type=click.IntRange(1, 10_000))
@click.option(
    "--rate", default=DEFAULT_RATE, type=click.FloatRange(0.01, 1000), help="Calls a second."
)
@click.option("--json", "as_document", is_flag=True, help="Print JSON.")
def command(
    name: str,
    output: Path,
    live: bool,
    live_writes: bool,
    base_url: str | None,
    reports: tuple[str, ...],
    baseline: Path | None,
    cassettes: Path | None,
    max_calls: int,
    rate: float,
    as_document: bool,
) -> None:
    """Test connector NAME. Without --live, against its mock: nothing leaves this machine.

    Exits 1 for what is not as described or broken, 2 when there was nothing to test it on.
    """
    files = _files(reports)
    live = live or live_writes or bool(base_url)
    if live and cassettes:
        raise click.UsageError("--cassettes is for runs without --live.")
    with _refusals():
        accepted = read_baseline(baseline) if baseline else ()
        package = built_package(output, name)
        settings = LiveSettings(
            base_url=base_url,
            max_calls=max_calls,
            rate=rate,
            live_writes=live_writes,
            on_result=_silent if as_document else _tell,
        )
        if live:
            report = check_live(package, settings)
        else:
            report = check_offline(package, settings.on_result, cassettes=cassettes)
    report = applied(report, accepted, datetime.now(UTC).date())
    if as_document:
        click.echo(as_json(report))
    elif not report.missing_variables:
        click.echo("\n".join(summary_lines(report)))
    _write(report, files)
    sys.exit(_exit_code(report))


def _files(reports: Sequence[str]) -> list[tuple[str, Path]]:
    """Forms and files of the option ``--report``."""
    found: list[tuple[str, Path]] = []
    for each in reports:
        form, _, file = each.partition("=")
        if form not in FORMS or not file:
            raise click.UsageError(f"--report {each}: say {'|'.join(FORMS)}=FILE.")
        found.append((form, Path(file)))
    return found


def _write(report: Report, files: Sequence[tuple[str, Path]]) -> None:
    for form, file in files:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(FORMS[form](report), encoding="utf-8")
        except OSError as error:
            _refuse(f"{file}: {error.strerror or error}", "the report cannot be written there")


def _exit_code(report: Report) -> int:
    if report.failed:
        return 1
    if report.missing_variables:
        names = " and ".join(report.missing_variables)
        _refuse(f"no credentials for {report.connector}", f"set {names}")
    if report.refused:
        _refuse(f"{report.connector} refuses the credentials", "are they valid there?")
    if report.unreachable:
        _refuse(f"{report.base_url} does not answer", "is the URL right, and the network there?")
    return 0


def _tell(result: Result) -> None:
    line = progress_line(result)
    if line and (result.outcome != "pass" or not result.variant):
        click.echo(line)


def _silent(_: Result) -> None:
    """Nothing: the document says it all."""


@contextmanager
def _refusals() -> Generator[None]:
    """Bad input as one line and exit code 2."""
    try:
        yield
    except BadPackageError as error:
        _refuse(str(error), "connectorgen show lists what is built")
    except CassetteError as error:
        _refuse(str(error), "record it again, or take the file away")
    except (BaselineError, ConfigurationError) as error:
        _refuse(str(error), "connectorgen contract --help")


def _refuse(message: str, help: str) -> NoReturn:
    click.echo(f"error: {message}\n  help: {help}", err=True)
    sys.exit(2)
