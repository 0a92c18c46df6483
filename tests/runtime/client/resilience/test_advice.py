"""Every spelling of *come back later*."""

import pytest

from connector_runtime.client.headers import Headers
from connector_runtime.client.resilience.advice import pause_after, retry_after_of
from tests.runtime.client.clocks import FakeClock

CLOCK = FakeClock(wall_time=1_800_000_000.0)  # Fri, 15 Jan 2027 08:00:00 GMT


def headers(**fields: str) -> Headers:
    return Headers(
        (name.replace("_", "-").encode(), value.encode()) for name, value in fields.items()
    )


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"retry_after": "120"}, 120.0),
        ({"retry_after": "0.5"}, 0.5),
        ({"retry_after": "Fri, 15 Jan 2027 08:00:30 GMT"}, 30.0),
        ({"retry_after": "Fri, 15 Jan 2027 07:00:00 GMT"}, 0.0),
        ({"retry_after_ms": "250", "retry_after": "1"}, 0.25),
        ({"retry_after": "99999999"}, 99999999.0),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "-5"}, None),
        ({"retry_after": "1" * 400}, None),
        ({"ratelimit": '"default";r=0;t=30'}, 30.0),
        ({"ratelimit": '"burst";r=0;t=5, "daily";r=10;t=999'}, 5.0),
        ({"ratelimit": '"default";r=3;t=30'}, None),
        ({"ratelimit_remaining": "0", "ratelimit_reset": "12"}, 12.0),
        ({"x_ratelimit_remaining": "0", "x_ratelimit_reset": "1800000060"}, 60.0),
        ({"x_ratelimit_remaining": "0", "x_ratelimit_reset": "1800000060500"}, 60.5),
        ({"x_rate_limit_remaining": "0", "x_rate_limit_reset": "1800000009"}, 9.0),
        ({"x_ratelimit_remaining": "0", "x_ratelimit_reset_after": "1.5"}, 1.5),
        ({"x_ratelimit_remaining": "0", "x_ratelimit_reset_requests": "1h2m3.5s"}, 3723.5),
        ({"x_ratelimit_remaining": "0", "x_ratelimit_reset_requests": "120ms"}, 0.12),
        ({"x_ratelimit_remaining": "0", "x_ratelimit_reset": "1"}, 1.0),
        ({"x_ratelimit_remaining": "5", "x_ratelimit_reset": "60"}, None),
        ({}, None),
    ],
)
def test_after_a_refusal(fields: dict[str, str], seconds: float | None) -> None:
    assert retry_after_of(headers(**fields), CLOCK) == seconds


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"x_ratelimit_remaining": "0", "x_ratelimit_reset": "7"}, 7.0),
        ({"x_ratelimit_remaining": "1", "x_ratelimit_reset": "7"}, 0.0),
        ({"x_ratelimit_remaining": "0"}, 0.0),
        (
            {
                "x_ratelimit_remaining": "0",
                "x_ratelimit_reset": "7",
                "x_ratelimit_resource": "search",
            },
            0.0,
        ),
        ({"ratelimit": '"default";r=0;t=3'}, 3.0),
        ({}, 0.0),
    ],
)
def test_after_a_success_that_was_the_last(fields: dict[str, str], seconds: float) -> None:
    assert pause_after(headers(**fields), CLOCK) == seconds
