"""From the database of this run into SQLite and back: an archive is the same on both engines."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from reports import models
from reports.exchange.archives.importing import import_archive
from reports.exchange.importing.importer import Request, run_import
from tests.reports.every_variant import build_body
from tests.reports.exchange.archives.databases import archive
from tests.reports.exchange.archives.test_round_trip import assert_same_bytes
from tests.shared_database import describe_process

pytestmark = pytest.mark.django_db

PASS_ON = """
import sys
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
for year in sys.argv[2:]:
    call_command("import_archive", f"{sys.argv[1]}/{year}")
for year in sys.argv[2:]:
    output = Path(sys.argv[1], f"{year}-sqlite")
    call_command("export_report", int(year), to="archive", output=output)
"""


def check_engines(folder: Path, empty: Callable[[], None], *years: int) -> None:
    """Pass the archives of all reports through a database of SQLite, then through this one."""
    for year in years:
        archive(models.AnnualReportPage.objects.get(year=year), folder / str(year))
    url, media = f"sqlite:///{folder}/other.sqlite3", str(folder / "media-of-sqlite")
    words = ("-c", PASS_ON, str(folder), *map(str, years))
    done = subprocess.run(
        **describe_process(url, *words, MEDIA_ROOT=media),  # type: ignore[call-overload]
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    empty()
    for year in years:
        assert_same_bytes(folder / str(year), folder / f"{year}-sqlite")
        import_archive(folder / f"{year}-sqlite")
    for year in years:
        archive(models.AnnualReportPage.objects.get(year=year), folder / f"{year}-again")
        assert_same_bytes(folder / str(year), folder / f"{year}-again")


def test_every_variant_and_the_real_reports_are_the_same(
    publish: Any, living: Any, real_reports: Path, empty: Callable[[], None], tmp_path: Path
) -> None:
    for year in (2023, 2024):
        folder = real_reports / str(year)
        file = folder / f"{year}.md"
        run_import(Request(file, assets=folder, publish=True, acknowledge="Essai", year=year))
    living.document.file.save("b.pdf", ContentFile(b"%PDF-1.7\n"))
    living.document.file_size = 9
    living.document.save()
    publish(2031, build_body(vars(living)))
    check_engines(tmp_path, empty, 2023, 2024, 2031)
