"""Custom services, found by the guide's file convention."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.errors import ArgumentsInvalidError, IntegrationNotFoundError
from connector_runtime.store.store import Store
from tests.runtime.connectors.platforms import MY_INTEGRATION, open_registry, write_service


def test_the_guides_service_is_found_and_runs(store: Store, catalogue: Catalogue) -> None:
    async def main() -> None:
        async with open_registry(store, catalogue) as registry:
            registry.connections.set_credentials("a", "my_integration", "bearer", {"token": "t"})
            registry.connections.set_settings("a", "my_integration", {"region": {"of": "eu"}})
            service: Any = await registry.get_service_instance("my_integration", "a")

            assert type(service).__name__ == "MyIntegrationService"
            assert (service.settings, service.credentials) == (
                {"region": {"of": "eu"}},
                {"token": "t"},
            )
            assert await service.execute_operation(
                "create_item", {"name": "x", "value": 1}, {"tenant_id": "a"}
            ) == {"name": "x", "tenant": "a"}
            assert await service.execute_operation("fly", {}, {"tenant_id": "a"}) == {
                "error": "Unknown operation: fly"
            }

    asyncio.run(main())


def test_its_operations_and_what_is_not_said_of_them(catalogue: Catalogue) -> None:
    facts = {each.name: each for each in catalogue.operations("my_integration")}

    assert facts["get_item"].read_only
    assert facts["get_item"].resendable
    assert facts["create_item"].complexity == 3
    assert not facts["create_item"].resendable
    assert facts["create_item"].parameters["value"] == {
        "type": "integer",
        "required": True,
        "description": "",
    }
    assert facts["shrug"].complexity == 4
    assert catalogue.resolve_action("integration_my_integration_get_item") == (
        "my_integration",
        "get_item",
    )


@pytest.mark.parametrize(
    ("arguments", "pointer"),
    [({"name": "x"}, "/arguments/value"), ({"name": 5, "value": 1}, "/arguments/name")],
)
def test_arguments_are_checked_against_the_flat_parameters(
    store: Store, catalogue: Catalogue, arguments: dict[str, Any], pointer: str
) -> None:
    async def main() -> None:
        registry = open_registry(store, catalogue)
        registry.connections.enable("a", "my_integration")
        service = await registry.get_service_instance("my_integration", "a")

        with pytest.raises(ArgumentsInvalidError) as caught:
            service.check_arguments("create_item", arguments)
        assert caught.value.details["pointer"] == pointer
        service.check_arguments("create_item", {"name": "x", "value": 1})
        service.check_arguments("unknown", {})

    asyncio.run(main())


def test_files_that_cannot_be_services_are_listed_unread(tmp_path: Path) -> None:
    folder = tmp_path / "integrations"
    folder.mkdir()
    outside = write_service(tmp_path, "evil", MY_INTEGRATION.replace("MyIntegration", "Evil"))
    (folder / "evil_service.py").symlink_to(outside)
    write_service(folder, "typo", "def broken(:\n    pass\n")
    write_service(folder, "other_name", MY_INTEGRATION)
    write_service(folder, "Shouting", MY_INTEGRATION)
    write_service(folder, "my_integration", MY_INTEGRATION)
    (folder / "helpers.py").write_text("raise RuntimeError")
    (folder / "folder_service.py").mkdir()
    catalogue = Catalogue.found(namespaces=(), integrations=[folder], installed=False)

    reasons = {each.connector_id: each.reason for each in catalogue.connectors()}
    assert reasons == {
        "evil": "it is no file of this folder",
        "folder": "it is no file of this folder",
        "typo": "line 1 is no Python: invalid syntax",
        "other_name": "it has no class OtherNameService",
        "Shouting": "'Shouting' is no id of a connector",
        "my_integration": "",
    }
    assert len(catalogue.operations("my_integration")) == 3


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import no_such_module\nclass BadService: ...\n", "it cannot be imported"),
        ("class BadService: ...\n", "BadService is no IntegrationService"),
        ("import sys\nsys.exit(3)\nclass BadService: ...\n", "it cannot be imported: SystemExit"),
        (
            MY_INTEGRATION.replace("MyIntegration", "Bad").replace("settings=None", "needed"),
            "BadService cannot be made: TypeError",
        ),
        (
            MY_INTEGRATION.replace("MyIntegration", "Bad").replace("return [", "return 5 or ["),
            "get_operations() failed: TypeError",
        ),
        (
            MY_INTEGRATION.replace("MyIntegration", "Bad").replace('"name": "shrug"', '"n": "s"'),
            "get_operations() lists an operation without a name",
        ),
        (
            MY_INTEGRATION.replace("MyIntegration", "Bad").replace(
                '{"id": {"type": "string", "required": True}}', '{"id": "string"}'
            ),
            "a parameter of get_item is no dictionary",
        ),
    ],
)
def test_what_breaks_when_it_is_used_is_listed_from_then_on(
    store: Store, tmp_path: Path, source: str, reason: str
) -> None:
    folder = tmp_path / "integrations"
    folder.mkdir()
    write_service(folder, "bad", source)
    write_service(folder, "my_integration", MY_INTEGRATION)
    catalogue = Catalogue.found(namespaces=(), integrations=[folder], installed=False)
    registry = open_registry(store, catalogue)
    registry.connections.enable("a", "bad")

    assert catalogue.operation("bad", "get_item") is None
    bad, good = catalogue.connectors()
    assert (bad.connector_id, good.reason) == ("bad", "")
    assert reason in bad.reason
    assert len(catalogue.operations("my_integration")) == 3
    with pytest.raises(IntegrationNotFoundError, match="Integration not found or not configured"):
        asyncio.run(registry.get_service_instance("bad", "a"))


def test_it_breaks_as_well_when_it_is_made_first(store: Store, tmp_path: Path) -> None:
    write_service(tmp_path, "bad", "raise RuntimeError('no')\nclass BadService: ...\n")
    catalogue = Catalogue.found(namespaces=(), integrations=[tmp_path], installed=False)
    registry = open_registry(store, catalogue)
    registry.connections.enable("a", "bad")

    with pytest.raises(IntegrationNotFoundError):
        asyncio.run(registry.get_service_instance("bad", "a"))
    (bad,) = catalogue.connectors()
    assert "RuntimeError" in bad.reason
