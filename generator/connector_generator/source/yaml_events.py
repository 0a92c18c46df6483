"""The one door to libyaml: the events of a text, through PyYAML.

PyYAML is not typed well enough for its events to be told apart cheaply, so they are Any here.
"""

from collections.abc import Callable, Iterator
from typing import Any, cast

import yaml

Events = Callable[[], Any]
"""Each call answers the next event; None after the last one."""


def events(text: str) -> Events:
    """The events of a text, one at a time."""
    loader: Any = yaml.CSafeLoader(text)
    return cast(Events, loader.get_event)


def each_event(text: str) -> Iterator[Any]:
    """The events of a text, to iterate over."""
    return iter(events(text), None)
