"""Mocks of vendors' own descriptions keep what is created, without any configuration."""

import importlib
import os
import sys
from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

import connector_runtime.client as runtime
from tests.generator.test_vendor_packages import compose

CORPUS = os.environ.get("OPENAPI_CORPUS", "")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
]


class Story(NamedTuple):
    """What is done with one kind of thing of a vendor; operations by name."""

    create: str
    retrieve: str
    update: str
    list: str
    delete: str
    parameter: str
    identifier: str
    given: dict[str, Any]
    changed: dict[str, Any]
    read: Callable[[Any], Any]
    within: Mapping[str, Any] = MappingProxyType({})


STORIES = {
    "stripe-2023-09": Story(
        "create_customer", "retrieve_customer", "update_customer", "list_customers",
        "delete_customer", "customer", "id", {"email": "a@example.com"},
        {"email": "b@example.com"}, attrgetter("email"),
    ),
    "github": Story(
        "create_issue", "get_issue", "update_issue", "list_issues_for_repo", "", "issue_number",
        "number", {"title": "a@example.com"}, {"title": "b@example.com"}, attrgetter("title"),
        {"owner": "ada", "repo": "engine"},
    ),
    "asana": Story(
        "create_task", "get_task", "update_task", "get_tasks", "delete_task", "task_gid",
        "data.gid", {"data": {"name": "a@example.com"}}, {"data": {"name": "b@example.com"}},
        attrgetter("data.name"),
    ),
    "hubspot-crm-contact": Story(
        "create_crm_object_contact", "get_object_by_id", "update_crm_object_contact", "get_page",
        "delete_crm_object_contact", "contact_id", "id",
        {"properties": {"email": "a@example.com"}}, {"properties": {"email": "b@example.com"}},
        lambda contact: contact.properties["email"],
    ),
    "box": Story(
        "create_folder", "retrieve_folder", "update_folder_by_folder_id", "", "delete_folder",
        "folder_id", "id", {"name": "a@example.com", "parent": {"id": "0"}},
        {"name": "b@example.com"}, attrgetter("name"),
    ),
    "intercom-2.11": Story(
        "create_contact", "show_contact", "update_contact", "list_contacts", "delete_contact",
        "contact_id", "id", {"email": "a@example.com"}, {"email": "b@example.com"},
        attrgetter("email"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("vendor", STORIES)
def test_things_live_and_die(vendor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = STORIES[vendor]
    folder = compose(vendor, tmp_path, seed=1, formatter="ruff")
    monkeypatch.syspath_prepend(tmp_path)
    package = importlib.import_module(folder.name)
    client = getattr(package, f"Mock{package.CONNECTOR.facts['class_prefix']}Client")()
    made = client.call(story.create, {**story.within, **story.given})
    key = {**story.within, story.parameter: attrgetter(story.identifier)(made)}
    assert story.read(client.call(story.retrieve, key)) == "a@example.com"
    client.call(story.update, {**key, **story.changed})
    assert story.read(client.call(story.retrieve, key)) == "b@example.com"
    if story.list:
        assert "b@example.com" in repr(client.call(story.list, story.within))
    if story.delete:
        client.call(story.delete, key)
        with pytest.raises(runtime.NotFoundError):
            client.call(story.retrieve, key)
    for name in [name for name in sys.modules if name.split(".")[0] == folder.name]:
        del sys.modules[name]
