"""``connectorgen contract``: exit codes, reports, one-line errors."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import parse

import pytest

from tests.runtime.contract.clinic import KEY, Clinic, with_body

Ran = tuple[int, str, str]


class Commands:
    """Runs the command in the folder of the clinic's package."""

    def __init__(self, package: ModuleType, clinic: Clinic, variable: str) -> None:
        self.output = Path(str(package.__file__)).parents[1]
        self.clinic = clinic
        self.variable = variable

    def __call__(
        self, *arguments: str, key: str = KEY, name: str = "contract_clinic", output: str = ""
    ) -> Ran:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("CONTRACT_CLINIC")}
        environment = {**kept, **({self.variable: key} if key else {})}
        command = "from connector_generator.cli import main; main()"
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                command,
                "contract",
                name,
                "-o",
                output or str(self.output),
                *arguments,
            ],
            cwd=self.output.parent,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stderr
        assert KEY not in done.stdout + done.stderr
        return done.returncode, done.stdout, done.stderr

    def live(self, *arguments: str, key: str = KEY) -> Ran:
        return self("--base-url", self.clinic.url, "--rate", "1000", *arguments, key=key)


@pytest.fixture
def command(package: ModuleType, clinic: Clinic) -> Iterator[Commands]:
    scheme = package.CONNECTOR.facts["security_schemes"][0]
    return Commands(package, clinic, scheme["environment"][0])


def test_against_the_mock(command: Commands) -> None:
    code, told, _ = command()
    assert code == 0
    assert told.startswith("contract_clinic on the mock: 48 pass (12 of 12 operations, 48 calls,")
    assert command.clinic.requests == []


def test_live_and_green(command: Commands) -> None:
    code, told, _ = command.live()
    assert code == 0
    assert "pass         list_pets HTTP 200" in told
    assert told.splitlines()[-1].startswith(f"contract_clinic on {command.clinic.url}: 7 pass")


def test_drift_exits_1_and_is_in_all_reports(command: Commands, tmp_path: Path) -> None:
    change = with_body("GET /pets", lambda body: body["pets"][0].update(kind="fish"))
    command.clinic.change = change
    forms = ("junit", "html", "markdown", "json", "text")
    files = {form: tmp_path / "out" / f"report.{form}" for form in forms}
    options = [f"--report={form}={file}" for form, file in files.items()]
    code, told, _ = command.live(*options)
    assert code == 1
    assert "/pets/0/kind: enum, expected 'cat' or 'dog', got string" in told
    assert all("kind" in file.read_text() for file in files.values())
    assert parse(files["junit"]).find("testsuite/testcase/failure") is not None


def test_accepted_drift_exits_0(command: Commands, tmp_path: Path) -> None:
    command.clinic.change = with_body("GET /pets", lambda body: body["pets"][0].update(kind="fish"))
    accepted = {
        "operation": "list_pets",
        "pointer": "/pets/*/kind",
        "expected": "'cat' or 'dog'",
        "got": "string",
        "reason": "known",
        "expires": "2999-01-01",
    }
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps({"format": 1, "accepted": [accepted]}))
    assert command.live("--baseline", str(file))[0] == 0


def _cassette(folder: Path, *lines: str) -> str:
    """A folder with a cassette of the clinic: words that fit, and these lines."""
    head = '{"format": 1, "connector": "contract_clinic"}'
    file = folder / "tapes" / "clinic.jsonl"
    file.parent.mkdir()
    file.write_text("\n".join([head, _line("get_motd", "text/plain", "woof"), *lines]) + "\n")
    return str(file.parent)


def _line(operation: str, content_type: str, content: str) -> str:
    return json.dumps(
        {
            "operation": operation,
            "asked": "",
            "described": "of before",
            "status": 200,
            "headers": {"content-type": content_type},
            "content": content,
        }
    )


def test_recorded_replies_that_fit_exit_0(command: Commands, tmp_path: Path) -> None:
    code, told, _ = command("--cassettes", _cassette(tmp_path))
    assert code == 0
    assert "49 pass (12 of 12 operations, 49 calls," in told


def test_a_stale_cassette_exits_1_and_is_told(command: Commands, tmp_path: Path) -> None:
    stale = _line("get_inventory", "application/json", '{"shelf one": "three"}')
    report = tmp_path / "report.json"
    folder = _cassette(tmp_path, stale)
    code, told, _ = command("--cassettes", folder, "--report", f"json={report}")
    assert code == 1
    assert "drift        get_inventory [clinic.jsonl:3] HTTP 200" in told
    assert "/*: type, expected integer, got string" in told
    assert "three" not in told + report.read_text()
    (found,) = [each for each in json.loads(report.read_text())["results"] if "findings" in each][
        1:
    ]
    assert (found["operation"], found["variant"]) == ("get_inventory", "clinic.jsonl:3")


def test_a_truncated_cassette_exits_2(command: Commands, tmp_path: Path) -> None:
    folder = _cassette(tmp_path, _line("get_motd", "text/plain", "woof")[:40])
    code, told, error = command("--cassettes", folder)
    assert (code, told) == (2, "")
    assert "clinic.jsonl:3: not a line of a cassette; is it cut off?" in error


def test_json_is_all_that_is_printed(command: Commands) -> None:
    code, told, _ = command.live("--json")
    assert code == 0
    assert json.loads(told)["totals"] == {"pass": 7, "skipped": 5}


def test_max_calls(command: Commands) -> None:
    command.live("--max-calls", "3")
    assert len(command.clinic.requests) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--report", "pdf=x"), "--report pdf=x: say junit|html|markdown|json|text=FILE."),
        (("--baseline", "none.json"), "error: none.json: No such file or directory"),
        (("--cassettes", "nowhere"), "error: nowhere: no such folder"),
        (("--cassettes", ".", "--live"), "--cassettes is for runs without --live."),
        (("--max-calls", "0"), "0 is not in the range"),
        (("--base-url", "http://127.0.0.1:9", "--rate", "9"), "http://127.0.0.1:9 does not answer"),
        (("--base-url", "nonsense"), "'nonsense' is not a base URL"),
        (("--base-url", "http://example.com"), "not encrypted"),
    ],
)
def test_bad_input_exits_2(command: Commands, arguments: tuple[str, ...], words: str) -> None:
    code, _, error = command(*arguments)
    assert code == 2
    assert words in error


def test_a_report_that_cannot_be_written_exits_2(command: Commands, tmp_path: Path) -> None:
    code, told, error = command("--report", f"json={tmp_path}")
    assert code == 2
    assert "48 pass" in told
    assert f"error: {tmp_path}: Is a directory" in error


def test_writes_without_a_sandbox_exit_2(command: Commands) -> None:
    generated = str(Path(__file__).parents[3] / "generated")
    code, _, error = command("--live-writes", name="petstore", output=generated)
    assert code == 2
    assert "names no sandbox (x-connector-sandbox): nothing is written" in error


def test_an_unknown_name_exits_2(command: Commands) -> None:
    code, _, error = command(name="nobody")
    assert code == 2
    assert "no connector 'nobody' in" in error


def test_missing_credentials_exit_2_and_are_named(command: Commands) -> None:
    code, told, error = command.live(key="")
    assert (code, told) == (2, "")
    assert f"set {command.variable}" in error
    assert command.clinic.requests == []


def test_refused_credentials_exit_2(command: Commands) -> None:
    code, _, error = command.live(key="of-nobody")
    assert code == 2
    assert "contract_clinic refuses the credentials" in error
