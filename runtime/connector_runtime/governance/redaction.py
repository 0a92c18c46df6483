"""What may stand in an audit trail and before an approver's eyes: decided by place, name and shape."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, cast

from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.redaction import REDACTED, is_personal_name, is_secret_name

_SHAPES = re.compile(r"""(?ix)
    \b(?:bearer|basic|token)\s+[\w\-.~+/]{8,}=*            # an Authorization value
    | \b(?:sk|pk|rk|xox[abeprs]|gh[pousr]|glpat|shpat|whsec|ck|pat|key)[_-][\w-]{8,}
    | \bAKIA[0-9A-Z]{12,}
    | \beyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*)?               # a JSON Web Token
    | -----BEGIN[ A-Z]+PRIVATE\ KEY-----[\s\S]*?(?:-----END[ A-Z]+PRIVATE\ KEY-----|\Z)
    | (?<=://)[^/\s:@]+:[^/\s@]+(?=@)                      # user and password of an address
    """)
_NAMED = re.compile(r"""(?ix)
    (?:authorization|cookie)\w*[\\"']*\s*[=:]\s*[\\"']*(?![\s\\"'\[{(])[^\r\n\\"']+
    | (?:password|passwd|passphrase|secret|api[_-]?key|private[_-]?key|token|credential|cookie)
      [\w-]*[\\"']*\s*[=:]\s*(?:
        [\[{(][\s\S]*                                      # a structure as text: who knows its end
        | [\\"']*[^\s\\"'&,;]+)
    """)
"""A secret behind its name. The longest of the patterns, so it is tried where it can be only."""
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_CARD = re.compile(r"\b\d(?:[ -]?\d){12,18}\b")
_Tails: TypeAlias = frozenset[tuple[str, ...]]
"""What is left of the pointers to what is hidden; an empty one has arrived."""
_SECRET_PARTS = ("authorization", "cookie", "credential", "passphrase", "privatekey")
"""Of names without their hyphens, beside those that a client knows."""
_DEEPEST = 12
_LONGEST, _MOST_READ = 200, 4_000
"""Characters of a text that are shown, and that are looked at for it."""
_MOST = 50


def for_audit(value: Any, hidden: Iterable[str] = ()) -> Any:
    """The value as JSON for the audit trail: short, without secrets and without personal data.

    ``hidden`` are the JSON pointers into the value that the description marks; ``*`` in them stands
    for any index or name. Names and the shapes of strings decide about the rest.
    """
    return _Redactor(_is_sensitive_name, without_sensitive).value(value, _tails(hidden), 0)


def for_approval(value: Any, hidden: Iterable[str] = ()) -> Any:
    """The value as JSON for who decides on a proposal: short, and without secrets.

    Approvers belong to the tenant; they must see to whom a message goes.
    """
    return _Redactor(_is_secret_name, without_secrets).value(value, _tails(hidden), 0)


def without_secrets(text: str) -> str:
    """A text, or the beginning of a long one, without what looks like a credential."""
    text = text[:_MOST_READ]
    if ":" in text or "=" in text:
        text = _NAMED.sub(REDACTED, text)
    return _SHAPES.sub(REDACTED, text)


def without_sensitive(text: str) -> str:
    """A text without what looks like a credential, an e-mail address or a card number."""
    text = without_secrets(text)
    if "@" in text:
        text = _EMAIL.sub(REDACTED, text)
    return _CARD.sub(lambda found: REDACTED if _is_card(found[0]) else found[0], text)


def _is_secret_name(name: str) -> bool:
    compact = name.lower().replace("_", "").replace("-", "")
    return is_secret_name(name) or any(part in compact for part in _SECRET_PARTS)


def _is_sensitive_name(name: str) -> bool:
    return _is_secret_name(name) or is_personal_name(name)


def _tails(pointers: Iterable[str]) -> _Tails:
    return frozenset(tuple(tokens_of(each)) for each in pointers)


def _below(tails: _Tails, name: str) -> _Tails:
    """What is left of the pointers below a member."""
    return tails and frozenset(tail[1:] for tail in tails if tail and tail[0] in (name, "*"))


class _Redactor(NamedTuple):
    is_hidden_name: Callable[[str], bool]
    clean: Callable[[str], str]

    def value(self, value: Any, hidden: _Tails, depth: int) -> Any:
        if () in hidden:
            return REDACTED
        if isinstance(value, str):
            return _short(self.clean(value))
        if value is None or isinstance(value, (bool, float)):
            # What is no JSON is text: a database may refuse it.
            return value if not isinstance(value, float) or math.isfinite(value) else str(value)
        if isinstance(value, int):
            return value if self.clean(str(value)) == str(value) else REDACTED
        if depth >= _DEEPEST:
            return "…"
        if isinstance(value, Mapping):
            return self._members(cast("Mapping[Any, Any]", value), hidden, depth)
        if isinstance(value, (list, tuple)):
            return self._items(cast("Sequence[Any]", value), hidden, depth)
        return f"<{type(value).__name__}>"

    def _items(self, items: Sequence[Any], hidden: _Tails, depth: int) -> list[Any]:
        shown = [
            self.value(item, _below(hidden, str(at)), depth + 1)
            for at, item in enumerate(items[:_MOST])
        ]
        return [*shown, "…"] if len(items) > _MOST else shown

    def _members(self, members: Mapping[Any, Any], hidden: _Tails, depth: int) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for name in list(members)[:_MOST]:
            key = str(name)
            shown[_short(self.clean(key))] = (
                REDACTED
                if self.is_hidden_name(key)
                else self.value(members[name], _below(hidden, key), depth + 1)
            )
        if len(members) > _MOST:
            shown["…"] = f"{len(members) - _MOST} more"
        return shown


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _is_card(text: str) -> bool:
    """Luhn's check (ISO/IEC 7812-1) over 13 to 19 digits."""
    digits = [int(each) for each in text if each.isdigit()]
    if not 13 <= len(digits) <= 19:
        return False
    doubled = [
        d if index % 2 == 0 else (d * 2 - 9 if d > 4 else d * 2)
        for index, d in enumerate(reversed(digits))
    ]
    return sum(doubled) % 10 == 0
