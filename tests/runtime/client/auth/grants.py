"""What our authorization server grants, by Authlib: codes with PKCE, refresh tokens, revocation.

Authlib has no types, or other people's guesses of them: this file is checked by running it.
"""

# mypy: disable-error-code="import-untyped,misc,no-untyped-def,no-untyped-call,no-any-return"
# pyright: basic, reportArgumentType=false, reportAttributeAccessIssue=false, reportReturnType=false
# pyright: reportOptionalMemberAccess=false, reportIncompatibleMethodOverride=false

import secrets
import threading
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc6749 import AuthorizationServer, ClientMixin, OAuth2Request
from authlib.oauth2.rfc6749.errors import OAuth2Error
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant, RefreshTokenGrant
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge

CLIENT_SECRET = "client-secret-canary"
_METHODS = ["client_secret_basic", "client_secret_post", "none"]


class Application(ClientMixin):
    """A registered client. With a secret it must show it; ports of its redirect do not count."""

    def __init__(self, client_id: str, secret: str) -> None:
        self.client_id = client_id
        self.secret = secret

    def get_client_id(self) -> str:
        return self.client_id

    def get_default_redirect_uri(self) -> None:
        return None

    def get_allowed_scope(self, scope: str) -> str:
        return scope or "read"

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        parts = urlsplit(redirect_uri)
        return (parts.scheme, parts.hostname, parts.path) == ("http", "127.0.0.1", "/callback")

    def check_client_secret(self, client_secret: str) -> bool:
        return bool(self.secret) and secrets.compare_digest(client_secret, self.secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return (method == "none") != bool(self.secret)

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type in ("authorization_code", "refresh_token")


@dataclass
class Code:
    """An authorization code, valid once."""

    client_id: str
    redirect_uri: str
    scope: str
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope


@dataclass(eq=False)
class Issued:
    """A pair of tokens; all that come from one consent are a family."""

    client_id: str
    access_token: str
    refresh_token: str
    scope: str
    family: str
    revoked: bool = False
    used: bool = False

    def check_client(self, client: Application) -> bool:
        return client.client_id == self.client_id

    def get_scope(self) -> str:
        return self.scope


class _Request(OAuth2Request):
    def __init__(self, method: str, uri: str, body: str, headers: Any) -> None:
        # Authlib takes https alone; on this machine we speak http.
        super().__init__(method, uri.replace("http://", "https://", 1), headers=headers)
        self._form = dict(parse_qsl(body))
        query = dict(parse_qsl(urlsplit(uri).query))
        self.payload = BasicOAuth2Payload({**query, **self._form})

    @property
    def form(self) -> dict[str, str]:
        return self._form

    @property
    def args(self) -> dict[str, str]:
        return self.payload.data


class _CodeGrant(AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = _METHODS

    def save_authorization_code(self, code, request):
        data = request.payload.data
        self.server.codes[code] = Code(
            request.client.client_id,
            data["redirect_uri"],
            request.scope,
            data["code_challenge"],
            data["code_challenge_method"],
        )

    def query_authorization_code(self, code, client):
        found = self.server.codes.get(code)
        return found if found and found.client_id == client.client_id else None

    def delete_authorization_code(self, authorization_code):
        codes = self.server.codes
        codes.pop(next(key for key, value in codes.items() if value is authorization_code))

    def authenticate_user(self, authorization_code):
        return "alice"


class _RefreshGrant(RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = _METHODS
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        found = self.server.by_refresh_token(refresh_token)
        if found is None or found.revoked:
            return None
        if found.used:  # stolen, by one of the two: nobody keeps it
            self.server.reused += 1
            self.server.revoke_family(found.family)
            return None
        return found

    def authenticate_user(self, refresh_token):
        return "alice"

    def revoke_old_credential(self, refresh_token):
        refresh_token.used = True


class _Revocation(RevocationEndpoint):
    CLIENT_AUTH_METHODS = _METHODS

    def query_token(self, token_string, token_type_hint):
        found = self.server.by_refresh_token(token_string)
        return found or self.server.by_access_token(token_string)

    def revoke_token(self, token, request):
        self.server.revoke_family(token.family)


class _PKCE(CodeChallenge):
    """Nobody goes without, and nobody says ``plain``."""

    SUPPORTED_CODE_CHALLENGE_METHOD: ClassVar = ["S256"]

    def validate_code_challenge(self, grant, redirect_uri):
        super().validate_code_challenge(grant, redirect_uri)
        if grant.request.payload.data.get("code_challenge_method") != "S256":
            raise OAuth2Error("no PKCE with S256", redirect_uri=redirect_uri)


@dataclass
class Answer:
    """What the server answers; headers by name."""

    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


class Grants(AuthorizationServer):
    """Consent, tokens and revocation, for ``public`` and for ``confidential`` clients."""

    def __init__(self) -> None:
        super().__init__()
        self.lock = threading.RLock()
        self.clients = {
            "public": Application("public", ""),
            "confidential": Application("confidential", CLIENT_SECRET),
        }
        self.codes: dict[str, Code] = {}
        self.issued: list[Issued] = []
        self.lifetime = 3600
        self.refreshes = 0
        self.reused = 0
        self.register_token_generator("default", self._generate)
        self.register_grant(_CodeGrant, [_PKCE(required=True)])
        self.register_grant(_RefreshGrant)
        self.register_endpoint(_Revocation)

    def authorize(self, method: str, uri: str, *, consents: bool, issuer: str) -> Answer:
        """The redirect of the user, who is Alice and decides at once."""
        request = _Request(method, uri, "", {})
        try:
            grant = self.get_consent_grant(request, "alice")
        except OAuth2Error as error:
            return self.handle_error_response(request, error)
        user = "alice" if consents else None
        answer = self.create_authorization_response(request, user, grant)
        if "Location" in answer.headers:
            location = add_params_to_uri(answer.headers["Location"], [("iss", issuer)])
            answer.headers["Location"] = location
        return answer

    def post(self, name: str, uri: str, body: str, headers: Any) -> Answer:
        """The answer of the endpoint ``token`` or ``revocation``."""
        request = _Request("POST", uri, body, headers)
        with self.lock:
            if name == "token":
                return self.create_token_response(request)
            return self.create_endpoint_response(name, request)

    def accepts(self, access_token: str) -> bool:
        """Whether the API takes this token."""
        found = self.by_access_token(access_token)
        return found is not None and not found.revoked and not found.used

    def by_access_token(self, token: str) -> Issued | None:
        return next((each for each in self.issued if each.access_token == token), None)

    def by_refresh_token(self, token: str) -> Issued | None:
        return next((each for each in self.issued if each.refresh_token == token), None)

    def revoke_family(self, family: str) -> None:
        for each in self.issued:
            if each.family == family:
                each.revoked = True

    def query_client(self, client_id):
        return self.clients.get(client_id)

    def save_token(self, token, request):
        before = request.refresh_token
        self.refreshes += before is not None
        family = before.family if before else secrets.token_hex(4)
        fields = (token["access_token"], token["refresh_token"], token["scope"], family)
        self.issued.append(Issued(request.client.client_id, *fields))

    def _generate(self, grant_type, client, user=None, scope=None, **more):
        number = len(self.issued) + 1
        return {
            "token_type": "Bearer",
            "access_token": f"access-canary-{number}-{secrets.token_hex(8)}",
            "refresh_token": f"refresh-canary-{number}-{secrets.token_hex(8)}",
            "expires_in": self.lifetime,
            "scope": scope or "read",
        }

    def create_oauth2_request(self, request):
        return request

    def handle_response(self, status, body, headers):
        return Answer(status, body, dict(headers))

    def send_signal(self, name, *args, **kwargs):
        pass
