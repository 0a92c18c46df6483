"""The command ``connectors`` within this process: as fast as its work, and no less real."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from connector_runtime.cli.commands import connectors
from connector_runtime.cli.failure import run

_GENERATED = Path(__file__).parents[3] / "generated"


@dataclass
class Console:
    """Runs commands in a folder of their own; ``canary`` is the secret that nothing may show."""

    folder: Path
    patch: pytest.MonkeyPatch
    output: pytest.CaptureFixture[str]

    def run(self, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        """Exit code, standard output and standard error."""
        self.patch.setattr(sys, "argv", ["connectors", *arguments])
        self.patch.setattr(sys, "stdin", io.StringIO(stdin))
        self.output.readouterr()
        code = run(connectors)
        out, err = self.output.readouterr()
        assert "canary" not in out + err, (out, err)
        return code, out, err

    def done(self, *arguments: str, stdin: str = "") -> str:
        """Standard output of a command that does what it is told."""
        code, out, err = self.run(*arguments, stdin=stdin)
        assert code == 0, (out, err)
        return out

    def told(self, *arguments: str, code: int = 0, stdin: str = "") -> Any:
        """What a command says with ``--json``."""
        found, out, err = self.run(*arguments, "--json", stdin=stdin)
        assert found == code, (out, err)
        return json.loads(out)

    def refused(self, *arguments: str, code: int = 2, stdin: str = "") -> str:
        """The one line on standard error of a command that failed."""
        found, out, err = self.run(*arguments, stdin=stdin)
        assert (found, out) == (code, ""), (found, out, err)
        assert err.startswith("error: "), err
        assert err.count("\n") == 1, err
        return err


@pytest.fixture
def console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Console]:
    """A console in an empty folder, with the connectors of this repository."""
    for name in ("DATABASE_URL", "TENANT", "MASTER_KEY", "WORKFLOWS_URL", "SINGLE_TENANT"):
        monkeypatch.delenv(f"CONNECTORS_{name}", raising=False)
    monkeypatch.setenv("CONNECTORS_PATH", str(_GENERATED))
    monkeypatch.chdir(tmp_path)
    yield Console(tmp_path, monkeypatch, capsys)
    # It keeps the standard error of its first launch, which this test takes with it.
    logging.getLogger("dbos").handlers.clear()


@pytest.fixture
def acme(console: Console) -> Console:
    """The same with a tenant, an intern, a supervised agent, a person, and two mocked vendors."""
    admin = ("admin",)
    console.done(*admin, "tenant", "add", "Acme", "--id", "acme", "--plan", "solo")
    for maturity in ("intern", "supervised"):
        console.done(*admin, "agent", "add", maturity, "--id", maturity, "--maturity", maturity)
    console.done(*admin, "principal", "add", "Boss", "--id", "boss", "--kind", "human")
    for connector in ("slack", "salesforce"):
        console.done(*admin, "connection", "set", connector, "--mock")
    return console
