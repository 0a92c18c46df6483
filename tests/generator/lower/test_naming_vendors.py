"""How close our method paths come to the vendors' own SDKs, on the vendors' own descriptions.

``vendor_methods/<vendor>.txt`` has a line for each operation that description and SDK share: HTTP
method, path, the SDK's method path. The roots ``beta`` and ``admin`` of OpenAI's SDK are left out:
the description knows neither.
"""

import os
from pathlib import Path

import pytest

from connector_generator.diagnostics import Diagnostics
from connector_generator.lower import lower
from connector_generator.lower.naming import FrozenNames
from connector_generator.normalise import normalise
from connector_generator.normalise.merge import merge
from connector_generator.source.spec import load_spec

CORPUS = os.environ.get("OPENAPI_CORPUS", "")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
]


def _vendor_methods(vendor: str) -> dict[tuple[str, str], str]:
    text = Path(__file__).with_name("vendor_methods").joinpath(f"{vendor}.txt").read_text("utf-8")
    lines = [line.rsplit(" ", 1) for line in text.splitlines()]
    return {(place.split(" ", 1)[0], place.split(" ", 1)[1]): method for place, method in lines}


@pytest.mark.parametrize(
    ("vendor", "file", "share"),
    [("stripe", "stripe/spec3-2023-09.yaml", 0.915), ("openai", "openai/openapi.yaml", 0.88)],
)
def test_method_paths_are_the_vendors(vendor: str, file: str, share: float) -> None:
    diagnostics = Diagnostics()
    spec = load_spec((str(Path(CORPUS, file)),), diagnostics, name=vendor)
    root = merge([normalise(each, diagnostics) for each in spec.documents]).root
    api = lower(root, vendor, FrozenNames()).api
    expected = _vendor_methods(vendor)
    ours = {
        (each.http_method, each.path): ".".join((*each.resource, each.method_name))
        for each in api.operations
    }
    misses = sorted(place for place, method in expected.items() if ours[place] != method)
    assert len(misses) <= (1 - share) * len(expected), misses
