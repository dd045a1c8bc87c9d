"""Signal receivers that enqueue the PDF of a new version, and check all PDFs after changes."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from cms.pdf import kept_pdfs, task
from reports.content.content_version.tracked_tables import (
    BOOKKEEPING,
    PROJECTIONS,
    list_model_labels,
)
from reports.content.models.migration_state import is_migrated
from reports.publishing import outbox
from reports.publishing.models import ReportVersion

# What follows from other tables, or has entries of its own.
FOLLOWING = {*PROJECTIONS, "reports.Change", "reports.ReportPdf", "reports.ReportVersion"}


def make_for_version(
    sender: type[Model], instance: ReportVersion, created: bool, raw: bool = False, **_: Any
) -> None:
    """Enqueue the PDF of a new version; delete the PDF of a withdrawn one."""
    if raw:
        return
    if created:
        task.enqueue_version(instance)
    elif instance.withdrawn_at:
        kept_pdfs.discard(instance)
        check_on_commit()  # what later versions corrected in it is erased in their PDFs too


def check_saved(
    sender: type[Model], raw: bool = False, update_fields: Any = None, **_: Any
) -> None:
    if not raw and not (update_fields and set(update_fields) <= BOOKKEEPING):
        check_on_commit()


def check_deleted(sender: type[Model], **_: Any) -> None:
    check_on_commit()


def check_on_commit() -> None:
    """Enqueue one comparison of all PDFs when the transaction ends, however much it changes."""
    if not settings.PDF_REPORTS:
        return
    if all(waiting[1] is not task.enqueue_check for waiting in connection.run_on_commit):
        transaction.on_commit(task.enqueue_check, robust=True)


def check_after_migration(using: str = DEFAULT_DB_ALIAS, plan: Any = None, **_: Any) -> None:
    """Enqueue the PDFs that a migrated database lacks, because older code made none."""
    if plan and is_migrated(using):
        task.enqueue_check()


def connect() -> None:
    outbox.register_sender(task.KIND, task.deliver)
    post_save.connect(make_for_version, sender=ReportVersion, dispatch_uid="pdf.version")
    for name in list_model_labels():
        if name not in FOLLOWING:
            model = apps.get_model(name)
            post_save.connect(check_saved, sender=model, dispatch_uid=f"pdf.saved.{name}")
            post_delete.connect(check_deleted, sender=model, dispatch_uid=f"pdf.deleted.{name}")
