"""What clients share: by host and by credential, and not for ever."""

import gc
import tracemalloc

from connector_runtime.client import ResiliencePolicy
from connector_runtime.client.resilience.breaker import Outcome, State
from connector_runtime.client.resilience.hosts import SHARED, Host, Hosts, hosts_of

POLICY = ResiliencePolicy.default


def fail(host: Host, outcome: Outcome, times: int, operation: str = "read") -> None:
    for _ in range(times):
        passage = host.admit(operation, 0.0)
        assert passage is not None
        host.settle(passage, outcome, 0.0, POLICY)


def test_an_operation_that_fails_alone_has_its_own_circuit() -> None:
    host = Host()
    fail(host, Outcome.ERROR, 5)
    assert host.refusal("read", 0.0)
    assert host.refusal("write", 0.0) is None
    assert host.breaker.state is State.CLOSED


def test_a_host_that_answers_nobody_is_refused_to_all() -> None:
    host = Host()
    fail(host, Outcome.FAILURE, 5)
    assert host.refusal("write", 0.0)


def test_many_operations_that_fail_are_the_host() -> None:
    host = Host()
    for operation in ("a", "b", "c"):
        fail(host, Outcome.ERROR, 3, operation)
    assert host.refusal("d", 0.0) is None
    fail(host, Outcome.ERROR, 1, "d")
    assert host.refusal("e", 0.0)


def test_circuits_of_operations_can_be_switched_off() -> None:
    host, policy = Host(), POLICY.with_changes(circuit_per_operation=False)
    for _ in range(5):
        passage = host.admit("read", 0.0)
        assert passage is not None
        host.settle(passage, Outcome.ERROR, 0.0, policy)
    assert host.refusal("write", 0.0)


def test_a_probe_of_an_operation_is_one_of_the_host_too() -> None:
    host = Host()
    fail(host, Outcome.ERROR, 5)
    probe = host.admit("read", 70.0)
    assert probe is not None
    assert [name for name, _ in probe.changes] == ["read"]
    assert host.admit("read", 70.0) is None
    assert host.admit("write", 70.0) is not None
    host.settle(probe, Outcome.SUCCESS, 70.0, POLICY)
    second = host.admit("read", 70.0)
    assert second is not None
    changes = host.settle(second, Outcome.SUCCESS, 70.0, POLICY)
    assert [(name, change.new) for name, change in changes] == [("read", State.CLOSED)]


def test_a_transport_is_a_world_of_its_own() -> None:
    class Transport:
        pass

    mine, other = Transport(), Transport()
    assert hosts_of(None) is SHARED
    assert hosts_of(mine) is hosts_of(mine)
    assert hosts_of(mine) is not hosts_of(other)
    assert hosts_of(mine) is not SHARED


def test_a_day_of_many_tenants_and_hosts_does_not_fill_the_memory() -> None:
    hosts = Hosts()
    sizes: list[int] = []
    tracemalloc.start()
    for minute in range(24 * 60):
        now = minute * 60.0
        for tenant in range(20):
            hosts.limiter(("acme", f"account-{minute}-{tenant}", ""), now).take(now, 5.0, 2)
            host = hosts.host("acme", f"shop-{minute}-{tenant}.example.com", now)
            passage = host.admit("read", now)
            assert passage is not None
            host.settle(passage, Outcome.SUCCESS, now, POLICY)
        if minute % 120 == 119:
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert len(hosts) < 4 * 20 * 20
    assert sizes[-1] < 1.5 * min(sizes[1:])


def test_what_is_open_or_held_back_is_not_forgotten() -> None:
    hosts = Hosts()
    fail(hosts.host("acme", "down.example.com", 0.0), Outcome.FAILURE, 5)
    hosts.limiter(("acme", "held", ""), 0.0).hold(100_000.0)
    for index in range(5000):
        hosts.host("acme", f"{index}.example.com", 90_000.0 + index)
        hosts.limiter(("acme", f"{index}", ""), 90_000.0 + index)
    down = hosts.host("acme", "down.example.com", 95_000.0)
    assert down.breaker.state is State.OPEN
    assert hosts.limiter(("acme", "held", ""), 95_000.0).not_before == 100_000.0
