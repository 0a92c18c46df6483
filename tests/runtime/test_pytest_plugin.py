"""The plugin for pytest, in a pytest of its own."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
ROOT = Path(__file__).parents[2]


def run(pytester: pytest.Pytester, code: str, *, offline: bool) -> pytest.RunResult:
    """What becomes of a test file."""
    setting = "connector_offline = true" if offline else ""
    pytester.makeini(f"[pytest]\npythonpath = {ROOT}\n{setting}\n")
    pytester.makepyfile(code)
    return pytester.runpytest_subprocess("-q", "-p", "no:xdist")


def test_mocked_connectors_are_a_fixture(pytester: pytest.Pytester) -> None:
    code = """
        import asyncio
        from generated import petstore

        def test_sync(mock_connector):
            pets = mock_connector("generated.petstore", seed=3)
            made = pets.pets.create(name="Rex")
            assert pets.pets.retrieve(made.id).name == "Rex"
            pets.mock.assert_called("create_pet", name="Rex")

        def test_async(mock_connector):
            pets = mock_connector(petstore, asynchronous=True)
            assert asyncio.run(pets.pets.create(name="Rex")).name == "Rex"
    """
    assert run(pytester, code, offline=False).parseoutcomes() == {"passed": 2}


def test_the_guard_keeps_tests_off_the_network(pytester: pytest.Pytester) -> None:
    code = """
        import socket
        import pytest

        def reach(host):
            with socket.socket() as connection:
                connection.settimeout(0.01)
                connection.connect((host, 9))

        def test_out():
            reach("192.0.2.1")

        def test_home():
            with pytest.raises(OSError):
                reach("127.0.0.1")

        @pytest.mark.network
        def test_marked():
            with pytest.raises(OSError):
                reach("192.0.2.1")
    """
    guarded = run(pytester, code, offline=True)
    assert guarded.parseoutcomes() == {"passed": 2, "failed": 1}
    assert "the test connects to 192.0.2.1: use a mock" in guarded.stdout.str()
    assert "use a mock" not in run(pytester, code, offline=False).stdout.str()
