"""The management command `restore`, which restores a backup and verifies it."""

from argparse import ArgumentParser
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms.operations.backup.answers import list_differences, record_answers
from cms.operations.backup.database_dump import (
    has_content,
    load_database,
    require_named_database,
    require_same_engine,
)
from cms.operations.backup.drill import silence_copy
from cms.operations.backup.manifest import Manifest, read_manifest
from cms.operations.backup.stored_files import load_files
from reports_graphql.http.release import release_hash


class Command(BaseCommand):
    help = "Restores a backup into an empty database and storage, and verifies that it is whole."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--check", action="store_true", help="restore nothing; only verify what is there"
        )

        parser.add_argument(
            "--drill",
            action="store_true",
            help="a copy beside the service: it sends no message and publishes nothing by itself",
        )

    def handle(self, *args: Any, folder: Path, check: bool, drill: bool, **options: Any) -> None:
        require_named_database()
        manifest = read_manifest(folder)
        if check and drill:
            raise CommandError("--check restores nothing that --drill could silence.")
        if not check:
            require_same_engine(folder)
            if has_content():
                raise CommandError("The database is not empty: restore into a new one.")
            # first, since it can be said again; the database comes whole or not at all
            self.stdout.write(f"{load_files(folder)} files are stored.")
            load_database(folder)
            self.stdout.write("The database is loaded.")
            call_command("migrate", verbosity=0)
            if drill:
                self.stdout.write(silence_copy())
        self.verify(manifest)

    def verify(self, manifest: Manifest) -> None:
        """Run every check; raise CommandError if one fails."""
        details = StringIO()  # shown where a check fails
        checks: dict[str, Callable[[], Any]] = {
            "observations": lambda: call_command(
                "rebuild_observations", check=True, stdout=details
            ),
            "mentions": lambda: call_command("rebuild_mentions", check=True, stdout=details),
            "search": lambda: call_command("rebuild_search", check=True, stdout=details),
            "media": lambda: call_command("check_media", stdout=details),
            "answers": lambda: check_answers(manifest),
        }
        failed = []
        for name, verify in checks.items():
            details.seek(0)
            details.truncate()
            try:
                verify()
            except (CommandError, SystemExit) as cause:
                failed.append(name)
                self.stdout.write(f"{name}: {cause}\n{details.getvalue()}")
            else:
                self.stdout.write(f"{name}: as before")
        if failed:
            raise CommandError(f"Not as before: {', '.join(failed)}.")


def check_answers(manifest: Manifest) -> None:
    """Raise CommandError if public answers differ from those recorded in the backup."""
    different = list_differences(manifest.answers, record_answers())
    if not different:
        return
    release = "" if manifest.release == release_hash() else " by another release of Bilan"
    raise CommandError(f"{len(different)} answers differ{release}, such as {different[0]}.")
