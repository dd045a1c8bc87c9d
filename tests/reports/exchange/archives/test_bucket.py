"""Archives of a service whose files are in an object storage."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage

from reports import models
from reports.exchange.archives.importing import import_archive
from tests.object_storage import ObjectStorage
from tests.reports.exchange.archives.databases import archive, empty_database
from tests.reports.exchange.archives.test_round_trip import ask_all, assert_same_bytes

pytestmark = pytest.mark.django_db


def test_a_report_moves_between_buckets(
    bucket: ObjectStorage, request: pytest.FixtureRequest, settings: Any, tmp_path: Path
) -> None:
    folder: Path = request.getfixturevalue("folder")
    before = ask_all()
    empty_database()
    bucket.configure(settings)
    default_storage.client.create_bucket(Bucket=settings.S3_BUCKET)  # type: ignore[attr-defined]
    for year in (2023, 2024):
        import_archive(folder.with_name(str(year)))

    assert ask_all() == before
    archive(models.AnnualReportPage.objects.get(year=2024), tmp_path / "again")
    assert_same_bytes(folder, tmp_path / "again")
    picture = models.Picture.objects.get()
    assert default_storage.exists(picture.file.name)
