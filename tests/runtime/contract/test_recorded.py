"""Recorded replies are held against the description, and what no longer fits is told."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from connector_runtime.client import Recorder
from connector_runtime.contract import CassetteError, Result, check_offline
from connector_runtime.contract.recorded import recordings
from tests.runtime.contract.clinic import KEY, Clinic

Lines = list[dict[str, Any]]


@pytest.fixture
def tape(package: ModuleType, clinic: Clinic, tmp_path: Path) -> Path:
    """A cassette of the clinic: a pet, the pets, an error, words, and a pet that is deleted."""
    path = tmp_path / "tapes" / "clinic.jsonl"
    path.parent.mkdir()
    recorder = Recorder(package.CONNECTOR, path)
    client = package.ContractClinicClient(KEY, base_url=clinic.url, transport=recorder)
    with client:
        client.pets.retrieve(7)
        client.pets.list()
        with pytest.raises(Exception, match="HTTP 404"):
            client.pets.retrieve(404)
        client.motd.retrieve()
        client.pets.delete(7)
    return path


def checked(package: ModuleType, folder: Path) -> list[Result]:
    report = check_offline(package, cassettes=folder)
    return [each for each in report.results if ".jsonl:" in each.variant]


def edited(path: Path, change: Callable[[Lines], None]) -> None:
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    change(lines)
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))


def content(line: int, **members: Any) -> Callable[[Lines], None]:
    def change(lines: Lines) -> None:
        document = json.loads(lines[line]["content"])
        lines[line]["content"] = json.dumps({**document, **members})

    return change


def field(line: int, **members: Any) -> Callable[[Lines], None]:
    return lambda lines: lines[line].update(members)


def test_what_still_fits_passes(package: ModuleType, tape: Path) -> None:
    results = checked(package, tape.parent)
    assert {each.outcome for each in results} == {"pass"}
    assert [(each.operation, each.variant, each.status) for each in results] == [
        ("get_pet", "clinic.jsonl:2", 200),
        ("list_pets", "clinic.jsonl:3", 200),
        ("get_pet", "clinic.jsonl:4", 404),
        ("get_motd", "clinic.jsonl:5", 200),
        ("delete_pet", "clinic.jsonl:6", 204),
    ]
    assert all(not each.findings for each in results)


@pytest.mark.parametrize(
    ("change", "place", "found"),
    [
        (
            content(1, kind="fish"),
            "clinic.jsonl:2",
            ("get_pet", "enum", "/kind", "'cat' or 'dog'", "string"),
        ),
        (
            content(1, born=1704153600),
            "clinic.jsonl:2",
            ("get_pet", "type", "/born", "date", "integer"),
        ),
        (
            content(1, owner={"email": "nobody"}),
            "clinic.jsonl:2",
            ("get_pet", "format", "/owner/email", "email", "string"),
        ),
        (
            content(2, pets=None),
            "clinic.jsonl:3",
            ("list_pets", "null", "/pets", "array", "null"),
        ),
        (
            field(3, content='{"code": "gone"}'),
            "clinic.jsonl:4",
            ("get_pet", "missing", "/message", "a value", "missing"),
        ),
        (
            field(1, status=203),
            "clinic.jsonl:2",
            ("get_pet", "status", "", "200", "HTTP 203"),
        ),
        (
            field(4, headers={"content-type": "application/json"}, content='"woof"'),
            "clinic.jsonl:5",
            ("get_motd", "content-type", "", "text/plain", "application/json"),
        ),
        (
            field(1, content='{"id": 7, "na'),
            "clinic.jsonl:2",
            ("get_pet", "unreadable", "", "application/json", "a broken content"),
        ),
        (
            field(1, content=""),
            "clinic.jsonl:2",
            ("get_pet", "body", "", "application/json", "no content"),
        ),
        (
            field(1, operation="get_dog"),
            "clinic.jsonl:2",
            ("get_dog", "gone", "", "an operation of the description", "none of this name"),
        ),
    ],
)
def test_what_no_longer_fits_is_told_with_its_place(
    package: ModuleType,
    tape: Path,
    change: Callable[[Lines], None],
    place: str,
    found: tuple[str, ...],
) -> None:
    edited(tape, change)
    stale = [each for each in checked(package, tape.parent) if each.outcome != "pass"]
    assert [each.variant for each in stale] == [place]
    assert [
        (each.operation, each.kind, each.pointer, each.expected, each.got)
        for each in stale[0].findings
    ] == [found]


def test_another_description_of_what_still_fits_is_for_information(
    package: ModuleType, tape: Path
) -> None:
    edited(tape, field(1, described="of before"))
    first = checked(package, tape.parent)[0]
    assert first.outcome == "pass"
    assert [(each.kind, each.severity) for each in first.findings] == [("overtaken", "info")]


def test_what_the_recorder_replaced_is_not_stale(package: ModuleType, tape: Path) -> None:
    edited(tape, content(1, owner={"email": "[redacted]"}, born="[redacted]"))
    assert checked(package, tape.parent)[0].findings == ()
    with package.MockContractClinicClient() as client:
        client.mock.replay(tape)
        assert client.mock.stale_records() == []


def test_the_mock_tells_of_errors_that_are_overtaken(package: ModuleType, tape: Path) -> None:
    edited(tape, field(3, content='{"code": 7, "message": "No."}'))
    with package.MockContractClinicClient() as client:
        client.mock.replay(tape)
        assert client.mock.stale_records() == [
            "record 3: get_pet/code is integer, not string",
        ]


def test_the_key_is_not_recorded(tape: Path) -> None:
    assert KEY not in tape.read_text()


def test_cassettes_of_other_connectors_are_passed_over(package: ModuleType, tape: Path) -> None:
    below = tape.parent / "others"
    below.mkdir()
    (below / "shop.jsonl").write_text('{"format": 1, "connector": "shop"}\n')
    assert len(checked(package, tape.parent)) == 5
    with pytest.raises(CassetteError, match=r"others: no cassette \(\.jsonl\) of contract_clinic"):
        recordings(below, "contract_clinic")


def test_a_cassette_that_is_cut_off_is_refused(package: ModuleType, tape: Path) -> None:
    tape.write_text(tape.read_text()[:-9])
    with pytest.raises(CassetteError, match=r"clinic\.jsonl:6: not a line of a cassette"):
        check_offline(package, cassettes=tape.parent)
