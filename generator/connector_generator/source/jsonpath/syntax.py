"""The parts of a query, as RFC 9535 names them."""

from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Name:
    """``.name`` or ``['name']``."""

    name: str


@dataclass(frozen=True, slots=True)
class Index:
    """``[0]`` or ``[-1]``."""

    index: int


@dataclass(frozen=True, slots=True)
class Slice:
    """``[1:5:2]``."""

    start: int | None
    end: int | None
    step: int


@dataclass(frozen=True, slots=True)
class Wildcard:
    """``.*`` or ``[*]``."""


@dataclass(frozen=True, slots=True)
class Filter:
    """``[?...]``."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Segment:
    """Selectors applied to each node, or with ``..`` also to all below it."""

    selectors: tuple["Selector", ...]
    descends: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A path from the root (``$``) or from the node being tested (``@``)."""

    segments: tuple[Segment, ...]
    relative: bool = False

    @property
    def singular(self) -> bool:
        """Whether it can select one node at most, whatever the document is."""
        return all(
            not segment.descends
            and len(segment.selectors) == 1
            and isinstance(segment.selectors[0], (Name, Index))
            for segment in self.segments
        )


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the query."""

    value: Any


@dataclass(frozen=True, slots=True)
class Call:
    """A function applied to its arguments."""

    function: str
    arguments: tuple["Operand", ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """``left == right`` and the like."""

    left: "Operand"
    operator: str
    right: "Operand"


@dataclass(frozen=True, slots=True)
class Test:
    """True when a query selects anything, or a function says so."""

    subject: "Query | Call"


@dataclass(frozen=True, slots=True)
class Not:
    """``!condition``."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Every:
    """Conditions joined by ``&&``."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Conditions joined by ``||``."""

    conditions: tuple["Condition", ...]


Selector: TypeAlias = Name | Index | Slice | Wildcard | Filter
Operand: TypeAlias = Literal | Query | Call
Condition: TypeAlias = Compare | Test | Not | Every | Some
