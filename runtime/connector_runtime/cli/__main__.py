"""``python -m connector_runtime.cli``: the command where its script is not on the path."""

from connector_runtime.cli import main

main()
