"""Which maturity may do what: the matrix, as data."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from connector_runtime.connectors.facts import CRITICAL as CRITICAL
from connector_runtime.connectors.metadata import REQUIRED_MATURITY
from connector_runtime.connectors.metadata import Maturity as Maturity

Verdict: TypeAlias = Literal["allow", "propose", "deny"]

MATURITIES: tuple[Maturity, ...] = get_args(Maturity)
"""Lowest first."""
WRITE = 3
"""A complexity."""
_VERDICTS: Mapping[str, tuple[Verdict, Verdict, Verdict, Verdict]] = MappingProxyType(
    {
        "student": ("allow", "deny", "deny", "deny"),
        "intern": ("allow", "allow", "propose", "propose"),
        "supervised": ("allow", "allow", "allow", "deny"),
        "autonomous": ("allow", "allow", "allow", "allow"),
    }
)
_STRICTER: Mapping[Verdict, int] = MappingProxyType({"allow": 0, "propose": 1, "deny": 2})


def verdict_of(maturity: str, complexity: int) -> Verdict:
    """What the matrix says; ``deny`` for a maturity that there is not.

    Any complexity outside of 1 to 4 counts as critical.
    """
    row = _VERDICTS.get(maturity.lower())
    if row is None:
        return "deny"
    return row[complexity - 1] if 1 <= complexity <= CRITICAL else row[CRITICAL - 1]


def required_maturity(complexity: int) -> Maturity:
    """The lowest maturity that runs operations of this complexity without asking."""
    return REQUIRED_MATURITY.get(complexity, "autonomous")


def stricter(one: Verdict, other: Verdict) -> Verdict:
    """The verdict that allows less."""
    return one if _STRICTER[one] >= _STRICTER[other] else other
