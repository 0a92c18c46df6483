"""Names of collections in the singular, which identifiers are made of."""

import pytest

from connector_runtime.client.mocking.words import singular


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("charges", "charge"),
        ("policies", "policy"),
        ("ties", "tie"),
        ("boxes", "box"),
        ("addresses", "address"),
        ("statuses", "status"),
        ("batches", "batch"),
        ("caches", "cache"),
        ("responses", "response"),
        ("licenses", "license"),
        ("access", "access"),
        ("staff", "staff"),
    ],
)
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one
