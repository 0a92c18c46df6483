"""The normalised tree is what openapi-pydantic understands."""

from connector_generator.normalise.parse import parse
from tests.generator.normalise.documents import STRING, record, run


def test_extensions_and_new_parts_survive() -> None:
    parameter = {
        "name": "q",
        "in": "querystring",
        "content": {"application/json": {"schema": record(a=STRING)}},
    }
    item = {
        "get": {"x-mine": 1, "parameters": [parameter], "responses": {"200": {"description": ""}}},
        "query": {"responses": {"200": {"description": ""}}},
    }
    result = run({"openapi": "3.2.0", "info": {"title": "", "version": ""}, "paths": {"/x": item}})
    api = parse(result.document)
    assert api.paths is not None
    path = api.paths["/x"]
    assert path.get is not None
    assert path.get.model_extra is not None
    assert path.get.model_extra["x-mine"] == 1
    assert path.model_extra is not None
    assert "query" in path.model_extra
