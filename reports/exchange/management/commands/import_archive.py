"""Command `import_archive`: imports the archive of a report with its versions and files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from reports.content.storage.stored_file import StorageUnavailable
from reports.core.refusal import Refusal
from reports.exchange.archives.importing import import_archive
from reports.exchange.archives.outcome import Outcome


class Command(BaseCommand):
    help = "Importe l’archive d’un bilan : ses versions, ses fiches, ses fichiers, tels quels."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", metavar="DOSSIER", type=Path, help="dossier de l’archive")
        parser.add_argument(
            "--replace", action="store_true", help="remplace ce qui est déjà ici, et autrement"
        )
        parser.add_argument(
            "--site", default="", metavar="NOM", help="nom d’hôte du site, si ce n’est le principal"
        )
        parser.add_argument("--dry-run", action="store_true", help="n’enregistre rien")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = import_archive(
                *(options[name] for name in ("folder", "replace", "dry_run", "site"))
            )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except DatabaseError as error:
            raise CommandError(
                "La base de données est occupée ou injoignable ; rien n’a été changé. Réessayez."
            ) from error
        except StorageUnavailable as error:
            raise CommandError(
                "Le stockage des fichiers ne répond pas ; aucune fiche n’a été changée. Réessayez."
            ) from error
        self.stdout.write(describe(outcome))


def describe(outcome: Outcome) -> str:
    """Return what an import did, line by line."""
    lines = [f"Bilan {outcome.year} : {outcome.status}, {outcome.path}"]
    if outcome.versions:
        lines.append(f"  versions ajoutées : {outcome.versions}")
    lines += [f"  remplacé : {each}" for each in outcome.replaced]
    lines += [f"  attention : {each}" for each in outcome.notices]
    return "\n".join(lines)
