"""When a deviation becomes an issue, and when the issue is closed. Pure.

One red night may be an outage; two in a row are news. Two green nights in a row close the issue. A
night in which an operation was not judged says nothing about it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

Verb: TypeAlias = Literal["open", "update", "close"]
NIGHTS = 2
"""Nights in a row before an issue is opened, or closed."""
_JUDGED = frozenset({"pass", "drift", "broken"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What is remembered of one deviation."""

    operation: str
    red: int = 0
    green: int = 0
    issue: int = 0
    """The number of its issue; 0: there is none."""
    first_seen: str = ""
    last_seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do with the issue of one deviation."""

    verb: Verb
    fingerprint: str
    watched: Watched
    finding: Mapping[str, Any]
    """As in the report; empty when it is gone."""


def red_findings(report: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The findings of a report (its JSON) that somebody should look at, by fingerprint."""
    every: list[Mapping[str, Any]] = list(report.get("baseline", ()))
    for result in report["results"]:
        every += result.get("findings", ())
    return {
        each["fingerprint"]: each
        for each in every
        if each["severity"] != "info" and not each.get("accepted")
    }


def judged(report: Mapping[str, Any]) -> frozenset[str]:
    """The operations that were answered."""
    results: Iterable[Mapping[str, Any]] = report["results"]
    return frozenset(each["operation"] for each in results if each["outcome"] in _JUDGED)


def after(
    before: Mapping[str, Watched], report: Mapping[str, Any]
) -> tuple[dict[str, Watched], tuple[Action, ...]]:
    """What is remembered after a night, and what to do about it."""
    red, seen, night = red_findings(report), judged(report), str(report["started"])
    now: dict[str, Watched] = {}
    actions: list[Action] = []
    for fingerprint, finding in red.items():
        old = before.get(fingerprint) or Watched(operation=finding["operation"], first_seen=night)
        new = replace(old, red=old.red + 1, green=0, last_seen=night)
        now[fingerprint] = new
        if new.issue or new.red >= NIGHTS:
            verb: Verb = "update" if new.issue else "open"
            actions.append(Action(verb=verb, fingerprint=fingerprint, watched=new, finding=finding))
    for fingerprint in before.keys() - red.keys():
        old = before[fingerprint]
        if old.operation not in seen:
            now[fingerprint] = old
            continue
        new = replace(old, green=old.green + 1, red=0)
        if not new.issue:
            continue
        now[fingerprint] = new
        if new.green >= NIGHTS:
            actions.append(Action(verb="close", fingerprint=fingerprint, watched=new, finding={}))
    return now, tuple(sorted(actions, key=lambda each: (each.verb, each.fingerprint)))
