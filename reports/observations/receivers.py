"""Keep observations equal to what public reports state."""

from typing import Any

from django.db.models.signals import post_save

from reports.models import AnnualReportPage
from reports.observations.projection import save_observations


def project_saved_report(
    sender: type,
    instance: AnnualReportPage,
    update_fields: frozenset[str] | None,
    raw: bool = False,
    **kwargs: Any,
) -> None:
    """Project a report in the transaction that saves it.

    `save_revision` saves some fields of a page that has a draft's body in memory: what counts then
    is whether the body is among the fields.
    """
    if raw or instance.alias_of_id:
        return
    if update_fields is None or {"body", "live"} & update_fields:
        save_observations(instance)


def connect() -> None:
    post_save.connect(
        project_saved_report, sender=AnnualReportPage, dispatch_uid="reports.observations"
    )
