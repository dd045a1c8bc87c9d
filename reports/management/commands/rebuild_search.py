from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from reports.models import (
    AnnualReportPage,
    FundingRound,
    Incubator,
    Indicator,
    SearchEntry,
    Service,
    Term,
)
from reports.search.entries import build_entries, save_entries
from reports.text.sort_keys import build_sort_key

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
            for source in iterate_sources():
                rows = build_entries(source)
                total += len(rows)
                if comparable(rows) == comparable(source.search_entries.all()):
                    continue
                different += 1
                self.stdout.write(f"{source} : la recherche diffère du contenu.")
                if not options["check"]:
                    save_entries(source)
            for record, key in iterate_misplaced_records():
                different += 1
                self.stdout.write(f"{record} : la clé de tri diffère du nom.")
                if not options["check"]:
                    type(record).objects.filter(pk=record.pk).update(sort_key=key)
        if different and options["check"]:
            raise CommandError(f"{different} contenu(s) à refaire : relancez sans --check.")
        self.stdout.write(f"{total} entrées, {different} contenu(s) refait(s).")


def iterate_sources() -> Iterator[Any]:
    """Yield all that can have entries, aliases and drafts included: theirs must be gone."""
    yield from AnnualReportPage.objects.select_for_update(of=("self",)).order_by("year", "pk")
    for model in (Service, Indicator, Term):
        yield from model.objects.select_for_update().order_by("pk")


def iterate_misplaced_records() -> Iterator[tuple[Any, str]]:
    """Yield the records whose sort key is not that of their name, each with the right one."""
    for model in (Service, Incubator, Indicator, FundingRound, Term):
        for record in model.objects.select_for_update().order_by("pk"):
            key = build_sort_key(record.name)
            if record.sort_key != key:
                yield record, key


def comparable(rows: Iterable[SearchEntry]) -> list[tuple[Any, ...]]:
    """Rows in one order, without their row ids."""
    return sorted(tuple(str(getattr(row, name)) for name in COMPARED) for row in rows)
