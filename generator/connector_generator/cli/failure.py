"""What a user sees when something is wrong with the input: one screen, never a traceback."""

import sys
from collections.abc import Generator
from contextlib import contextmanager

import click

from connector_generator.diagnostics import InputError


def describe(error: InputError) -> str:
    """The error as lines: what, where, what to do."""
    lines = [f"error[{error.code}]: {error.message}", f"  --> {error.location}"]
    if error.location.pointer:
        lines.append(f"  at  #{error.location.pointer}")
    if error.help:
        lines.append(f"  help: {error.help}")
    return "\n".join(lines)


@contextmanager
def show_failures() -> Generator[None]:
    """Turn bad input, and a machine that refuses, into a message and exit code 2."""
    from connector_generator.reports import BrokenPackageError, HandEditError

    try:
        yield
    except HandEditError as error:
        click.echo(f"error[hand-edit]: {error}\n{error.difference}", err=True)
        click.echo(
            "  help: move it to custom.py or an overlay, or overwrite it with --force", err=True
        )
        sys.exit(1)
    except BrokenPackageError as error:
        click.echo(f"error[broken-package]: {error}\n{error.problems[0].error}", err=True)
        sys.exit(1)
    except InputError as error:
        click.echo(describe(error), err=True)
        sys.exit(2)
    except OSError as error:
        place = error.filename or ""
        click.echo(f"error[io]: {error.strerror or error}\n  --> {place}", err=True)
        sys.exit(2)
    except RecursionError:
        click.echo("error[too-deep]: the input is nested too deeply to be read", err=True)
        sys.exit(2)
