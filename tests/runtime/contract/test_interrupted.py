"""Ctrl-C, and the end of a CI job, in the middle of a write flow: a real process, a real signal."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.runtime.contract.clinic import KEY, Clinic, Reply


def _copied(package: ModuleType, folder: Path) -> Path:
    """The folder of a copy of the package that names a sandbox."""
    copy = folder / "built" / "contract_clinic"
    shutil.copytree(Path(str(package.__file__)).parent, copy)
    manifest = copy / "connector.json"
    document = json.loads(manifest.read_text())
    document["connector"]["sandbox"] = {"credential": "^sk_test_"}
    manifest.write_text(json.dumps(document))
    return copy.parent


def _command(package: ModuleType, clinic: Clinic, folder: Path) -> list[str]:
    run = "from connector_generator.cli import main; main()"
    built = str(_copied(package, folder))
    place = ["-o", built, "--base-url", clinic.url, "--rate", "1000"]
    return [sys.executable, "-c", run, "contract", "contract_clinic", "--live-writes", *place]


_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import contract_clinic
from connector_runtime.contract import LiveSettings, check_live
from connector_runtime.contract.reports import as_text
settings = LiveSettings(base_url=sys.argv[2], rate=None, live_writes=True)
report = check_live(contract_clinic, settings)
print(as_text(report))
sys.exit(int(report.failed))
"""


def _program(package: ModuleType, clinic: Clinic, folder: Path) -> list[str]:
    return [sys.executable, "-c", _PROGRAM, str(_copied(package, folder)), clinic.url]


@pytest.mark.parametrize("make", [_command, _program], ids=["command", "program"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_what_was_made_is_removed(
    package: ModuleType,
    clinic: Clinic,
    tmp_path: Path,
    number: signal.Signals,
    make: Callable[[ModuleType, Clinic, Path], list[str]],
) -> None:
    def slow(asked: str, reply: Reply) -> Reply:
        return replace(reply, wait=4.0) if asked.startswith("PATCH") else reply

    clinic.change = slow
    process = subprocess.Popen(
        make(package, clinic, tmp_path),
        env={**os.environ, "CONTRACT_CLINIC_API_KEY": KEY},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    ends = time.monotonic() + 30
    while "PATCH /pets/8" not in clinic.requests and time.monotonic() < ends:
        time.sleep(0.02)
    process.send_signal(number)
    told, error = process.communicate(timeout=30)
    assert process.returncode == 1, error
    assert "the run was broken off" in told
    assert "Traceback" not in error
    assert "LEFT" not in told
    assert clinic.requests[-1] == "DELETE /pets/8"
    assert list(clinic.pets) == [7]
