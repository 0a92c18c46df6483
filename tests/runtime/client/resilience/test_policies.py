"""Policies refuse values without meaning, before anything is sent."""

from typing import Any

import pytest

from connector_runtime.client import ConfigurationError, ResiliencePolicy
from generated import petstore


@pytest.mark.parametrize(
    "values",
    [
        {"max_attempts": 0},
        {"max_attempts": 21},
        {"max_attempts": 2.5},
        {"max_attempts": True},
        {"max_attempts": None},
        {"max_attempts": "3"},
        {"transient_base": -1},
        {"transient_base": float("nan")},
        {"transient_cap": float("inf")},
        {"failure_rate": 0},
        {"failure_rate": 1.5},
        {"slow_rate": "half"},
        {"open_for": 0},
        {"rate": 0},
        {"rate": -1.0},
        {"burst": 0},
        {"concurrency": 0},
        {"probes": None},
        {"circuit_breaker": 1},
        {"trip_on_exhausted_retries": "yes"},
    ],
)
def test_a_value_without_meaning_is_named(values: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(values))):
        ResiliencePolicy(**values)
    with pytest.raises(ConfigurationError, match=next(iter(values))):
        ResiliencePolicy.default.with_changes(**values)


def test_a_setting_that_is_none_is_named() -> None:
    with pytest.raises(ConfigurationError, match="atempts"):
        ResiliencePolicy.default.with_changes(atempts=3)
    with pytest.raises(ConfigurationError, match="policy must be"):
        petstore.PetstoreClient("key", policy=3)  # type: ignore[arg-type]


def test_presets_differ_in_patience() -> None:
    interactive, default, batch = (
        ResiliencePolicy.interactive,
        ResiliencePolicy.default,
        ResiliencePolicy.batch,
    )
    assert interactive.max_attempts < default.max_attempts < batch.max_attempts
    assert interactive.throttle_cap < default.throttle_cap < batch.throttle_cap
    assert default == ResiliencePolicy()
    assert default.with_changes(failures=7).failures == 7
    assert default.failures == 5
