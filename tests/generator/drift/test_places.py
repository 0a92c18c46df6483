"""Each finding says where it stands in both files, who is concerned, and what to do."""

from pathlib import Path
from typing import Any

from connector_generator.drift import Drift, compare
from connector_generator.drift.findings import Finding
from connector_generator.drift.reading import Source, read
from tests.generator.drift.pairs import body, document, drift, operation, record, text

OLD = """openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - $ref: "#/components/parameters/limit"
      responses:
        "200":
          description: Pets.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}
    post:
      operationId: createPet
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Pet"}
      responses:
        "201":
          description: The pet.
          content:
            application/json:
              schema:
                anyOf:
                  - $ref: "#/components/schemas/Pet"
                  - type: "null"
components:
  parameters:
    limit:
      name: limit
      in: query
      schema: {type: integer, maximum: 100}
  schemas:
    Animal:
      type: object
      properties:
        kind: {type: string, enum: [cat, dog]}
    Pet:
      allOf:
        - $ref: "#/components/schemas/Animal"
        - type: object
          required: [name]
          properties:
            name: {type: string}
            owner:
              type: object
              properties:
                phone: {type: string}
"""


def _read(folder: Path, stem: str, text: str) -> Any:
    path = folder / f"{stem}.yaml"
    path.write_text(text, encoding="utf-8")
    return read(Source(specs=(str(path),), shown=path.name, name="pets"))


def _drift(folder: Path, *replaced: tuple[str, str]) -> Drift:
    new = OLD
    for before, after in replaced:
        assert before in new
        new = new.replace(before, after)
    return compare(_read(folder, "old", OLD), _read(folder, "new", new))


def _at(needle: str, after: str = "") -> tuple[int, int]:
    """Line and column of a text in the old description."""
    offset = OLD.index(needle, OLD.index(after))
    return OLD.count("\n", 0, offset) + 1, offset - OLD.rfind("\n", 0, offset)


def _places(finding: Finding) -> list[tuple[str, int, int]]:
    found = [each for each in (finding.old, finding.new) if each]
    return [(each.pointer, each.line, each.column) for each in found]


def test_what_was_merged_out_of_all_of_is_told_where_it_is_written(tmp_path: Path) -> None:
    found = _drift(tmp_path, ("enum: [cat, dog]", "enum: [cat, dog, bird]")).findings
    assert [each.id for each in found] == [
        "response-property-enum-value-added",
        "request-property-enum-value-added",
    ]
    at = ("/components/schemas/Animal/properties/kind/enum", *_at("enum: [cat"))
    assert _places(found[0]) == [at, at]
    assert [each.request for each in found[0].operations] == ["GET /pets", "POST /pets"]
    assert [each.request for each in found[1].operations] == ["POST /pets"]
    assert (found[0].symbol, found[0].after) == ("Pet.kind", ["bird"])


def test_an_inline_object_is_found_in_its_parent(tmp_path: Path) -> None:
    sent, received = sorted(
        _drift(tmp_path, ("phone: {type: string}", "phone: {type: integer}")).findings,
        key=lambda each: each.id,
    )
    pointer = "/components/schemas/Pet/allOf/1/properties/owner/properties/phone/type"
    assert _places(sent) == [(pointer, *_at("type: string}\n", "phone: {"))] * 2
    assert (received.symbol, received.before, received.after) == (
        "PetOwner.phone",
        "string",
        "integer",
    )


def test_a_shared_parameter_is_one_finding(tmp_path: Path) -> None:
    (found,) = _drift(tmp_path, ("maximum: 100", "maximum: 50")).findings
    pointer = "/components/parameters/limit/schema/maximum"
    assert _places(found) == [(pointer, *_at("maximum: 100"))] * 2
    assert (found.symbol, found.subject) == ("pets.list(limit)", "limit")
    assert (found.before, found.after, str(found.severity)) == (100, 50, "breaking")


def test_a_property_of_many_operations_is_one_finding_with_all_of_them(tmp_path: Path) -> None:
    operations = [operation(received={"$ref": "#/components/schemas/A"}) for _ in range(30)]
    old = document(*operations, schemas={"A": record("a", a=text())})
    new = document(*operations, schemas={"A": record(a=text())})
    (found,) = drift(tmp_path, old, new).findings
    assert len(found.operations) == 30
    assert found.id == "response-property-became-optional"


def test_what_is_gone_has_a_place_on_one_side_only(tmp_path: Path) -> None:
    gone = _drift(tmp_path, ("            name: {type: string}\n", "")).findings
    assert {each.id for each in gone} >= {
        "response-required-property-removed",
        "request-property-removed",
    }
    assert all(each.new is None and each.old is not None for each in gone if "removed" in each.id)


def test_verdicts(tmp_path: Path) -> None:
    def verdict(*replaced: tuple[str, str]) -> str:
        return _drift(tmp_path, *replaced).verdict

    assert verdict() == "none"
    assert verdict(("maximum: 100", "maximum: 50")) == "major"
    assert verdict(("maximum: 100", "maximum: 200")) == "minor"
    assert verdict(("enum: [cat, dog]", "enum: [cat, dog, bird]")) == "minor"
    assert (
        verdict(("operationId: createPet", "operationId: createPet\n      tags: [pets]")) == "minor"
    )


def test_names_that_appear_and_vanish(tmp_path: Path) -> None:
    old = document(
        operation(received={"$ref": "#/components/schemas/A"}),
        schemas={"A": record(one=text(), two=text())},
    )
    new = document(
        operation(received={"$ref": "#/components/schemas/A"}, sent=record(name=text())),
        operation(operationId="more"),
        schemas={"A": record(one=text(), three=record(x=text()))},
    )
    told = {(each.kind, each.change, each.name) for each in drift(tmp_path, old, new).names}
    assert ("field", "appears", "A.three") in told
    assert ("field", "vanishes", "A.two") in told
    assert ("class", "appears", "AThree") in told
    assert any(kind == "method" and change == "appears" for kind, change, _ in told)
    assert any(kind == "argument" and name.endswith("(name)") for kind, _, name in told)


def test_every_finding_has_a_sentence_and_an_advice(tmp_path: Path) -> None:
    old = document(operation(sent=record("a", a=text(), b=text()), received=record("a", a=text())))
    new = document(operation(sent=record(b=text(maxLength=3)), responses={"202": body(text())}))
    found = drift(tmp_path, old, new).findings
    assert len(found) >= 4
    for each in found:
        assert each.message
        assert each.advice.endswith(".")
        assert "{" not in each.message + each.advice
