"""Which connectors are found, and what is known of them before their code is."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from connector_runtime.connectors.catalogue import Catalogue
from tests.runtime.connectors.platforms import MY_INTEGRATION, write_service

_GENERATED = Path(__file__).parents[3] / "generated"


def test_the_packages_of_this_repository_are_found() -> None:
    found = {each.connector_id: each for each in Catalogue.found().connectors()}

    assert {"slack", "stripe", "salesforce", "petstore", "openai"} <= found.keys()
    assert found["openai"].title == "OpenAI"
    assert found["slack"].kind == "generated"
    assert all(each.reason == "" for each in found.values())


def test_reading_operations_imports_no_package() -> None:
    program = (
        "import sys\n"
        "from connector_runtime.connectors.catalogue import Catalogue\n"
        "catalogue = Catalogue.found()\n"
        "assert catalogue.operation('slack', 'send_message').complexity == 3\n"
        "assert len(catalogue.operations('stripe')) > 50\n"
        "assert not [name for name in sys.modules if name.startswith('generated')]\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=_GENERATED.parent, check=True, timeout=60)


def test_facts_of_an_operation() -> None:
    catalogue = Catalogue.found()
    create = catalogue.operation("stripe", "create_customer")
    listing = catalogue.operation("stripe", "list_charges")

    assert create is not None
    assert (create.complexity, create.read_only) == (3, False)
    assert create.takes_idempotency_key
    assert create.resendable
    assert "/arguments/email" in create.personal_pointers
    assert create.deadline == 30.0
    assert listing is not None
    assert (listing.complexity, listing.read_only, listing.resendable) == (1, True, True)
    assert not listing.takes_idempotency_key
    assert len({create.fingerprint, listing.fingerprint}) == 2
    assert catalogue.operation("stripe", "no_such") is None
    assert catalogue.operation("no_such", "create_customer") is None


def test_pointers_follow_the_domain_form(tmp_path: Path) -> None:
    folder = _package(tmp_path, "crm", domain={"arguments": {"mail": "/properties/email"}})
    found = Catalogue.found(namespaces=(), folders=[folder]).operation("crm", "get_thing")

    assert found is not None
    assert set(found.secret_pointers) == {"/arguments/properties/email", "/arguments/mail"}


def test_a_changed_operation_has_another_fingerprint(tmp_path: Path) -> None:
    first = _package(tmp_path / "one", "acme")
    second = _package(tmp_path / "two", "acme", summary="Does something else.")
    third = _package(tmp_path / "three", "acme")
    fingerprints = [
        operation.fingerprint
        for folder in (first, second, third)
        for operation in Catalogue.found(namespaces=(), folders=[folder]).operations("acme")
    ]

    assert fingerprints[0] == fingerprints[2] != fingerprints[1]


def test_what_is_broken_is_listed_and_breaks_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(_GENERATED / "petstore", tmp_path / "petstore")
    for name, manifest in {
        "torn": '{"format": 1, "conn',
        "newer": '{"format": 99, "connector": {"name": "newer", "class_prefix": "N"}}',
        "sly": '{"format": 1, "connector": {"name": "../sly", "class_prefix": "S"}}',
        "bare": '{"format": 1, "connector": {"name": "bare", "class_prefix": "B"}}',
        "odd": "[]",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "connector.json").write_text(manifest)
    catalogue = Catalogue.found(namespaces=(), folders=[tmp_path], installed=False)

    assert catalogue.operations("bare") == ()
    reasons = {each.connector_id: each.reason for each in catalogue.connectors()}
    assert reasons["petstore"] == ""
    assert "connector.json" in reasons["torn"]
    assert "99" in reasons["newer"]
    assert "'../sly' is no id" in reasons["sly"]
    assert "operations.jsonl" in reasons["bare"]
    assert reasons["odd"]
    assert catalogue.source("bare") is None
    assert len(catalogue.operations("petstore")) == 10


def test_a_package_outside_of_its_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "connectors").mkdir()
    (tmp_path / "connectors" / "petstore").symlink_to(_GENERATED / "petstore")
    catalogue = Catalogue.found(namespaces=(), folders=[tmp_path / "connectors"], installed=False)

    (found,) = catalogue.connectors()
    assert (found.connector_id, found.reason) == ("petstore", "it is a link to another folder")
    assert catalogue.operations("petstore") == ()


def test_of_two_with_one_id_the_first_counts(tmp_path: Path) -> None:
    write_service(tmp_path, "petstore", MY_INTEGRATION.replace("MyIntegration", "Petstore"))
    catalogue = Catalogue.found(integrations=[tmp_path])

    kinds = {each.kind: each.reason for each in catalogue.connectors() if "petst" in each.place}
    assert kinds["custom"] == ""
    assert "has the same id" in kinds["generated"]
    assert catalogue.operations("petstore")[0].name == "create_item"


def test_actions_are_looked_up_and_never_split(tmp_path: Path) -> None:
    _package(tmp_path, "slack", name="send")
    _package(tmp_path, "slack_unified", name="send")
    _package(tmp_path, "one", name="two_three")
    _package(tmp_path, "one_two", name="three")
    catalogue = Catalogue.found(namespaces=(), folders=[tmp_path], installed=False)

    assert catalogue.resolve_action("integration_slack_send") == ("slack", "send")
    assert catalogue.resolve_action("integration_slack_unified_send") == ("slack_unified", "send")
    assert catalogue.resolve_action("integration_slack_unified_no_such") is None
    assert catalogue.resolve_action("integration_one_two_three") is None  # it could be either
    assert catalogue.resolve_action("slack_send") is None
    assert catalogue.resolve_action("integration_") is None


@pytest.mark.parametrize("name", ["nowhere", "nowhere.at.all", ""])
def test_a_namespace_that_is_not_there_is_passed_over(name: str) -> None:
    assert Catalogue.found(namespaces=(name,), installed=False).connectors() == ()


def test_installed_packages_name_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _package(tmp_path, "installed_acme")
    (tmp_path / "installed_acme" / "__init__.py").write_text("raise RuntimeError('imported')")
    facts = tmp_path / "acme-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text(
        "[connector_runtime.connectors]\nacme = installed_acme\ngone = no_such_package\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    catalogue = Catalogue.found(namespaces=())

    reasons = {each.connector_id: each.reason for each in catalogue.connectors()}
    assert reasons == {"installed_acme": "", "gone": "there is no such package"}
    assert len(catalogue.operations("installed_acme")) == 1


def _package(folder: Path, connector_id: str, *, name: str = "get_thing", **more: object) -> Path:
    package = folder / connector_id
    package.mkdir(parents=True)
    facts = {"name": connector_id, "class_prefix": "X", "version": "1", "servers": []}
    (package / "connector.json").write_text(json.dumps({"format": 1, "connector": facts}))
    line = {
        "name": name,
        "method_path": name,
        "method": "GET",
        "path": "/things",
        "complexity": 1,
        "read_only": True,
        "secret_pointers": ["/arguments/properties/email"],
        **more,
    }
    (package / "operations.jsonl").write_text(json.dumps(line, separators=(",", ":")) + "\n")
    (package / "schemas.jsonl").write_text("")
    return folder
