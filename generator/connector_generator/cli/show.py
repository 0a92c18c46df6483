"""``connectorgen show``: what has been built, and why it is as it is."""

import sys
from pathlib import Path
from typing import Any

import click

from connector_generator.built import BuiltConnector, built_connector, built_connectors
from connector_generator.cli.output import LEVELS, print_json, print_table


@click.command(name="show", short_help="List connectors, describe one, or explain an operation.")
@click.argument("subject", required=False)
@click.option("-o", "--output", default="generated", type=click.Path(path_type=Path))
@click.option("--why", is_flag=True, help="Where the operation comes from, and why it is so.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(subject: str | None, output: Path, why: bool, as_json: bool) -> None:
    """Show SUBJECT: nothing lists the connectors, NAME describes one, NAME.OPERATION explains an
    operation (by its operation name or its method path)."""
    name, _, operation = (subject or "").partition(".")
    if why and not operation:
        raise click.UsageError("--why explains an operation: say NAME.OPERATION.")
    if not name:
        _show_list(output, as_json)
        return
    connector = built_connector(output, name)
    if connector is None:
        _refuse(f"no connector {name!r} in {output}/", "connectorgen show lists what is there")
    elif operation:
        _show_operation(connector, operation, why, as_json)
    else:
        _show_connector(connector, as_json)


def _refuse(message: str, help: str) -> None:
    click.echo(f"error: {message}\n  help: {help}", err=True)
    sys.exit(2)


def _levels(connector: BuiltConnector) -> str:
    counts = connector.by_complexity()
    return " ".join(f"{name}:{counts[level]}" for level, name in LEVELS.items() if counts[level])


def _show_list(output: Path, as_json: bool) -> None:
    connectors = list(built_connectors(output))
    if as_json:
        print_json([_summary(each) for each in connectors])
        return
    rows = [
        (each.name, str(each.facts["title"]), str(each.facts["version"]), _levels(each))
        for each in connectors
    ]
    if rows:
        print_table(("connector", "title", "version", "operations"), rows)
    else:
        click.echo(f"nothing is built in {output}/; run: connectorgen build SPEC")


def _summary(connector: BuiltConnector) -> dict[str, Any]:
    counts = connector.by_complexity()
    return {
        "name": connector.name,
        "title": connector.facts["title"],
        "version": connector.facts["version"],
        "package": str(connector.folder),
        "operations": {name: counts[level] for level, name in LEVELS.items()},
        "environment": connector.environment(),
    }


def _show_connector(connector: BuiltConnector, as_json: bool) -> None:
    operations = connector.operations()
    if as_json:
        print_json({**connector.facts, "build": connector.build, "operations": operations})
        return
    click.echo(f"{connector.name}  {connector.facts['title']} {connector.facts['version']}")
    click.echo(f"package      {connector.folder}")
    click.echo(f"operations   {len(operations)} ({_levels(connector)})")
    click.echo(f"environment  {' '.join(connector.environment()) or 'none'}")
    rows = [
        (each["method_path"], each["name"], LEVELS[each.get("complexity", 4)], _request(each))
        for each in operations
    ]
    print_table(("method", "operation", "complexity", "request"), sorted(rows))


def _request(operation: dict[str, Any]) -> str:
    return f"{operation['method']} {operation['path']}"


def _show_operation(connector: BuiltConnector, name: str, why: bool, as_json: bool) -> None:
    operation = connector.find(name)
    if operation is None:
        _refuse(
            f"{connector.name} has no operation {name!r}",
            f"connectorgen show {connector.name} lists them",
        )
        return
    reasons = _reasons(connector, operation) if why else []
    if as_json:
        print_json({**operation, "reasons": reasons} if why else operation)
        return
    click.echo(f"{connector.name}.{operation['name']}  {operation.get('summary', '')}".rstrip())
    rows = [
        ("call", f"client.{operation['method_path']}({_arguments(operation)})"),
        ("request", _request(operation)),
        ("complexity", _complexity(operation)),
        *((key, str(operation[key])) for key in ("reversible_by", "timeout") if key in operation),
    ]
    print_table(("", ""), rows)
    for reason in reasons:
        click.echo(reason)


def _arguments(operation: dict[str, Any]) -> str:
    names = [each["name"] for each in operation.get("parameters", ()) if each.get("required")]
    return ", ".join(f"{name}=…" for name in names)


def _complexity(operation: dict[str, Any]) -> str:
    level = operation.get("complexity", 4)
    return f"{level} ({LEVELS[level]})"


def _reasons(connector: BuiltConnector, operation: dict[str, Any]) -> list[str]:
    from connector_generator.explain import explain

    return list(explain(connector, operation))
