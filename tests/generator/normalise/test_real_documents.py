"""Every real description of the corpus ends in the dialect, without losing an operation."""

import csv
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from connector_generator.diagnostics import Diagnostics
from connector_generator.location import Location
from connector_generator.normalise import normalise
from connector_generator.normalise.parse import parse
from connector_generator.source.document import Document
from tests.generator.normalise.dialect import METHODS, violations

CORPUS = Path(os.environ.get("OPENAPI_CORPUS", "/nonexistent"))
REFUSED_BY_THE_LOADER = {"openai/openapi-2024-04.yaml"}
LIMITS = {"stripe/spec3-2023-09.yaml": 2.0, "openai/openapi.yaml": 2.0}

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="OPENAPI_CORPUS names no folder"),
]


class Loader(yaml.CSafeLoader):
    """YAML as JSON knows it: no dates, no ``=``."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag.rsplit(":")[-1] not in ("timestamp", "value")]
    for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def files() -> Iterator[str]:
    if not CORPUS.is_dir():
        return
    with (CORPUS / "INDEX.csv").open(encoding="utf-8") as index:
        for row in csv.DictReader(index):
            if row["tree_files"] == "1" and "separate" not in row["file"]:
                yield row["file"]


def read(file: str) -> dict[str, Any]:
    text = (CORPUS / file).read_text(encoding="utf-8")
    root: dict[str, Any] = json.loads(text) if file.endswith(".json") else yaml.load(text, Loader)
    return root


def operations(root: dict[str, Any]) -> set[tuple[str, str]]:
    paths = root.get("paths") or {}
    return {(path, m) for path, item in paths.items() for m in METHODS & set(item)}


@pytest.mark.parametrize("file", list(files()))
def test_real_document(file: str) -> None:
    if file in REFUSED_BY_THE_LOADER:
        pytest.skip("not YAML as PyYAML reads it")
    root = read(file)
    before = json.dumps(root, default=str)
    started = time.process_time()
    result = normalise(Document("real", root, lambda p: Location(file, p)), Diagnostics())
    spent = time.process_time() - started
    assert spent < LIMITS.get(file, 5.0)
    assert json.dumps(root, default=str) == before
    assert violations(result.root) == []
    assert operations(result.root) == operations(root)
    parse(result)
    json.dumps(result.root, allow_nan=False).encode()


def test_the_same_document_gives_the_same_tree() -> None:
    root = read("adyen/CheckoutService-v71.yaml")
    document = Document("real", root, lambda p: Location("", p))
    first, second = (json.dumps(normalise(document, Diagnostics()).root) for _ in range(2))
    assert first == second
