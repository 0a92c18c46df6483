"""No secret reaches a report, by whichever way the vendor tries to put it there."""

import dataclasses
import json
from base64 import b64encode

import pytest

from connector_runtime.client import Credentials
from connector_runtime.contract import LiveSettings, check_live
from connector_runtime.contract.reports import FORMS, progress_line
from connector_runtime.contract.results import Result
from connector_runtime.contract.secrets import known_secrets, scrubbed, shown_url
from tests.runtime.contract.clinic import KEY, Change, Clinic, Reply, on, with_body
from tests.runtime.contract.conftest import Live

VALUE = "personal-canary-5512"
"""Stands for what a reply holds and must not be written down: a name, a token of somebody else."""

ECHOES: dict[str, Change] = {
    "a name of a field": with_body("GET /pets/7", lambda pet: pet.update({KEY: 1})),
    "a key of a map": with_body("GET /inventory", lambda shelves: shelves.update({VALUE: "x"})),
    "a value of a wrong type": with_body("GET /pets/7", lambda pet: pet.update(id=VALUE)),
    "a malformed date": with_body("GET /pets/7", lambda pet: pet.update(born=VALUE)),
    "a malformed uuid": with_body("GET /pets/7", lambda pet: pet.update(chip=VALUE)),
    "a new value of an enumeration": with_body("GET /pets/7", lambda pet: pet.update(kind=VALUE)),
    "a malformed email": with_body(
        "GET /pets/7", lambda pet: pet.update(owner={"email": VALUE, KEY: KEY})
    ),
    "the words of an error": on(
        "GET /pets/7", status=409, body={"code": f"{KEY} {VALUE}", "message": f"{KEY} {VALUE}"}
    ),
    "a server's error": on("GET /pets/7", status=500, body=f"{KEY} {VALUE}".encode()),
    "a content type": on("GET /pets/7", content_type=f"x/{KEY}"),
    "a broken JSON": on("GET /pets/7", body=f'{{"{KEY}": {VALUE}'.encode()),
    "a refusal": on("GET /pets/7", status=401, body={"code": KEY, "message": VALUE}),
    "an unknown variant": with_body("GET /events", lambda body: body[0].update(type=VALUE)),
}


@pytest.mark.parametrize("echo", ECHOES)
def test_no_secret_reaches_a_report(echo: str, live: Live) -> None:
    told: list[Result] = []
    report = live(ECHOES[echo], on_result=told.append)
    texts = [form(report) for form in FORMS.values()]
    texts += [progress_line(each) for each in told] + [repr(report), repr(told)]
    for text in texts:
        assert KEY not in text
        assert VALUE not in text


def test_names_that_could_be_data_are_not_shown(live: Live) -> None:
    report = live(with_body("GET /pets/7", lambda pet: pet.update({"ada@home.example": 1})))
    assert [each.pointer for each in report.findings()] == ["/*"]


def test_credentials_of_the_environment_and_of_the_url_are_not_shown(
    live: Live, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = live.package.CONNECTOR.facts["security_schemes"][0]["environment"][0]
    monkeypatch.setenv(name, KEY)
    clinic.change = ECHOES["a name of a field"]
    url = f"{clinic.url}?token={VALUE}"
    report = check_live(live.package, LiveSettings(base_url=url, rate=None))
    assert report.totals["pass"] > 3
    assert KEY not in json.dumps(dataclasses.asdict(report))
    assert VALUE not in json.dumps(dataclasses.asdict(report))


def test_leftovers_are_scrubbed(live: Live) -> None:
    def change(asked: str, reply: Reply) -> Reply:
        if asked == "POST /pets":
            return dataclasses.replace(reply, body={**reply.body, "id": KEY})
        return reply

    report = live(change, live_writes=True)
    assert report.leftovers
    assert KEY not in repr(report)


def test_all_that_credentials_are_made_of_is_known(live: Live) -> None:
    connector = live.package.CONNECTOR
    variable = connector.facts["security_schemes"][0]["environment"][0]
    given = Credentials(("ada/1", "pass word"), key="sk_1234")
    found = known_secrets(connector, given, {variable: " from the environment "})
    assert {"ada/1", "pass word", "sk_1234", "from the environment", "ada%2F1"} <= set(found)
    assert b64encode(b"ada/1:pass word").decode() in found
    assert scrubbed(("x sk_1234 y",), found) == ("x [redacted] y",)


def test_a_base_url_is_shown_without_what_may_be_secret() -> None:
    assert shown_url("https://ada:pw@api.example/v1?key=1#x") == "https://api.example/v1"
