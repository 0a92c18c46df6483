"""Which maturity may do what: the matrix, as data."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

Maturity: TypeAlias = Literal["student", "intern", "supervised", "autonomous"]
Verdict: TypeAlias = Literal["allow", "propose", "deny"]

MATURITIES: tuple[Maturity, ...] = get_args(Maturity)
"""Lowest first."""
WRITE, CRITICAL = 3, 4
"""Complexities; what nothing is known of is critical."""
REQUIRED: Mapping[int, Maturity] = MappingProxyType(
    {1: "student", 2: "intern", 3: "supervised", 4: "autonomous"}
)
"""Complexity to the lowest maturity that runs it without asking."""
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
    return REQUIRED.get(complexity, "autonomous")


def stricter(one: Verdict, other: Verdict) -> Verdict:
    """The verdict that allows less."""
    return one if _STRICTER[one] >= _STRICTER[other] else other
