"""What a user sees when a command fails: one line, never a traceback, and never a secret."""

import click

from connector_runtime.client.errors import ConfigurationError, ConnectorError
from connector_runtime.errors import (
    ArgumentsInvalidError,
    IntegrationNotFoundError,
    NotFoundError,
    OperationNotSupportedError,
    PlatformError,
    StoreUnusableError,
    VariableSubstitutionError,
)

_BAD_INPUT = (
    ArgumentsInvalidError,
    ConfigurationError,
    IntegrationNotFoundError,
    NotFoundError,
    OperationNotSupportedError,
    StoreUnusableError,
    VariableSubstitutionError,
)
"""What the user has to change; everything else failed, or was refused."""


def run(command: click.Command) -> int:
    """Run a command with the arguments of the process; the exit code: 0, 1 failed, 2 bad input."""
    try:
        result = command.main(prog_name="connectors", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _told(error.format_message(), 2 if isinstance(error, click.UsageError) else 1)
    except (click.Abort, KeyboardInterrupt):
        return _told("interrupted", 1)
    except (PlatformError, ConnectorError) as error:
        return _told(str(error), 2 if isinstance(error, _BAD_INPUT) else 1)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _told(f"{place}{error.strerror or error}", 1)
    return result if isinstance(result, int) else 0


def _told(message: str, code: int) -> int:
    click.echo(f"error: {' '.join(message.split())}", err=True)
    return code
