"""Text to query: a recursive descent over the grammar of RFC 9535."""

import json
import re
from typing import NoReturn

from connector_generator.source.jsonpath.syntax import (
    Call,
    Compare,
    Condition,
    Every,
    Filter,
    Index,
    Literal,
    Name,
    Not,
    Operand,
    Query,
    Segment,
    Selector,
    Slice,
    Some,
    Test,
    Wildcard,
)

_SPACE = re.compile(r"[ \t\n\r]*")
_MEMBER = re.compile(r"[A-Za-z_\u0080-\U0010FFFF][0-9A-Za-z_\u0080-\U0010FFFF-]*")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_SLICE = re.compile(
    r"(-?[0-9]+)?[ \t\n\r]*:[ \t\n\r]*(-?[0-9]+)?[ \t\n\r]*(?::[ \t\n\r]*(-?[0-9]+)?)?"
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_OPERATOR = re.compile(r"==|!=|<=|>=|<|>")
_FUNCTION = re.compile(r"([a-z][a-z0-9_]*)\(")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'', re.DOTALL)
_WORDS = {"true": True, "false": False, "null": None}
_ARITY = {"length": 1, "count": 1, "match": 2, "search": 2, "value": 1}
_MAX_NESTING = 50
_BIGGEST = 2**53 - 1


class JSONPathError(ValueError):
    """A query is not well-formed; the message names the column."""


def parse(text: str) -> Query:
    """The query of a text that starts with ``$``."""
    return _Parser(text).query()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._nesting = 0

    def query(self) -> Query:
        self._expect("$")
        segments = self._segments()
        if self._at < len(self._text):
            self._fail("expected `.` or `[`")
        return Query(segments)

    # Segments and selectors.

    def _segments(self) -> tuple[Segment, ...]:
        segments: list[Segment] = []
        while True:
            mark = self._at
            self._space()
            if self._accept(".."):
                segments.append(Segment(self._dotted_or_bracketed(), descends=True))
            elif self._accept("."):
                segments.append(Segment((self._dotted(),), descends=False))
            elif self._peek("["):
                segments.append(Segment(self._bracketed(), descends=False))
            else:
                self._at = mark
                return tuple(segments)

    def _dotted_or_bracketed(self) -> tuple[Selector, ...]:
        return self._bracketed() if self._peek("[") else (self._dotted(),)

    def _dotted(self) -> Selector:
        if self._accept("*"):
            return Wildcard()
        match = _MEMBER.match(self._text, self._at)
        if not match:
            self._fail("expected a name; names with other characters are written ['name']")
        self._at = match.end()
        return Name(match.group())

    def _bracketed(self) -> tuple[Selector, ...]:
        self._expect("[")
        selectors = [self._selector()]
        while self._accept(",", spaced=True):
            selectors.append(self._selector())
        self._expect("]", spaced=True)
        return tuple(selectors)

    def _selector(self) -> Selector:
        self._space()
        if self._accept("*"):
            return Wildcard()
        if self._accept("?"):
            return Filter(self._either())
        if self._peek("'") or self._peek('"'):
            return Name(self._string())
        match = _SLICE.match(self._text, self._at)
        if match:
            self._at = match.end()
            start, end, step = (self._whole(part) for part in match.groups())
            return Slice(start, end, 1 if step is None else step)
        match = _INTEGER.match(self._text, self._at)
        if not match:
            self._fail("expected a name in quotes, an index, `*` or `?`")
        self._at = match.end()
        return Index(self._whole(match.group()) or 0)

    def _whole(self, digits: str | None) -> int | None:
        if digits is None:
            return None
        if len(digits) > 17 or abs(int(digits)) > _BIGGEST:
            self._fail("the number is out of range")
        return int(digits)

    # Conditions.

    def _either(self) -> Condition:
        self._nesting += 1
        if self._nesting > _MAX_NESTING:
            self._fail("conditions are nested too deep")
        conditions = [self._both()]
        while self._accept("||", spaced=True):
            conditions.append(self._both())
        self._nesting -= 1
        return conditions[0] if len(conditions) == 1 else Some(tuple(conditions))

    def _both(self) -> Condition:
        conditions = [self._basic()]
        while self._accept("&&", spaced=True):
            conditions.append(self._basic())
        return conditions[0] if len(conditions) == 1 else Every(tuple(conditions))

    def _basic(self) -> Condition:
        if self._accept("!", spaced=True):
            self._space()
            condition = self._group() if self._peek("(") else self._test(self._operand())
            return Not(condition)
        self._space()
        if self._peek("("):
            return self._group()
        left = self._operand()
        self._space()
        match = _OPERATOR.match(self._text, self._at)
        if not match:
            return self._test(left)
        self._at = match.end()
        return Compare(self._comparable(left), match.group(), self._comparable(self._operand()))

    def _group(self) -> Condition:
        self._expect("(")
        condition = self._either()
        self._expect(")", spaced=True)
        return condition

    def _test(self, operand: Operand) -> Test:
        if isinstance(operand, Literal):
            self._fail("a value alone is no condition")
        if isinstance(operand, Call) and operand.function not in {"match", "search"}:
            self._fail(f"the result of {operand.function}() has to be compared")
        return Test(operand)

    def _comparable(self, operand: Operand) -> Operand:
        if isinstance(operand, Query) and not operand.singular:
            self._fail("only a path to a single node can be compared")
        if isinstance(operand, Call) and operand.function in {"match", "search"}:
            self._fail(f"the result of {operand.function}() cannot be compared")
        return operand

    # Operands.

    def _operand(self) -> Operand:
        self._space()
        if self._accept("@"):
            return Query(self._segments(), relative=True)
        if self._accept("$"):
            return Query(self._segments())
        if self._peek("'") or self._peek('"'):
            return Literal(self._string())
        function = _FUNCTION.match(self._text, self._at)
        if function:
            self._at = function.end()
            return self._call(function.group(1))
        for word, value in _WORDS.items():
            if self._accept(word):
                return Literal(value)
        number = _NUMBER.match(self._text, self._at)
        if not number:
            self._fail("expected `@`, `$`, a value or a function")
        self._at = number.end()
        return Literal(json.loads(number.group()))

    def _call(self, function: str) -> Call:
        if function not in _ARITY:
            self._fail(f"unknown function {function}()")
        arguments = [self._operand()]
        while self._accept(",", spaced=True):
            arguments.append(self._operand())
        self._expect(")", spaced=True)
        if len(arguments) != _ARITY[function]:
            self._fail(f"{function}() takes {_ARITY[function]} argument(s)")
        if function in {"count", "value"} and not isinstance(arguments[0], Query):
            self._fail(f"{function}() takes a path")
        return Call(function, tuple(arguments))

    def _string(self) -> str:
        match = _QUOTED.match(self._text, self._at)
        if not match:
            self._fail("the quote is not closed")
        self._at = match.end()
        double, single = match.groups()
        if double is None:
            double = re.sub(r"\\.|\"", _requoted, single, flags=re.DOTALL)
        try:
            return str(json.loads(f'"{double}"'))
        except json.JSONDecodeError:
            self._fail("the quoted text holds an unknown escape or a control character")

    # Characters.

    def _space(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _peek(self, token: str) -> bool:
        return self._text.startswith(token, self._at)

    def _accept(self, token: str, *, spaced: bool = False) -> bool:
        mark = self._at
        if spaced:
            self._space()
        if self._peek(token):
            self._at += len(token)
            return True
        self._at = mark
        return False

    def _expect(self, token: str, *, spaced: bool = False) -> None:
        if not self._accept(token, spaced=spaced):
            self._fail(f"expected `{token}`")

    def _fail(self, message: str) -> NoReturn:
        raise JSONPathError(f"{message} at column {self._at + 1} of {self._text!r}")


def _requoted(match: re.Match[str]) -> str:
    """Single-quoted text as it stands between double quotes."""
    return {"\\'": "'", '"': '\\"'}.get(match.group(), match.group())
