"""The management command that lists published figures which today's rules parse differently."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reports.publishing.corrections.reread_figures import (
    RereadFigure,
    agree_to_reading,
    list_old_reports,
    list_reread_figures,
)
from reports.publishing.models.correction import MAX_SENTENCE_CHARACTERS


class Command(BaseCommand):
    help = (
        "Liste les chiffres publiés que les règles de lecture d’aujourd’hui lisent autrement. "
        "Avec --agree, chacun devient une correction publique, datée d’aujourd’hui."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--year", type=int, help="le bilan de cette année seulement")
        parser.add_argument(
            "--agree", metavar="MOTIF", help="accepte ces lectures, pour ce motif, qui est public"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        reason = options["agree"]
        if reason is not None and not 0 < len(reason.strip()) <= MAX_SENTENCE_CHARACTERS:
            raise CommandError(
                f"Le motif est public : écrivez 1 à {MAX_SENTENCE_CHARACTERS} caractères."
            )
        count = 0
        for page in list_old_reports():
            if options["year"] not in (None, page.year):
                continue
            figures = list_reread_figures(page)
            if figures and reason is not None:
                figures = agree_to_reading(page.pk, reason.strip())
            for figure in figures:
                self.stdout.write(describe(page.year, figure))
            count += len(figures)
        done = "corrigé(s)" if reason is not None else "lu(s) autrement aujourd’hui"
        self.stdout.write(f"{count} chiffre(s) {done}.")


def describe(year: int, figure: RereadFigure) -> str:
    """Return a figure in one line: its place, its text, and how it was and is now parsed."""
    before, now = (reading or "texte" for reading in (figure.before, figure.now))
    return f"Bilan {year}, {figure.place} : « {figure.typed} », lu {before}, se lit {now}."
