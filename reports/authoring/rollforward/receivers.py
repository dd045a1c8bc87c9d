"""Registers the roll-forward with the checks, and copies its tasks when a report is copied."""

from typing import Any

from reports.authoring.rollforward.fullness_provider import RollForwardProvider
from reports.authoring.rollforward.inheritance import copy_roll_forward
from reports.checks.fullness import register_provider
from reports.content.models import AnnualReportPage
from reports.content.models.publication_signals import page_copied


def keep_roll_forward(
    sender: type, source: AnnualReportPage, copy: AnnualReportPage, **kwargs: Any
) -> None:
    """Copy the tasks of a report to its copy."""
    copy_roll_forward(source, copy)


def connect() -> None:
    register_provider(RollForwardProvider())
    page_copied.connect(
        keep_roll_forward, sender=AnnualReportPage, dispatch_uid="reports.rollforward"
    )
