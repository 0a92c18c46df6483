"""Every hard case of OpenAPI holds, synchronously and asynchronously."""

import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from connector_generator.diagnostics import InputError
from tests.generator.hard_cases import (
    Case,
    Outcome,
    all_cases,
    body_of,
    compose_package,
    import_all,
    method_of,
    outcome,
    plain,
    write_package,
)

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "refuses" in case.facts:
        with pytest.raises(InputError) as refusal:
            compose_package(case, tmp_path)
        assert refusal.value.code == case.facts["refuses"]
        return
    package = compose_package(case, tmp_path)
    codes = [each.code for each in package.analysis.diagnostics]
    assert sorted(codes) == sorted(case.facts.get("warnings", []))
    (tmp_path / "built").mkdir()
    write_package(package, tmp_path / "built")
    monkeypatch.syspath_prepend(tmp_path / "built")
    try:
        _check(case, import_all(case.path.stem))
    finally:
        for name in [each for each in sys.modules if each.split(".")[0] == case.path.stem]:
            del sys.modules[name]


def _check(case: Case, package: Any) -> None:
    names = [
        name
        for name in package.__all__
        if name.endswith("Client") and not name.startswith(("Mock", "AsyncMock"))
    ]
    clients = [getattr(package, name) for name in sorted(names, key=len)]
    for method in case.facts.get("methods", {}).items():
        _check_method(package.CONNECTOR, clients[0], *method)
    for name, fields in case.facts.get("models", {}).items():
        described = getattr(package.models, name).model_fields
        wires = {key: key if each.alias is None else each.alias for key, each in described.items()}
        assert wires == fields
    for call in case.calls:
        for client in clients:
            _check_call(case, call, client)


def _check_method(connector: Any, client: Any, name: str, expected: Any) -> None:
    path, *parameters = expected
    operations = {each.name: each.method_path for each in connector.operations}
    assert operations[name] == path
    signature = inspect.signature(method_of(client("key"), path))
    assert [each for each in signature.parameters if each != "options"] == parameters


def _check_call(case: Case, call: dict[str, Any], client: Any) -> None:
    came = outcome(client, case, call)
    if "raises" not in call:
        if came.error is not None:
            raise came.error
        # Where a case does not say what comes, the reply is empty, which few descriptions allow.
        if "reply" in call:
            assert list(came.violations) == call.get("violations", [])
    if "sends" in call:
        _check_sent(came.sent[0], call["sends"])
    if "raises" in call:
        _check_error(came, call["raises"])
    if "returns" in call:
        assert _comparable(plain(came.value)) == _comparable(call["returns"])
    if "type" in call:
        assert type(came.value).__name__ == call["type"]
    if "reply" in call and "raises" not in call:
        strict = outcome(client, case, call, strict=True)
        pointers = [getattr(strict.error, "pointer", strict.error)] if strict.error else []
        assert pointers == call.get("violations", [])[:1]


def _check_sent(request: httpx.Request, sends: dict[str, Any]) -> None:
    if "method" in sends:
        assert request.method == sends["method"]
    if "url" in sends:
        assert str(request.url) == sends["url"]
    for name, value in sends.get("headers", {}).items():
        assert request.headers.get(name) == value, name
    if "body" in sends:
        assert body_of(request) == sends["body"]


def _check_error(came: Outcome, raises: dict[str, Any]) -> None:
    assert type(came.error).__name__ == raises["error"], came
    if isinstance(raises.get("sent"), bool):
        assert bool(came.sent) is raises["sent"]
    for name in raises.keys() - {"error", "sent"}:
        assert plain(getattr(came.error, name.rstrip("_"))) == raises[name], name


def _comparable(value: Any) -> Any:
    """True is not 1, and 1.0 is not 1."""
    return json.loads(json.dumps(value, default=lambda each: [type(each).__name__, str(each)]))


def test_all_cases_type_check(tmp_path: Path) -> None:
    for case in CASES:
        if "refuses" in case.facts:
            continue
        documents = tmp_path / "documents" / case.path.stem
        documents.mkdir(parents=True)
        write_package(compose_package(case, documents), tmp_path / "packages")
    (tmp_path / "packages" / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "-p", str(tmp_path / "packages")],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["generalDiagnostics"] == []
    assert report["summary"]["filesAnalyzed"] > len(CASES)
