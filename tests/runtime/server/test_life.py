"""The platform behind the application: its runs are taken up, and it is closed."""

import time
from pathlib import Path

import httpx

from connector_runtime.server.app import create_app
from tests.runtime.server.serving import (
    INTERN,
    WORKFLOW,
    Keyring,
    copied,
    open_platform,
    serving,
)

_STEP = {
    "connector": "slack",
    "operation": "send_message",
    "args": {"channel": "#general", "text": "Hello"},
}


def test_a_paused_run_outlives_its_server(template: tuple[Path, Keyring], tmp_path: Path) -> None:
    folder, keys = copied(template[0], tmp_path / "platform"), template[1]
    service, person = ({"Authorization": f"Bearer {each}"} for each in (keys.service, keys.person))
    body = {"workflow_steps": [_STEP], "agent_id": INTERN}
    with serving(create_app(open_platform(folder))) as address:
        paused = httpx.post(address + WORKFLOW, json=body, headers=service, timeout=30).json()
    assert paused["status"] == "paused"
    with serving(create_app(open_platform(folder))) as address:
        approve = f"{address}/api/v1/proposals/{paused['proposal_id']}/approve"
        assert httpx.post(approve, headers=person, timeout=30).json()["status"] == "executed"
        run = f"{address}/api/v1/runs/{paused['workflow_id']}"
        found = httpx.get(run, headers=service).json()
        until = time.monotonic() + 20
        while found["status"] != "completed" and time.monotonic() < until:
            time.sleep(0.1)
            found = httpx.get(run, headers=service).json()
    assert (found["status"], found["steps_completed"]) == ("completed", 1)


def test_closing_the_application_closes_the_platform(
    template: tuple[Path, Keyring], tmp_path: Path
) -> None:
    platform = open_platform(copied(template[0], tmp_path / "platform"))
    closed: list[bool] = []
    close = platform.aclose

    async def aclose() -> None:
        closed.append(True)
        await close()

    platform.aclose = aclose  # type: ignore[method-assign]
    with serving(create_app(platform)):
        assert not closed
    assert closed == [True]
