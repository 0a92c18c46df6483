"""Reports in the forms that people and machines read. All are made of a scrubbed ``Report``."""

from collections.abc import Callable, Mapping

from connector_runtime.contract.reports.document import as_json
from connector_runtime.contract.reports.html import as_html
from connector_runtime.contract.reports.junit import as_junit
from connector_runtime.contract.reports.markdown import as_markdown
from connector_runtime.contract.reports.text import as_text, progress_line
from connector_runtime.contract.results import Report

FORMS: Mapping[str, Callable[[Report], str]] = {
    "junit": as_junit,
    "html": as_html,
    "markdown": as_markdown,
    "json": as_json,
    "text": as_text,
}
"""By name: from a report to the text of a file."""

__all__ = ["FORMS", "as_html", "as_json", "as_junit", "as_markdown", "as_text", "progress_line"]
