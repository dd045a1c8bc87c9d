"""The management command that prints docs/permissions.md."""

from typing import Any

from django.core.management.base import BaseCommand

from reports.authoring.roles.documentation import build_page


class Command(BaseCommand):
    help = "Écrit ce que chaque rôle peut faire, en Markdown : docs/permissions.md en est fait."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(build_page(), ending="")
