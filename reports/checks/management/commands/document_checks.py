"""Command `document_checks`: prints the page docs/controles.md."""

from typing import Any

from django.core.management.base import BaseCommand

from reports.checks.documentation import document_rules


class Command(BaseCommand):
    help = "Écrit la liste des contrôles, en Markdown : docs/controles.md en est fait."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(document_rules(), ending="")
