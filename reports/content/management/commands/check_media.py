"""The command `check_media`: compares pictures and documents with the files in storage."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reports.content.media.file_faults import find_faults
from reports.content.storage.stored_file import StorageUnavailable


class Command(BaseCommand):
    help = "Compare les fiches d’images et de documents aux fichiers du stockage."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--repair",
            action="store_true",
            help="refait les versions réduites, retire les métadonnées des images et supprime les "
            "fichiers sans fiche depuis plus d’une heure",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = repaired = 0
        try:
            for fault in find_faults():
                found += 1
                is_repaired = options["repair"] and fault.repair is not None and fault.repair()
                repaired += is_repaired
                self.stdout.write(f"{fault.sentence}{' Réparé.' if is_repaired else ''}")
        except StorageUnavailable as error:
            raise CommandError(f"Le stockage des fichiers ne répond pas : {error}.") from error
        summary = f"{found} anomalie(s), {repaired} réparée(s)."
        if found > repaired:
            raise CommandError(summary)
        self.stdout.write(summary)
