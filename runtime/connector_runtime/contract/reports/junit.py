"""JUnit XML: one test case per operation, for the tables of CI systems."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

from connector_runtime.contract.results import Report, Result

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FAILING = frozenset({"drift", "broken"})


def as_junit(report: Report) -> str:
    """A document with one suite. Only drift and what is broken fail."""
    suite = Element("testsuite", name=f"contract.{report.connector}", timestamp=report.started)
    for each in report.results:
        _case(suite, report.connector, each)
    for problem in report.baseline:
        case = _named(suite, report.connector, f"baseline {problem.operation}", 0.0)
        SubElement(case, "failure", type=problem.kind, message=_clean(str(problem)))
    for left in report.leftovers:
        case = _named(suite, report.connector, "clean-up", 0.0)
        SubElement(case, "failure", type="leftover", message=_clean(left))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    suite.set("errors", "0")
    suite.set("time", f"{report.seconds:.3f}")
    root = Element("testsuites")
    root.append(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _named(suite: Element, connector: str, name: str, seconds: float) -> Element:
    return SubElement(
        suite,
        "testcase",
        classname=f"contract.{connector}",
        name=_clean(name),
        time=f"{seconds:.3f}",
    )


def _case(suite: Element, connector: str, result: Result) -> None:
    name = f"{result.operation}[{result.variant}]" if result.variant else result.operation
    case = _named(suite, connector, name, result.seconds)
    told = "\n".join(f"{each.severity} {each}" for each in result.findings)
    if result.outcome in _FAILING:
        message = result.reason or next(
            (str(each) for each in result.findings if each.red), result.outcome
        )
        failure = SubElement(case, "failure", type=result.outcome, message=_clean(message))
        failure.text = _clean(told)
    elif result.outcome != "pass":
        message = f"{result.outcome}: {result.reason}" if result.reason else result.outcome
        SubElement(case, "skipped", message=_clean(message))
    elif told:
        SubElement(case, "system-out").text = _clean(told)


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
