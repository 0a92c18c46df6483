"""Generated models behave as pydantic models do, although nothing is imported before it is used."""

import asyncio
import copy
import json
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import ModuleType

import httpx
import jsonschema_rs
import pytest
from fastapi import FastAPI

from connector_runtime.client.models import Model, UnknownVariant, decoder_for, stamp

CUSTOMER = {
    "id": "cus_1",
    "created": "2026-01-02T03:04:05Z",
    "default_source": {"object": "crypto", "chain": 1},
    "sources": [{"object": "card", "last4": "4242"}],
    "class": 3,
    "extra": [1],
}


def test_using_one_model_imports_no_other(shop: ModuleType) -> None:
    assert shop.Customer.__name__ == "Customer"
    loaded = {name.rpartition(".")[2] for name in sys.modules if name.startswith(shop.__name__)}
    assert loaded == {"models", "customer"}


def test_every_name_is_listed_and_no_other_is_there(shop: ModuleType) -> None:
    assert "JsonValue" in dir(shop)
    with pytest.raises(AttributeError, match="Nothing"):
        _ = shop.Nothing


def test_instances_survive_pickling_and_copying(shop: ModuleType) -> None:
    made = shop.Customer.model_validate(CUSTOMER)
    assert isinstance(made.default_source, UnknownVariant)
    assert pickle.loads(pickle.dumps(made)) == made
    assert copy.deepcopy(made) == made
    assert pickle.loads(pickle.dumps(shop.Customer)) is shop.Customer


def test_dumping_by_alias_gives_back_the_reply(shop: ModuleType) -> None:
    made = shop.Customer.model_validate(CUSTOMER)
    dumped = json.loads(made.model_dump_json(by_alias=True, exclude_unset=True))
    assert dumped == CUSTOMER


def test_the_json_schema_is_whole_and_accepts_the_dump(shop: ModuleType) -> None:
    schema = shop.Customer.model_json_schema()
    assert {"Card", "Bank", "Address", "JsonValue"} <= set(schema["$defs"])
    dumped = shop.Customer.model_validate(CUSTOMER).model_dump(mode="json", by_alias=True)
    dumped["default_source"] = None
    jsonschema_rs.validator_for(schema).validate(dumped)


def test_a_model_is_a_fastapi_response_model(shop: ModuleType) -> None:
    app = FastAPI()

    @app.get("/", response_model=shop.Customer, response_model_exclude_unset=True)
    def read() -> object:
        return shop.Customer.model_validate(CUSTOMER)

    async def get(path: str) -> object:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return (await client.get(path)).json()

    assert asyncio.run(get("/")) == CUSTOMER
    document = asyncio.run(get("/openapi.json"))
    assert "Customer" in document["components"]["schemas"]  # type: ignore[index]


def test_threads_may_race_on_first_use(shop: ModuleType) -> None:
    barrier = Barrier(32)
    decoder = decoder_for(shop.__name__, "Customer")
    data = json.dumps({**CUSTOMER, "default_source": None}).encode()

    def decode(_: int) -> object:
        barrier.wait()
        return decoder.decode_json(data, pytest.fail).sources[0].last4

    with ThreadPoolExecutor(32) as pool:
        assert set(pool.map(decode, range(32))) == {"4242"}


def test_users_may_subclass(shop: ModuleType) -> None:
    class Mine(shop.Customer):  # type: ignore[name-defined,misc]
        note: str = ""

    assert Mine(id="1", created="2026-01-01T00:00:00Z", note="x").note == "x"


def test_the_request_id_is_out_of_reach_of_members(shop: ModuleType) -> None:
    made = shop.Customer.model_validate({**CUSTOMER, "_request_id": "theirs"})
    assert made.request_id == ""
    stamp(made, "req_1")
    assert made.request_id == "req_1"
    assert "req_1" not in made.model_dump_json()
    assert made == shop.Customer.model_validate({**CUSTOMER, "_request_id": "theirs"})
    assert isinstance(made, Model)
