"""Automatic checks of a report before it is published.

A rule is a function that takes a `Reading` and yields `Issue`s; `runner.run_rules` runs all rules.
"""

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.place import Place

__all__ = ["Issue", "Place", "Reading", "Severity", "rule"]
