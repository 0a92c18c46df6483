"""OMIT: one object, false, and the same after a trip through another process."""

import copy
import pickle

import pytest

from connector_runtime.client.arguments import OMIT, Omit


def test_there_is_one() -> None:
    assert Omit() is OMIT
    assert copy.copy(OMIT) is OMIT
    assert copy.deepcopy({"a": OMIT})["a"] is OMIT
    assert all(
        pickle.loads(pickle.dumps(OMIT, protocol)) is OMIT
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    )


def test_it_is_false_and_reads_well() -> None:
    value: str | Omit = OMIT

    assert not value
    assert repr(value) == "OMIT"
    with pytest.raises(AttributeError):
        OMIT.something = 1  # type: ignore[attr-defined]
