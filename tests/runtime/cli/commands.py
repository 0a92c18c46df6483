"""The command ``connectors`` as a process, with a browser that is a small script."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import connector_runtime
from connector_runtime.client.auth.token_file import StoredTokens, TokenFile
from tests.runtime.client.auth.authorization_server import AuthorizationServer
from tests.runtime.client.packages import operation

_RUNTIME = Path(str(connector_runtime.__file__)).parent.parent
_BROWSER = """
import sys, urllib.error, urllib.request
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
try:
    answer = opener.open(sys.argv[1], timeout=20)
except urllib.error.HTTPError as error:
    answer = error
with open("page.txt", "w") as file:
    file.write(f"{answer.status}\\n{answer.headers}\\n{answer.read().decode()}")
"""


@dataclass
class Commands:
    """Runs commands in a folder of their own; nothing of the tests' environment reaches them."""

    folder: Path
    environment: dict[str, str]

    @property
    def file(self) -> TokenFile:
        """Where the tokens are."""
        return TokenFile.of("acme", self.environment)

    @property
    def tokens(self) -> StoredTokens:
        """What is in it."""
        tokens = self.file.read()
        assert tokens is not None
        return tokens

    @property
    def page(self) -> str:
        """What the browser showed at last: status, header fields, and text."""
        return (self.folder / "page.txt").read_text()

    def describe(
        self, *schemes: Mapping[str, Any], name: str = "acme", package: str = "acme"
    ) -> None:
        """Make the package of a connector."""
        folder = self.folder.joinpath(*package.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        facts: dict[str, Any] = {"name": name, "class_prefix": "Acme", "servers": []}
        facts |= {"security_schemes": schemes, "security": [["login"]]}
        manifest = {"format": 1, "connector": facts}
        (folder / "connector.json").write_text(json.dumps(manifest))
        line = json.dumps(operation("get_things"), separators=(",", ":"))
        (folder / "operations.jsonl").write_text(line)
        (folder / "schemas.jsonl").write_text("")
        (folder / "models.py").write_text("")
        (folder / "__init__.py").write_text(
            "from connector_runtime.client import Connector\nCONNECTOR = Connector(__name__)\n"
        )

    def start(self, *arguments: str, **variables: str) -> "subprocess.Popen[str]":
        """A command that is running."""
        return subprocess.Popen(
            [sys.executable, "-m", "connector_runtime.cli", *arguments],
            cwd=self.folder,
            env={**self.environment, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of a command that has ended."""
        process = self.start(*arguments, **variables)
        out, err = process.communicate(timeout=60)
        for text in (out, err):
            assert "Traceback" not in text, text
            assert "canary" not in text, text
        return process.returncode, out, err

    def failed(self, code: int, *arguments: str, **variables: str) -> str:
        """The one line on standard error of a command that failed, with this exit code."""
        status, out, err = self.run(*arguments, **variables)
        assert (status, out) == (code, ""), (status, out, err)
        assert err.count("\n") == 1, err
        assert err.startswith("error: "), err
        return err


@pytest.fixture
def commands(tmp_path: Path) -> Commands:
    """Commands without a login; the browser goes wherever it is sent."""
    (tmp_path / "browser.py").write_text(_BROWSER)
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(tmp_path),
        "CONNECTORS_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": str(_RUNTIME),
        "BROWSER": f"{sys.executable} {tmp_path / 'browser.py'} %s",
    }
    return Commands(tmp_path, environment)


def public(server: AuthorizationServer) -> list[str]:
    """A login of the public client by the server's metadata."""
    return ["login", "acme", "--client-id", "public", "--issuer", server.url]
