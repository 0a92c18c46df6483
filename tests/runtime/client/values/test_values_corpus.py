"""Every component of real descriptions gets a valid value, small and fast to make."""

import json
import os
import time
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

import jsonschema_rs
import pytest

from connector_runtime.client.values import ValueGenerator

pytestmark = pytest.mark.corpus

CORPUS = Path(os.environ.get("OPENAPI_CORPUS", "../shared/specs"))
STRIPE = CORPUS / "stripe" / "spec3-2022-04.json"


def as_json_schema(node: Any) -> Any:
    """OpenAPI 3.0 (without allOf) for a judge that knows JSON Schema 2020-12 only."""
    if isinstance(node, list):
        return [as_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: as_json_schema(item) for key, item in node.items() if key != "discriminator"}
    if kept.pop("nullable", None) is not True:
        return kept
    return {"anyOf": [kept, {"type": "null"}]}


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    if not STRIPE.exists():
        pytest.skip(f"no corpus at {CORPUS}: set OPENAPI_CORPUS")
    components: dict[str, Any] = json.loads(STRIPE.read_text())["components"]["schemas"]
    return components


def test_every_component_is_valid_and_small(schemas: dict[str, Any]) -> None:
    root = {"components": {"schemas": as_json_schema(schemas)}}
    generator = ValueGenerator(schemas.__getitem__)
    for key in schemas:
        reference = {"$ref": f"#/components/schemas/{key}"}
        judge = jsonschema_rs.Draft202012Validator({**root, **reference}, validate_formats=True)
        value = generator.value(reference, ("op", key))
        assert judge.is_valid(value), key
        assert len(json.dumps(value)) <= 20_000, key


def test_a_customer_costs_no_more_than_some_hundred_hashes(schemas: dict[str, Any]) -> None:
    """300 microseconds on the machine of reference, where one SHA-256 takes 0.75."""
    reference = {"$ref": "#/components/schemas/customer"}
    generators = [ValueGenerator(schemas.__getitem__)]
    generators += [generators[0].with_seed(seed) for seed in range(1, 100)]
    generators[0].value(reference)

    def customers() -> None:
        for generator in generators:
            generator.value(reference)

    def hashes() -> None:
        for number in range(100):
            sha256(b"create_customer/body/address/%d" % number).digest()

    ratio = median(_cpu(customers) / _cpu(hashes) for _ in range(9))
    assert ratio < 600  # 400 and some room for a busy machine


def _cpu(work: Any) -> float:
    started = time.process_time()
    work()
    return max(time.process_time() - started, 1e-6)
