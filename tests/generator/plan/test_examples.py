"""Examples that a description writes beside its schemas are what callers of its package are shown."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from connector_generator.pipeline import BuildRequest, compose
from connector_generator.stopwatch import Stopwatch
from connector_runtime.client.connector import Connector
from connector_runtime.client.values import reply_value
from tests.generator.hard_cases import import_all, write_package

SPEC = """openapi: 3.1.0
info: {title: Trips, version: "1"}
servers: [{url: https://trips.example.com}]
paths:
  /trips/{id}:
    put:
      operationId: replaceTrip
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, minLength: 4}, example: trip_7}
        - name: seats
          in: query
          required: true
          schema: {type: integer, maximum: 9}
          examples: {all: {value: 90}, few: {$ref: "#/components/examples/few"}}
        - {name: lang, in: header, required: true, schema: {type: string, enum: [en]}, example: EN}
        - name: filter
          in: query
          required: true
          content: {application/json: {schema: {type: object}, example: {near: Rome}}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Trip"}
            examples:
              bad: {value: {to: 5}}
              gone: {externalValue: https://a.example/b.json}
              good: {$ref: "#/components/examples/good"}
      responses:
        "200":
          description: d
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Trip"}
              examples: {bad: {value: {}}, good: {value: {to: Oslo, id: trip_7}}}
  /long:
    post:
      operationId: writeLong
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {type: string}}, example: [LONG]}}
      responses: {"204": {description: d}}
components:
  examples:
    few: {value: 3}
    good: {value: {to: Rome, id: trip_7, tags: [sun]}}
  schemas:
    Trip:
      type: object
      required: [to]
      properties:
        to: {type: string}
        id: {type: string, readOnly: true}
        tags: {type: array, items: {type: string}}
"""


@pytest.fixture
def connector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connector]:
    """The connector of the description above, imported."""
    spec = tmp_path / "shown_examples.yaml"
    spec.write_text(SPEC.replace("LONG", "x" * 9_000), encoding="utf-8")
    request = BuildRequest(specs=(str(spec),), output=tmp_path, formatter="ruff")
    write_package(compose(request, Stopwatch()), tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    found: Connector = import_all("shown_examples").CONNECTOR
    yield found
    for name in [each for each in sys.modules if each.startswith("shown_examples")]:
        del sys.modules[name]


def test_arguments_are_the_first_valid_examples(connector: Connector) -> None:
    arguments = connector.operations["replace_trip"].example_arguments(seed=3)
    assert arguments.pop("lang") == "en"  # Its example is not what its schema allows.
    assert arguments == {
        "id": "trip_7",
        "seats": 3,
        "filter": {"near": "Rome"},
        "to": "Rome",
        "tags": ["sun"],
    }


def test_replies_are_the_first_valid_examples(connector: Connector) -> None:
    shown = reply_value(connector.operations["replace_trip"], connector, 200)
    assert shown == {"to": "Oslo", "id": "trip_7"}


def test_examples_that_are_not_shown_are_not_written(connector: Connector) -> None:
    text = (
        Path(str(sys.modules["shown_examples"].__file__)).parent / "operations.jsonl"
    ).read_text()
    assert "trip_7" in text
    assert "EN" not in text
    assert "xxx" not in text
    assert '"to":5' not in text.replace(" ", "")
