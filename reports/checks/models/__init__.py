"""The models of the checks: acknowledged findings, silenced findings, counts of findings."""

from reports.checks.models.acknowledgement import Acknowledgement, CheckSummary
from reports.checks.models.silenced_finding import SilencedFinding

__all__ = [
    "Acknowledgement",
    "CheckSummary",
    "SilencedFinding",
]
