"""Authorization code with PKCE, against a real authorization server."""

import copy
import pickle
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

import connector_runtime.client as runtime
from connector_runtime.client.auth.authorization import (
    AuthorizationAnswerError,
    AuthorizationRefusedError,
    ask_consent,
    challenge_of,
    code_of,
    exchange,
    new_verifier,
)
from connector_runtime.client.auth.discovery import Provider
from connector_runtime.client.auth.endpoints import Application
from connector_runtime.client.auth.revocation import revoke
from tests.runtime.client.auth.authorization_server import (
    AuthorizationServer,
    authorization_server,
)
from tests.runtime.client.auth.flows import (
    CONFIDENTIAL,
    PUBLIC,
    REDIRECT,
    answered,
    consent_of,
    every_text,
    login,
    told,
    within,
)
from tests.runtime.client.auth.grants import CLIENT_SECRET
from tests.runtime.client.drivers import Driver


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with authorization_server() as running:
        yield running


def test_the_challenge_is_that_of_the_standard() -> None:
    # RFC 7636, appendix B
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_verifiers_are_long_and_never_the_same() -> None:
    verifiers = {new_verifier() for _ in range(100)}
    assert len(verifiers) == 100
    assert {len(each) for each in verifiers} == {43}


def test_the_question_keeps_the_query_of_its_endpoint() -> None:
    provider = Provider("https://a.example/authorize?tenant=1&x=%2F", "https://a.example/token")
    consent = ask_consent(provider, "my id", REDIRECT, ["a", "b"])
    assert consent.url.startswith("https://a.example/authorize?tenant=1&x=%2F&response_type=code&")
    fields = parse_qs(urlsplit(consent.url).query)
    assert fields["client_id"] == ["my id"]
    assert fields["scope"] == ["a b"]
    assert fields["code_challenge"] == [challenge_of(consent.verifier)]
    assert fields["code_challenge_method"] == ["S256"]
    assert "scope" not in ask_consent(provider, "id", REDIRECT).url


@pytest.mark.parametrize("url", ["", "http://vendor.example/authorize", "/authorize"])
def test_a_question_is_only_put_over_encrypted_urls(url: str) -> None:
    with pytest.raises(runtime.ConfigurationError):
        ask_consent(Provider(url, "https://a.example/token"), "id", REDIRECT)


@pytest.mark.parametrize("application", [PUBLIC, CONFIDENTIAL])
def test_a_consent_gives_tokens(
    driver: Driver, server: AuthorizationServer, application: Application
) -> None:
    tokens = login(driver, server, application)
    assert server.grants.accepts(tokens.access_token)
    assert tokens.seconds == 3600
    assert tokens.scope == "read"


def test_a_secret_may_stand_in_the_form(driver: Driver, server: AuthorizationServer) -> None:
    tokens = login(driver, server, Application("confidential", CLIENT_SECRET, True))
    assert server.grants.accepts(tokens.access_token)


def test_a_code_is_good_once(driver: Driver, server: AuthorizationServer) -> None:
    consent = consent_of(driver, server)
    code = code_of(consent, answered(consent))
    told(driver, exchange(consent, code, PUBLIC, within()))
    with pytest.raises(runtime.BadRequestError, match="invalid_grant") as caught:
        told(driver, exchange(consent, code, PUBLIC, within()))
    assert caught.value.vendor_code == "invalid_grant"
    assert code not in every_text(caught.value) + repr(vars(caught.value))


def test_the_server_checks_verifier_redirect_and_secret(
    driver: Driver, server: AuthorizationServer
) -> None:
    def refused(application: Application = PUBLIC, **changes: Any) -> str:
        consent = consent_of(driver, server, application.client_id)
        code = code_of(consent, answered(consent))
        for name, value in changes.items():
            object.__setattr__(consent, name, value)
        with pytest.raises(runtime.APIStatusError) as caught:
            told(driver, exchange(consent, code, application, within()))
        return caught.value.vendor_code

    assert refused(verifier=new_verifier()) == "invalid_grant"
    assert refused(redirect_uri="http://127.0.0.1:10/callback") == "invalid_grant"
    assert refused(Application("confidential", "guessed")) == "invalid_client"


def test_a_foreign_redirect_is_not_served(driver: Driver, server: AuthorizationServer) -> None:
    provider = consent_of(driver, server).provider
    assert answered(ask_consent(provider, "public", "http://evil.example/callback")) == ""


def test_another_state_is_not_our_answer(driver: Driver, server: AuthorizationServer) -> None:
    server.tampers_with_state = True
    consent = consent_of(driver, server)
    with pytest.raises(AuthorizationAnswerError, match="state"):
        code_of(consent, answered(consent))


def test_a_denied_consent_is_typed(driver: Driver, server: AuthorizationServer) -> None:
    server.consents = False
    consent = consent_of(driver, server)
    with pytest.raises(AuthorizationRefusedError, match="access_denied") as caught:
        code_of(consent, answered(consent))
    assert caught.value.vendor_code == "access_denied"
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (copied.vendor_code, copied.code) == ("access_denied", "AUTHORIZATION_REFUSED")


def test_an_answer_of_another_server_is_refused(
    driver: Driver, server: AuthorizationServer
) -> None:
    consent = consent_of(driver, server)
    server.issuer = "https://evil.example"
    with pytest.raises(AuthorizationAnswerError, match=r"names https://evil\.example"):
        code_of(consent, answered(consent))
    with pytest.raises(AuthorizationAnswerError, match="no issuer"):
        code_of(consent, urlencode({"state": consent.state, "code": "c"}))


def test_without_metadata_the_issuer_is_not_known() -> None:
    provider = Provider("https://a.example/authorize", "https://a.example/token")
    consent = ask_consent(provider, "id", REDIRECT)
    query = urlencode({"state": consent.state, "code": "c", "iss": "https://a.example"})
    assert code_of(consent, query) == "c"


@pytest.mark.parametrize("query", ["", "code=c", "state={s}", "state={s}&code=", "state=é&code=c"])
def test_half_an_answer_is_none(query: str) -> None:
    consent = ask_consent(Provider("https://a.example/authorize"), "id", REDIRECT)
    with pytest.raises(AuthorizationAnswerError):
        code_of(consent, query.format(s=consent.state))


@pytest.mark.parametrize("query", ["state={s}&state=x&code=c", "state={s}&code=c&code=d", "%ff=1"])
def test_an_answer_that_says_two_things_is_none(query: str) -> None:
    consent = ask_consent(Provider("https://a.example/authorize"), "id", REDIRECT)
    with pytest.raises(AuthorizationAnswerError):
        code_of(consent, query.format(s=consent.state))


def test_a_servers_words_do_not_steer_the_terminal() -> None:
    consent = ask_consent(Provider("https://a.example/authorize"), "id", REDIRECT)
    fields = {"state": consent.state, "error": "x\x1b[2J", "error_description": "y\r\n" * 500}
    with pytest.raises(AuthorizationRefusedError) as caught:
        code_of(consent, urlencode(fields))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 500


def test_revoked_tokens_are_worth_nothing(driver: Driver, server: AuthorizationServer) -> None:
    tokens = login(driver, server, CONFIDENTIAL)
    url = f"{server.url}/revoke"
    told(driver, revoke(url, tokens.refresh_token, "refresh_token", CONFIDENTIAL, within()))
    assert not server.grants.accepts(tokens.access_token)
    told(driver, revoke(url, "unknown", "refresh_token", CONFIDENTIAL, within()))
    wrong = Application("confidential", "guessed")
    with pytest.raises(runtime.APIStatusError, match="revoked nothing"):
        told(driver, revoke(url, tokens.refresh_token, "refresh_token", wrong, within()))


def test_nothing_secret_is_shown_or_pickled(driver: Driver, server: AuthorizationServer) -> None:
    consent = consent_of(driver, server)
    tokens = login(driver, server, CONFIDENTIAL)
    secrets = (consent.verifier, consent.state, tokens.access_token, CLIENT_SECRET)
    for value in (consent, tokens, CONFIDENTIAL):
        assert not any(secret in every_text(value) for secret in secrets)
        for leave in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="holds secrets"):
                leave(value)
