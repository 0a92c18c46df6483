"""The four formats: nothing in a description breaks out of its line, and JSON is stable."""

import json
from pathlib import Path

from connector_generator.drift.output import FORMATS
from tests.generator.drift.pairs import document, drift, operation, record, text

EVIL = "a::b,c%\n`x` | <b> \x1b[31m"


def _formats(folder: Path) -> dict[str, str]:
    old = document(operation(sent=record(**{EVIL: text(enum=["1", EVIL])}), received=text()))
    new = document(operation(sent=record(**{EVIL: text(enum=["1"])}), received={"type": "integer"}))
    found = drift(folder, old, new)
    return {name: show(found) for name, show in FORMATS.items()}


def test_annotations_are_one_line_each(tmp_path: Path) -> None:
    lines = _formats(tmp_path)["github"].split("\n")
    assert len(lines) == 2
    assert all(line.startswith("::error file=") for line in lines)
    for line in lines:
        properties = line.removeprefix("::error ").split("::", 1)[0].split(",")
        assert [each.partition("=")[0] for each in properties] == ["file", "line", "col", "title"]


def test_json(tmp_path: Path) -> None:
    told = json.loads(_formats(tmp_path)["json"])
    assert list(told) == ["format", "old", "new", "verdict", "counts", "findings", "names"]
    assert told["counts"] == {"breaking": 2, "warning": 0, "info": 0}
    assert told["verdict"] == "major"
    for finding in told["findings"]:
        assert list(finding) == [
            "id", "severity", "axis", "direction", "relation", "message", "advice", "subject",
            "symbol", "before", "after", "old", "new", "operations",
        ]  # fmt: skip
        assert list(finding["new"]) == ["file", "pointer", "line", "column"]
        assert finding["operations"] == [{"request": "POST /thing", "method": "thing.create"}]


def test_markdown_and_text_keep_to_their_lines(tmp_path: Path) -> None:
    formats = _formats(tmp_path)
    assert "\x1b" not in formats["text"] + formats["markdown"] + formats["github"]
    assert formats["text"].splitlines()[0].endswith("2 breaking; version: major")
    bullets = [line for line in formats["markdown"].splitlines() if line.startswith("- ")]
    assert len(bullets) == 2
    for bullet in bullets:
        prose = "".join(bullet.split("`")[::2])
        assert "<b>" not in prose
        assert bullet.count("`") % 2 == 0


def test_nothing_to_say(tmp_path: Path) -> None:
    found = drift(tmp_path, document(operation()), document(operation()))
    assert FORMATS["text"](found) == "old.json -> new.json: no difference; version: none"
    assert FORMATS["github"](found) == ""
    assert json.loads(FORMATS["json"](found))["findings"] == []
