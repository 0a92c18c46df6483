"""One program for all runs: it reads a plan and does its steps in order, checkpoint by checkpoint.

It must take the same way each time that it is replayed, so what it decides by comes from the plan
or out of a checkpoint, never from a clock or a record that may have changed.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, Final, Protocol, TypeAlias, TypeVar

from connector_runtime.client.errors import ConnectorError
from connector_runtime.errors import PlatformError, StoreUnavailableError, envelope
from connector_runtime.workflows import references
from connector_runtime.workflows.checkpoints import outcome_of, recorded
from connector_runtime.workflows.host import (
    Pause,
    Row,
    RunState,
    RunStatus,
    StepHost,
    StepResult,
    Waiting,
    row_of,
)
from connector_runtime.workflows.plans import Step
from connector_runtime.workflows.signals import Signals

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
Body: TypeAlias = Callable[[], Coroutine[Any, Any, dict[str, Any]]]
"""What a checkpoint does: it gives JSON."""
END: Final = "end"
"""The name of the last checkpoint."""
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
"""Seconds between attempts to reach the host's store."""


class Checkpoint(Protocol):
    """Does something once: a replay gets what was recorded under the same name."""

    async def __call__(self, name: str, body: Body) -> dict[str, Any]: ...


def name_of(step: Step) -> str:
    """The name of the checkpoint that a step begins with."""
    return f"{prefix_of(step.number)}{step.connector}.{step.operation}"


def prefix_of(step: int) -> str:
    """What the names of the checkpoints of a step begin with."""
    return f"{step}:"


class Interpreter:
    """Interprets one run."""

    def __init__(
        self, run_id: str, host: StepHost, signals: Signals, checkpoint: Checkpoint
    ) -> None:
        self._run_id = run_id
        self._host = host
        self._signals = signals
        self._checkpoint = checkpoint
        self._results: dict[int, Any] = {}
        self._rows: list[Row] = []

    async def run(self) -> None:
        """From the first step, or from where the checkpoints end, to the end of the run."""
        plan = await _when_stored(lambda: self._host.steps_of(self._run_id))
        for step in plan.steps:
            outcome = await self._outcome(step)
            self._rows.append(row_of(step, outcome))
            if outcome.status != "success":
                return await self._end("failed")
            self._results[step.number] = outcome.result
        return await self._end("completed")

    async def _outcome(self, step: Step) -> StepResult:
        async def execute() -> dict[str, Any]:
            return recorded(await _answer(self._execute, step))

        first = outcome_of(await self._checkpoint(name_of(step), execute))
        if first.status != "proposal_created":
            return first

        async def settle() -> dict[str, Any]:
            return recorded(await self._settled(step, first))

        return outcome_of(await self._checkpoint(f"{prefix_of(step.number)}decision", settle))

    async def _execute(self, step: Step) -> StepResult:
        arguments = references.substitute(step.arguments, self._results, step.number)
        return await self._host.execute(self._run_id, step, arguments)

    async def _settled(self, step: Step, proposal: StepResult) -> StepResult:
        """What became of a proposal, however long that takes.

        The host's record decides; a signal only says when to look, so it may be lost or repeated.
        """
        waiting = Waiting(self._run_id, proposal.proposal_id)
        told = False
        with self._signals.expecting(waiting) as decision:
            while True:
                decision.clear()
                outcome = await _answer(self._settle, step, proposal.proposal_id)
                if outcome.status != "pending":
                    return outcome
                if not told:
                    await self._tell_paused(step, proposal)
                    told = True
                await self._signals.wait(decision, _seconds_until(proposal.expires_at))

    async def _settle(self, step: Step, proposal_id: str) -> StepResult:
        return await _when_stored(lambda: self._host.settle(self._run_id, step, proposal_id))

    async def _tell_paused(self, step: Step, proposal: StepResult) -> None:
        rows = tuple(self._rows)
        pause = Pause(step.number, proposal.proposal_id, proposal.expires_at, rows)
        await _when_stored(lambda: self._host.paused(self._run_id, pause))
        self._signals.tell(RunState(self._run_id, "paused", rows, proposal.proposal_id))

    async def _end(self, status: RunStatus) -> None:
        rows = tuple(self._rows)

        async def finish() -> dict[str, Any]:
            await _when_stored(lambda: self._host.finished(self._run_id, status, rows))
            # Nobody who waits needs the checkpoint of this: the host has it.
            self._signals.tell(RunState(self._run_id, status, rows))
            return {}

        await self._checkpoint(END, finish)


async def _answer(ask: Callable[..., Awaitable[StepResult]], *about: Any) -> StepResult:
    """What the host answers; what it raises is an answer too, or the step would have no outcome."""
    try:
        return await ask(*about)
    except (PlatformError, ConnectorError) as error:
        said = envelope(error)
        return StepResult(
            "error", error=said["error"], code=said["code"], details=said.get("details", {})
        )
    except Exception as error:
        # Its text may hold anything; it is for the log's reader alone to ask for.
        _log.error("A step broke off with %s", type(error).__name__)
        _log.debug("A step broke off", exc_info=error)
        return StepResult(
            "error", error=f"Internal error: {type(error).__name__}", code="INTERNAL_ERROR"
        )


async def _when_stored(ask: Callable[[], Awaitable[_T]]) -> _T:
    """The host's answer, as soon as its store can be reached."""
    pause = _FIRST_PAUSE
    while True:
        try:
            return await ask()
        except StoreUnavailableError:
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


def _seconds_until(moment: datetime | None) -> float | None:
    if moment is None:
        return None
    left = (moment - datetime.now(UTC)).total_seconds()
    # A host whose clock is a little behind ours still calls it pending: ask again, but not at once.
    return left if left > 0 else 1.0
