"""A connector built of what a FastAPI application says of itself keeps with that application."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, NamedTuple

import httpx
import pytest

from connector_runtime.contract import LiveSettings, Report, check_live
from tests.runtime.contract.conftest import built

uvicorn = pytest.importorskip("uvicorn")
pytest.importorskip("fastapi")
from tests.runtime.contract.bookshop import KEY, Bookshop  # noqa: E402  # only with FastAPI


class Shop(NamedTuple):
    """A running shop, and the package built of its own description."""

    shop: Bookshop
    url: str
    package: ModuleType

    def run(self) -> Report:
        return check_live(self.package, LiveSettings(credentials=KEY, base_url=self.url, rate=None))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = Bookshop()
    config = uvicorn.Config(shop.app(), port=0, log_level="error", ws="none", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    ends = time.monotonic() + 10
    while not server.started and time.monotonic() < ends:
        time.sleep(0.01)
    url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    folder = tmp_path_factory.mktemp("bookshop")
    described = httpx.get(f"{url}/openapi.json", trust_env=False)
    (folder / "openapi.json").write_bytes(described.content)
    yield Shop(shop, url, built(folder / "openapi.json", "contract_bookshop", folder / "built"))
    server.should_exit = True
    thread.join(10)


def test_the_application_is_what_it_says(running: Shop) -> None:
    report = running.run()
    assert [str(each) for each in report.findings()] == []
    outcomes = {each.operation: each.outcome for each in report.results}
    reads = {"list_books", "get_book", "get_health"}
    assert reads <= {name for name, outcome in outcomes.items() if outcome == "pass"}
    assert report.totals == {"pass": 4, "skipped": 1}


def _book(**values: Any) -> Callable[[Any], Any]:
    return lambda body: {**body, **values}


@pytest.mark.parametrize(
    ("operation", "edit", "pointer", "kind"),
    [
        ("get_book", _book(title=None), "/title", "null"),
        ("get_book", _book(state="lost"), "/state", "enum"),
        ("get_book", _book(price="4.50"), "/price", "type"),
        ("get_book", _book(id="17"), "/id", "format"),
        (
            "get_book",
            _book(authors=[{"name": "Jane", "born": "1775"}]),
            "/authors/0/born",
            "format",
        ),
        ("get_book", _book(stock={"rome": None}), "/stock/*", "null"),
        ("get_book", lambda body: [body], "", "type"),
        ("list_books", _book(total="1"), "/total", "type"),
        ("list_books", lambda body: {"data": body["data"]}, "/total", "missing"),
    ],
)
def test_drift_of_the_application_is_found(
    running: Shop,
    operation: str,
    edit: Callable[[Any], Any],
    pointer: str,
    kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def change(name: str, body: Any) -> Any:
        return edit(json.loads(json.dumps(body))) if name == operation else body

    monkeypatch.setattr(running.shop, "change", change)
    found = [(each.operation, each.pointer, each.kind) for each in running.run().findings()]
    assert found == [(operation, pointer, kind)]
