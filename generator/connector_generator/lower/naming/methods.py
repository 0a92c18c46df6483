"""R3: the method path that HTTP method and path speak of."""

from dataclasses import dataclass, field

from connector_generator.lower.naming.identifiers import snake_case
from connector_generator.lower.naming.paths import PathTree, Segments, path_shape
from connector_generator.lower.naming.sketches import OperationSketch
from connector_generator.lower.naming.words import (
    ascii_text,
    is_ambiguous,
    is_plural,
    is_verb_phrase,
    split_words,
    word_set,
)

READ_VERBS = word_set(
    "search find query lookup list get fetch retrieve count check export download preview poll "
    "verify validate compare estimate scan show"
)
_UPDATES = frozenset({"PUT", "PATCH", "POST"})


@dataclass(frozen=True, slots=True)
class MethodPath:
    """A resource, a method in it, and the rule that says so."""

    resource: tuple[str, ...]
    method: str
    reason: str = field(compare=False)

    @property
    def full(self) -> tuple[str, ...]:
        """Resource and method."""
        return (*self.resource, self.method)


def http_verb(http_method: str) -> str:
    """What a method does when nothing else is known of it."""
    verbs = {"GET": "retrieve", "POST": "create", "PUT": "update", "PATCH": "update"}
    return verbs.get(http_method.upper()) or snake_case(ascii_text(http_method).lower())


def path_method(sketch: OperationSketch, segments: Segments, tree: PathTree) -> MethodPath:
    """Resource and method by the path: the table of the rules is in its branches' order."""
    literals = tuple(each.name for each in segments if not each.is_parameter)
    method = sketch.http_method.upper()
    if _acts_on_parameter(segments, tree) and method in _UPDATES:
        return MethodPath(literals[:-1], literals[-1], "the path ends in a verb and its object")
    if not segments or segments[-1].is_parameter:
        verb = "update" if method in _UPDATES else http_verb(method)
        return MethodPath(literals, verb, "the path ends in one thing's id")
    if _is_verb_literal(sketch, segments, tree):
        return MethodPath(literals[:-1], literals[-1], "the path ends in a verb")
    if _is_action(segments, tree) and method in _UPDATES:
        return MethodPath(literals[:-1], literals[-1], "the path ends in an action on one thing")
    if _is_action(segments, tree) and method == "DELETE":
        return MethodPath(literals[:-1], f"delete_{literals[-1]}", "the path ends in a part")
    if method == "GET":
        verb = "list" if _is_list(sketch, segments, tree) else "retrieve"
        return MethodPath(literals, verb, "the reply is a list or not")
    creates = split_words(sketch.operation_id)[:1] == ["create"]
    if method == "POST" and tree.is_singleton(segments) and not creates:
        return MethodPath(literals, "update", "there is one of it, and it can be read")
    return MethodPath(literals, http_verb(method), "the HTTP method on a collection or part")


def _acts_on_parameter(segments: Segments, tree: PathTree) -> bool:
    """``…/tabs/{tab}/move/{position}``: a plain verb that is no collection."""
    if len(segments) < 3 or not segments[-1].is_parameter or segments[-2].is_parameter:
        return False
    words = segments[-2].words
    plain = is_verb_phrase(words) and not is_ambiguous(words[0])
    return plain and not tree.has_get(segments) and path_shape(segments[:-1]) not in tree.methods


def _is_verb_literal(sketch: OperationSketch, segments: Segments, tree: PathTree) -> bool:
    words = segments[-1].words
    if not is_verb_phrase(words) or not tree.is_leaf(segments):
        return False
    if words[0] in READ_VERBS:
        return True
    return sketch.http_method.upper() != "GET" and not tree.has_get(segments)


def _is_list(sketch: OperationSketch, segments: Segments, tree: PathTree) -> bool:
    """By the reply, else by what surrounds the path: things with ids stand below a plural."""
    says_list = split_words(sketch.operation_id)[:1] == ["list"]
    plural = is_plural(segments[-1].words[-1])
    return sketch.returns_collection or says_list or (plural and tree.holds_things(segments))


def _is_action(segments: Segments, tree: PathTree) -> bool:
    """A singular literal after a placeholder, that cannot be read and has no parts."""
    *before, last = segments
    after_one = bool(before) and before[-1].is_parameter
    singular = not is_plural(last.words[-1])
    return after_one and singular and tree.is_leaf(segments) and not tree.has_get(segments)
