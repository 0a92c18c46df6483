"""Words: how text of a document is split, and what number and verb-hood its words have."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as tables of words are written here."""
    return frozenset(text.split())


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

_SAME = word_set(
    "access alias aws basis bonus business campus canvas chaos corpus css data diagnosis dns "
    "gas graphics has https ios is jenkins kubernetes lens logistics media metadata news os "
    "physics plus radius series sms species status sys this tls"
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

VERBS = word_set(
    "abort accept accumulate acknowledge activate add allocate adjust analyze answer append apply approve archive assign "
    "attach authenticate authorize ban batch begin block bulk calculate call cancel capture "
    "change check clear clone close collect commit compact compare complete compute confirm connect "
    "convert copy count create deactivate decline decrypt delete deliver deny deploy deregister "
    "describe detach disable discard disconnect dismiss dispatch download draft drop duplicate "
    "edit enable encrypt end enroll estimate exchange execute expire export extend fail fetch "
    "finalize find finish flag follow force fork forward generate get grant hangup hide import "
    "increment increase initiate insert install invalidate invite invoke join kick leave link "
    "list load lock login logout lookup mark match merge migrate modify move mute open patch "
    "pause pay peek perform ping pin play poll post preview process promote provision publish purchase pull "
    "purge push put query read reassign reactivate rebuild receive recommend record recycle redact redeem redeliver "
    "reduce refer refresh refund regenerate register reject release reload remove rename render renew "
    "reopen reorder repeat repay replace reply replay report request rerun reschedule resend reset "
    "resolve restart restore restrict resume retrieve retry return reverse review revoke rollback rotate "
    "run save scan schedule search select send set settle share ship show sign simulate skip snooze star "
    "start stop store stream submit subscribe suggest suspend swap switch sync synchronize tag "
    "terminate test toggle track transfer trash trigger unarchive unassign unban unblock "
    "undelete undo unfollow uninstall unlink unlock unmute unpin unpublish unregister unshare "
    "unstar unsubscribe untrash unwatch update upgrade upload upsert use validate verify view "
    "void vote watch withdraw write"
)
"""Words that begin an operation's name when it says what the operation does."""

_ALSO_NOUNS = word_set(
    "access answer batch block branch call change charge check comment download draft edit export"
    " filter flag follow fork group import invite issue link load lock log login match message note"
    " order patch ping pin play poll post preview process query record refund release reply report"
    " request return review run sample scan schedule search share sign star store stream tag test"
    " track transfer trigger update upgrade upload use view vote watch"
)


def split_words(text: str) -> list[str]:
    """The lower-case words of any spelling: camelCase, PascalCase, snake_case, kebab-case, dots.

    >>> split_words("listCoreV1NamespacedPod")
    ['list', 'core', 'v1', 'namespaced', 'pod']
    """
    return list(_split(text))


@lru_cache(maxsize=50_000)
def _split(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", text).replace("'", "")
    plain = _COMPOUND.sub(lambda match: _COMPOUNDS[match[0]], plain)
    plain = _PLURAL_ACRONYM.sub(lambda match: match[1].capitalize() + "s", plain)
    spaced = _BOUNDARY.sub(" ", plain)
    return tuple(word.lower() for word in _SEPARATOR.split(spaced) if word)


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


def is_ambiguous(word: str) -> bool:
    """Whether the verb begins names of things as well: ``load`` of load balancers."""
    return word in _ALSO_NOUNS


def is_verb_phrase(words: Sequence[str]) -> bool:
    """Whether the words tell to do something: ``submit_tool_outputs`` does, ``login_links`` are things."""
    if not words or words[0] not in VERBS:
        return False
    return len(words) == 1 or words[0] not in _ALSO_NOUNS or not is_plural(words[-1])
