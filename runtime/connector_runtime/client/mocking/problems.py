"""What the mock raises: a test that used it wrongly should fail, and say why."""

from collections.abc import Sequence


class MockRequestError(AssertionError):
    """A request that the description does not allow; ``problems`` has a line for each reason."""

    def __init__(self, operation: str, problems: Sequence[str]) -> None:
        listed = "".join(f"\n  - {problem}" for problem in problems)
        super().__init__(f"the request of {operation} is not as described:{listed}")
        self.operation = operation
        self.problems = tuple(problems)


class MockUsageError(ValueError):
    """The mock was told something that makes no sense: an unknown operation, a stub that does not
    fit."""
