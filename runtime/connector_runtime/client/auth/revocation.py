"""Giving tokens back, so that nobody can use them any more: RFC 7009."""

from connector_runtime.client.auth.endpoints import Application, form_request, refusal
from connector_runtime.client.effects import Effects
from connector_runtime.client.messages import HttpReply


def revoke(
    url: str,
    token: str,
    hint: str,
    application: Application,
    ends_at: float,
    *,
    allow_http: bool = False,
) -> Effects[None]:
    """Revoke one token; ``hint`` is ``refresh_token`` or ``access_token``.

    ``ends_at`` is in monotonic seconds. A token that the server does not know is as good as revoked
    (section 2.2). Raises the error of the answer's status.
    """
    form = {"token": token, "token_type_hint": hint}
    reply: HttpReply = yield form_request(url, form, application, ends_at, allow_http=allow_http)
    if not 200 <= reply.status < 300:
        secrets = (token, application.client_secret)
        raise refusal(reply, "the revocation endpoint", "and revoked nothing", secrets)
