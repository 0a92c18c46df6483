"""The served mock is what the vendors' own clients take it for."""

from typing import Any

import httpx
import openai as openai_sdk
import pytest
import stripe as stripe_sdk

from generated import openai, petstore, stripe


def test_the_vendors_stripe_client_is_at_home() -> None:
    with stripe.MockStripeClient() as client, client.mock.served() as url:
        sdk = stripe_sdk.StripeClient(
            "sk_test_1", base_addresses={"api": url}, max_network_retries=0
        )
        customers = sdk.v1.customers
        made = [customers.create({"email": f"{n}@example.com"}) for n in range(12)]
        assert customers.retrieve(made[3].id).email == "3@example.com"
        changed = customers.update(made[3].id, {"name": "Ada", "metadata": {"a": "b"}})
        assert changed.metadata is not None
        assert (changed.name, changed.metadata["a"]) == ("Ada", "b")
        listed = [each.id for each in customers.list({"limit": 5}).auto_paging_iter()]
        assert listed == [each.id for each in made]
        assert customers.delete(made[0].id).deleted
        with pytest.raises(stripe_sdk.InvalidRequestError) as caught:
            customers.retrieve(made[0].id)
        assert caught.value.http_status == 404
        client.mock.fail("create_customer", status=429, code="rate_limit", times=1)
        with pytest.raises(stripe_sdk.RateLimitError):
            customers.create({"email": "x@example.com"})
        client.mock.assert_called("update_customer", name="Ada")


def test_the_vendors_openai_client_is_at_home() -> None:
    with openai.MockOpenAIClient() as client, client.mock.served() as url:
        sdk = openai_sdk.OpenAI(api_key="sk-1", base_url=f"{url}/v1", max_retries=0)
        messages: Any = [{"role": "user", "content": "hi"}]
        whole = sdk.chat.completions.create(model="m", messages=messages)
        assert whole.choices
        chunks = list(sdk.chat.completions.create(model="m", messages=messages, stream=True))
        assert len(chunks) == 2
        models = list(sdk.models.list())
        assert models
        with pytest.raises(openai_sdk.NotFoundError):
            sdk.models.retrieve("no-such-model")
        client.mock.fail("create_embedding", status=401, times=1)
        with pytest.raises(openai_sdk.AuthenticationError):
            sdk.embeddings.create(model="m", input="text")


def test_requests_that_make_no_sense_are_answered_as_vendors_do() -> None:
    with petstore.MockPetstoreClient() as client, client.mock.served() as url:
        with httpx.Client(base_url=url, headers={"x-api-key": "k"}) as http:
            assert http.get("/cats").status_code == 404
            assert http.post("/pets", json={"name": 5}).status_code == 400
            assert http.get("/pets/1", headers={"x-api-key": ""}).status_code in (200, 401)
            assert http.request("PATCH", "/pets").status_code == 404
            assert (
                http.post(
                    "/pets", content=b"{", headers={"content-type": "application/json"}
                ).status_code
                == 400
            )
        bare = httpx.get(f"{url}/pets/1")
        assert bare.status_code == 401
