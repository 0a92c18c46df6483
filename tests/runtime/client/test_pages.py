"""Lists: the first page, and the way to all the others."""

from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from generated import petstore, stripe
from tests.runtime.client.drivers import PET, Driver, Vendor, answers


def pet(number: int) -> dict[str, Any]:
    return {**PET, "id": number}


def shop(driver: Driver, pages: int = 3, **settings: Any) -> tuple[Any, list[httpx.Request]]:
    """A pet shop with two pets a page."""

    def reply(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("cursor", "0"))
        document: dict[str, Any] = {"pets": [pet(2 * page), pet(2 * page + 1)]}
        if page + 1 < pages:
            document["next_cursor"] = str(page + 1)
        return answers(200, document)

    vendor = Vendor([reply])
    client = driver.client(petstore, transport=vendor.transport, **settings)
    return client, vendor.requests


def test_iterating_gives_the_items_of_all_pages(driver: Driver) -> None:
    client, requests = shop(driver)
    found = driver.items(client.pets.list(limit=2, status="available"))
    assert [each.id for each in found] == [0, 1, 2, 3, 4, 5]
    assert [dict(each.url.params) for each in requests] == [
        {"status": "available", "limit": "2"},
        {"status": "available", "limit": "2", "cursor": "1"},
        {"status": "available", "limit": "2", "cursor": "2"},
    ]


def test_pages_are_fetched_when_they_are_reached(driver: Driver) -> None:
    client, requests = shop(driver)
    page = driver.run(client.pets.list())
    assert [each.id for each in page.items] == [0, 1]
    assert page.reply.next_cursor == "1"
    assert len(requests) == 1
    assert [each.id for each in driver.run(page.take(3))] == [0, 1, 2]
    assert len(requests) == 2


def test_next_page_ends_with_none(driver: Driver) -> None:
    client, _ = shop(driver, pages=2)
    page = driver.run(client.pets.list())
    second = driver.run(page.next_page())
    assert [each.id for each in second.items] == [2, 3]
    assert driver.run(second.next_page()) is None


def test_a_list_is_resumed_from_a_cursor(driver: Driver) -> None:
    client, _ = shop(driver)
    assert [each.id for each in driver.items(client.pets.list(cursor="2"))] == [4, 5]


def test_each_page_is_called_with_the_callers_options(driver: Driver) -> None:
    client, requests = shop(driver)
    options = runtime.CallOptions(headers={"X-Trace": "t"})
    driver.items(client.pets.list(options=options))
    assert [each.headers["x-trace"] for each in requests] == ["t", "t", "t"]


def test_pages_can_be_iterated(driver: Driver) -> None:
    client, _ = shop(driver)
    page = driver.run(client.pets.list())
    assert [len(each.items) for each in driver.items(page.pages())] == [2, 2, 2]


def test_a_vendor_that_repeats_itself_is_left(driver: Driver) -> None:
    vendor = Vendor([answers(200, {"pets": [pet(1)], "next_cursor": "same"})])
    client = driver.client(petstore, transport=vendor.transport)
    assert len(driver.items(client.pets.list())) == 2
    assert len(vendor.requests) == 2


def test_a_page_that_fails_raises_there(driver: Driver) -> None:
    first = answers(200, {"pets": [pet(1)], "next_cursor": "b"})
    client = driver.client(petstore, transport=Vendor([first, answers(500)]).transport)
    page = driver.run(client.pets.list())
    with pytest.raises(runtime.ServerError):
        driver.run(page.next_page())


def test_an_empty_list_has_one_page(driver: Driver) -> None:
    client = driver.client(petstore, transport=Vendor([answers(200, {"pets": []})]).transport)
    assert driver.items(client.pets.list()) == []


def test_the_cursor_may_be_the_last_items_id(driver: Driver) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        after = request.url.params.get("starting_after", "cus_0")
        number = int(after.removeprefix("cus_")) + 1
        data = [{"id": f"cus_{number}", "object": "customer"}]
        document = {"object": "list", "data": data, "has_more": number < 3, "url": "/v1/customers"}
        return answers(200, document)

    client = driver.client(stripe, transport=Vendor([reply]).transport)
    found = driver.items(client.customers.list(limit=1))
    assert [each.id for each in found] == ["cus_1", "cus_2", "cus_3"]


def test_a_raw_response_of_a_list_parses_to_its_page(driver: Driver) -> None:
    client, _ = shop(driver)
    raw = driver.run(client.pets.with_raw_response.list())
    assert raw.status_code == 200
    assert [each.id for each in raw.parse().items] == [0, 1]


@pytest.mark.parametrize("length", [2, 3, 10])
def test_pages_that_go_in_a_circle_are_an_error(driver: Driver, length: int) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("cursor", "0"))
        return answers(200, {"pets": [PET], "next_cursor": str(page % length + 1)})

    vendor = Vendor([reply])
    client = driver.client(petstore, transport=vendor.transport)
    with pytest.raises(runtime.ReplyError, match="circle"):
        driver.items(client.pets.list())
    assert len(vendor.requests) <= 4 * length + 4


def test_a_page_may_be_followed_twice(driver: Driver) -> None:
    client, _ = shop(driver)
    page = driver.run(client.pets.list())
    for _ in range(2):
        following = driver.run(page.next_page())
        assert [each.id for each in following.items] == [2, 3]
