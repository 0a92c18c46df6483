"""What the README shows is true: its program runs, and prints what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def program(heading: str) -> str:
    """The first Python block below a heading."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, section = text.partition(f"## {heading}\n")
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_program_about_failures_shows_the_whole_flow() -> None:
    done = subprocess.run(
        [sys.executable, "-c", program("When the vendor fails")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if not line.startswith("attempt.")]
    assert lines[:9] == [
        "call.started",
        "retry.scheduled",
        "retry.scheduled",
        "circuit.opened",
        "call.finished",
        "failed after 3 attempts",
        "call.started",
        "circuit.rejected",
        "call.finished",
    ]
    assert lines[9] == "refused for 0.2 s"
    assert lines.count("Rex") == 2
    assert "circuit.half_opened" in lines
    assert "circuit.closed" in lines
    assert "state='closed'" in lines[-1]


def test_the_program_about_mocks_runs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", program("Mock everything")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_program_about_agents_runs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program("Run agents under governance")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("completed {'message_id': ")
