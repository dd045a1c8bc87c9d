"""Projections: rows that follow from the bodies of public reports.

They are replaced in the transaction that saves the page, and made anew after a migration.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model
from django.db.models.signals import post_migrate, post_save

from reports.models.migration_state import is_migrated
from reports.models.pages import AnnualReportPage


@dataclass(frozen=True)
class Projection:
    """The rows of a model, which has a report and an order, and how those of a report are built.

    `build_rows` is asked of public reports alone.
    """

    model: type[Model]
    build_rows: Callable[[AnnualReportPage], list[Any]]

    def build(self, page: AnnualReportPage) -> list[Any]:
        """Return the rows that should stand for `page`: none unless it is live."""
        return self.build_rows(page) if page.live and not page.alias_of_id else []

    @transaction.atomic
    def save(self, page: AnnualReportPage) -> None:
        """Replace the rows of `page` by those that follow from its body."""
        rows = self.build(page)
        self.model._default_manager.filter(report_id=page.pk).delete()
        self.model._default_manager.bulk_create(rows)

    def rebuild(self, is_check: bool = False) -> Iterator[tuple[AnnualReportPage, int, bool]]:
        """Yield each report, how many rows it has and whether they were right.

        Wrong rows are replaced unless this is a check.
        """
        stored = self.model._default_manager.order_by("order")
        with transaction.atomic():
            pages = AnnualReportPage.objects.select_for_update().order_by("year", "pk")
            for page in pages:
                rows = self.build(page)
                is_right = self.comparable(rows) == self.comparable(stored.filter(report=page))
                if not is_right and not is_check:
                    self.save(page)
                yield page, len(rows), is_right

    def comparable(self, rows: Any) -> list[tuple[str, ...]]:
        """Return rows as texts without their row ids: UUIDs and decimals in one form each."""
        names = [field.attname for field in self.model._meta.fields if field.name != "id"]
        return [tuple(write_value(getattr(row, name)) for name in names) for row in rows]

    def connect(self) -> None:
        """Have the rows follow saved pages and migrations."""
        uid = f"reports.projection.{self.model._meta.model_name}"
        post_save.connect(self.project_saved, sender=AnnualReportPage, dispatch_uid=uid, weak=False)
        post_migrate.connect(
            self.project_migrated,
            sender=apps.get_app_config("reports"),
            dispatch_uid=uid,
            weak=False,
        )

    def project_saved(
        self,
        sender: type,
        instance: AnnualReportPage,
        update_fields: frozenset[str] | None,
        raw: bool = False,
        **kwargs: Any,
    ) -> None:
        """Project a report in the transaction that saves it.

        `save_revision` saves some fields of a page that has a draft's body in memory: what counts
        then is whether the body is among the fields.
        """
        if raw or instance.alias_of_id:
            return
        if update_fields is None or {"body", "live", "language", "currency"} & update_fields:
            self.save(instance)

    def project_migrated(
        self, using: str = DEFAULT_DB_ALIAS, plan: Any = None, **kwargs: Any
    ) -> None:
        """Replace the rows that a migration has made wrong: it may have added columns."""
        if plan and is_migrated(using):
            for _report in self.rebuild():
                pass


def write_value(value: Any) -> str:
    return f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)
