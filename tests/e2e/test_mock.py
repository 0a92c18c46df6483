"""``connectorgen mock`` as a process."""

import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from connector_generator.cli import main; main()", "mock"]


@contextmanager
def serving(*arguments: str) -> Generator[str]:
    """The URL of a mock."""
    process = subprocess.Popen([*COMMAND, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found is not None, line
        yield found[0]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def create_and_read(url: str) -> None:
    with httpx.Client(base_url=url, headers={"x-api-key": "k"}) as http:
        made = http.post("/pets", json={"name": "Rex"})
        assert made.status_code == 201
        found = http.get(f"/pets/{made.json()['id']}")
        assert found.json()["name"] == "Rex"


def test_a_built_connector_is_served() -> None:
    with serving("petstore") as url:
        create_and_read(url)


def test_a_description_is_served_without_a_build() -> None:
    with serving("--spec", "specs/petstore.yaml", "--seed", "5") as url:
        create_and_read(url)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "Give the NAME"),
        (["petstore", "--spec", "specs/petstore.yaml"], "Give the NAME"),
        (["nobody"], "generated/nobody"),
        (["--spec", "missing.yaml"], "no such file"),
        (["petstore", "--host", "192.0.2.1"], "cannot be listened at"),
    ],
)
def test_bad_input_is_told(arguments: list[str], word: str) -> None:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr
