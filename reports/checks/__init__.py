"""Checks of a report by a machine, before the public reads it.

A rule is one function that reads a `Reading` and yields `Issue`s; `runner.run_rules` runs them all.
"""

from reports.checks.reading import Reading
from reports.checks.reading.place import Place
from reports.checks.rule import Issue, Severity, rule

__all__ = ["Issue", "Place", "Reading", "Severity", "rule"]
