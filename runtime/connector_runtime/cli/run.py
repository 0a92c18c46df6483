"""``connectors run``: the workflow of a file, by hand."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from connector_runtime.cli.opening import Opened, opened, tenant_command
from connector_runtime.cli.output import print_json
from connector_runtime.client.errors import ConfigurationError

if TYPE_CHECKING:
    from connector_runtime.platform.platform import Platform

_KEYS = ("workflow_steps", "agent_id", "resume_from_step", "workflow_id")
_EXITS = {"completed": 0, "failed": 1, "paused": 3}
_LOOK_SECONDS = 0.2
_MOST_BYTES = 1 << 20


@click.command("run")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--agent", default="", metavar="ID", help="Who acts; by default the file's agent_id.")
@tenant_command
def command(file: Path, agent: str, database: str, tenant: str, as_json: bool) -> int:
    """Run the workflow of FILE: YAML or JSON, with workflow_steps as in POST /workflow.

    Progress goes to standard error, the result to standard output. Exits 0 when it is completed, 1
    when a step failed, 3 when it is paused: approve its proposal (connectors admin proposal
    approve), then run the file again with resume_from_step.
    """
    asked = _read(file)
    agent_id = agent or asked.get("agent_id") or ""
    if not isinstance(agent_id, str) or not agent_id:
        raise click.UsageError(f"{file}: no agent_id: write it there, or give --agent")
    from connector_runtime.errors import PlatformError

    with opened(database) as it:
        tenant_id = it.tenant(tenant)
        try:
            body = it.run(_watched(it.platform, tenant_id, agent_id, asked))
        except PlatformError as error:
            error.args = (f"{file}: {error}",)
            raise
        _tell(it, tenant_id, body, as_json)
    return _EXITS[body["status"]]


def _read(file: Path) -> dict[str, Any]:
    if file.stat().st_size > _MOST_BYTES:
        raise ConfigurationError(f"{file}: it has more than {_MOST_BYTES} bytes")
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        raise ConfigurationError(f"{file}: it is not UTF-8, at byte {problem.start}") from None
    found = _json(file, text) if file.suffix == ".json" else _yaml(file, text)
    if not isinstance(found, dict):
        raise ConfigurationError(f"{file}: it must be an object with workflow_steps")
    asked = cast("dict[str, Any]", found)
    for key in asked:
        if key not in _KEYS:
            raise ConfigurationError(
                f"{file}: /{key} is not known here; there are {', '.join(_KEYS)}"
            )
    if "workflow_steps" not in asked:
        raise ConfigurationError(f"{file}: /workflow_steps is required")
    _check(file, asked)
    return asked


def _check(file: Path, asked: Mapping[str, Any]) -> None:
    step, run = asked.get("resume_from_step", 1), asked.get("workflow_id", "")
    if type(step) is not int or step < 1:
        raise ConfigurationError(f"{file}: /resume_from_step must be a number from 1 on")
    if not isinstance(run, str):
        raise ConfigurationError(f"{file}: /workflow_id must be a text")


def _json(file: Path, text: str) -> object:
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as problem:
        raise ConfigurationError(
            f"{file}:{problem.lineno}:{problem.colno}: {problem.msg}"
        ) from None
    except (ValueError, RecursionError) as problem:
        raise ConfigurationError(f"{file}: {problem}") from None
    return found


def _yaml(file: Path, text: str) -> object:
    try:
        import yaml
    except ModuleNotFoundError:
        raise ConfigurationError(
            f"{file}: YAML needs pyyaml: pip install pyyaml; or write it as JSON"
        ) from None
    try:
        found: object = yaml.safe_load(text)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark is not None else ""
        raise ConfigurationError(f"{file}{place}: {problem.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        raise ConfigurationError(f"{file}: it is no YAML: {type(problem).__name__}") from None
    return found


async def _watched(
    platform: "Platform", tenant_id: str, agent_id: str, asked: Mapping[str, Any]
) -> dict[str, Any]:
    """The answer of the run; meanwhile each step that ended is told."""
    newest = await asyncio.to_thread(platform.audit.newest, tenant_id, 1)
    since = newest[0].sequence if newest else 0
    running = asyncio.create_task(_run(platform, tenant_id, agent_id, asked))
    while not running.done():
        await asyncio.wait({running}, timeout=_LOOK_SECONDS)
        since = await asyncio.to_thread(_told, platform, tenant_id, agent_id, since)
    return await running


async def _run(
    platform: "Platform", tenant_id: str, agent_id: str, asked: Mapping[str, Any]
) -> dict[str, Any]:
    steps, workflows = asked["workflow_steps"], platform.workflows
    from_step, run_id = asked.get("resume_from_step", 1), asked.get("workflow_id", "")
    if from_step == 1 and not run_id:
        return await workflows.start(tenant_id, agent_id, steps)
    return await workflows.resume(tenant_id, agent_id, steps, from_step, run_id)


def _told(platform: "Platform", tenant_id: str, agent_id: str, since: int) -> int:
    """Tell the steps that the audit trail has since; up to which record it was read."""
    records = [each for each in platform.audit.newest(tenant_id) if each.sequence > since]
    for each in reversed(records):
        step = each.details.get("step")
        if step and each.agent_id == agent_id and each.kind == "outcome":
            what = f"{each.connector_id}.{each.operation_name}"
            click.echo(f"step {step}  {what}  {each.outcome}  {each.reason}".rstrip(), err=True)
    return max((each.sequence for each in records), default=since)


def _tell(it: Opened, tenant_id: str, body: Mapping[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(body)
        return
    for row in body["results"]:
        rest = json.dumps(row["result"], ensure_ascii=False) if "result" in row else row["error"]
        click.echo(f"{row['step']}  {row['connector']}.{row['operation']}  {row['status']}  {rest}")
    done = f"{body['steps_completed']} of {body['total_steps']} steps"
    click.echo(f"{body['status']}: {done}, workflow {body['workflow_id']}")
    if "proposal_id" in body:
        click.echo(
            f"It waits for proposal {body['proposal_id']}; approve it:"
            f" connectors admin proposal approve {body['proposal_id']} --tenant {tenant_id} --as WHO"
        )
