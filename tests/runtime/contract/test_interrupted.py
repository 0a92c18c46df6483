"""Ctrl-C, and the end of a CI job, in the middle of a write flow: a real process, a real signal."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.runtime.contract.clinic import KEY, Clinic, Reply


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_what_was_made_is_removed(
    package: ModuleType, clinic: Clinic, tmp_path: Path, number: signal.Signals
) -> None:
    def slow(asked: str, reply: Reply) -> Reply:
        return replace(reply, wait=4.0) if asked.startswith("PATCH") else reply

    clinic.change = slow
    process = subprocess.Popen(
        _command(package, clinic, tmp_path),
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


def _command(package: ModuleType, clinic: Clinic, folder: Path) -> list[str]:
    """The command on a copy of the package that names a sandbox."""
    copy = folder / "built" / "contract_clinic"
    shutil.copytree(Path(str(package.__file__)).parent, copy)
    manifest = copy / "connector.json"
    document = json.loads(manifest.read_text())
    document["connector"]["sandbox"] = {"credential": "^sk_test_"}
    manifest.write_text(json.dumps(document))
    run = "from connector_generator.cli import main; main()"
    place = ["-o", str(folder / "built"), "--base-url", clinic.url, "--rate", "1000"]
    return [sys.executable, "-c", run, "contract", "contract_clinic", "--live-writes", *place]
