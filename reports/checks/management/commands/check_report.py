"""Command `check_report`: prints the findings about the latest draft of a year's report."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reports.checks.check_result import check_latest
from reports.checks.serializers import as_json, as_text
from reports.content.models import AnnualReportPage


class Command(BaseCommand):
    help = "Lit le dernier brouillon d’un bilan et dit ce qui ne va pas : quoi, où, que faire."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("year", metavar="ANNÉE", type=int, help="année du bilan")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument(
            "--fail",
            action="store_true",
            help="termine avec le code 1 s’il reste une erreur ouverte",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        pages = AnnualReportPage.objects.filter(year=options["year"], alias_of=None)
        page = pages.order_by("path").first()
        if page is None:
            raise CommandError(f"Il n’y a pas de bilan {options['year']}.")
        checked = check_latest(page)
        if options["format"] == "json":
            self.stdout.write(json.dumps(as_json(checked), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(as_text(checked))
        if options["fail"] and checked.errors:
            raise CommandError("Ce bilan ne peut pas être publié : des erreurs sont ouvertes.")
