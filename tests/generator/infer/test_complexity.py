"""The guide's four levels, told by names and HTTP methods."""

import pytest

from connector_generator.infer import infer
from tests.generator.infer.building import api, operation


@pytest.mark.parametrize(
    ("method", "path", "name", "level"),
    [
        ("GET", "/customers", "list_customers", 1),
        ("HEAD", "/files/{id}", "head_file", 1),
        ("QUERY", "/contacts", "query_contacts", 1),
        ("POST", "/customers", "create_customer", 3),
        ("PATCH", "/leads/{id}", "update_lead", 3),
        ("PUT", "/leads/{id}", "replace_lead", 3),
        ("DELETE", "/leads/{id}", "delete_lead", 4),
        ("COPY", "/files/{id}", "copy_file", 4),
        ("GET", "/repos/{id}/keys/{key}", "get_deploy_key", 1),
        ("GET", "/auth.revoke", "revoke_auth", 4),
        ("POST", "/intents/{id}/cancel", "cancel_payment_intent", 4),
        ("PUT", "/pulls/{id}/merge", "merge_pull", 4),
        ("POST", "/refunds", "create_refund", 4),
        ("POST", "/payouts", "send_payouts", 4),
        ("POST", "/transfers/{id}/reversals", "create_transfer_reversal", 4),
        ("POST", "/messages", "send_message", 3),
        ("POST", "/drafts", "draft_email", 2),
        ("POST", "/data/analyze", "analyze_data", 2),
        ("GET", "/invoices/preview", "preview_invoice", 1),
        ("POST", "/contacts/bulk", "bulk_update_contacts", 4),
        ("POST", "/contacts/batch/create", "create_contacts", 4),
        ("GET", "/batches/{id}", "get_batch", 1),
        ("POST", "/getMe", "get_me", 1),
        ("POST", "/2/files/list_folder", "list_folder", 1),
        ("POST", "/contacts/batch/read", "read_contacts", 4),
        ("POST", "/contacts/search", "search_contacts", 1),
        ("POST", "/contacts/get_or_create", "get_or_create_contact", 3),
        ("POST", "/orders", "get_orders", 3),
        ("POST", "/widgets/lookup", "create_lookup", 3),
    ],
)
def test_levels(method: str, path: str, name: str, level: int) -> None:
    (found,) = infer(api(operation(method, path, name)), {}).operations  # type: ignore[arg-type]
    assert found.facts.complexity == level
    assert found.facts.complexity_evidence


def test_what_is_declared_decides() -> None:
    delete = operation("DELETE", "/sessions/{id}", "delete_session")
    declared = {delete.pointer: {"x-connector-complexity": 3}}
    (found,) = infer(api(delete), declared).operations
    assert found.facts.complexity == 3
    assert found.facts.complexity_evidence == ("x-connector-complexity is 3",)


@pytest.mark.parametrize("value", [0, 5, True, "4", None])
def test_a_level_that_does_not_exist_is_not_declared(value: object) -> None:
    get = operation("GET", "/x", "get_x")
    (found,) = infer(api(get), {get.pointer: {"x-connector-complexity": value}}).operations
    assert found.facts.complexity == 1


def test_two_words_of_evidence_for_a_reading_post() -> None:
    (found,) = infer(api(operation("POST", "/users/search", "search_users")), {}).operations
    assert found.facts.complexity_evidence == (
        "the leading verb is search",
        "the path ends in search",
    )


@pytest.mark.parametrize(
    ("method", "path", "name", "hints"),
    [
        ("GET", "/x", "get_x", (True, False, True)),
        ("POST", "/x", "create_x", (False, False, False)),
        ("PUT", "/x/{id}", "update_x", (False, False, True)),
        ("DELETE", "/x/{id}", "delete_x", (False, True, True)),
        ("POST", "/x/{id}/cancel", "cancel_x", (False, True, False)),
        ("POST", "/transfers", "create_transfer", (False, False, False)),
        ("POST", "/x/search", "search_x", (True, False, True)),
    ],
)
def test_hints(method: str, path: str, name: str, hints: tuple[bool, bool, bool]) -> None:
    (found,) = infer(api(operation(method, path, name)), {}).operations  # type: ignore[arg-type]
    facts = found.facts
    assert (facts.read_only, facts.destructive, facts.idempotent) == hints
