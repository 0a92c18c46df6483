"""Operations as the guide's endpoint lists them."""

from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.metadata import connector_json


def test_the_guides_shape() -> None:
    catalogue = Catalogue.found()
    listed = connector_json("slack", catalogue.operations("slack"))
    operations = {each["name"]: each for each in listed["operations"]}

    assert listed["connector_id"] == "slack"
    assert len(operations) == len(catalogue.operations("slack"))
    send = operations["send_message"]
    assert list(send) == ["name", "description", "parameters", "complexity", "required_maturity"]
    assert (send["complexity"], send["required_maturity"]) == (3, "supervised")
    assert send["parameters"]["channel"]["type"] == "string"
    assert send["parameters"]["channel"]["required"] is True
    assert set(send["parameters"]["channel"]) == {"type", "required", "description"}


def test_every_level_has_its_maturity() -> None:
    catalogue = Catalogue.found()
    found = {
        (each["complexity"], each["required_maturity"])
        for connector in catalogue.connectors()
        for each in connector_json("", catalogue.operations(connector.connector_id))["operations"]
    }

    assert found <= {(1, "student"), (2, "intern"), (3, "supervised"), (4, "autonomous")}
    assert len(found) >= 3
