"""What a new description breaks for those who call the old one.

Two descriptions are brought into one dialect by the stages of a build, compared by variance (what a
caller sends must not be asked for more; what a caller gets must not promise less), and each
difference is told once, with its places in both files and what to do about it.
"""

from connector_generator.drift.compare import compare
from connector_generator.drift.findings import Drift, Finding, Severity, Verdict
from connector_generator.drift.inputs import read_new, read_old

__all__ = ["Drift", "Finding", "Severity", "Verdict", "compare", "read_new", "read_old"]
