"""How facts are printed: tables on a terminal, plain lines in a pipe, JSON when asked for."""

import json
import sys
from collections.abc import Sequence
from typing import Any

import click

LEVELS = {1: "read", 2: "draft", 3: "write", 4: "critical"}


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False, default=str))


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table: with rich on a terminal, else lines whose columns are separated by two spaces."""
    if sys.stdout.isatty():
        _print_rich(headings, rows)
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def _print_rich(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(*headings, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*map(escape, row))
    Console().print(table)
