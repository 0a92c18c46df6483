"""Identifiers: text of a document in the spelling of Python names, never a keyword."""

import keyword
import re
import unicodedata

from connector_generator.lower.naming.words import ascii_text, split_words

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SYMBOLS = {
    "+": "plus",
    "-": "dash",
    "_": "underscore",
    "$": "dollar",
    "@": "at",
    "#": "hash",
    "%": "percent",
    "&": "and",
    "*": "star",
    "/": "slash",
    "\\": "backslash",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "!": "not",
    "?": "question",
    "=": "equals",
    "<": "less than",
    ">": "greater than",
    "|": "or",
    "~": "tilde",
    "^": "caret",
    "(": "open",
    ")": "close",
    "[": "brackets",
    "]": "",
    "{": "braces",
    "}": "",
    '"': "quote",
    "'": "apostrophe",
    "`": "backtick",
}


def spelled(text: str) -> str:
    """The text with every symbol as a word: ``GMT+0`` becomes ``GMT plus 0``."""
    signed = re.sub(r"-(?=\d)", " minus ", text)
    return "".join(c if c.isalnum() or c == " " else f" {_symbol(c)} " for c in signed)


def _symbol(character: str) -> str:
    known = _SYMBOLS.get(character)
    if known is not None:
        return known
    return unicodedata.name(character, f"U {ord(character):x}").lower()


def join_words(words: list[str]) -> str:
    """Words as one identifier: letters first, and no keyword.

    A single digit at the front is written out, since a field may not begin with an underscore.
    """
    joined = "_".join("".join(c for c in word if f"a{c}".isidentifier()) for word in words).strip(
        "_"
    )
    if not joined:
        return "empty"
    if not joined[0].isidentifier():
        head, _, tail = joined.partition("_")
        if len(head) == 1 and head in "0123456789":
            joined = f"{_DIGITS[int(head)]}_{tail}" if tail else _DIGITS[int(head)]
        else:
            joined = f"n{joined}"
    return escape_keyword(unicodedata.normalize("NFKC", joined))


def escape_keyword(name: str) -> str:
    """The name, with an underscore after it where it is a keyword of Python."""
    return f"{name}_" if keyword.iskeyword(name) else name


def snake_case(text: str) -> str:
    """A ``snake_case`` identifier; letters of any script are kept.

    >>> snake_case("AccountSid"), snake_case("class"), snake_case("+1"), snake_case("2fa")
    ('account_sid', 'class_', 'plus_one', 'n2fa')
    """
    words = split_words(text)
    if not words or _signed(text):
        words = split_words(spelled(text))
    words = [_digit_word(word) for word in words] if _signed(text) else words
    return join_words(words)


def _signed(text: str) -> bool:
    return len(text) > 1 and text[0] in "+-" and text[1].isdigit()


def _digit_word(word: str) -> str:
    return _DIGITS[int(word)] if len(word) == 1 and word in "0123456789" else word


def pascal_case(text: str) -> str:
    """A ``PascalCase`` identifier. Parts that the document spells so keep their capitals.

    >>> pascal_case("io.k8s.api.core.v1.Pod"), pascal_case("payment_intent"), pascal_case("OAuth2App")
    ('IoK8sApiCoreV1Pod', 'PaymentIntent', 'OAuth2App')
    """
    parts = _parts(text) or _parts(spelled(text)) or ["empty"]
    shouted = len(parts) > 1 and all(part.upper() == part for part in parts)
    joined = "".join(
        part.capitalize() if shouted else part[:1].upper() + part[1:] for part in parts
    )
    if not joined[0].isidentifier():
        joined = f"N{joined}"
    return escape_keyword(joined)


def _parts(text: str) -> list[str]:
    """Runs of letters and digits that may stand in an identifier."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c if c != "_" and f"a{c}".isidentifier() else " " for c in plain).split()


def module_name(text: str) -> str:
    """A module's name: ASCII, so that every file system holds it.

    >>> module_name("SimpleUser"), module_name("import"), module_name("Größe")
    ('simple_user', 'import_', 'grosse')
    """
    plain = ascii_text(text.replace("ß", "ss"))
    if any(c.isalnum() for c in plain):
        return snake_case(plain)
    return join_words(split_words(" ".join(f"u{ord(c):x}" for c in text))) if text else "empty"
