"""Command `import_report`: imports a report file (Markdown, HTML or Word)."""

import json
import re
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from reports.content.models.pages import CURRENCIES, LANGUAGES
from reports.content.storage.stored_file import StorageUnavailable
from reports.core.refusal import Refusal
from reports.exchange.importing.importer import run_import
from reports.exchange.importing.request import Request
from reports.exchange.importing.summary import as_json, as_text

YEAR = re.compile(r"[0-9]{4}")


class Command(BaseCommand):
    help = "Importe un bilan annuel (Markdown, HTML, Word) : blocs, fiches, fichiers, ancres."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files",
            metavar="FICHIER",
            nargs="+",
            type=Path,
            help="fichier du bilan (.md, .html, .docx), ou ses parties dans l’ordre ; l’année peut "
            "les précéder",
        )
        parser.add_argument("--year", type=int, help="année, si l’en-tête ne la dit pas")
        parser.add_argument("--assets", type=Path, help="dossier des images, documents et sommaire")
        parser.add_argument(
            "--vocabulary",
            type=Path,
            metavar="FICHIER",
            help="mots du programme (TOML) : mission, statut, résultat, objectif, incubateur…",
        )
        parser.add_argument(
            "--language",
            choices=LANGUAGES,
            help="langue du bilan, dont dépend la lecture des nombres (« 133,000 »)",
        )
        parser.add_argument(
            "--currency", choices=CURRENCIES, help="monnaie du bilan : ce que vaut un « $ » seul"
        )
        parser.add_argument("--publish", action="store_true", help="publie le bilan")
        parser.add_argument(
            "--acknowledge",
            default="",
            metavar="RAISON",
            help="raison d’importer le bilan tel quel",
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="écrase un bilan existant par une nouvelle version",
        )
        parser.add_argument(
            "--reason",
            default="",
            metavar="PHRASE",
            help="ce que les lecteurs liront des chiffres publiés qui changent (avec --replace "
            "--publish)",
        )
        parser.add_argument("--dry-run", action="store_true", help="n’enregistre rien")
        parser.add_argument(
            "--accept-loss",
            type=int,
            metavar="N",
            help="accepte de perdre exactement N mots (le refus dit combien ; 0 : aucun, malgré "
            "des balises abîmées)",
        )
        parser.add_argument(
            "--strict",
            action="store_true",
            help="sans effet : un bilan qui perdrait un mot est toujours refusé",
        )
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        year, (first, *more) = self.take_year(options["files"])
        if year is not None:
            options["year"] = year
        given = {name: options[name] for name in Request.__dataclass_fields__ if name in options}
        request = Request(first, more=tuple(more), **given)
        if request.assets is not None and not request.assets.is_dir():
            raise CommandError(f"{request.assets} : ce dossier n’existe pas.")
        try:
            outcome = run_import(request, self.progress)
        except Refusal as refusal:
            self.progress("")
            raise CommandError(str(refusal)) from None
        except DatabaseError as error:
            self.progress("")
            raise CommandError(
                "La base de données est occupée ou injoignable ; rien n’a été changé. Réessayez."
            ) from error
        except StorageUnavailable as error:
            self.progress("")
            raise CommandError(
                "Le stockage des fichiers ne répond pas ; aucune fiche n’a été changée. Réessayez."
            ) from error
        self.progress("")
        if options["format"] == "json":
            self.stdout.write(json.dumps(as_json(outcome), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(as_text(outcome))

    @staticmethod
    def take_year(files: list[Path]) -> tuple[int | None, list[Path]]:
        """Return the year if it comes before the files, and the files."""
        first, *rest = files
        if rest and YEAR.fullmatch(str(first)) and not first.exists():
            return int(str(first)), rest
        return None, files

    def progress(self, stage: str) -> None:
        """Show the stage on a terminal, in one line that the next stage overwrites."""
        if sys.stderr.isatty():
            self.stderr.write(f"\r\033[K{stage}…" if stage else "\r\033[K", ending="")
            self.stderr.flush()
