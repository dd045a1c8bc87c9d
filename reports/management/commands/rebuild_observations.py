from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from reports.models import AnnualReportPage, Observation
from reports.observations.projection import build_observations, save_observations

COMPARED = [f.attname for f in Observation._meta.fields if f.name != "id"]


class Command(BaseCommand):
    help = "Refait les observations d’après les bilans publiés ; dit si elles différaient."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="ne change rien ; échoue s’il y a une différence"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        total = different = 0
        with transaction.atomic():
            for page in AnnualReportPage.objects.select_for_update().order_by("year", "pk"):
                rows = build_observations(page)
                total += len(rows)
                if comparable(rows) == comparable(page.observations.order_by("order")):
                    continue
                different += 1
                self.stdout.write(f"Bilan {page.year} : les observations diffèrent du contenu.")
                if not options["check"]:
                    save_observations(page)
        if different and options["check"]:
            raise CommandError(f"{different} bilan(s) à refaire : relancez sans --check.")
        self.stdout.write(f"{total} observations, {different} bilan(s) refait(s).")


def comparable(rows: Any) -> list[tuple[str, ...]]:
    """Rows as text, without their row ids; UUIDs and decimals in one form each."""
    return [tuple(describe_difference(getattr(row, name)) for name in COMPARED) for row in rows]


def describe_difference(value: Any) -> str:
    return f"{value.normalize():f}" if hasattr(value, "normalize") else str(value)
