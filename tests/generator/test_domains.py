"""A domain that does not fit is told where it stands, and the connector is built without it."""

from pathlib import Path

from connector_generator.pipeline import analyse
from connector_generator.request import BuildRequest
from connector_generator.stopwatch import Stopwatch

HUBSPOT = Path(__file__).parents[2] / "specs" / "hubspot.yaml"


def test_a_typing_error_in_a_pointer(tmp_path: Path) -> None:
    right, wrong = "{to: /properties/dealname,", "{to: /property/dealname,"
    text = HUBSPOT.read_text(encoding="utf-8")
    assert text.count(right) == 1
    spec = tmp_path / "hubspot.yaml"
    spec.write_text(text.replace(right, wrong), encoding="utf-8")
    request = BuildRequest(specs=(str(spec),), output=tmp_path, name="hubspot")
    analysis = analyse(request, Stopwatch(lambda _: None))
    (told,) = analysis.diagnostics
    assert (told.code, told.message) == (
        "extension-value",
        "x-connector-domain is left out: /arguments/deal_name: /property/dealname is no argument:"
        " the operation takes properties",
    )
    place = analysis.document.locate(told.pointer)
    line = text.splitlines()[place.line - 1]
    assert line.strip() == "x-connector-domain:"
    domains = {each.name.python: each.facts.domain for each in analysis.api.operations}
    assert domains["create_deal"] == {}
    assert domains["update_deal"]["arguments"]["deal_name"]["description"]
