"""The report as one HTML file that loads nothing."""

from collections.abc import Iterator
from html import escape

from connector_runtime.contract.findings import Finding
from connector_runtime.contract.reports.text import total_line
from connector_runtime.contract.results import OUTCOMES, Report, Result

_STYLE = """
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8884}
code{font-size:.9em;overflow-wrap:anywhere}
.tag{padding:.1rem .5rem;border-radius:1rem;color:#fff;background:#667;white-space:nowrap}
.pass{background:#17753a}.drift,.broken,.left{background:#b3261e}.info{background:#3a5f9e}
.unreachable,.rate-limited,.auth-failed{background:#8a5a00}
"""


def as_html(report: Report) -> str:
    """A whole document."""
    title = escape(f"Contract: {report.connector}")
    body = "\n".join(_body(report))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{title}</h1>\n{body}\n</body></html>\n"
    )


def _body(report: Report) -> Iterator[str]:
    totals = " ".join(
        f"{_tag(each)} {report.totals[each]}" for each in OUTCOMES if report.totals[each]
    )
    yield f"<p>{totals}</p><p>{escape(total_line(report))}<br>{escape(report.started)}</p>"
    for left in report.leftovers:
        yield f"<p>{_tag('left')} {escape(left)}</p>"
    found = list(report.findings())
    if found:
        heads = ("", "operation", "place", "deviation", "expected", "got", "fingerprint")
        yield f"<h2>Deviations</h2>{_table(heads, map(_finding, found))}"
    columns = ("outcome", "operation", "request", "status", "seconds", "why")
    yield f"<h2>Operations</h2>{_table(columns, map(_result, report.results))}"


def _table(heads: tuple[str, ...], rows: Iterator[str]) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _finding(finding: Finding) -> str:
    state = _tag("pass", f"accepted: {finding.accepted}") if finding.accepted else ""
    times = f" ×{finding.count}" if finding.count > 1 else ""
    return _row(
        state or _tag(finding.severity),
        escape(finding.operation),
        f"<code>{escape(finding.pointer or '/')}</code>{times}",
        escape(finding.kind),
        escape(finding.expected),
        escape(finding.got),
        f"<code>{finding.fingerprint}</code>",
    )


def _result(result: Result) -> str:
    return _row(
        _tag(result.outcome),
        escape(result.title),
        f"<code>{escape(f'{result.method} {result.path}')}</code>",
        "" if result.status is None else str(result.status),
        f"{result.seconds:.2f}" if result.called else "",
        escape(result.reason),
    )


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def _tag(name: str, text: str = "") -> str:
    return f'<span class="tag {name}">{escape(text or name)}</span>'
