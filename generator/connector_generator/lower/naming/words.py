"""Words: how text of a document is split, and what number and verb-hood its words have."""

import re
import unicodedata

_COMPOUNDS = {
    "OAuth": "Oauth",
    "GraphQL": "Graphql",
    "MySQL": "Mysql",
    "iOS": "Ios",
    "macOS": "Macos",
}
_COMPOUND = re.compile("|".join(_COMPOUNDS))
_PLURAL_ACRONYM = re.compile(r"(?<![A-Z])([A-Z]{2,})s(?![a-z])")
_BOUNDARY = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SEPARATOR = re.compile(r"[\W_]+")

_SAME = frozenset(
    ["access", "alias", "aws", "basis", "bonus", "business", "campus", "canvas", "chaos", "corpus", "css", "data", "diagnosis", "dns", "gas", "graphics", "has", "https", "ios", "is", "jenkins", "kubernetes", "lens", "logistics", "media", "metadata", "news", "os", "physics", "plus", "radius", "series", "sms", "species", "status", "sys", "this", "tls"]
)
_IRREGULAR = {
    "analyses": "analysis",
    "aliases": "alias",
    "buses": "bus",
    "bonuses": "bonus",
    "caches": "cache",
    "campuses": "campus",
    "canvases": "canvas",
    "children": "child",
    "cookies": "cookie",
    "indices": "index",
    "indexes": "index",
    "lenses": "lens",
    "matrices": "matrix",
    "movies": "movie",
    "people": "person",
    "quizzes": "quiz",
    "statuses": "status",
    "vertices": "vertex",
    "viruses": "virus",
}
_ES = re.compile(r"(ss|x|tch|sh|rch|nch|lch|each)es$")

VERBS = frozenset(
    ["abort", "accept", "acknowledge", "activate", "add", "analyze", "answer", "append", "apply", "approve", "archive", "assign", "attach", "authenticate", "authorize", "ban", "batch", "begin", "block", "bulk", "calculate", "call", "cancel", "capture", "change", "check", "clear", "clone", "close", "collect", "commit", "compare", "complete", "compute", "confirm", "connect", "convert", "copy", "count", "create", "deactivate", "decline", "decrypt", "delete", "deny", "deploy", "deregister", "describe", "detach", "disable", "discard", "disconnect", "dismiss", "dispatch", "download", "draft", "drop", "duplicate", "edit", "enable", "encrypt", "end", "enroll", "estimate", "exchange", "execute", "expire", "export", "extend", "fetch", "finalize", "find", "finish", "flag", "follow", "force", "fork", "forward", "generate", "get", "grant", "hide", "import", "increment", "increase", "initiate", "insert", "install", "invalidate", "invite", "invoke", "join", "kick", "leave", "link", "list", "load", "lock", "login", "logout", "lookup", "mark", "match", "merge", "migrate", "modify", "move", "mute", "open", "patch", "pause", "peek", "perform", "ping", "pin", "play", "poll", "post", "preview", "process", "promote", "provision", "publish", "pull", "purge", "push", "put", "query", "read", "reactivate", "rebuild", "receive", "recommend", "record", "redact", "redeliver", "reduce", "refresh", "refund", "regenerate", "register", "reject", "release", "reload", "remove", "rename", "render", "renew", "reopen", "reorder", "repeat", "replace", "reply", "replay", "report", "request", "rerun", "reschedule", "resend", "reset", "resolve", "restart", "restore", "resume", "retrieve", "retry", "return", "reverse", "review", "revoke", "rollback", "rotate", "run", "save", "scan", "schedule", "search", "select", "send", "set", "share", "show", "sign", "simulate", "skip", "snooze", "star", "start", "stop", "store", "stream", "submit", "subscribe", "suggest", "suspend", "swap", "switch", "sync", "synchronize", "tag", "terminate", "test", "toggle", "track", "transfer", "trash", "trigger", "unarchive", "unassign", "unban", "unblock", "undelete", "undo", "unfollow", "uninstall", "unlink", "unlock", "unmute", "unpin", "unpublish", "unregister", "unshare", "unstar", "unsubscribe", "untrash", "unwatch", "update", "upgrade", "upload", "upsert", "use", "validate", "verify", "view", "void", "vote", "watch", "withdraw", "write"]
)
"""Words that begin an operation's name when it says what the operation does."""


def split_words(text: str) -> list[str]:
    """The lower-case words of any spelling: camelCase, PascalCase, snake_case, kebab-case, dots.

    >>> split_words("listCoreV1NamespacedPod")
    ['list', 'core', 'v1', 'namespaced', 'pod']
    """
    plain = unicodedata.normalize("NFKC", text).replace("'", "")
    plain = _COMPOUND.sub(lambda match: _COMPOUNDS[match[0]], plain)
    plain = _PLURAL_ACRONYM.sub(lambda match: match[1].capitalize() + "s", plain)
    spaced = _BOUNDARY.sub(" ", plain)
    return [word.lower() for word in _SEPARATOR.split(spaced) if word]


def ascii_text(text: str) -> str:
    """The text without what ASCII cannot say; accents are dropped from their letters."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def singular(word: str) -> str:
    """The singular of one English word; a word that has none stays."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if (
        word in _SAME
        or len(word) < 3
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _ES.search(word):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether the word is a plural."""
    return singular(word) != word


def singular_last(words: list[str]) -> list[str]:
    """The words with the last one in the singular: ``payment_methods`` is a payment method."""
    return [*words[:-1], singular(words[-1])] if words else []


def is_verb(word: str) -> bool:
    """Whether the word can say what an operation does."""
    return word in VERBS
