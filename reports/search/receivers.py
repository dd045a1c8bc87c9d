"""Keep search entries equal to reports and records."""

from typing import Any

from django.db.models.signals import post_save

from reports.models import AnnualReportPage, Indicator, Service, Term
from reports.search import entries


def project_saved(
    sender: type,
    instance: Any,
    update_fields: frozenset[str] | None,
    raw: bool = False,
    **kwargs: Any,
) -> None:
    """Project a report or a record in the transaction that saves it."""
    if not raw and not getattr(instance, "alias_of_id", None):
        entries.update_entries(instance, update_fields)


def connect() -> None:
    for model in (AnnualReportPage, Service, Indicator, Term):
        post_save.connect(project_saved, sender=model, dispatch_uid=f"reports.search.{model}")
