"""Replies without content: where there must be one, and where there cannot be."""

from types import ModuleType

import pytest

from connector_runtime.client.wire.decode import compile_decoder
from connector_runtime.contract.calls import Observation
from connector_runtime.contract.described import Described
from connector_runtime.contract.replies import reply_findings


@pytest.mark.parametrize(("status", "kinds"), [(200, ["body"]), (204, []), (205, [])])
def test_no_content_is_told_where_there_must_be_one(
    package: ModuleType, status: int, kinds: list[str]
) -> None:
    pet = package.CONNECTOR.operations["get_pet"]
    operation = pet._replace(replies={str(status): pet.replies["200"]})
    described = Described(package.CONNECTOR)
    described.decoder = lambda _: compile_decoder(operation)  # type: ignore[assignment]
    seen = Observation(operation=operation, seconds=0.0, status=status)
    assert [each.kind for each in reply_findings(seen, described)] == kinds
