"""The management command `make_pdfs`, which makes missing and outdated PDFs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.pdf.making import Incomplete, make_pdf
from cms.pdf.process import NotMade
from reports.publishing.models import ReportPdf, ReportVersion


class Command(BaseCommand):
    help = "Fait les PDF qui manquent, ou qui ne disent plus ce que les lecteurs peuvent voir."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--again", action="store_true", help="Refait aussi ceux qui n’ont pas pu être faits."
        )

    def handle(self, *args: Any, again: bool = False, **options: Any) -> None:
        if again:
            ReportPdf.objects.filter(name="").delete()
        failed = 0
        for version in ReportVersion.objects.filter(withdrawn_at=None).order_by("year", "number"):
            try:
                if make_pdf(version):
                    self.stdout.write(f"Bilan {version.year}, version {version.number} : fait.")
            except NotMade as error:
                failed += 1
                self.stderr.write(
                    f"Bilan {version.year}, version {version.number} : pas fait.\n{error.reason}"
                )
            except Incomplete:
                self.stderr.write(
                    f"Bilan {version.year}, version {version.number} : fait, sans le dessin d’un "
                    "graphique qui n’a pas pu être fait. Recommencez plus tard."
                )
        if failed:
            raise CommandError(f"{failed} PDF n’ont pas pu être faits.")
