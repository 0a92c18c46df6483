"""Secrets and personal data reach neither the trail nor an approver, an error, a log or the file."""

import asyncio
import json
import logging
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connector_runtime.client.redaction import REDACTED
from connector_runtime.connectors.facts import OperationFacts
from connector_runtime.errors import PlatformError
from connector_runtime.governance.redaction import for_approval, for_audit, without_sensitive
from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from tests.runtime.platform.deployments import Deployment, add_people, trail

SECRET = "Zx8Qw3Lm5Np7Rt9V"
SHAPES: dict[str, Any] = {
    "nested dict under token": {"token": {"value": SECRET, "more": [SECRET]}},
    "list under tokens": {"tokens": [SECRET, {"a": SECRET}]},
    "authorization": {"Authorization": f"Basic {SECRET}"},
    "credentials": {"credentials": {"user": "u", "pass": SECRET}},
    "cookie": {"headers": {"Cookie": f"session={SECRET}; theme=dark"}},
    "cookies": {"cookies": [SECRET]},
    "in a string, bearer": {"note": f"call it with Authorization: Bearer {SECRET}"},
    "in a string, key": {"note": f"my key is sk_live_{SECRET}, use it"},
    "in a string, assignment": {"note": f"api_key={SECRET}&x=1"},
    "in a string, JSON": {"note": json.dumps({"password": SECRET, "token": SECRET})},
    "in a string, Python": {"note": str({"access_token": SECRET})},
    "in a string, cookie": {"note": f"Set-Cookie: sid={SECRET}; Path=/"},
    "in a string, address": {"note": f"postgresql://ada:{SECRET}@db/x"},
    "in a key": {f"sk_live_{SECRET}": 1},
    "camel case": {"clientSecret": SECRET, "apiKey": SECRET, "privateKey": SECRET},
    "JSON Web Token": {"note": f"eyJhbGciOi.eyJ{SECRET}.{SECRET}"},
    "private key": {"note": f"-----BEGIN PRIVATE KEY-----\n{SECRET}\n-----END PRIVATE KEY-----"},
    "private key, cut off": {"note": f"-----BEGIN RSA PRIVATE KEY-----\n{SECRET}"},
}
PERSONAL: dict[str, Any] = {
    "e-mail by name": {"customer_email": "ada"},
    "e-mail in a text": {"text": "write to ada.l+x@example.co.uk please"},
    "card in a text": {"text": "it is 4242 4242 4242 4242, valid"},
    "card as a number": {"n": 4242424242424242},
    "phone": {"phone": "ada"},
    "name": {"first_name": "ada"},
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_secrets_are_taken_out_by_name_and_by_shape(shape: Any) -> None:
    for shown in (for_audit(shape), for_approval(shape), for_audit([[shape]])):
        assert SECRET not in repr(shown)
    assert SECRET not in without_sensitive(f"it failed: {shape}")


@pytest.mark.parametrize("value", PERSONAL.values(), ids=PERSONAL.keys())
def test_personal_data_is_not_for_the_trail(value: Any) -> None:
    told = repr(for_audit(value))
    assert "ada" not in told
    assert "4242424242424242" not in told.replace(" ", "")


def test_what_is_harmless_stays() -> None:
    value = {
        "channel": "#general",
        "text": "Hello",
        "n": 3,
        "at": "2026-03-28T10:00:00Z",
        "a": None,
    }
    assert for_audit(value) == value
    assert for_approval({"to": "ada@example.com"}) == {"to": "ada@example.com"}
    order = {"order": "1234567890123456", "amount": 4242424242424243}
    assert for_audit(order) == order


_names = st.sampled_from(["text", "items", "data", "a/b", "x~y", "0"])


def _around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(_names, inner, min_size=1, max_size=3)
        | st.tuples(inner)
    )


_shapes = st.sampled_from(list(SHAPES.values()))


@given(st.recursive(_shapes, _around, max_leaves=6))
def test_secrets_are_found_however_deep(value: Any) -> None:
    for shown in (for_audit(value), for_approval(value)):
        assert SECRET not in repr(shown)
        json.dumps(shown, allow_nan=False)


_any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=3),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=20,
)


@given(_any)
def test_whatever_is_given_becomes_short_json(value: Any) -> None:
    assert len(json.dumps(for_audit(value), allow_nan=False)) < 200_000


@settings(max_examples=60)
@given(st.lists(_names, min_size=1, max_size=4))
def test_what_the_description_marks_is_hidden(path: list[str]) -> None:
    value: Any = "hidden-place"
    for name in reversed(path):
        value = {name: value, "other": "seen"}
    pointer = "".join(f"/{name.replace('~', '~0').replace('/', '~1')}" for name in path)
    assert "hidden-place" in repr(for_audit(value))
    for mark in (pointer, "/*" * len(path)):
        told = for_audit(value, [mark])
        assert "hidden-place" not in repr(told)
    assert "seen" in repr(for_audit(value, [pointer]))


def test_the_description_marks_the_items_of_lists() -> None:
    value = {"arguments": {"people": [{"nick": "ada"}, {"nick": "bob", "n": 1}]}}
    for show in (for_audit, for_approval):
        told = show(value, ["/arguments/people/*/nick"])
        assert told["arguments"]["people"] == [{"nick": REDACTED}, {"nick": REDACTED, "n": 1}]


def test_a_huge_text_is_no_work() -> None:
    text = "a-" * 2_000_000
    assert len(for_audit({"text": text})["text"]) == 200


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_no_door_of_the_platform_shows_a_secret(
    shape: Any, deployment: Deployment, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Any] = []

    async def main() -> None:
        async with deployment.open() as platform:
            add_people(platform)
            execute = EntitySkillExecutor(platform).execute_integration_skill
            agents = "t-student", "t-intern", "t-supervised", "nobody"
            given = {"arguments": shape}
            told.extend([await execute("t", each, "recording", "write", given) for each in agents])
            failing = {"raises": json.dumps(shape), "more": shape}
            told.append(await execute("t", "t-supervised", "recording", "write", failing))
            proposal_id = told[1]["proposal_id"]
            try:
                await platform.proposals.approve_proposal(
                    proposal_id, "t", "t-service", json.dumps(shape)
                )
            except PlatformError as error:
                told.append(repr(error))
            told.append(repr(await platform.proposals.proposal(proposal_id, "t")))
            shown = (await platform.proposals.proposal(proposal_id, "t")).shown
            told.append(shown)
            told.append([(each.reason, each.details) for each in trail(platform)])

    with caplog.at_level(logging.DEBUG, "connector_runtime"):
        asyncio.run(main())
    assert SECRET not in repr(told)
    assert SECRET not in caplog.text
    for file in deployment.folder.glob("connectors.db*"):
        assert SECRET.encode() not in file.read_bytes()
    assert deployment.calls()[0]["arguments"] == {"arguments": shape}


def test_what_an_operation_marks_is_in_no_record(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where the call is refused."""
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        known = platform.catalogue.operation("recording", "write")
        assert known is not None
        marked = replace(known, personal_pointers=("/arguments/people/*/nick",))

        def operation(connector_id: str, name: str) -> OperationFacts:
            return marked

        monkeypatch.setattr(platform.catalogue, "operation", operation)
        execute = EntitySkillExecutor(platform).execute_integration_skill
        arguments = {"people": [{"nick": "ada-lovelace"}]}
        for agent in ("t-student", "t-intern", "t-supervised", "nobody"):
            asyncio.run(execute("t", agent, "recording", "write", arguments))
        records = [each for each in trail(platform) if each.connector_id == "recording"]
        assert len(records) == 5
        assert "ada-lovelace" not in repr([each.details for each in records])


def test_log_integration_action_redacts_what_it_is_given(deployment: Deployment) -> None:
    """As the guide calls it."""
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        arguments = {"note": "x", **SHAPES["nested dict under token"], "to": "ada@example.com"}
        sequence = asyncio.run(
            platform.audit.log_integration_action(
                tenant_id="t",
                agent_id="t-intern",
                connector_id="slack",
                operation_name="send_message",
                outcome="success",
                reason=f"password: {SECRET}",
                metadata={
                    "arguments": str(arguments)[:200],
                    "agent_maturity": "intern",
                    "execution_time_ms": float("nan"),
                },
            )
        )
        record = trail(platform)[-1]
        assert record.sequence == sequence
        assert SECRET not in repr((record.details, record.reason))
        assert "ada@" not in repr(record.details)
        assert record.details["agent_maturity"] == "intern"
