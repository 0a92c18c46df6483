"""Text to tree: chooses the reader, and refuses what is no description at all."""

from dataclasses import dataclass
from typing import Any

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.json_reader import read_json
from connector_generator.source.positions import Locate, json_positions, yaml_positions
from connector_generator.source.text import decode
from connector_generator.source.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file, read: its tree, and how to find a part of it in the text."""

    tree: Any
    locate: Locate
    text: str


def load(data: bytes, file: str) -> Loaded:
    """Read a JSON or YAML file. ``file`` is its path or URL, used for messages and its suffix."""
    text = decode(data, file)
    if not text.strip():
        raise InputError(
            "empty-file", Location(file), "the file is empty", "Give a description in YAML or JSON."
        )
    if file.lower().endswith(".json"):
        return Loaded(read_json(text, file), json_positions(text, file), text)
    if text.lstrip()[0] == "{":
        return _load_flow(text, file)
    return Loaded(read_yaml(text, file), yaml_positions(text, file), text)


def _load_flow(text: str, file: str) -> Loaded:
    """A text that starts like JSON without the suffix: JSON, else YAML in flow style.

    JSON is tried first because YAML does not know all of its escapes (surrogate pairs).
    """
    try:
        return Loaded(read_json(text, file), json_positions(text, file), text)
    except InputError as error:
        if error.code != "json-syntax":
            raise
    return Loaded(read_yaml(text, file), yaml_positions(text, file), text)
