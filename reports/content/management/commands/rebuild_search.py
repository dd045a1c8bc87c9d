"""The command `rebuild_search`: rebuilds search entries and sort keys from the content."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from reports.content.models import AnnualReportPage, SearchEntry
from reports.content.models.batches import lock_batches
from reports.content.models.record_kind import list_models, list_searched_kinds
from reports.content.search.entries import build_batch
from reports.content.search.entry_rows import fetch_entries, replace_entries
from reports.core.text.sort_keys import build_sort_key

REPORTS_PER_BATCH, RECORDS_PER_BATCH = 10, 500  # in memory together
COMPARED = [f.attname for f in SearchEntry._meta.fields if f.name != "id"]


class Command(BaseCommand):
    help = (
        "Refait ce que trouve la recherche et l’ordre des listes d’après le contenu ; dit si cela "
        "différait."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="ne change rien ; échoue s’il y a une différence"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        total = different = 0
        with transaction.atomic():
            for sources in iterate_sources():
                rows, stored = build_batch(sources), fetch_entries(sources)
                total += sum(map(len, rows.values()))
                wrong = {
                    source: its
                    for source, its in rows.items()
                    if comparable(its) != comparable(stored[source])
                }
                for source in wrong:
                    self.stdout.write(f"{source} : la recherche diffère du contenu.")
                different += len(wrong)
                if wrong and not options["check"]:
                    replace_entries(wrong)
            for records in iterate_misplaced_records():
                for record in records:
                    self.stdout.write(f"{record} : la clé de tri diffère du nom.")
                different += len(records)
                if not options["check"]:
                    type(records[0])._base_manager.bulk_update(records, ["sort_key"])
        if different and options["check"]:
            raise CommandError(f"{different} contenu(s) à refaire : relancez sans --check.")
        self.stdout.write(f"{total} entrées, {different} contenu(s) refait(s).")


def iterate_sources() -> Iterator[list[Any]]:
    """Yield all that can have entries, in batches of one model, aliases and drafts included: theirs
    must be gone.
    """
    yield from lock_batches(AnnualReportPage.objects.order_by("year", "pk"), REPORTS_PER_BATCH)
    for kind in list_searched_kinds():
        yield from lock_batches(kind.model.objects.order_by("pk"), RECORDS_PER_BATCH)


def iterate_misplaced_records() -> Iterator[list[Any]]:
    """Yield the records whose sort key is not that of their name, each with the right one."""
    for model in list_models():
        for records in lock_batches(model.objects.order_by("pk"), RECORDS_PER_BATCH):
            wrong = []
            for record in records:
                key = build_sort_key(record.name)
                if record.sort_key != key:
                    record.sort_key = key
                    wrong.append(record)
            if wrong:
                yield wrong


def comparable(rows: Iterable[SearchEntry]) -> list[tuple[Any, ...]]:
    """Rows in one order, without their row ids."""
    return sorted(tuple(str(getattr(row, name)) for name in COMPARED) for row in rows)
