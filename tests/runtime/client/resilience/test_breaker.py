"""Circuits: when they open, who may probe, and whose results count."""

import asyncio
import threading

import pytest

from connector_runtime.client import ResiliencePolicy
from connector_runtime.client.resilience.breaker import Breaker, Change, Outcome, State

POLICY = ResiliencePolicy.default


def breaker() -> Breaker:
    """A circuit whose openings are not jittered."""
    return Breaker(random=lambda: 0.5)


def settle(circuit: Breaker, outcome: Outcome, now: float, times: int = 1) -> None:
    for _ in range(times):
        admitted = circuit.admit(now)
        assert admitted is not None
        circuit.settle(admitted[0], outcome, now, POLICY)


def opened(now: float = 0.0) -> Breaker:
    circuit = breaker()
    settle(circuit, Outcome.FAILURE, now, 5)
    return circuit


def test_five_failures_in_a_row_open_it() -> None:
    circuit = breaker()
    settle(circuit, Outcome.FAILURE, 0.0, 4)
    settle(circuit, Outcome.SUCCESS, 0.0)
    settle(circuit, Outcome.FAILURE, 0.0, 4)
    assert circuit.state is State.CLOSED
    settle(circuit, Outcome.FAILURE, 0.0)
    assert circuit.state is State.OPEN
    assert circuit.refusal(59.0) == 1.0
    assert circuit.admit(59.9) is None


def test_half_of_ten_calls_open_it() -> None:
    circuit = breaker()
    for _ in range(4):
        settle(circuit, Outcome.FAILURE, 1.0)
        settle(circuit, Outcome.SUCCESS, 1.0)
    settle(circuit, Outcome.SUCCESS, 1.0)
    assert circuit.state is State.CLOSED
    settle(circuit, Outcome.FAILURE, 1.0)
    assert circuit.state is State.OPEN


def test_slow_calls_open_it() -> None:
    circuit = breaker()
    settle(circuit, Outcome.SUCCESS, 0.0, 2)
    settle(circuit, Outcome.SLOW, 0.0, 7)
    assert circuit.state is State.CLOSED
    settle(circuit, Outcome.SLOW, 0.0)
    assert circuit.state is State.OPEN


def test_what_is_older_than_thirty_seconds_is_forgotten() -> None:
    circuit = breaker()
    for _ in range(4):
        settle(circuit, Outcome.FAILURE, 0.0)
        settle(circuit, Outcome.SUCCESS, 0.0)
    settle(circuit, Outcome.SUCCESS, 31.0)
    settle(circuit, Outcome.FAILURE, 31.0, 4)
    assert circuit.state is State.CLOSED
    assert circuit.snapshot(31.0).calls == 5


def test_neutral_outcomes_say_nothing() -> None:
    circuit = breaker()
    settle(circuit, Outcome.NEUTRAL, 0.0, 1000)
    assert circuit.snapshot(0.0).calls == 0


def test_two_probes_one_after_the_other_close_it() -> None:
    circuit = opened()
    first = circuit.admit(60.0)
    assert first is not None
    assert first[1] == Change(State.OPEN, State.HALF_OPEN)
    assert circuit.admit(60.0) is None
    assert circuit.refusal(60.0) == 1.0
    assert circuit.settle(first[0], Outcome.SUCCESS, 60.1, POLICY) is None
    second = circuit.admit(60.1)
    assert second is not None
    change = circuit.settle(second[0], Outcome.SUCCESS, 60.2, POLICY)
    assert change == Change(State.HALF_OPEN, State.CLOSED)


def test_each_failed_probe_doubles_the_time_up_to_ten_minutes() -> None:
    circuit, now = opened(), 0.0
    for seconds in (60, 120, 240, 480, 600, 600):
        assert circuit.admit(now + seconds - 0.1) is None
        now += seconds
        probe = circuit.admit(now)
        assert probe is not None
        assert circuit.settle(probe[0], Outcome.FAILURE, now, POLICY)


def test_openings_are_jittered_by_a_tenth() -> None:
    for random, earliest in ((lambda: 0.0, 54.0), (lambda: 1.0, 66.0)):
        circuit = Breaker(random=random)
        settle(circuit, Outcome.FAILURE, 0.0, 5)
        assert circuit.refusal(0.0) == pytest.approx(earliest)


def test_a_cancelled_probe_makes_room_for_the_next() -> None:
    circuit = opened()
    probe = circuit.admit(60.0)
    assert probe is not None
    circuit.settle(probe[0], Outcome.NEUTRAL, 60.0, POLICY)
    assert circuit.admit(60.0) is not None


def test_a_probe_that_was_lost_is_given_up() -> None:
    circuit = opened()
    assert circuit.admit(60.0) is not None
    assert circuit.admit(359.0) is None
    assert circuit.admit(361.0) is not None


def test_the_late_success_of_an_older_generation_is_ignored() -> None:
    circuit = breaker()
    early = circuit.admit(0.0)
    assert early is not None
    settle(circuit, Outcome.FAILURE, 0.0, 5)
    assert circuit.settle(early[0], Outcome.SUCCESS, 1.0, POLICY) is None
    assert circuit.state is State.OPEN
    probe = circuit.admit(60.0)
    assert probe is not None
    circuit.settle(early[0], Outcome.SUCCESS, 60.0, POLICY)
    circuit.settle(early[0], Outcome.SUCCESS, 60.0, POLICY)
    assert circuit.state is State.HALF_OPEN


def test_a_thousand_threads_send_one_probe() -> None:
    circuit, start = opened(), threading.Barrier(1000)
    admitted: list[object] = []

    def ask() -> None:
        start.wait()
        passage = circuit.admit(60.0)
        if passage is not None:
            admitted.append(passage)

    threads = [threading.Thread(target=ask) for _ in range(1000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(admitted) == 1


def test_a_thousand_tasks_send_one_probe() -> None:
    circuit = opened()

    async def ask() -> bool:
        await asyncio.sleep(0)
        return circuit.admit(60.0) is not None

    async def all_of_them() -> list[bool]:
        return await asyncio.gather(*(ask() for _ in range(1000)))

    assert sum(asyncio.run(all_of_them())) == 1


def test_people_decide() -> None:
    circuit = breaker()
    circuit.force(State.FORCED_OPEN)
    assert circuit.admit(1e9) is None
    circuit.force(State.FORCED_CLOSED)
    settle(circuit, Outcome.FAILURE, 0.0, 100)
    assert circuit.admit(0.0) is not None
    circuit.reset()
    settle(circuit, Outcome.FAILURE, 0.0, 5)
    assert circuit.state is State.OPEN
    circuit.reset()
    assert circuit.admit(0.0) is not None


def test_a_clock_that_goes_back_breaks_nothing() -> None:
    circuit = breaker()
    settle(circuit, Outcome.FAILURE, 1000.0, 3)
    settle(circuit, Outcome.FAILURE, 10.0)
    settle(circuit, Outcome.SUCCESS, 1001.0)
    assert circuit.snapshot(1001.0).calls == 5
    settle(circuit, Outcome.SUCCESS, 1_000_000.0)
    assert circuit.snapshot(1_000_000.0).calls == 1
