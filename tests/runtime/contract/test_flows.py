"""Which write flows there are, and how what they make is marked."""

from types import ModuleType
from typing import Any

import pytest

from connector_runtime.client import Operation
from connector_runtime.client.operation import Body, Parameter
from connector_runtime.contract.described import Described
from connector_runtime.contract.flows import MARKER, is_marked, marked, plan_flows

PET = Parameter("pet", "pet", "path", required=True)
CREATE = Operation("create", "pets.create", "POST", "/pets", complexity=3)
DELETE = Operation("delete", "pets.delete", "DELETE", "/pets/{pet}", parameters=(PET,))
GET = Operation("get", "pets.get", "GET", "/pets/{pet}", parameters=(PET,), complexity=1)
UPDATE = Operation("update", "pets.update", "POST", "/pets/{pet}", parameters=(PET,))


def test_a_flow_has_all_there_is() -> None:
    (flow,) = plan_flows([DELETE, GET, CREATE, UPDATE])
    assert tuple(flow) == (CREATE, GET, UPDATE, DELETE)
    (flow,) = plan_flows([DELETE, CREATE])
    assert tuple(flow) == (CREATE, None, None, DELETE)


@pytest.mark.parametrize(
    "operations",
    [
        [CREATE, GET],
        [CREATE._replace(complexity=4), DELETE],
        [CREATE._replace(method="PUT"), DELETE],
        [
            CREATE,
            DELETE._replace(parameters=(PET, Parameter("why", "why", "query", required=True))),
        ],
        [CREATE, DELETE._replace(body=Body(required=True))],
        [CREATE, DELETE._replace(path="/pets/{pet}/{toy}")],
    ],
    ids=["no delete", "critical", "no post", "asks why", "asks for a body", "elsewhere"],
)
def test_what_cannot_be_cleaned_up_is_not_made(operations: list[Operation]) -> None:
    assert plan_flows(operations) == ()


def test_the_mark_goes_into_a_text_that_is_free(package: ModuleType) -> None:
    described = Described(package.CONNECTOR)
    create = package.CONNECTOR.operations["create_pet"]
    given = {"name": "x", "kind": "cat"}
    assert marked(create, given, described) == {"name": MARKER, "kind": "cat"}
    assert given == {"name": "x", "kind": "cat"}


@pytest.mark.parametrize(
    ("item", "ours"),
    [
        ({"name": MARKER}, True),
        ({"metadata": {MARKER: "1"}}, True),
        ({"name": f"not {MARKER}"}, False),
        ({"metadata": {}}, False),
        ([MARKER], False),
        (None, False),
    ],
)
def test_what_is_ours(item: Any, ours: bool) -> None:
    assert is_marked(item) is ours
