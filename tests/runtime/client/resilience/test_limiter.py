"""Token buckets and the times that vendors name."""

from connector_runtime.client.resilience.limiter import Limiter


def test_a_burst_and_then_the_rate() -> None:
    limiter = Limiter()
    assert [limiter.take(0.0, 2.0, 3) for _ in range(3)] == [0.0, 0.0, 0.0]
    assert limiter.take(0.0, 2.0, 3) == 0.5
    assert limiter.take(0.5, 2.0, 3) == 0.0
    assert limiter.take(0.5, 2.0, 3) == 0.5
    assert [limiter.take(100.0, 2.0, 3) for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


def test_without_a_rate_only_the_vendor_counts() -> None:
    limiter = Limiter()
    assert {limiter.take(0.0, None, 1) for _ in range(1000)} == {0.0}
    limiter.hold(30.0)
    limiter.hold(10.0)
    assert limiter.take(5.0, None, 1) == 25.0
    assert limiter.take(30.0, None, 1) == 0.0


def test_the_vendor_outweighs_the_bucket() -> None:
    limiter = Limiter()
    limiter.hold(7.0)
    assert limiter.take(0.0, 1000.0, 10) == 7.0
    assert limiter.take(7.0, 1000.0, 10) == 0.0


def test_it_is_forgotten_only_when_it_is_at_rest() -> None:
    limiter = Limiter()
    limiter.take(0.0, 1.0, 1)
    assert not limiter.at_rest(0.5)
    assert limiter.at_rest(1.0)
    limiter.hold(60.0)
    assert not limiter.at_rest(59.0)
    assert limiter.at_rest(60.0)
