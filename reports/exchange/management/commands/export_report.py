"""Command `export_report`: writes a public report, or one of its versions, into a folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from reports.content.storage.stored_file import StorageUnavailable
from reports.core.refusal import Refusal
from reports.exchange.exporting.folder import require_free, write_folder
from reports.exchange.exporting.formats import ExportFailed, load_formats
from reports.exchange.exporting.public_report import NotPublic


class Command(BaseCommand):
    help = "Exporte le bilan public d’une année, ou l’une de ses versions, dans un dossier."

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        """Return a parser in which --version is the version of the report, not of Django."""
        return super().create_parser(*args, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        formats = load_formats()
        labels = " ; ".join(f"{name} : {each.label}" for name, each in formats.items())
        parser.add_argument("year", metavar="ANNÉE", type=int, help="année du bilan")
        parser.add_argument(
            "--version", type=int, metavar="N", dest="number", help="une version publiée"
        )
        parser.add_argument("--to", choices=tuple(formats), required=True, help=labels)
        parser.add_argument(
            "--site", default="", metavar="NOM", help="nom d’hôte du site, si ce n’est le principal"
        )
        parser.add_argument("--output", type=Path, required=True, help="dossier à écrire")
        parser.add_argument("--replace", action="store_true", help="remplace un export précédent")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen, folder = load_formats()[options["to"]], options["output"]
        try:
            require_free(folder, options["replace"], chosen.is_export)
            with write_folder(folder) as made:
                notices = chosen.write(options["year"], options["number"], made, options["site"])
        except (NotPublic, ExportFailed, Refusal) as error:
            raise CommandError(str(error)) from None
        except DatabaseError as error:
            raise CommandError(
                "La base de données est occupée ou injoignable ; rien n’a été écrit. Réessayez."
            ) from error
        except StorageUnavailable as error:
            raise CommandError(
                "Le stockage des fichiers ne répond pas ; rien n’a été écrit. Réessayez."
            ) from error
        for notice in notices:
            self.stderr.write(notice)
        self.stdout.write(f"Bilan {options['year']} exporté : {folder}")
