"""No denied call reaches a vendor, by whichever door; and whatever happens is in the audit trail."""

import asyncio
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from connector_runtime.governance.matrix import MATURITIES, verdict_of
from connector_runtime.platform.platform import Platform
from tests.runtime.execution.entries import ENTRIES, Attempt
from tests.runtime.platform.deployments import OPERATIONS, Deployment, add_people, trail

STATES = ("active", "paused", "stopped")
DOORS = st.sampled_from(sorted(ENTRIES))
COMPLEXITIES = st.sampled_from((*OPERATIONS, 0))
"""0 stands for the operation that is not listed."""


@contextmanager
def running(deployment: Deployment) -> Generator[tuple[asyncio.Runner, Platform]]:
    """A platform on a loop of its own."""
    with asyncio.Runner() as runner:
        platform = deployment.open()
        try:
            add_people(platform)
            runner.run(platform.workflows.launch())
            yield runner, platform
        finally:
            runner.run(platform.aclose())


class Newcomer:
    """An agent of which nothing is known yet, who wants to do one thing."""

    def __init__(self, platform: Platform, complexity: int, number: int) -> None:
        self.platform = platform
        self.id = f"agent-{number}"
        self.label = f"label-{number}"
        self.complexity = complexity
        self.operation = OPERATIONS.get(complexity, "unlisted")

    def become(self, maturity: str, state: str) -> None:
        self.platform.membership.set_maturity("t", self.id, maturity)
        self.platform.membership.set_state("t", self.id, state)

    def records(self) -> list[Any]:
        return [each for each in trail(self.platform) if each.agent_id == self.id]


def may_be_run(door: str, complexity: int, maturity: str, state: str) -> bool:
    """What the guide says, in the words of this test."""
    if complexity == 0 or state != "active":
        return False
    verdict = verdict_of(maturity, complexity)
    if door in ("approval", "resume"):
        # It was proposed while the agent was an intern; what needed no proposal was run then.
        return verdict != "deny" if complexity >= 3 else True
    return verdict == "allow" and door != "proposal"


def was_asked_of_an_intern(door: str, complexity: int) -> bool:
    return door in ("approval", "resume") and complexity < 3


def test_no_denied_call_reaches_the_vendor(deployment: Deployment) -> None:
    numbers = count()

    with running(deployment) as (runner, platform):

        @settings(max_examples=200, deadline=None, phases=(Phase.explicit, Phase.generate))
        @given(DOORS, COMPLEXITIES, st.sampled_from(MATURITIES), st.sampled_from(STATES))
        def check(door: str, complexity: int, maturity: str, state: str) -> None:
            newcomer = Newcomer(platform, complexity, next(numbers))
            _check(deployment, runner, newcomer, door, maturity, state)

        check()
        assert platform.audit.verify("t").findings == ()


def _check(
    deployment: Deployment,
    runner: asyncio.Runner,
    newcomer: Newcomer,
    door: str,
    maturity: str,
    state: str,
) -> None:
    members = newcomer.platform.membership
    decided_on = door in ("approval", "resume")
    members.add_agent("t", "new", id=newcomer.id, maturity="intern" if decided_on else maturity)
    if not decided_on:
        members.set_state("t", newcomer.id, state)
    attempt = Attempt(
        "t",
        newcomer.id,
        newcomer.operation,
        {"label": newcomer.label},
        meanwhile=lambda: newcomer.become(maturity, state),
    )
    answer = runner.run(ENTRIES[door](newcomer.platform, attempt))
    early = was_asked_of_an_intern(door, newcomer.complexity)
    allowed = (
        newcomer.complexity != 0
        if early
        else may_be_run(door, newcomer.complexity, maturity, state)
    )
    calls = [
        call for call in deployment.calls() if call["arguments"].get("label") == newcomer.label
    ]
    assert len(calls) == allowed, (answer, calls)
    _check_trail(newcomer, calls, answer)


def _check_trail(newcomer: Newcomer, calls: list[dict[str, Any]], answer: dict[str, Any]) -> None:
    records = newcomer.records()
    of_calls = [each for each in records if each.kind != "event"]
    for call in calls:
        pair = [each for each in of_calls if each.call_id == call["context"]["call_id"]]
        assert [each.kind for each in pair] == ["intent", "outcome"]
        assert pair[1].outcome == "success"
    intents = sum(each.kind == "intent" for each in records)
    assert intents == len(calls)
    outcomes = Counter(each.outcome for each in of_calls)
    if not calls:
        refused = answer["status"] not in ("proposal_created", "paused")
        assert outcomes["blocked"] == refused, (answer, outcomes)
        assert outcomes["proposed"] or refused
