"""Comparing what an operation asks for: which credentials, with which scopes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from connector_generator.drift.changes import Change, Relation, Unit
from connector_generator.drift.surface import Call, Requirement

if TYPE_CHECKING:
    from connector_generator.drift.schemas import Comparer


def compare_security(comparer: "Comparer", unit: Unit, old: Call, new: Call) -> None:
    """A credential that was enough must still be enough."""
    if old.security == new.security:
        return
    renamed = _renamed(comparer)
    before = frozenset(_named(each, renamed) for each in old.security) or frozenset({_NONE})
    after = new.security or frozenset({_NONE})
    lost = [each for each in before if not any(_satisfies(each, other) for other in after)]
    where = "api-security" if old.own_security or new.own_security else "api-global-security"
    for action, shown in _alternatives(before, after):
        narrows = bool(lost)
        unit.changes.append(
            _change(
                old, new, where, action, Relation.NARROWED if narrows else Relation.WIDENED, shown
            )
        )
    _scopes(unit, old, new, before, after, where)


_NONE: Requirement = frozenset()


def _renamed(comparer: "Comparer") -> dict[str, str]:
    """New names of schemes that are only called otherwise."""
    old, new = comparer.old.schemes, comparer.new.schemes
    renamed: dict[str, str] = {}
    for name, scheme in old.items():
        if name in new:
            continue
        same = [key for key, other in new.items() if key not in old and other.form == scheme.form]
        if len(same) == 1:
            renamed[name] = same[0]
    return renamed


def _named(requirement: Requirement, renamed: dict[str, str]) -> Requirement:
    return frozenset((renamed.get(scheme, scheme), scopes) for scheme, scopes in requirement)


def _satisfies(held: Requirement, asked: Requirement) -> bool:
    """Whether who has these credentials has all that is asked for."""
    own = dict(held)
    return all(scheme in own and scopes <= own[scheme] for scheme, scopes in asked)


def _schemes(requirement: Requirement) -> tuple[str, ...]:
    return tuple(sorted(scheme for scheme, _ in requirement))


def _alternatives(
    before: Iterable[Requirement], after: Iterable[Requirement]
) -> list[tuple[str, list[str]]]:
    """Combinations of schemes that come and go, whatever their scopes."""
    first, second = {_schemes(each) for each in before}, {_schemes(each) for each in after}
    found: list[tuple[str, list[str]]] = []
    for action, combinations in (("added", second - first), ("removed", first - second)):
        shown = sorted(" and ".join(each) for each in combinations if each)
        if shown:
            found.append((action, shown))
    return found


def _scopes(
    unit: Unit,
    old: Call,
    new: Call,
    before: Iterable[Requirement],
    after: Iterable[Requirement],
    where: str,
) -> None:
    earlier = {_schemes(each): dict(each) for each in before}
    for requirement in sorted(after, key=_schemes):
        known = earlier.get(_schemes(requirement))
        for scheme, scopes in sorted(requirement, key=lambda use: use[0]) if known else ():
            had = known[scheme] if known else frozenset[str]()
            for action, some in (("added", scopes - had), ("removed", had - scopes)):
                if some:
                    relation = Relation.NARROWED if action == "added" else Relation.WIDENED
                    shown = [f"{scheme}: {scope}" for scope in sorted(some)]
                    change = _change(old, new, f"{where}-scope", action, relation, shown)
                    unit.changes.append(change)


def _change(
    old: Call, new: Call, aspect: str, action: str, relation: Relation, shown: list[str]
) -> Change:
    return Change(
        aspect=aspect,
        action=action,
        relation=relation,
        old=old.place.step("security"),
        new=new.place.step("security"),
        before=None if action == "added" else shown,
        after=shown if action == "added" else None,
        subject=", ".join(shown),
    )
