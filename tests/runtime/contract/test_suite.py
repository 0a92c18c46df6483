"""The suite for pytest: what it collects, what fails, what is skipped and why."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from connector_runtime.client import Client
from connector_runtime.client.values import reply_value
from connector_runtime.contract import NoMockError
from connector_runtime.contract.offline import VARIANTS, Offline
from generated import petstore
from tests.runtime.contract.clinic import Clinic
from tests.runtime.contract.conftest import Live

ROOT = Path(__file__).parents[3]
SUITE = """
from connector_runtime.contract.suite import ContractSuite
from generated import petstore


class TestPetstore(ContractSuite):
    package = petstore
"""


def run(folder: Path, text: str, *arguments: str, **environment: str) -> tuple[int, str]:
    file = folder / "test_it.py"
    file.write_text(text)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PETSTORE_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n0", "-rs", *arguments, file],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_connector_needs_four_lines(tmp_path: Path) -> None:
    code, told = run(tmp_path, SUITE, "-q")
    assert code == 0, told
    assert "40 passed, 1 skipped" in told
    assert "PETSTORE_API_KEY not set" in told


def test_ids_name_operations_and_variants(tmp_path: Path) -> None:
    code, told = run(tmp_path, SUITE, "--collect-only", "-q")
    assert code == 0
    names = {line.partition("::")[2] for line in told.splitlines() if "::" in line}
    assert "TestPetstore::test_mock[petstore.list_pets-async strict]" in names
    assert "TestPetstore::test_live" in names


def test_live_can_be_left_out_and_selected(tmp_path: Path) -> None:
    assert "40 passed, 1 deselected" in run(tmp_path, SUITE, "-q", "-m", "not live")[1]
    assert "1 skipped, 40 deselected" in run(tmp_path, SUITE, "-q", "-m", "live")[1]


def test_a_live_run_with_credentials_calls_the_vendor(tmp_path: Path, clinic: Clinic) -> None:
    text = SUITE.replace(
        "from generated", "from connector_runtime.contract import LiveSettings\nfrom generated"
    )
    text += "    live = LiveSettings(rate=None)\n"
    variables = {"PETSTORE_API_KEY": "sk_test_canary", "PETSTORE_BASE_URL": clinic.url}
    code, told = run(tmp_path, text, "-q", "-m", "live", **variables)
    assert code == 1
    assert clinic.requests
    assert "drift        list_pets HTTP 200" in told
    assert "sk_test_canary" not in told


def test_credentials_that_are_refused_do_not_pass(tmp_path: Path, clinic: Clinic) -> None:
    text = SUITE.replace(
        "from generated", "from connector_runtime.contract import LiveSettings\nfrom generated"
    )
    text += "    live = LiveSettings(rate=None)\n"
    variables = {"PETSTORE_API_KEY": "canary-of-nobody", "PETSTORE_BASE_URL": clinic.url}
    code, told = run(tmp_path, text, "-q", "-m", "live", **variables)
    assert code == 0
    assert "nothing could be judged: 2 auth-failed" in told
    assert "canary-of-nobody" not in told


def test_cassettes_are_tests(tmp_path: Path) -> None:
    record = {
        "operation": "list_pets",
        "asked": "",
        "described": "",
        "status": 200,
        "headers": {"content-type": "application/json"},
        "content": '{"pets": [{"id": 7, "name": "Rex", "status": "lost"}]}',
    }
    lines = ({"format": 1, "connector": "petstore"}, record, {**record, "content": '{"pets": []}'})
    (tmp_path / "pets.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in lines))
    text = "from pathlib import Path\n" + SUITE + "    cassettes = Path(__file__).parent\n"
    code, told = run(tmp_path, text, "-q", "-k", "recorded")
    assert code == 1
    assert "1 failed, 1 passed, 41 deselected" in told
    assert "TestPetstore.test_recorded[pets.jsonl:2]" in told
    assert "drift        list_pets [pets.jsonl:2] HTTP 200" in told
    assert "/pets/0/status: enum" in told


def test_a_folder_without_cassettes_is_told(tmp_path: Path) -> None:
    text = "from pathlib import Path\n" + SUITE + "    cassettes = Path(__file__).parent\n"
    code, told = run(tmp_path, text, "-q")
    assert code == 2
    assert f"{tmp_path}: no cassette (.jsonl) of petstore" in told
    assert "Traceback" not in told


def _stand_in(change: Any = lambda value: value) -> Any:
    """A mock of the petstore that somebody else could have written."""

    class StandIn(petstore.PetstoreClient):
        def __init__(self, credentials: Any = None, /, **settings: Any) -> None:
            transport = httpx.MockTransport(self._answer)
            super().__init__("key", **{**settings, "transport": transport})

        def _answer(self, request: httpx.Request) -> httpx.Response:
            operation = petstore.CONNECTOR.operations[self.asked]
            status = next(iter(operation.replies))
            value = change(reply_value(operation, petstore.CONNECTOR, status))
            if value is None:
                return httpx.Response(int(status))
            return httpx.Response(int(status), json=value)

        def call(self, name: str, *rest: Any) -> Any:
            self.asked = name
            return Client.call(self, name, *rest)

    return StandIn


@pytest.mark.parametrize("variant", VARIANTS[:2], ids=str)
def test_any_mock_will_do(variant: Any) -> None:
    offline = Offline(petstore, {"": _stand_in()})
    assert {offline.check(name, variant).outcome for name in offline.names()} == {"pass"}


@pytest.mark.parametrize("variant", VARIANTS[:2], ids=str)
def test_a_mock_that_breaks_the_contract_fails(variant: Any) -> None:
    offline = Offline(petstore, {"": _stand_in(lambda pet: {**pet, "status": "lost"})})
    result = offline.check("get_pet", variant)
    assert result.outcome == "drift"
    assert [(each.pointer, each.kind) for each in result.findings] == [("/status", "enum")]


def test_a_request_that_the_mock_refuses_fails() -> None:
    def refuse(value: Any) -> Any:
        raise AssertionError("the request has no name")

    result = Offline(petstore, {"": _stand_in(refuse)}).check("create_pet", VARIANTS[0])
    assert (result.outcome, result.reason) == ("drift", "the request has no name")


def test_a_package_without_a_mock_says_so(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(live.package.CONNECTOR.facts, "class_prefix", "Nobody")
    with pytest.raises(NoMockError, match="has no mock: build it again"):
        Offline(live.package)
