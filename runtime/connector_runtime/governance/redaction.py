"""What may stand in an audit trail and before an approver's eyes: decided by place, name and shape."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from connector_runtime.client.redaction import REDACTED, is_personal_name, is_secret_name

_SHAPES = re.compile(r"""(?ix)
    \b(?:bearer|basic|token)\s+[\w\-.~+/]{8,}=*            # an Authorization value
    | \b(?:sk|pk|rk|xox[abeprs]|gh[pousr]|glpat|shpat|whsec|ck|pat|key)[_-][\w-]{8,}
    | \bAKIA[0-9A-Z]{12,}
    | \beyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*)?               # a JSON Web Token
    | -----BEGIN[ A-Z]+PRIVATE\ KEY-----[\s\S]*?(?:-----END[ A-Z]+PRIVATE\ KEY-----|\Z)
    | (?<=://)[^/\s:@]+:[^/\s@]+(?=@)                      # user and password of an address
    | \b(?:password|passwd|secret|api[_-]?key|access[_-]?token|refresh[_-]?token)["']?\s*[=:]\s*["']?[^\s"'&,;]+
    """)
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_CARD = re.compile(r"\b\d(?:[ -]?\d){12,18}\b")
_DEEPEST = 12
_LONGEST = 200
_MOST = 50


def for_audit(value: Any, hidden: Iterable[str] = ()) -> Any:
    """The value as JSON for the audit trail: short, without secrets and without personal data.

    ``hidden`` are the JSON pointers into the value that the description marks; ``-`` in them stands
    for any index. Names and the shapes of strings decide about the rest.
    """
    return _Redactor(_is_sensitive_name, without_sensitive, frozenset(hidden)).value(value, "", 0)


def for_approval(value: Any, hidden: Iterable[str] = ()) -> Any:
    """The value as JSON for who decides on a proposal: short, and without secrets.

    Approvers belong to the tenant; they must see to whom a message goes.
    """
    return _Redactor(is_secret_name, without_secrets, frozenset(hidden)).value(value, "", 0)


def without_secrets(text: str) -> str:
    """A text without what looks like a credential."""
    return _SHAPES.sub(REDACTED, text)


def without_sensitive(text: str) -> str:
    """A text without what looks like a credential, an e-mail address or a card number."""
    text = _EMAIL.sub(REDACTED, without_secrets(text))
    return _CARD.sub(lambda found: REDACTED if _is_card(found[0]) else found[0], text)


def _is_sensitive_name(name: str) -> bool:
    return is_secret_name(name) or is_personal_name(name)


class _Redactor(NamedTuple):
    is_hidden_name: Callable[[str], bool]
    clean: Callable[[str], str]
    hidden: frozenset[str]

    def value(self, value: Any, pointer: str, depth: int) -> Any:
        if pointer in self.hidden:
            return REDACTED
        if isinstance(value, str):
            return _short(self.clean(value))
        if value is None or isinstance(value, (bool, float)):
            return value
        if isinstance(value, int):
            return value if self.clean(str(value)) == str(value) else REDACTED
        if depth >= _DEEPEST:
            return "…"
        if isinstance(value, Mapping):
            return self._members(cast("Mapping[Any, Any]", value), pointer, depth)
        if isinstance(value, (list, tuple)):
            return self._items(cast("Sequence[Any]", value), pointer, depth)
        return f"<{type(value).__name__}>"

    def _items(self, items: Sequence[Any], pointer: str, depth: int) -> list[Any]:
        shown = [self.value(item, f"{pointer}/-", depth + 1) for item in items[:_MOST]]
        return [*shown, "…"] if len(items) > _MOST else shown

    def _members(self, members: Mapping[Any, Any], pointer: str, depth: int) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for name in list(members)[:_MOST]:
            key = str(name)
            place = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            hidden = self.is_hidden_name(key)
            shown[_short(self.clean(key))] = (
                REDACTED if hidden else self.value(members[name], place, depth + 1)
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
