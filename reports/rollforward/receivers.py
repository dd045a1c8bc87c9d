"""What is left to fill in goes with a copied report, and the checks ask for it."""

from typing import Any

from reports.checks.fullness import register_provider
from reports.models import AnnualReportPage
from reports.models.publication_signals import page_copied
from reports.rollforward.fullness_provider import RollForwardProvider
from reports.rollforward.inheritance import copy_roll_forward


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
