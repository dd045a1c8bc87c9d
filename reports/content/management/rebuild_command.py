"""The base class of commands that rebuild a projection."""

from argparse import ArgumentParser
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError

from reports.content.models.projection import Projection


class RebuildCommand(BaseCommand):
    """A command that rebuilds the rows of a projection; `named` is the French word for the rows."""

    projection: ClassVar[Projection]
    named: ClassVar[str]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="ne change rien ; échoue s’il y a une différence"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        total = different = 0
        for page, count, is_right in self.projection.rebuild(is_check=options["check"]):
            total += count
            if not is_right:
                different += 1
                self.stdout.write(f"Bilan {page.year} : les {self.named} diffèrent du contenu.")
        if different and options["check"]:
            raise CommandError(f"{different} bilan(s) à refaire : relancez sans --check.")
        self.stdout.write(f"{total} {self.named}, {different} bilan(s) refait(s).")
