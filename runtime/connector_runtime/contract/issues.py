"""Issues on GitHub, through the ``gh`` command: opened, updated and closed as ``nights`` decides."""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from connector_runtime.contract.files import read_object
from connector_runtime.contract.nights import Action, Watched, after
from connector_runtime.contract.reports.markdown import escaped

FORMAT = 1
_WITHIN = 60.0


class IssuesError(RuntimeError):
    """``gh``, the report or the state cannot be used; the message says which, and why."""


def read_report(path: Path, connector: str) -> Mapping[str, Any]:
    """The JSON report of a connector. Raises :class:`IssuesError`."""
    report = read_object(path, IssuesError)
    if report.get("format") != FORMAT or not isinstance(report.get("results"), list):
        raise IssuesError(f"{path} is no JSON report of contract tests")
    if report.get("connector") != connector:
        raise IssuesError(f"{path} is a report of {report.get('connector')!r}, not of {connector}")
    return report


def keep_issues(report: Mapping[str, Any], state_file: Path) -> list[str]:
    """Do what one night asks for; a line for each issue that was touched.

    What has been done is written down after every step, so that a run that is cut off can go on. A
    report that was counted already changes nothing. Raises :class:`IssuesError`.
    """
    connector, night = str(report["connector"]), str(report["started"])
    state = _State(state_file)
    if state.last(connector) == night:
        return [f"the night of {night} is counted already"]
    now, actions = after(state.watched(connector), report)
    told: list[str] = []
    for action in actions:
        number = _act(connector, action)
        told.append(f"{action.verb} #{number}: {_title(connector, action)}")
        if action.verb == "close":
            del now[action.fingerprint]
        else:
            now[action.fingerprint] = replace(action.watched, issue=number)
            state.note_issue(connector, action.fingerprint, now[action.fingerprint], number)
    state.finish(connector, night, now)
    return told


class _State:
    """The file between the nights: of each connector, what is watched and the last night."""

    def __init__(self, path: Path) -> None:
        self._path = path
        empty: dict[str, Any] = {"format": FORMAT, "connectors": {}}
        document = read_object(path, IssuesError) if path.exists() else empty
        if document.get("format") != FORMAT or not isinstance(document.get("connectors"), dict):
            raise IssuesError(f"{path} is no state of contract issues")
        self._document = document

    def _of(self, connector: str) -> dict[str, Any]:
        every: dict[str, Any] = self._document["connectors"]
        known: dict[str, Any] = every.setdefault(connector, {"last": "", "watched": {}})
        return known

    def last(self, connector: str) -> str:
        """The last night that was counted."""
        return str(self._of(connector)["last"])

    def watched(self, connector: str) -> dict[str, Watched]:
        """What is remembered, by fingerprint."""
        items: Mapping[str, Any] = self._of(connector)["watched"]
        try:
            return {key: Watched(**item) for key, item in items.items()}
        except TypeError as error:
            raise IssuesError(f"{self._path} is no state of contract issues: {error}") from None

    def note_issue(self, connector: str, fingerprint: str, watched: Watched, number: int) -> None:
        """Remember an issue at once; the counters are those of the night before."""
        items = self._of(connector)["watched"]
        items.setdefault(fingerprint, asdict(replace(watched, red=watched.red - 1)))
        items[fingerprint]["issue"] = number
        self._write()

    def finish(self, connector: str, night: str, now: Mapping[str, Watched]) -> None:
        """The night is counted."""
        watched = {key: asdict(each) for key, each in sorted(now.items())}
        self._document["connectors"][connector] = {"last": night, "watched": watched}
        self._write()

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_name(f"{self._path.name}.new")
        draft.write_text(json.dumps(self._document, indent=1) + "\n", encoding="utf-8")
        draft.replace(self._path)


def _act(connector: str, action: Action) -> int:
    """Do it; the number of the issue."""
    issue = str(action.watched.issue)
    if action.verb == "close":
        words = "Green for two nights in a row."
        _gh("issue", "close", issue, "--comment", words)
    elif action.verb == "update":
        _gh("issue", "edit", issue, "--body", _body(connector, action))
    else:
        known = _known(action.fingerprint)
        if known:
            return known
        text = ("--title", _title(connector, action), "--body", _body(connector, action))
        found = re.search(r"/(\d+)\s*$", _gh("issue", "create", *text))
        if found is None:
            raise IssuesError("gh issue create did not say which issue it made")
        return int(found[1])
    return action.watched.issue


def _known(fingerprint: str) -> int:
    """An open issue of this deviation, should the state have been lost; else 0."""
    asked = ("--state", "open", "--search", f"{fingerprint} in:body", "--json", "number")
    try:
        found: Sequence[Mapping[str, Any]] = json.loads(_gh("issue", "list", *asked) or "[]")
    except ValueError:
        return 0
    return min((int(each["number"]) for each in found), default=0)


def _title(connector: str, action: Action) -> str:
    finding = action.finding
    what = f": {finding['kind']} at {finding['pattern'] or '/'}" if finding else ""
    return f"contract: {connector}.{action.watched.operation}{what}"[:200]


def _body(connector: str, action: Action) -> str:
    finding, watched = action.finding, action.watched
    rows = [(key, str(finding[key])) for key in ("kind", "pointer", "expected", "got", "count")]
    table = "\n".join(f"| {key} | {escaped(value or '/')} |" for key, value in rows)
    return (
        f"`{connector}.{watched.operation}` is not what its description says.\n\n"
        f"| | |\n|---|---|\n{table}\n\n"
        f"First seen {watched.first_seen}, last seen {watched.last_seen},"
        f" {watched.red} nights in a row.\n\n"
        f"Fingerprint: {action.fingerprint}\n"
    )


def _gh(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ("gh", *arguments), capture_output=True, text=True, timeout=_WITHIN, check=False
        )
    except OSError as error:
        raise IssuesError(f"the command gh cannot be run: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        raise IssuesError(f"gh {arguments[0]} {arguments[1]} took too long") from None
    if done.returncode:
        why = " ".join((done.stderr or done.stdout).split())[:300]
        raise IssuesError(f"gh {arguments[0]} {arguments[1]} failed: {why}")
    return done.stdout.strip()
