"""Which ids of oasdiff are told, which are not and why, and where we weigh a change otherwise."""

import csv
import re
from pathlib import Path

from tests.generator.drift.cases import CASES

_ROWS = list(
    csv.DictReader(Path(__file__).with_name("oasdiff_ids.csv").read_text("utf-8").splitlines())
)
LEVELS = {row["id"]: row["level"] for row in _ROWS}
_SEVERITY = {"ERR": "breaking", "WARN": "warning", "INFO": "info"}

NOT_TOLD = {
    r".*sunset.*": "a rule of how a server is retired; the removal itself is told",
    r"api-invalid-stability-level": "a rule of how a description is written",
    r".*-all-of-(added|removed)": "members of allOf are merged: what they say is told instead",
    r".*-x-extensible-enum-value-removed": "an extension of one linter; enumerations are open",
    r"request-read-only-property-.*": "what is only read is no argument of a request",
    r"response-(optional|required)-write-only-property-(added|removed)": "it is never received",
    r"response-write-only-property-.*": "it is never received",
    r"request-(optional|required)-property-became-(not-)?write-only": "sending it is unchanged",
    r"response-(optional|required)-property-became-(not-)?read-only": "receiving it is unchanged",
    r"new-(optional|required)-request-default-parameter-to-existing-path": (
        "parameters of a path are written into its operations: told as new parameters"
    ),
    r"new-request-path-parameter": "another placeholder is another path: told as that",
    r"api-security-component-oauth-scope-changed": "only the description of the scope differs",
}
"""By pattern: why these ids are not told."""

STRICTER = {
    "response-optional-property-removed": "who reads it has nothing to read",
    "api-path-removed-with-deprecation": "the method is gone, announced or not",
    "api-removed-with-deprecation": "the method is gone, announced or not",
    "endpoint-deprecated": "time to look for another",
    "request-property-default-value-changed": "leaving it out means another thing",
    "request-body-default-value-changed": "leaving it out means another thing",
    "new-required-request-property-with-default": "the argument has no default in the method",
    "request-property-became-required-with-default": "the argument has no default in the method",
    "request-optional-property-became-read-only": "what is set has no effect any more",
    "request-required-property-became-read-only": "what is set has no effect any more",
    "request-required-property-became-not-read-only": "an argument that must be given is new",
    "request-body-enum-value-removed": "as for properties",
    "request-parameter-property-type-changed": "as for properties of bodies",
    "response-optional-property-became-write-only": "who reads it has nothing to read",
    "response-required-property-became-write-only": "who reads it has nothing to read",
    "response-property-any-of-added": "as for oneOf",
    "response-body-any-of-added": "as for oneOf",
    "api-security-added": "calls without that credential fail",
    "api-global-security-added": "calls without that credential fail",
    "api-global-security-removed": "where another credential is asked for instead",
    "api-security-scope-added": "calls without that scope fail",
    "api-global-security-scope-added": "calls without that scope fail",
    "api-security-component-type-changed": "the credential is written otherwise",
    "api-security-component-oauth-token-url-changed": "tokens come from elsewhere",
    "api-security-component-oauth-scope-removed": "asking for it may be refused",
    "api-schema-removed": "its class is gone",
    "request-body-discriminator-property-name-changed": "members are told apart by it",
    "request-property-discriminator-property-name-changed": "members are told apart by it",
    "response-body-discriminator-property-name-changed": "members are told apart by it",
    "response-property-discriminator-property-name-changed": "members are told apart by it",
    "request-body-discriminator-mapping-changed": "members are told apart by it",
    "request-property-discriminator-mapping-changed": "members are told apart by it",
    "response-body-discriminator-mapping-changed": "members are told apart by it",
    "response-property-discriminator-mapping-changed": "members are told apart by it",
    "response-body-discriminator-removed": "members are found by trying now",
    "response-property-discriminator-removed": "members are found by trying now",
}
MILDER = {
    "api-stability-decreased": "a promise about later, not about now",
    "request-parameter-default-value-added": "most often it was so before it was written",
    "request-parameter-default-value-removed": "most often it is so still",
    "request-parameter-type-changed": "only for formats that are notes",
    "request-property-type-changed": "only for formats that are notes",
    "request-body-type-changed": "only for formats that are notes",
    "response-property-type-changed": "only for formats that are notes",
    "response-body-type-changed": "only for formats that are notes",
    "request-parameter-property-type-specialized": "only for formats that are notes",
}
_PARSED = re.compile(r"request-.*-type-generalized")
"""Where a text loses its Python type the wire does not mind, but callers do."""


def _told() -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for case in CASES:
        for identity, severity in case.forwards | case.backwards:
            told.setdefault(identity, set()).add(severity)
    return told


def _reason(identity: str) -> str | None:
    return next((why for form, why in NOT_TOLD.items() if re.fullmatch(form, identity)), None)


def test_every_id_of_oasdiff_is_told_or_there_is_a_reason() -> None:
    told = _told()
    assert len(LEVELS) == 273
    assert [each for each in LEVELS if each not in told and _reason(each) is None] == []
    assert [each for each in LEVELS if each in told and _reason(each)] == []


def test_every_reason_is_used() -> None:
    unused = [form for form in NOT_TOLD if not any(re.fullmatch(form, each) for each in LEVELS)]
    assert unused == []


def test_severities_are_those_of_oasdiff_or_there_is_a_reason() -> None:
    order = ["info", "warning", "breaking"]
    stricter: set[str] = set()
    milder: set[str] = set()
    for identity, severities in _told().items():
        if identity not in LEVELS or _PARSED.fullmatch(identity):
            continue
        theirs = order.index(_SEVERITY[LEVELS[identity]])
        ours = {order.index(each) for each in severities}
        if max(ours) > theirs:
            stricter.add(identity)
        if min(ours) < theirs:
            milder.add(identity)
    assert sorted(stricter) == sorted(STRICTER)
    assert sorted(milder) == sorted(MILDER)
