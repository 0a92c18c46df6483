"""A package is published only when it imports and every operation of it can be called."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 600.0
"""Seconds after which the exercise of a package counts as failed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong: ``kind`` is ``import``, ``call``, ``async call`` or ``process``."""

    kind: str
    subject: str
    error: str


def verify(files: Mapping[str, bytes], package: str) -> tuple[Problem, ...]:
    """Import and call the package in a child process; empty when all is well."""
    with tempfile.TemporaryDirectory(prefix="connectorgen-") as folder:
        for path, content in files.items():
            target = Path(folder, package, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return _run(folder, package)


def _run(folder: str, package: str) -> tuple[Problem, ...]:
    command = [sys.executable, "-m", "connector_generator.emit.exercise", folder, package]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=TIMEOUT, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        return (Problem("process", package, f"no end after {TIMEOUT:.0f} s"),)
    problems = tuple(Problem(**json.loads(line)) for line in done.stdout.splitlines())
    if done.returncode and not problems:
        return (Problem("process", package, done.stderr[-2000:]),)
    return problems
