"""The management command `backup`, which saves the database, the files and hashes of answers."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from cms.operations.backup.answers import record_answers
from cms.operations.backup.database_dump import dump_database, require_named_database
from cms.operations.backup.manifest import Manifest, hash_files
from cms.operations.backup.stored_files import save_files
from reports.content.content_version.version import read_current_version
from reports.content.media.file_faults import find_missing_files
from reports_graphql.http.release import release_hash

MAX_ATTEMPTS = 3


class Command(BaseCommand):
    help = "Saves database, files and the hashes of public answers into an empty folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        require_named_database()
        before = os.umask(0o077)  # it holds drafts and addresses
        try:
            self.save(folder)
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: {error.strerror}.") from error
        finally:
            os.umask(before)

    def save(self, folder: Path) -> None:
        """Write every part, and the manifest last. Raises OSError."""
        if folder.exists() and any(folder.iterdir()):
            raise CommandError(f"{folder} is not empty.")
        folder.mkdir(parents=True, exist_ok=True)
        for _ in range(MAX_ATTEMPTS):
            version = read_current_version()
            answers = record_answers()
            dump_database(folder)
            if read_current_version() == version:
                break
        else:
            raise CommandError("Something was published meanwhile, each time: try again.")
        count = save_files(folder)
        manifest = Manifest(
            release=release_hash(),
            created=timezone.now().isoformat(timespec="seconds"),
            engine=connection.vendor,
            answers=answers,
            files=hash_files(folder),
        )
        manifest.write(folder)
        for fault in find_missing_files():  # a copy of what is not there cannot be restored
            self.stdout.write(f"Missing: {fault.sentence}")
        self.stdout.write(f"Saved the database, {count} files and {len(answers)} answers' hashes.")
