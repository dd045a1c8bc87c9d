"""Acknowledged findings, silenced findings, and the summary of a report's checks."""

from reports.checks.models.acknowledgement import Acknowledgement, CheckSummary
from reports.checks.models.silenced_finding import SilencedFinding

__all__ = [
    "Acknowledgement",
    "CheckSummary",
    "SilencedFinding",
]
