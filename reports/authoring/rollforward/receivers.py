"""Copies the list of fields to fill in with a report, and registers it with the checks."""

from typing import Any

from reports.authoring.rollforward.fullness_provider import RollForwardProvider
from reports.authoring.rollforward.inheritance import copy_roll_forward
from reports.checks.fullness import register_provider
from reports.content.models import AnnualReportPage
from reports.content.models.publication_signals import page_copied


def keep_roll_forward(
    sender: type, source: AnnualReportPage, copy: AnnualReportPage, **kwargs: Any
) -> None:
    """Ask of the copy what is asked of its source."""
    copy_roll_forward(source, copy)


def connect() -> None:
    register_provider(RollForwardProvider())
    page_copied.connect(
        keep_roll_forward, sender=AnnualReportPage, dispatch_uid="reports.rollforward"
    )
