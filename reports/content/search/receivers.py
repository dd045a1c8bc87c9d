"""Updates search entries when reports, records or page restrictions change."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from reports.content.models import AnnualReportPage
from reports.content.models.record_kind import list_searched_kinds
from reports.content.search import entry_rows


def project_saved(
    sender: type,
    instance: Any,
    update_fields: frozenset[str] | None,
    raw: bool = False,
    **kwargs: Any,
) -> None:
    """Project a report or a record in the transaction that saves it."""
    if not raw and not getattr(instance, "alias_of_id", None):
        entry_rows.update_entries(instance, update_fields)


def project_restricted(
    sender: type, instance: PageViewRestriction, raw: bool = False, **kwargs: Any
) -> None:
    """Project the reports at or below a page that is restricted, or no longer."""
    page = Page.objects.filter(pk=instance.page_id).first()  # none: it is deleted with the page
    if page and not raw:
        project_below(page)


def project_moved(sender: type, instance: Page, **kwargs: Any) -> None:
    """Project the reports that a page has taken with it: perhaps below a restricted page."""
    project_below(instance)


def project_below(page: Page) -> None:
    for report in AnnualReportPage.objects.descendant_of(page, inclusive=True):
        entry_rows.save_entries(report)


def connect() -> None:
    models: list[Any] = [AnnualReportPage, *(kind.model for kind in list_searched_kinds())]
    for model in models:
        post_save.connect(project_saved, sender=model, dispatch_uid=f"reports.search.{model}")
    for signal in (post_save, post_delete):
        signal.connect(
            project_restricted, sender=PageViewRestriction, dispatch_uid="reports.search.restricted"
        )
    post_page_move.connect(project_moved, dispatch_uid="reports.search.moved")
