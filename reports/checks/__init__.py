"""Checks of a report by a machine, before the public reads it.

A rule is one function that reads a `Reading` and yields `Issue`s; `runner.run_rules` runs them all.
"""

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.place import Place

__all__ = ["Issue", "Place", "Reading", "Severity", "rule"]
