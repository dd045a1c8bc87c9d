"""The management command `make_versions`, which makes the versions that public reports lack."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reports.publishing.versions.missing import list_public_pages, make_missing_versions


class Command(BaseCommand):
    help = "Enregistre une version de chaque bilan public qui n’en a pas, ou qui en diffère."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="ne change rien ; échoue s’il en manque"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        missing = 0
        for page in make_missing_versions(list_public_pages(), options["check"]):
            missing += 1
            self.stdout.write(f"Bilan {page.year} : il manque une version.")
        if missing and options["check"]:
            raise CommandError(f"{missing} version(s) à faire : relancez sans --check.")
        self.stdout.write(f"{missing} version(s) faite(s).")
