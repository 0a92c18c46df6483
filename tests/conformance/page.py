"""The page as one HTML file that loads nothing."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from tests.conformance.facts import OF_SUBJECTS, State, Table
from tests.conformance.text import counts, failures

_TEMPLATE = Path(__file__).with_name("page.html.jinja")


def as_html(tables: Sequence[Table]) -> str:
    """A whole document. Whatever stands in descriptions is text in it."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        tables=tables,
        State=State,
        of_subjects=OF_SUBJECTS,
        counts=counts,
        failures=failures,
    )
