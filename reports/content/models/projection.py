"""Keeps projections up to date: rows that follow from the bodies of public reports.

The rows of a report are replaced in the transaction that saves its page, and rebuilt after a
migration. Mentions and observations are projections.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model
from django.db.models.signals import post_migrate, post_save

from reports.content.models.batches import lock_batches
from reports.content.models.merged_records import records_merged
from reports.content.models.migration_state import is_migrated
from reports.content.models.pages import AnnualReportPage

REPORTS_PER_BATCH = 10  # reports, whose bodies are in memory together
READ = {"body", "live", "language", "currency", "reading_edition"}
"""The fields of a report that its rows are made of."""


@dataclass(frozen=True)
class Projection:
    """The rows of a model that follow from public reports, and how they are built.

    `build_rows` gets several public reports at once. `find_reports` returns the row ids of the
    reports that have rows about some records of one kind. The model has a report and an order.
    """

    model: type[Model]
    build_rows: Callable[[Sequence[AnnualReportPage]], list[Any]]
    find_reports: Callable[[Sequence[Any]], set[int]]

    def build(self, pages: Sequence[AnnualReportPage]) -> dict[int, list[Any]]:
        """Return the rows that should stand for each page, by its row id: none of a draft."""
        rows: dict[int, list[Any]] = {page.pk: [] for page in pages}
        for row in self.build_rows([page for page in pages if page.live and not page.alias_of_id]):
            rows[row.report_id].append(row)
        return rows

    def save(self, page: AnnualReportPage) -> None:
        """Replace the rows of `page` by those that follow from its body."""
        self.replace(self.build([page]))

    @transaction.atomic
    def replace(self, rows: Mapping[int, list[Any]]) -> None:
        """Replace the rows of pages by others, which are given by the row id of the page."""
        self.model._default_manager.filter(report_id__in=rows).delete()
        self.model._default_manager.bulk_create(itertools.chain.from_iterable(rows.values()))

    def rebuild(self, is_check: bool = False) -> Iterator[tuple[AnnualReportPage, int, bool]]:
        """Yield each report, how many rows it has and whether they were right.

        Wrong rows are replaced unless this is a check.
        """
        with transaction.atomic():
            for pages in lock_batches(
                AnnualReportPage.objects.order_by("year", "pk"), REPORTS_PER_BATCH
            ):
                rows, stored = self.build(pages), self.fetch_stored(pages)
                wrong = {
                    key: each
                    for key, each in rows.items()
                    if self.comparable(each) != self.comparable(stored[key])
                }
                if wrong and not is_check:
                    self.replace(wrong)
                for page in pages:
                    yield page, len(rows[page.pk]), page.pk not in wrong

    def fetch_stored(self, pages: Sequence[AnnualReportPage]) -> defaultdict[int, list[Any]]:
        """Return the rows that stand for pages, by the row id of the page."""
        stored: defaultdict[int, list[Any]] = defaultdict(list)
        rows: Iterable[Any] = self.model._default_manager.filter(report__in=pages).order_by("order")
        for row in rows:
            stored[row.report_id].append(row)
        return stored

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
        records_merged.connect(self.project_merged, dispatch_uid=uid, weak=False)

    def project_merged(self, sender: type, records: Sequence[Any], **kwargs: Any) -> None:
        """Project the reports that refer to records of which one was merged into another."""
        reports = AnnualReportPage.objects.filter(pk__in=self.find_reports(records))
        for pages in lock_batches(reports.order_by("pk"), REPORTS_PER_BATCH):
            self.replace(self.build(pages))

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
        if update_fields is None or READ & update_fields:
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
