"""Write flows, run: whatever is made is removed again, also when the run is broken off."""

from dataclasses import replace
from typing import Any

from connector_runtime.client.operation import Operation
from connector_runtime.client.pointers import MISSING
from connector_runtime.contract.calls import Caller, Observation
from connector_runtime.contract.collections import home_of, identifier, nouns_of, open_parameters
from connector_runtime.contract.contents import json_of
from connector_runtime.contract.described import Described
from connector_runtime.contract.filling import Filled, Known, MissingError
from connector_runtime.contract.findings import gathered
from connector_runtime.contract.flows import MARKER, Flow, is_marked, marked
from connector_runtime.contract.judgement import judge, outcome_of
from connector_runtime.contract.results import Result, skipped


class FlowRun:
    """One flow of one run."""

    def __init__(self, flow: Flow, caller: Caller, known: Known, described: Described) -> None:
        self._flow = flow
        self._caller = caller
        self._known = known
        self._described = described
        self._by_name: dict[str, Result] = {}
        self.leftovers: list[str] = []

    @property
    def results(self) -> tuple[Result, ...]:
        """What is known so far."""
        return tuple(self._by_name.values())

    def sweep(self) -> None:
        """Delete what earlier runs left behind, as far as this run's list showed it."""
        create, delete = self._flow.create, self._flow.delete
        parents, items = self._known.listed(create.path)
        names = [each.name for each in open_parameters(delete)]
        for item in items:
            key = identifier(item, home_of(delete).name, nouns_of(create))
            if key is not None and is_marked(item):
                self._call(delete, dict(zip(names, (*parents, key), strict=True)), {})

    def run(self) -> None:
        """Create, look, change, look again, delete. Raises KeyboardInterrupt, after cleaning up."""
        create = self._flow.create
        try:
            filled = self._known.filled(create)
        except MissingError as error:
            self._keep(skipped(create, str(error)))
            return
        arguments = marked(create, filled.arguments, self._described)
        made = self._create(Filled(arguments, filled.made_up))
        if made is None:
            return
        key, place = made
        removed = False
        try:
            self._look_and_change(place)
        finally:
            try:
                removed = self._remove(place)
            finally:
                if not removed:
                    self._left(f"{create.name} made {key}, and {self._flow.delete.name} failed")

    def _create(self, filled: Filled) -> tuple[Any, dict[str, Any]] | None:
        """What was made: its identifier, and the path arguments that lead to it."""
        create = self._flow.create
        answered = False
        try:
            seen = self._caller.call(create, filled.arguments, made_up=filled.made_up)
            answered = True
        finally:
            if not answered:
                self._left(f"{create.name} was broken off: look for {MARKER!r}")
        result = self._keep(judge(seen, self._described))
        if seen.error is not None:
            if result.outcome == "unreachable" or seen.status in range(200, 300):
                self._left(f"{create.name} was not answered: look for {MARKER!r}")
            return None
        document = json_of(seen.content, seen.content_type)
        delete = self._flow.delete
        wire = home_of(delete).name
        key = None if document is MISSING else identifier(document, wire, nouns_of(create))
        if key is None:
            self._left(f"{create.name} does not say what it made: look for {MARKER!r}")
            return None
        outer = {each.name: filled.arguments[each.name] for each in open_parameters(create)}
        return key, {**outer, open_parameters(delete)[-1].name: key}

    def _look_and_change(self, place: dict[str, Any]) -> None:
        flow = self._flow
        if flow.retrieve is not None:
            self._call(flow.retrieve, _placed(flow.retrieve, place), {})
        if flow.update is None:
            return
        made = flow.update.example_arguments(0)
        values = _placed(flow.update, place)
        given = {name: made[name] for name in made.keys() - values.keys()}
        self._call(flow.update, values, marked(flow.update, given, self._described), made_up=True)
        if flow.retrieve is not None:
            self._call(flow.retrieve, _placed(flow.retrieve, place), {})

    def _remove(self, place: dict[str, Any]) -> bool:
        delete = self._flow.delete
        return self._call(delete, _placed(delete, place), {}).error is None

    def _call(
        self,
        operation: Operation,
        place: dict[str, Any],
        rest: dict[str, Any],
        *,
        made_up: bool = False,
    ) -> Observation:
        invented = frozenset(rest) if made_up else frozenset[str]()
        seen = self._caller.call(operation, {**rest, **place}, made_up=invented)
        self._keep(judge(seen, self._described))
        return seen

    def _keep(self, result: Result) -> Result:
        before = self._by_name.get(result.operation)
        if before is not None:
            found = gathered((*before.findings, *result.findings))
            outcome = outcome_of(found) if result.outcome == "pass" else result.outcome
            result = replace(result, findings=found, outcome=outcome)
        self._by_name[result.operation] = result
        return result

    def _left(self, what: str) -> None:
        self.leftovers.append(what)


def _placed(operation: Operation, place: dict[str, Any]) -> dict[str, Any]:
    """The path arguments by the names that this operation has for them."""
    names = (each.name for each in open_parameters(operation))
    return dict(zip(names, place.values(), strict=True))
