"""Every real description loads, and afterwards each of its references leads somewhere."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from connector_generator.diagnostics import Diagnostics
from connector_generator.location import tokens
from connector_generator.source.grammar import EXTENSION, MAPPING
from connector_generator.source.references import references
from connector_generator.source.spec import load_spec
from connector_generator.source.tree import child

CORPUS = Path(os.environ.get("OPENAPI_CORPUS", "../shared/specs"))

DANGLING = {
    "microsoft-graph/graph1.0_withSecurity.json": 1,
    "intercom/api.intercom.io-2.10.yaml": 1,
    "intercom/api.intercom.io-2.11.yaml": 4,
    "square/api.json": 5,
    "okta/oauth.yaml": 47,
    "docusign/esignature.rest.swagger-v2.json": 3,
}
"""References to nothing, per document. An entry that is not needed any more fails."""

pytestmark = pytest.mark.corpus


def _documents() -> list[str]:
    index = CORPUS / "INDEX.csv"
    if not index.exists():
        return []
    with index.open(encoding="utf-8") as rows:
        return [row["file"] for row in csv.DictReader(rows)]


def _targets(root: dict[str, Any]) -> Iterator[str]:
    for site in references({"": root}, "", "document"):
        if site.kind not in {EXTENSION, MAPPING}:
            yield site.reference


@pytest.mark.skipif(not _documents(), reason="OPENAPI_CORPUS names no folder of descriptions")
@pytest.mark.parametrize("file", _documents())
def test_a_real_description_loads(file: str) -> None:
    diagnostics = Diagnostics()
    (document,) = load_spec(str(CORPUS / file), diagnostics).documents
    assert "paths" in document.root or "webhooks" in document.root
    for reference in set(_targets(document.root)):
        assert reference.startswith("#/")
        node: Any = document.root
        for token in tokens(reference):
            node = child(node, token)
    codes = [each.code for each in diagnostics]
    assert codes == ["dangling-ref"] * DANGLING.get(file, 0)


@pytest.mark.skipif(not _documents(), reason="OPENAPI_CORPUS names no folder of descriptions")
def test_a_folder_of_a_thousand_files_is_one_document() -> None:
    spec = load_spec(str(CORPUS / "digitalocean"), Diagnostics())
    assert spec.name == "digitalocean"
    assert len(spec.documents) == 1
    assert len(spec.files) > 1000
