"""The listener for the redirect: one answer, from nobody but the user's browser."""

import http.client
import socket
import threading
from urllib.parse import urlsplit

import pytest

from connector_runtime.cli.pages import page
from connector_runtime.cli.receiver import Receiver
from connector_runtime.client.auth.authorization import AuthorizationError
from tests.runtime.client.http.wires import reset


def got(receiver: Receiver, path: str, **headers: str) -> tuple[int, str]:
    """Status and text of a request."""
    parts = urlsplit(receiver.redirect_uri)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_the_first_redirect_is_taken_and_answered() -> None:
    pages: list[tuple[int, str]] = []
    with Receiver(0) as receiver:
        browser = threading.Thread(target=lambda: pages.append(got(receiver, "/callback?code=1")))
        browser.start()
        assert receiver.wait(10) == "code=1"
        assert got(receiver, "/callback?code=2")[0] == 404
        receiver.show("Done", "<b>")
        browser.join()
    assert pages == [(200, page("Done", "<b>").decode())]
    assert "&lt;b&gt;" in pages[0][1]


@pytest.mark.parametrize(
    ("path", "host"),
    [("/", ""), ("/favicon.ico", ""), ("/callback/x?code=1", ""), ("/callback?code=1", "evil")],
)
def test_everything_else_is_not_found(path: str, host: str) -> None:
    with Receiver(0) as receiver:
        headers = {"Host": host} if host else {}
        assert got(receiver, path, **headers)[0] == 404
        with pytest.raises(AuthorizationError, match=r"within 0\.05 seconds"):
            receiver.wait(0.05)


def test_a_connection_that_says_nothing_holds_nobody_up() -> None:
    """Browsers open connections that they may need later."""
    with Receiver(0) as receiver:
        address = ("127.0.0.1", urlsplit(receiver.redirect_uri).port or 0)
        with socket.create_connection(address):
            answered = threading.Thread(target=got, args=(receiver, "/callback?code=1"))
            answered.start()
            assert receiver.wait(10) == "code=1"
            receiver.show("Done", "")
            answered.join()


def test_a_browser_that_leaves_early_is_no_failure(capfd: pytest.CaptureFixture[str]) -> None:
    with Receiver(0) as receiver:
        parts = urlsplit(receiver.redirect_uri)
        with socket.create_connection(("127.0.0.1", parts.port or 0)) as connection:
            request = f"GET /callback?code=1 HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n"
            connection.sendall(request.encode())
            assert receiver.wait(10) == "code=1"
            reset(connection)
        receiver.show("Done", "x" * 1_000_000)
    assert capfd.readouterr().err == ""


def test_it_listens_to_this_machine_alone() -> None:
    receiver = Receiver(0)
    with receiver:
        assert receiver.redirect_uri.startswith("http://127.0.0.1:")
        assert receiver.redirect_uri.endswith("/callback")
