"""``connectorgen contract-issues``: what nightly contract tests found, as issues on GitHub."""

import sys
from pathlib import Path

import click

from connector_runtime.contract.issues import IssuesError, keep_issues, read_report


@click.command(name="contract-issues", short_help="Open and close issues for nightly findings.")
@click.argument("name")
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--state", required=True, type=click.Path(path_type=Path), help="Between nights.")
def command(name: str, report: Path, state: Path) -> None:
    """Keep the issues of connector NAME as its JSON REPORT says, with the command gh.

    A deviation gets one issue after two red nights in a row, which is closed after two green ones.
    """
    try:
        told = keep_issues(read_report(report, name), state)
    except IssuesError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)
    for line in told or ["no issue to open, update or close"]:
        click.echo(line)
