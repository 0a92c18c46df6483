"""The command ``connectors``: log in to vendors, and run agents under governance.

It needs the extra ``cli``; what runs agents needs ``server``.
"""

import sys


def main() -> None:
    """Run the command. Exit codes: 0 done, 1 it failed or found something, 2 usage or bad input;
    3 of ``run``: the workflow is paused."""
    try:
        import click as click
    except ModuleNotFoundError:
        sys.stderr.write("error: this command needs click: pip install 'connector-runtime[cli]'\n")
        sys.exit(2)
    from connector_runtime.cli.commands import connectors
    from connector_runtime.cli.failure import run

    sys.exit(run(connectors))
