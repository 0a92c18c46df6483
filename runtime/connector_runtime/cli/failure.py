"""What a user sees when a command fails: one line, never a traceback, and never a secret."""

import click

from connector_runtime.client.errors import ConfigurationError, ConnectorError


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
    except ConfigurationError as error:
        return _told(str(error), 2)
    except ConnectorError as error:
        return _told(str(error), 1)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _told(f"{place}{error.strerror or error}", 1)
    return result if isinstance(result, int) else 0


def _told(message: str, code: int) -> int:
    click.echo(f"error: {' '.join(message.split())}", err=True)
    return code
